import { Browser, type BrowserOptions } from './browser.ts';

let options: BrowserOptions = { visible: false, announcePort: false, withoutSandbox: false };
let running: Browser | undefined;

/** Settles how Chromium is to be started; it is started by the first `browser()`. */
export function configureBrowser(chosen: BrowserOptions): void {
  options = chosen;
}

/** The one Chromium of this process. */
export function browser(): Browser {
  running ??= new Browser(options);
  return running;
}

/** Whether windows are drawn on a display. */
export function isVisible(): boolean {
  return options.visible;
}
