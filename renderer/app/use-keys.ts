import { useEffect, useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import { isMac } from '../api/bridge.ts';
import { isPressed } from './keys.ts';

/** One key of a screen and what it does, as `?` lists it. */
export interface KeyBinding {
  /** e.g. `mod+k`, `/`, `Enter`; several that do the same are given as a list. */
  readonly keys: string | readonly string[];
  readonly does: string;
  /** Left out where the control itself handles the key and it is only listed. */
  readonly run?: () => void;
}

export interface KeyGroup {
  readonly title: string;
  readonly bindings: readonly KeyBinding[];
}

let groups: readonly KeyGroup[] = [];
const listeners = new Set<() => void>();

/** The keys that work now, screen by screen. */
export function useKeyGroups(): readonly KeyGroup[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => groups,
  );
}

/**
 * Makes keys work while the component is there, and lists them under `title` when `?` is pressed. A key that is held down acts once; only the
 * arrow keys go on. Plain keys are not taken from someone
 * who is typing, or chooses from what floats over the screen; none are while a dialog is open.
 */
export function useKeys(title: string, bindings: readonly KeyBinding[]): void {
  const current = useRef(bindings);
  current.current = bindings;
  const listed = bindings.map((binding) => `${String(binding.keys)}=${binding.does}`).join('\n');

  // biome-ignore lint/correctness/useExhaustiveDependencies: `listed` stands for the bindings that are shown
  useEffect(() => {
    const group: KeyGroup = { title, bindings: current.current };
    publish([...groups, group]);
    return () => publish(groups.filter((one) => one !== group));
  }, [title, listed]);

  // Before it is painted: whoever sees a screen can press its keys.
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || document.querySelector('dialog[open]') !== null) return;
      const plain = !event.ctrlKey && !event.metaKey;
      if (plain && (isTyping(event.target) || document.querySelector(':popover-open') !== null)) return;
      const binding = current.current.find(
        (one) => one.run !== undefined && [one.keys].flat().some((keys) => isPressed(keys, event, isMac())),
      );
      if (binding?.run === undefined) return;
      event.preventDefault();
      if (!event.repeat || event.key.startsWith('Arrow')) binding.run();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button'].includes(target.type);
  return target.isContentEditable || target.matches('textarea, select');
}

function publish(next: readonly KeyGroup[]): void {
  groups = next;
  for (const listener of listeners) listener();
}
