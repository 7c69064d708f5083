import type { BrowserWindow } from './browser-window.ts';

const open = new Map<number, BrowserWindow>();
let focused: BrowserWindow | undefined;

/** Windows that have not been closed, oldest first. */
export function openWindows(): BrowserWindow[] {
  return [...open.values()];
}

export function addWindow(window: BrowserWindow): void {
  open.set(window.id, window);
  focused = window;
}

export function removeWindow(window: BrowserWindow): void {
  open.delete(window.id);
  if (focused === window) focused = undefined;
}

export function focusWindow(window: BrowserWindow): void {
  focused = window;
}

/** The window last opened or focused, unless it has been closed since. */
export function focusedWindow(): BrowserWindow | null {
  return focused ?? null;
}
