import { appOrigin, toAppAddress } from '../addresses.ts';

/** Electron's `WebFrameMain` of a window's main frame: addresses are the app's own. */
export class MainFrame {
  readonly name = '';
  readonly parent = null;
  readonly processId = 1;
  readonly routingId = 1;
  readonly frameTreeNodeId = 1;
  readonly detached = false;
  #browserAddress = '';

  get url(): string {
    return toAppAddress(this.#browserAddress);
  }
  get origin(): string {
    return appOrigin(this.url);
  }
  get top(): this {
    return this;
  }
  get frames(): readonly never[] {
    return [];
  }
  isDestroyed(): boolean {
    return false;
  }

  /** Notes where Chromium says the frame is. */
  moveTo(browserAddress: string): void {
    this.#browserAddress = browserAddress;
  }
}
