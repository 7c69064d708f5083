import { useSyncExternalStore } from 'react';
import { ask } from '../api/ask.ts';

export type Theme = 'system' | 'light' | 'dark';
export type RowHeight = 'comfortable' | 'compact';

const THEME_KEY = 'standing.theme';
const ROWS_KEY = 'standing.rows';
const listeners = new Set<() => void>();

/** How the window looks on this computer: `const [look, setLook] = useLook()`. */
export interface Look {
  readonly theme: Theme;
  readonly rows: RowHeight;
}

let look: Look = { theme: 'system', rows: 'comfortable' };

/** Applies what was chosen on this computer before; called once, before the first paint. */
export function applyStoredLook(): void {
  const theme = localStorage.getItem(THEME_KEY);
  const rows = localStorage.getItem(ROWS_KEY);
  look = {
    theme: theme === 'light' || theme === 'dark' ? theme : 'system',
    rows: rows === 'compact' ? 'compact' : 'comfortable',
  };
  paint();
}

/** Changes the look at once and remembers it; the shell's own menus and dialogs follow. */
export function setLook(change: Partial<Look>): void {
  look = { ...look, ...change };
  localStorage.setItem(THEME_KEY, look.theme);
  localStorage.setItem(ROWS_KEY, look.rows);
  paint();
  for (const listener of listeners) listener();
}

export function useLook(): Look {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => look,
  );
}

function paint(): void {
  const { dataset } = document.documentElement;
  if (look.theme === 'system') delete dataset.theme;
  else dataset.theme = look.theme;
  dataset.rows = look.rows;
  // The window is right already; a shell that cannot follow is no reason to disturb anyone.
  ask('shell.setTheme', { theme: look.theme }).catch(() => undefined);
}
