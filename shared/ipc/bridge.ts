import type { AnswerOf, ChannelName, InputOf } from './contract.ts';
import type { ErrorShape } from './errors.ts';
import type { EventName, Events } from './events.ts';

/** An answer as it crosses: a value, or an error worded for the desk. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: ErrorShape };

/** What the preload script puts on `window.standing`; the raw ipcRenderer never reaches the page. */
export interface Bridge {
  invoke<Name extends ChannelName>(name: Name, input: InputOf<Name>): Promise<Answer<AnswerOf<Name>>>;
  on<Name extends EventName>(name: Name, listener: (event: Events[Name]) => void): () => void;
  /** The path of a file that was dropped on the window or chosen in it. */
  pathOf(file: File): string;
  readonly platform: 'darwin' | 'win32' | 'linux';
}
