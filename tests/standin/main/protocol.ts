import { registerScheme } from '../addresses.ts';

/** Answers one request of the app's own scheme. */
export type SchemeHandler = (request: Request) => Response | Promise<Response>;

const handlers = new Map<string, SchemeHandler>();

/** The handler of a scheme (`app`, without colon), if the app has given one. */
export function handlerOf(scheme: string): SchemeHandler | undefined {
  return handlers.get(scheme);
}

/** Electron's `protocol`. */
export const protocol = {
  registerSchemesAsPrivileged(schemes: readonly { readonly scheme: string }[]): void {
    for (const { scheme } of schemes) registerScheme(scheme);
  },
  handle(scheme: string, handler: SchemeHandler): void {
    if (handlers.has(scheme)) throw new Error(`Protocol ${scheme} is already handled`);
    registerScheme(scheme);
    handlers.set(scheme, handler);
  },
  unhandle(scheme: string): void {
    handlers.delete(scheme);
  },
  isProtocolHandled(scheme: string): boolean {
    return handlers.has(scheme) || ['http', 'https', 'file', 'data', 'blob'].includes(scheme);
  },
};
