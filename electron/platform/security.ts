import { app, protocol, type Session } from 'electron';
import { isOwnPage, SCHEME } from './page-address.ts';

/** Makes the window's own scheme behave as a web origin. Call before the app is ready. */
export function registerOwnScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
  ]);
}

/** Denies every page, of every window, to go elsewhere, to open windows and to embed others. */
export function confineContents(development: string | null): void {
  app.on('web-contents-created', (_created, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-attach-webview', (event) => event.preventDefault());
    for (const navigation of ['will-navigate', 'will-redirect'] as const) {
      // Both events hand over an address; their other details differ.
      contents.on(navigation as 'will-navigate', (event) => {
        if (!isOwnPage(event.url, development)) event.preventDefault();
      });
    }
  });
}

/** Denies every permission but putting text on the clipboard, which the window's Copy buttons do. */
export function denyPermissions(session: Session, development: string | null): void {
  const allowed = (permission: string, address: string) =>
    permission === 'clipboard-sanitized-write' && isOwnPage(address, development);
  session.setPermissionRequestHandler((contents, permission, answer) => {
    answer(allowed(permission, contents?.getURL() ?? ''));
  });
  session.setPermissionCheckHandler((_contents, permission, origin) => allowed(permission, origin));
  session.setDevicePermissionHandler(() => false);
}
