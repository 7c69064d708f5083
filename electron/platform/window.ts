import { join } from 'node:path';
import { BrowserWindow, nativeTheme, screen } from 'electron';
import { HOME } from './page-address.ts';
import { remembered } from './remembered.ts';
import { openingBounds, recallPlace, SMALLEST } from './window-bounds.ts';

/** What every page of ours runs under. */
export const CONFINED = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webSecurity: true,
  spellcheck: false,
} as const;

export interface WindowParts {
  readonly preload: string;
  /** The program's own folder, where the window's place is remembered. */
  readonly userData: string;
  /** Address of the development server instead of the built pages. */
  readonly development: string | null;
}

/** Opens the one window where it was left. */
export function openWindow({ preload, userData, development }: WindowParts): BrowserWindow {
  const memory = remembered(join(userData, 'window.json'), recallPlace);
  const { bounds, maximized } = memory.read();
  const screens = screen.getAllDisplays().map((display) => display.workArea);
  const window = new BrowserWindow({
    ...openingBounds(bounds, screens),
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    title: 'Standing',
    show: false,
    // The page's own ground, so that nothing flashes before it is drawn.
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#16181b' : '#fbfbfa',
    webPreferences: { ...CONFINED, preload },
  });
  window.once('ready-to-show', () => {
    if (maximized) window.maximize();
    window.show();
  });
  window.on('close', () => {
    memory.write({ bounds: window.getNormalBounds(), maximized: window.isMaximized() });
  });
  void window.loadURL(development ?? HOME);
  return window;
}
