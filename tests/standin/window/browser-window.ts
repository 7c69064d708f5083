import { EventEmitter } from 'node:events';
import { browser, isVisible } from '../chromium/running.ts';
import { placeWindow, type Rectangle, setWindowState } from './bounds.ts';
import type { Target } from './target.ts';
import { WebContents, type WebPreferences } from './web-contents.ts';
import { addWindow, focusedWindow, focusWindow, openWindows, removeWindow } from './windows.ts';

/** The parts of Electron's constructor options that matter here; sizes in screen points. */
export interface BrowserWindowOptions extends Partial<Rectangle> {
  readonly minWidth?: number;
  readonly minHeight?: number;
  readonly show?: boolean;
  readonly title?: string;
  readonly webPreferences?: WebPreferences;
}

type WindowState = 'normal' | 'maximized' | 'minimized';

/** Electron's `BrowserWindow`. */
export class BrowserWindow extends EventEmitter {
  readonly id: number;
  readonly webContents: WebContents;
  #bounds: Rectangle;
  #minimum: readonly [number, number];
  #target: Target | undefined;
  #state: WindowState = 'normal';
  #visible: boolean;
  #title: string;
  #closed = false;
  #fullScreen = false;

  constructor(options: BrowserWindowOptions = {}) {
    super();
    const { x = 0, y = 0, width = 800, height = 600, minWidth = 0, minHeight = 0 } = options;
    this.#minimum = [minWidth, minHeight];
    this.#bounds = { x, y, width: Math.max(width, minWidth), height: Math.max(height, minHeight) };
    this.#visible = options.show ?? true;
    this.#title = options.title ?? '';
    this.webContents = new WebContents(
      options.webPreferences ?? {},
      async (target) => {
        this.#target = target;
        await placeWindow(target, this.#bounds);
      },
      () => this.close(),
    );
    this.id = this.webContents.id;
    this.webContents.once('did-finish-load', () => this.emit('ready-to-show', {}));
    this.webContents.once('destroyed', () => {
      // Closed by the person: too late to prevent, but the app may still note what it wants to keep.
      if (!this.#closed) this.emit('close', { preventDefault() {}, defaultPrevented: false });
      this.#gone();
    });
    addWindow(this);
    windowEvents.emit('created', this);
  }

  static getAllWindows(): BrowserWindow[] {
    return openWindows();
  }
  static fromWebContents(contents: WebContents): BrowserWindow | null {
    return openWindows().find((window) => window.webContents === contents) ?? null;
  }
  static fromId(id: number): BrowserWindow | null {
    return openWindows().find((window) => window.id === id) ?? null;
  }
  static getFocusedWindow(): BrowserWindow | null {
    return focusedWindow();
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url);
  }
  loadFile(file: string): Promise<void> {
    return this.webContents.loadFile(file);
  }
  reload(): void {
    this.webContents.reload();
  }

  show(): void {
    this.#visible = true;
    this.emit('show', {});
    this.focus();
  }
  showInactive(): void {
    this.#visible = true;
    this.emit('show', {});
  }
  hide(): void {
    this.#visible = false;
    this.emit('hide', {});
  }
  isVisible(): boolean {
    return this.#visible && !this.#closed;
  }
  focus(): void {
    focusWindow(this);
    if (isVisible() && this.#target) this.#target.session.send('Page.bringToFront').catch(() => undefined);
    this.emit('focus', {});
  }
  blur(): void {
    this.emit('blur', {});
  }
  isFocused(): boolean {
    return focusedWindow() === this;
  }

  /** Asks the app by `close`, which it may prevent, then destroys the window. */
  close(): void {
    if (this.#closed) return;
    let prevented = false;
    const preventDefault = () => {
      prevented = true;
    };
    const event = {
      preventDefault,
      get defaultPrevented() {
        return prevented;
      },
    };
    this.emit('close', event);
    if (!prevented) this.destroy();
  }
  destroy(): void {
    const targetId = this.#target?.id;
    if (targetId)
      browser()
        .connection.browser.send('Target.closeTarget', { targetId })
        .catch(() => undefined);
    this.#gone();
  }
  isDestroyed(): boolean {
    return this.#closed;
  }

  getBounds(): Rectangle {
    return { ...this.#bounds };
  }
  getNormalBounds(): Rectangle {
    return { ...this.#bounds };
  }
  getContentBounds(): Rectangle {
    return { ...this.#bounds };
  }
  setBounds(bounds: Partial<Rectangle>): void {
    const wanted = { ...this.#bounds, ...bounds };
    const [minWidth, minHeight] = this.#minimum;
    this.#bounds = {
      ...wanted,
      width: Math.max(wanted.width, minWidth),
      height: Math.max(wanted.height, minHeight),
    };
    if (this.#target) placeWindow(this.#target, this.#bounds).catch(() => undefined);
    if (bounds.width !== undefined || bounds.height !== undefined) this.emit('resize', {});
    if (bounds.x !== undefined || bounds.y !== undefined) this.emit('move', {});
  }
  getSize(): [number, number] {
    return [this.#bounds.width, this.#bounds.height];
  }
  setSize(width: number, height: number): void {
    this.setBounds({ width, height });
  }
  getPosition(): [number, number] {
    return [this.#bounds.x, this.#bounds.y];
  }
  setPosition(x: number, y: number): void {
    this.setBounds({ x, y });
  }
  getMinimumSize(): [number, number] {
    return [...this.#minimum];
  }
  setMinimumSize(width: number, height: number): void {
    this.#minimum = [width, height];
  }
  center(): void {}

  maximize(): void {
    this.#setState('maximized', 'maximize');
  }
  unmaximize(): void {
    this.#setState('normal', 'unmaximize');
  }
  isMaximized(): boolean {
    return this.#state === 'maximized';
  }
  minimize(): void {
    this.#setState('minimized', 'minimize');
  }
  restore(): void {
    this.#setState('normal', 'restore');
  }
  isMinimized(): boolean {
    return this.#state === 'minimized';
  }
  setFullScreen(on: boolean): void {
    this.#fullScreen = on;
    this.emit(on ? 'enter-full-screen' : 'leave-full-screen', {});
  }
  isFullScreen(): boolean {
    return this.#fullScreen;
  }

  getTitle(): string {
    return this.#title;
  }
  setTitle(title: string): void {
    this.#title = title;
  }
  setMenu(): void {}
  removeMenu(): void {}
  setMenuBarVisibility(): void {}
  setAutoHideMenuBar(): void {}
  setBackgroundColor(): void {}
  setTitleBarOverlay(): void {}
  setProgressBar(): void {}
  setOverlayIcon(): void {}
  setIcon(): void {}
  setRepresentedFilename(): void {}
  setDocumentEdited(): void {}
  setContentProtection(): void {}
  flashFrame(): void {}
  moveTop(): void {}

  #setState(state: WindowState, event: string): void {
    this.#state = state;
    if (isVisible() && this.#target) setWindowState(this.#target, state).catch(() => undefined);
    this.emit(event, {});
  }

  #gone(): void {
    if (this.#closed) return;
    this.#closed = true;
    removeWindow(this);
    this.emit('closed', {});
    windowEvents.emit('closed');
  }
}

/** Emits `created` with each new window, and `closed` after each window's own `closed`. */
export const windowEvents = new EventEmitter();
