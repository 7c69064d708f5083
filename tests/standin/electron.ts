// What `import … from 'electron'` and `require('electron')` answer in the main process.
import { app } from './main/app.ts';
import { ClipboardItem, clipboard } from './main/clipboard.ts';
import { dialog } from './main/dialog.ts';
import { ipcMain } from './main/ipc-main.ts';
import { Menu, MenuItem } from './main/menu.ts';
import { nativeTheme } from './main/native-theme.ts';
import { net } from './main/net.ts';
import { protocol } from './main/protocol.ts';
import {
  autoUpdater,
  crashReporter,
  globalShortcut,
  Notification,
  powerMonitor,
  powerSaveBlocker,
} from './main/quiet-parts.ts';
import { safeStorage } from './main/safe-storage.ts';
import { screen } from './main/screen.ts';
import { session } from './main/session.ts';
import { shell } from './main/shell.ts';
import { utilityProcess } from './main/utility-process.ts';
import { BrowserWindow } from './window/browser-window.ts';
import { WebContents } from './window/web-contents.ts';
import { focusedWindow } from './window/windows.ts';

/** Electron's `webContents`. */
const webContents = {
  getAllWebContents: () => WebContents.all(),
  getFocusedWebContents: () => focusedWindow()?.webContents ?? null,
  fromId: (id: number) => WebContents.all().find((contents) => contents.id === id),
  /** Playwright asks this to find the window of a page. */
  fromDevToolsTargetId: (id: string) => WebContents.byTarget(id),
};

const electron = {
  app,
  autoUpdater,
  BrowserWindow,
  ClipboardItem,
  clipboard,
  crashReporter,
  dialog,
  globalShortcut,
  ipcMain,
  Menu,
  MenuItem,
  nativeTheme,
  net,
  Notification,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  utilityProcess,
  webContents,
};

export {
  app,
  autoUpdater,
  BrowserWindow,
  ClipboardItem,
  clipboard,
  crashReporter,
  dialog,
  globalShortcut,
  ipcMain,
  Menu,
  MenuItem,
  Notification,
  nativeTheme,
  net,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  utilityProcess,
  webContents,
};
export default electron;
