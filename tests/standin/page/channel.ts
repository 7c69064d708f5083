/** A message from the page to the main process. */
export type PageMessage =
  | { readonly kind: 'invoke'; readonly id: number; readonly channel: string; readonly args: string }
  | { readonly kind: 'send'; readonly channel: string; readonly args: string }
  | { readonly kind: 'files'; readonly id: number; readonly count: number }
  | { readonly kind: 'open'; readonly url: string; readonly frameName: string };

/** A message from the main process to the page. */
export type MainMessage =
  | { readonly kind: 'reply'; readonly id: number; readonly value?: string; readonly error?: string }
  | { readonly kind: 'event'; readonly channel: string; readonly args: string }
  | { readonly kind: 'paths'; readonly id: number; readonly paths: readonly string[] };

/** The page's end of the connection to the main process. */
export interface Channel {
  readonly post: (message: PageMessage) => void;
  readonly listen: (listener: (message: MainMessage) => void) => void;
  /** Files of which the main process asks the path, by request. */
  readonly files: Map<number, readonly File[]>;
}

/**
 * Takes the binding off the window, so that the page cannot post, and puts the receiving end there
 * under a name of chance. Runs in the page.
 */
export function openChannel(binding: string, receiver: string): Channel {
  const page: Record<string, unknown> = Object(globalThis);
  // Chromium made the binding: a function of one text.
  const post = page[binding] as (text: string) => void;
  delete page[binding];
  const listeners: ((message: MainMessage) => void)[] = [];
  const files = new Map<number, readonly File[]>();
  Object.defineProperty(page, receiver, {
    enumerable: false,
    value: {
      deliver(message: MainMessage): void {
        for (const listener of listeners) listener(message);
      },
      file: (id: number, index: number) => files.get(id)?.[index],
    },
  });
  return {
    post: (message) => post(JSON.stringify(message)),
    listen: (listener) => {
      listeners.push(listener);
    },
    files,
  };
}
