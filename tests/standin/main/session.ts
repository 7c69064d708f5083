import { EventEmitter } from 'node:events';
import { toBrowserAddress } from '../addresses.ts';
import type { Protocol } from '../chromium/protocol-types.ts';
import { browser } from '../chromium/running.ts';
import { protocol } from './protocol.ts';

type RequestHandler = (
  contents: null,
  permission: string,
  answer: (allow: boolean) => void,
  details: object,
) => void;
type CheckHandler = (contents: null, permission: string, origin: string, details: object) => boolean;
type BeforeRequest = (details: object, answer: (decision: { cancel?: boolean }) => void) => void;

/** Electron's name of a permission, and Chromium's descriptor of the same. */
const PERMISSIONS: readonly (readonly [string, string])[] = [
  ['geolocation', 'geolocation'],
  ['notifications', 'notifications'],
  ['media', 'camera'],
  ['media', 'microphone'],
  ['midi', 'midi'],
  ['clipboard-read', 'clipboard-read'],
  ['clipboard-sanitized-write', 'clipboard-write'],
];

/** Electron's `Session`, of which the stand-in has one. */
class WindowSession extends EventEmitter {
  #request: RequestHandler | null = null;
  #check: CheckHandler | null = null;
  #beforeRequest: BeforeRequest | null = null;

  readonly protocol = protocol;
  readonly webRequest = {
    onBeforeRequest: (...words: unknown[]): void => {
      // A filter may come before the listener; the stand-in asks about every address.
      this.#beforeRequest = (words.at(-1) as BeforeRequest | null) ?? null;
    },
    onHeadersReceived: (): void => undefined,
    onBeforeSendHeaders: (): void => undefined,
  };

  setPermissionRequestHandler(handler: RequestHandler | null): void {
    this.#request = handler;
  }
  setPermissionCheckHandler(handler: CheckHandler | null): void {
    this.#check = handler;
  }
  setDevicePermissionHandler(): void {}
  setDisplayMediaRequestHandler(): void {}
  setCertificateVerifyProc(): void {}
  setUserAgent(): void {}
  setSpellCheckerEnabled(): void {}
  setSpellCheckerLanguages(): void {}
  setProxy(): Promise<void> {
    return Promise.resolve();
  }
  clearCache(): Promise<void> {
    return Promise.resolve();
  }
  clearStorageData(): Promise<void> {
    return Promise.resolve();
  }

  /** Whether the app's `onBeforeRequest` refuses this address (in the app's own scheme). */
  refuses(details: { url: string; method: string; resourceType: string }): Promise<boolean> {
    const listener = this.#beforeRequest;
    if (!listener) return Promise.resolve(false);
    return new Promise((resolve) => listener(details, ({ cancel }) => resolve(cancel === true)));
  }

  /** Asks the app's handlers about each permission and settles them in Chromium for one page's origin. */
  async settlePermissions(address: string): Promise<void> {
    const url = toBrowserAddress(address);
    if ((!this.#request && !this.#check) || !URL.canParse(url)) return;
    const origin = new URL(url).origin;
    if (origin === 'null') return;
    for (const [permission, name] of PERMISSIONS) {
      const setting: Protocol.Browser.PermissionSetting = (await this.#allows(permission, address))
        ? 'granted'
        : 'denied';
      await browser()
        .connection.browser.send('Browser.setPermission', { permission: { name }, setting, origin })
        .catch(() => undefined);
    }
  }

  #allows(permission: string, address: string): Promise<boolean> {
    if (this.#check && !this.#check(null, permission, address, {})) return Promise.resolve(false);
    const request = this.#request;
    if (!request) return Promise.resolve(true);
    return new Promise((resolve) => request(null, permission, resolve, { requestingUrl: address }));
  }
}

export const defaultSession = new WindowSession();

/** Electron's `session`: every partition is the one session. */
export const session = {
  defaultSession,
  fromPartition: (): WindowSession => defaultSession,
};
