import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { Bridge } from '../shared/ipc/bridge.ts';
import { isChannelName } from '../shared/ipc/channels.ts';
import { EVENT_NAMES } from '../shared/ipc/events.ts';

const bridge: Bridge = {
  invoke: (name, input) =>
    isChannelName(name)
      ? ipcRenderer.invoke(name, input)
      : Promise.resolve({
          ok: false,
          error: { code: 'unknown-channel', message: `There is no channel “${String(name)}”.`, fix: '' },
        }),
  on: (name, listener) => {
    if (!EVENT_NAMES.includes(name)) throw new Error(`There is no event “${String(name)}”.`);
    const forward = (_event: unknown, value: Parameters<typeof listener>[0]) => listener(value);
    ipcRenderer.on(name, forward);
    return () => {
      ipcRenderer.removeListener(name, forward);
    };
  },
  pathOf: (file) => webUtils.getPathForFile(file),
  // Standing is built for these three alone.
  platform: process.platform as Bridge['platform'],
};

contextBridge.exposeInMainWorld('standing', bridge);
