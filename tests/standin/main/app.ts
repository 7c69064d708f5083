import { EventEmitter } from 'node:events';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { readPackage } from '../argv.ts';
import { type BrowserWindow, windowEvents } from '../window/browser-window.ts';
import { openWindows } from '../window/windows.ts';
import { foldersUnder, standardPaths } from './app-paths.ts';
import { commandLine } from './command-line.ts';
import { takeInstanceLock } from './single-instance.ts';

/** Electron's `app`. */
class App extends EventEmitter {
  readonly commandLine = commandLine;
  readonly isPackaged = false;
  readonly runningUnderARM64Translation = false;
  applicationMenu: unknown = null;
  userAgentFallback = '';
  #name = 'Electron';
  #version = '';
  #appPath = process.cwd();
  readonly #paths: Record<string, string> = {};
  #ready = false;
  #quitting = false;
  #locked = false;
  readonly #whenReady = Promise.withResolvers<void>();

  constructor() {
    super();
    windowEvents.on('closed', () => this.#onWindowClosed());
    windowEvents.on('created', (window: BrowserWindow) => {
      this.emit('web-contents-created', {}, window.webContents);
      this.emit('browser-window-created', {}, window);
    });
  }

  /** Takes name and version from the app's package.json. */
  describe(appPath: string): void {
    const { productName, name, version } = readPackage(appPath);
    this.#appPath = appPath;
    this.#name = productName ?? name ?? 'Electron';
    this.#version = version ?? '';
  }
  /** Says that the app may open windows now. */
  becomeReady(): void {
    this.#ready = true;
    this.emit('will-finish-launching');
    this.emit('ready', {}, {});
    this.#whenReady.resolve();
  }

  whenReady(): Promise<void> {
    return this.#whenReady.promise;
  }
  isReady(): boolean {
    return this.#ready;
  }
  getName(): string {
    return this.#name;
  }
  get name(): string {
    return this.#name;
  }
  set name(name: string) {
    this.#name = name;
  }
  setName(name: string): void {
    this.#name = name;
  }
  getVersion(): string {
    return this.#version;
  }
  getAppPath(): string {
    return this.#appPath;
  }
  getLocale(): string {
    return commandLine.getSwitchValue('lang') || 'en-US';
  }
  getSystemLocale(): string {
    return this.getLocale();
  }
  getPreferredSystemLanguages(): string[] {
    return [this.getLocale()];
  }
  getLocaleCountryCode(): string {
    return 'US';
  }

  /** @throws Error for a name Electron does not know. */
  getPath(name: string): string {
    const standard = standardPaths(this.#name);
    const chosen = commandLine.getSwitchValue('user-data-dir');
    const userData = this.#paths.userData ?? (chosen ? path.resolve(chosen) : (standard.userData ?? ''));
    const found = { ...standard, ...foldersUnder(userData), userData, ...this.#paths }[name];
    if (found === undefined) throw new Error(`Failed to get '${name}' path`);
    if (name === 'userData') mkdirSync(found, { recursive: true });
    return found;
  }
  setPath(name: string, folder: string): void {
    if (!path.isAbsolute(folder)) throw new Error('Path must be absolute');
    this.#paths[name] = folder;
  }
  setAppLogsPath(folder?: string): void {
    this.#paths.logs = folder ?? path.join(this.getPath('userData'), 'logs');
  }

  requestSingleInstanceLock(additionalData?: unknown): boolean {
    if (this.#locked) return true;
    const mine = { argv: process.argv, workingDirectory: process.cwd(), additionalData };
    this.#locked = takeInstanceLock(this.getPath('userData'), mine, (second) => {
      this.emit('second-instance', {}, second.argv, second.workingDirectory, second.additionalData);
    });
    return this.#locked;
  }
  hasSingleInstanceLock(): boolean {
    return this.#locked;
  }
  releaseSingleInstanceLock(): void {}

  /** Closes every window and ends, unless `before-quit`, a window or `will-quit` prevents it. */
  quit(): void {
    if (this.#quitting || !this.#allows('before-quit')) return;
    this.#quitting = true;
    for (const window of openWindows()) {
      window.close();
      if (!window.isDestroyed()) this.#quitting = false;
    }
    if (this.#quitting) this.#end();
  }
  /** Ends at once, asking nobody. */
  exit(code = 0): never {
    this.emit('quit', {}, code);
    process.exit(code);
  }
  relaunch(): void {}
  focus(): void {}
  hide(): void {}
  show(): void {}

  setAppUserModelId(): void {}
  setAboutPanelOptions(): void {}
  showAboutPanel(): void {}
  setAsDefaultProtocolClient(): boolean {
    return false;
  }
  setLoginItemSettings(): void {}
  setBadgeCount(): boolean {
    return false;
  }
  addRecentDocument(): void {}
  clearRecentDocuments(): void {}
  enableSandbox(): void {}
  disableHardwareAcceleration(): void {}
  isAccessibilitySupportEnabled(): boolean {
    return false;
  }
  isInApplicationsFolder(): boolean {
    return true;
  }
  getAppMetrics(): readonly never[] {
    return [];
  }
  getGPUFeatureStatus(): object {
    return {};
  }

  #allows(event: string): boolean {
    let allowed = true;
    const preventDefault = () => {
      allowed = false;
    };
    this.emit(event, { preventDefault });
    return allowed;
  }

  #end(): void {
    if (this.#allows('will-quit')) this.exit(0);
    else this.#quitting = false;
  }

  #onWindowClosed(): void {
    if (openWindows().length > 0 || this.#quitting) return;
    if (this.listenerCount('window-all-closed') > 0) this.emit('window-all-closed');
    else this.quit();
  }
}

export const app = new App();
