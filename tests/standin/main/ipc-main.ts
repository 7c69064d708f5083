import { EventEmitter } from 'node:events';
import { cloneCodec } from '../clone.ts';
import type { MainMessage, PageMessage } from '../page/channel.ts';
import type { WebContents } from '../window/web-contents.ts';

type Handler = (event: object, ...args: unknown[]) => unknown;

const codec = cloneCodec();
const handlers = new Map<string, Handler>();

/** Electron's `ipcMain`. */
class IpcMain extends EventEmitter {
  handle(channel: string, handler: Handler): void {
    if (handlers.has(channel)) {
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    }
    handlers.set(channel, handler);
  }
  handleOnce(channel: string, handler: Handler): void {
    this.handle(channel, (event, ...args) => {
      handlers.delete(channel);
      return handler(event, ...args);
    });
  }
  removeHandler(channel: string): void {
    handlers.delete(channel);
  }
}

export const ipcMain = new IpcMain();

/** The text of arguments for the page. @throws Error 'An object could not be cloned.' */
export function encodeArguments(args: readonly unknown[]): string {
  return codec.encode(args);
}

/** Takes one `send` or `invoke` of a page; `answer` is called once for an `invoke`. */
export async function receiveFromPage(
  sender: WebContents,
  message: Extract<PageMessage, { kind: 'send' | 'invoke' }>,
  answer: (reply: MainMessage) => void,
): Promise<void> {
  const { channel } = message;
  // A list, because the page wrote it from the arguments of its call.
  const args = codec.decode(message.args) as unknown[];
  const event = {
    type: 'frame',
    sender,
    senderFrame: sender.mainFrame,
    processId: 1,
    frameId: 1,
    ports: [],
    returnValue: undefined,
    reply: (name: string, ...values: unknown[]) => sender.send(name, ...values),
  };
  if (message.kind === 'send') {
    sender.ipc.emit(channel, event, ...args);
    ipcMain.emit(channel, event, ...args);
    return;
  }
  try {
    const handler = handlers.get(channel);
    if (!handler) throw new Error(`No handler registered for '${channel}'`);
    const value = codec.encode(await handler(event, ...args));
    answer({ kind: 'reply', id: message.id, value });
  } catch (error) {
    answer({ kind: 'reply', id: message.id, error: `Error invoking remote method '${channel}': ${error}` });
  }
}
