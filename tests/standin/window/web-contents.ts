import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { toAppAddress, toBrowserAddress } from '../addresses.ts';
import type { Session } from '../chromium/connection.ts';
import { encodeArguments } from '../main/ipc-main.ts';
import { applyTheme } from '../main/native-theme.ts';
import { defaultSession } from '../main/session.ts';
import { pageScript } from '../page/script.ts';
import { MainFrame } from './frame.ts';
import { hearPage, tellPage } from './page-messages.ts';
import { chromiumPdfOptions, type PrintToPdfOptions } from './pdf.ts';
import { openTarget, release, type Target, whenTargetCloses } from './target.ts';

/** The parts of `webPreferences` that matter here. */
export interface WebPreferences {
  readonly preload?: string;
  readonly additionalArguments?: readonly string[];
  readonly zoomFactor?: number;
}

type OpenHandler = (details: { url: string; frameName: string; disposition: string }) => { action: string };

const all = new Set<WebContents>();
let lastId = 0;

/** Electron's `WebContents` of one window. */
export class WebContents extends EventEmitter {
  readonly id: number;
  readonly session = defaultSession;
  readonly mainFrame = new MainFrame();
  /** Listeners for this window's messages alone, as `webContents.ipc`. */
  readonly ipc = new EventEmitter();
  readonly #preferences: WebPreferences;
  readonly #receiver = `standin${randomUUID().replaceAll('-', '')}`;
  readonly #onAttached: (target: Target) => Promise<void>;
  readonly #close: () => void;
  #opening: Promise<Target> | undefined;
  #target: Target | undefined;
  #openHandler: OpenHandler = () => ({ action: 'deny' });
  #ownAddress: string | undefined;
  #loading = false;
  #destroyed = false;
  #zoom: number;

  /**
   * @param onAttached is awaited before the first document loads.
   * @param close closes the window that shows this.
   */
  constructor(preferences: WebPreferences, onAttached: (target: Target) => Promise<void>, close: () => void) {
    super();
    lastId += 1;
    this.id = lastId;
    this.#preferences = preferences;
    this.#zoom = preferences.zoomFactor ?? 1;
    this.#onAttached = onAttached;
    this.#close = close;
    all.add(this);
  }

  static all(): WebContents[] {
    return [...all];
  }

  /** The contents Chromium knows by that target id, as Playwright asks. */
  static byTarget(id: string): WebContents | undefined {
    return [...all].find((contents) => contents.targetId === id);
  }

  get targetId(): string | undefined {
    return this.#target?.id;
  }
  get devToolsWebContents(): null {
    return null;
  }

  async loadURL(address: string): Promise<void> {
    const url = toBrowserAddress(address);
    this.#ownAddress = withoutFragment(toAppAddress(url));
    const first = this.#opening === undefined;
    const target = await this.#attach(url);
    await defaultSession.settlePermissions(address);
    const loaded = new Promise<void>((resolve, reject) => {
      this.once('did-finish-load', resolve);
      this.once('destroyed', () => reject(new Error(`The window closed while loading ${address}`)));
    });
    loaded.catch(() => undefined);
    if (first) {
      await release(target);
      return loaded;
    }
    const { errorText: failure } = await target.session.send('Page.navigate', { url });
    if (!failure) return loaded;
    this.emit('did-fail-load', {}, -2, failure, address, true);
    throw new Error(`${failure} loading '${address}'`);
  }

  loadFile(file: string): Promise<void> {
    return this.loadURL(new URL(file, `file://${process.cwd()}/`).href);
  }

