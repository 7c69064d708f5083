/** What of a key press decides whether it is meant. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/**
 * Whether a press is the keys named, e.g. `mod+k` (⌘ on a Mac, Ctrl elsewhere), `/`, `?`, `shift+Enter`.
 * A sign that itself needs Shift (`?`) is named without it.
 */
export function isPressed(keys: string, press: KeyPress, mac: boolean): boolean {
  const parts = keys.split('+');
  const key = parts.pop() ?? '';
  const mod = parts.includes('mod');
  if (press.ctrlKey !== (mod && !mac) || press.metaKey !== (mod && mac) || press.altKey) return false;
  const needsShift = parts.includes('shift');
  const isSign = key.length === 1 && !/[a-z0-9]/i.test(key);
  if (!isSign && press.shiftKey !== needsShift) return false;
  return press.key.toLowerCase() === key.toLowerCase();
}

/** Keys as they are printed on this computer's keyboard: `Ctrl K`, or `⌘ K` on a Mac. */
export function displayKeys(keys: string, mac: boolean): readonly string[] {
  return keys.split('+').map((part) => {
    if (part === 'mod') return mac ? '⌘' : 'Ctrl';
    if (part === 'shift') return mac ? '⇧' : 'Shift';
    if (part === 'alt') return mac ? '⌥' : 'Alt';
    return SIGNS[part] ?? (part.length === 1 ? part.toUpperCase() : part);
  });
}

const SIGNS: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  ' ': 'Space',
};
