import type { CloneCodec } from '../clone.ts';
import type { Channel } from './channel.ts';

type Listener = (event: object, ...args: unknown[]) => void;

/** Electron's `ipcRenderer`, as one function without outside names. Runs in the page. */
export function makeIpcRenderer(channel: Channel, codec: CloneCodec): object {
  const listeners = new Map<string, Listener[]>();
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let lastId = 0;

  channel.listen((message) => {
    if (message.kind === 'event') {
      // A list, because it was written from the arguments of send.
      const args = codec.decode(message.args) as unknown[];
      for (const listener of [...(listeners.get(message.channel) ?? [])]) {
        listener({ sender: ipcRenderer, ports: [], senderId: 0 }, ...args);
      }
    } else if (message.kind === 'reply') {
      const call = waiting.get(message.id);
      waiting.delete(message.id);
      if (message.error !== undefined) call?.reject(new Error(message.error));
      else call?.resolve(codec.decode(message.value ?? '[["u"],[]]'));
    }
  });

  const on = (name: string, listener: Listener) => {
    listeners.set(name, [...(listeners.get(name) ?? []), listener]);
    return ipcRenderer;
  };
  const off = (name: string, listener: Listener) => {
    const kept = listeners.get(name) ?? [];
    const at = kept.lastIndexOf(listener);
    if (at >= 0) listeners.set(name, kept.toSpliced(at, 1));
    return ipcRenderer;
  };
  const refuse = (name: string) => () => {
    throw new Error(`ipcRenderer.${name} is not part of the Electron stand-in`);
  };

  const ipcRenderer: Record<string, unknown> = {
    invoke(name: string, ...args: unknown[]): Promise<unknown> {
      return new Promise((resolve, reject) => {
        const text = codec.encode(args);
        lastId += 1;
        waiting.set(lastId, { resolve, reject });
        channel.post({ kind: 'invoke', id: lastId, channel: name, args: text });
      });
    },
    send(name: string, ...args: unknown[]): void {
      channel.post({ kind: 'send', channel: name, args: codec.encode(args) });
    },
    once(name: string, listener: Listener) {
      const first: Listener = (event, ...args) => {
        off(name, first);
        listener(event, ...args);
      };
      return on(name, first);
    },
    removeAllListeners(name?: string) {
      if (name === undefined) listeners.clear();
      else listeners.delete(name);
      return ipcRenderer;
    },
    on,
    addListener: on,
    off,
    removeListener: off,
    listenerCount: (name: string) => listeners.get(name)?.length ?? 0,
    sendSync: refuse('sendSync'),
    postMessage: refuse('postMessage'),
  };
  return ipcRenderer;
}
