import type { Bridge } from '../../shared/ipc/bridge.ts';

declare global {
  interface Window {
    /** Put there by the preload script; only `renderer/api` touches it. */
    readonly standing: Bridge;
  }
}

/** The bridge to the main process. */
export function bridge(): Bridge {
  return window.standing;
}

/** Whether this computer is a Mac, where the command key does what Ctrl does elsewhere. */
export function isMac(): boolean {
  return bridge().platform === 'darwin';
}

/** The path of a file dropped on the window or chosen in it. */
export function pathOfFile(file: File): string {
  return bridge().pathOf(file);
}