  send(channel: string, ...args: unknown[]): void {
    const message = { kind: 'event', channel, args: encodeArguments(args) } as const;
    if (this.#target) tellPage(this.#target.session, this.#receiver, message);
    else
      this.#opening?.then(({ session }) => tellPage(session, this.#receiver, message)).catch(() => undefined);
  }

  async executeJavaScript(code: string): Promise<unknown> {
    const { session } = await this.#attached();
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression: code,
      awaitPromise: true,
      returnByValue: true,
      userGesture: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  async printToPDF(options: PrintToPdfOptions = {}): Promise<Buffer> {
    const { session } = await this.#attached();
    const { data } = await session.send('Page.printToPDF', chromiumPdfOptions(options));
    return Buffer.from(data, 'base64');
  }

  /** There is no printer here: the callback is told so. */
  print(_options: object = {}, done?: (success: boolean, reason: string) => void): void {
    queueMicrotask(() => done?.(false, 'Printing to a printer needs the real shell'));
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler;
  }

  /** Asks the app about a window its page wishes to open; none is opened whatever it says. */
  askForWindow(url: string, frameName: string): void {
    this.#openHandler({ url, frameName, disposition: 'new-window' });
  }

  /** Whether the app lets its page go to `address`, asked through `will-navigate`. */
  mayNavigate(address: string): boolean {
    const own = this.#ownAddress;
    this.#ownAddress = undefined;
    if (own === address || withoutFragment(this.getURL()) === address) return true;
    let prevented = false;
    const preventDefault = () => {
      prevented = true;
    };
    this.emit(
      'will-navigate',
      { url: address, isMainFrame: true, frame: this.mainFrame, preventDefault },
      address,
    );
    return !prevented;
  }

  reload(): void {
    this.#attached()
      .then(({ session }) => session.send('Page.reload'))
      .catch(() => undefined);
  }
  getURL(): string {
    return this.mainFrame.url;
  }
  getTitle(): string {
    return '';
  }
  isLoading(): boolean {
    return this.#loading;
  }
  isDestroyed(): boolean {
    return this.#destroyed;
  }
  isCrashed(): boolean {
    return false;
  }
  isFocused(): boolean {
    return true;
  }
  focus(): void {}
  close(): void {
    this.#close();
  }
  openDevTools(): void {}
  closeDevTools(): void {}
  toggleDevTools(): void {}
  isDevToolsOpened(): boolean {
    return false;
  }
  setVisualZoomLevelLimits(): Promise<void> {
    return Promise.resolve();
  }
  setBackgroundThrottling(): void {}

  getZoomFactor(): number {
    return this.#zoom;
  }
  get zoomFactor(): number {
    return this.#zoom;
  }
  set zoomFactor(factor: number) {
    this.setZoomFactor(factor);
  }
  getZoomLevel(): number {
    return Math.log(this.#zoom) / Math.log(1.2);
  }
  setZoomLevel(level: number): void {
    this.setZoomFactor(1.2 ** level);
  }
  setZoomFactor(factor: number): void {
    this.#zoom = factor;
    this.#attached()
      .then(({ session }) => zoom(session, factor))
      .catch(() => undefined);
  }

  #attached(): Promise<Target> {
    return this.#opening ?? Promise.reject(new Error('The window has not loaded anything yet'));
  }

  #attach(url: string): Promise<Target> {
    this.#opening ??= this.#open(url);
    return this.#opening;
  }

  async #open(url: string): Promise<Target> {
    const target = await openTarget(url, (frame, address) => {
      return WebContents.byTarget(frame)?.mayNavigate(address) ?? true;
    });
    this.#target = target;
    whenTargetCloses(target.id, () => this.#gone());
    const { session } = target;
    this.#listen(session);
    const binding = `${this.#receiver}Post`;
    const { preload, additionalArguments = [] } = this.#preferences;
    const source = pageScript({ binding, receiver: this.#receiver, preload, additionalArguments });
    await Promise.all([
      session.send('Page.enable'),
      session.send('Runtime.enable'),
      session.send('Runtime.addBinding', { name: binding }),
      session.send('Page.addScriptToEvaluateOnNewDocument', { source }),
      applyTheme(session),
      this.#zoom === 1 ? undefined : zoom(session, this.#zoom),
      this.#onAttached(target),
    ]);
    return target;
  }

  #listen(session: Session): void {
    session.on('Runtime.bindingCalled', ({ name, payload }) => {
      if (name !== `${this.#receiver}Post`) return;
      hearPage(this, session, this.#receiver, JSON.parse(payload)).catch((error: unknown) => {
        process.stderr.write(`The stand-in could not answer the page: ${error}\n`);
      });
    });
    session.on('Page.frameNavigated', ({ frame }) => {
      if (frame.parentId) return;
      this.#loading = true;
      this.mainFrame.moveTo(frame.url + (frame.urlFragment ?? ''));
      this.emit('did-navigate', {}, this.getURL(), 200, 'OK');
    });
    session.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
      if (frameId === this.targetId) this.mainFrame.moveTo(url);
      this.emit('did-navigate-in-page', {}, toAppAddress(url), frameId === this.targetId);
    });
    session.on('Page.domContentEventFired', () => this.#onDocument('dom-ready'));
    session.on('Page.loadEventFired', () => this.#onDocument('did-finish-load'));
    session.on('Inspector.targetCrashed', () => {
      this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 });
    });
    session.on('Runtime.consoleAPICalled', ({ type, args }) => {
      const message = args.map(({ value, description }) => String(value ?? description ?? '')).join(' ');
      this.emit('console-message', { level: type, message, frame: this.mainFrame });
    });
  }

  #onDocument(event: 'dom-ready' | 'did-finish-load'): void {
    if (!this.#loading) return;
    if (event === 'did-finish-load') this.#loading = false;
    this.emit(event, {});
  }

  #gone(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    all.delete(this);
    this.emit('destroyed');
  }
}

/** Page zoom as a browser does it: a smaller layout drawn with more dots. */
async function zoom(session: Session, factor: number): Promise<void> {
  await session.send('Emulation.clearDeviceMetricsOverride');
  if (factor === 1) return;
  const { cssLayoutViewport } = await session.send('Page.getLayoutMetrics');
  await session.send('Emulation.setDeviceMetricsOverride', {
    width: Math.round(cssLayoutViewport.clientWidth / factor),
    height: Math.round(cssLayoutViewport.clientHeight / factor),
    deviceScaleFactor: factor,
    mobile: false,
  });
}

/** An address as it is requested. */
function withoutFragment(address: string): string {
  return address.split('#')[0] ?? address;
}
