/**
 * Keys that are pressed while it is being found out who is meant. They are kept, and pressed again where the focus is then: whoever types
 * faster than the office answers loses no digit.
 */
export interface TypeAhead {
  /** Keeps a key; false for one that is not kept, such as a shortcut. */
  keep(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>): boolean;
  /** Presses what was kept where the focus is now. */
  pressAgain(): Promise<void>;
  forget(): void;
}

export function typeAhead(): TypeAhead {
  let kept: string[] = [];
  return {
    keep({ key, ctrlKey, metaKey, altKey }) {
      if (ctrlKey || metaKey || altKey) return false;
      if (key.length > 1 && key !== 'Enter' && key !== 'Backspace') return false;
      kept.push(key);
      return true;
    },
    async pressAgain() {
      const keys = kept;
      kept = [];
      for (const key of keys) {
        press(key);
        // What the key changed is drawn before the next is pressed, as when a hand presses them.
        await Promise.resolve();
      }
    },
    forget() {
      kept = [];
    },
  };
}

function press(key: string): void {
  const field = document.activeElement;
  if (field === null) return;
  const taken = !field.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  if (taken) return;
  // The one way to type into a field by script so that all that follows from typing follows.
  if (key === 'Backspace') document.execCommand('delete');
  else if (key !== 'Enter') document.execCommand('insertText', false, key);
  else if (field instanceof HTMLInputElement) field.form?.requestSubmit();
}
