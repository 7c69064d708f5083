import { readFileSync } from 'node:fs';
import { registeredSchemes } from '../addresses.ts';
import { cloneCodec } from '../clone.ts';
import { openChannel } from './channel.ts';
import { makeWebUtils } from './chosen-files.ts';
import { makeContextBridge } from './context-bridge.ts';
import { makeIpcRenderer } from './ipc-renderer.ts';
import { watchLinks } from './links.ts';
import { mapOwnScheme } from './own-scheme.ts';

/** What the script of a window is made from. */
export interface PageScriptOptions {
  /** Name of Chromium's binding into the main process. */
  readonly binding: string;
  /** Name under which the page receives. */
  readonly receiver: string;
  /** Absolute path of the preload, a CommonJS file. */
  readonly preload: string | undefined;
  /** `webPreferences.additionalArguments`. */
  readonly additionalArguments: readonly string[];
}

/** The text that runs in every new document of a window before anything else does. */
export function pageScript(options: PageScriptOptions): string {
  const { binding, receiver, preload } = options;
  const process = {
    type: 'renderer',
    platform: globalThis.process.platform,
    arch: globalThis.process.arch,
    versions: globalThis.process.versions,
    argv: ['electron', ...options.additionalArguments],
    env: {},
    sandboxed: true,
    contextIsolated: true,
  };
  return `(() => {
  if (window !== window.top) { delete globalThis[${JSON.stringify(binding)}]; return; }
  const channel = (${openChannel})(${JSON.stringify(binding)}, ${JSON.stringify(receiver)});
  const ipcRenderer = (${makeIpcRenderer})(channel, (${cloneCodec})());
  const webUtils = (${makeWebUtils})(channel);
  const contextBridge = (${makeContextBridge})();
  (${watchLinks})(channel);
  (${mapOwnScheme})(${JSON.stringify(registeredSchemes())});
  const webFrame = { setZoomFactor() {}, getZoomFactor: () => 1, setVisualZoomLevelLimits() {} };
  const electron = { ipcRenderer, webUtils, contextBridge, webFrame };
  const require = (name) => {
    if (/^electron(\\/(common|renderer))?$/.test(name)) return electron;
    throw new Error('module not found: ' + name);
  };
  const module = { exports: {} };
  try {
    ((require, module, exports, process, global) => {
${preload === undefined ? '' : readFileSync(preload, 'utf8')}
    })(require, module, module.exports, ${JSON.stringify(process)}, globalThis);
  } catch (error) {
    console.error('Unable to load preload script: ' + ${JSON.stringify(preload ?? '')});
    console.error(error);
  }
})();`;
}
