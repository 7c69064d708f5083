import { useLayoutEffect, useRef } from 'react';
import { isMac } from '../../api/bridge.ts';
import { isPressed } from '../../app/keys.ts';
import { useKeys } from '../../app/use-keys.ts';

const KEYS = 'mod+v';

/** Takes what is pasted on the screen by its keys, wherever nobody is typing and no dialog is open. */
export function usePaste(take: () => void): void {
  const current = useRef(take);
  current.current = take;
  useKeys('Documents', [{ keys: KEYS, does: 'Take in the picture or the files on the clipboard' }]);
  // Before it is painted: whoever sees the screen can paste.
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const typing =
        event.target instanceof HTMLElement &&
        event.target.closest('input, textarea, select, [contenteditable]') !== null;
      if (!isPressed(KEYS, event, isMac()) || typing || event.defaultPrevented) return;
      if (document.querySelector('dialog[open]') !== null) return;
      event.preventDefault();
      current.current();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
