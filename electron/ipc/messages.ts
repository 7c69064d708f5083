import type { DocumentType } from '../../shared/domain/intake.ts';
import type { OfficeState } from '../../shared/domain/office.ts';
import type { Answer } from '../../shared/ipc/bridge.ts';
import type { ChannelName, InputOf, ResultOf } from '../../shared/ipc/contract.ts';
import type { ErrorShape } from '../../shared/ipc/errors.ts';
import type { Events, JobEvent } from '../../shared/ipc/events.ts';
import type { Reading } from '../documents/reading/reading.ts';

/** What the shell tells both threads when it starts them. */
export interface ThreadStart {
  readonly actor: string;
  readonly version: string;
  /** Replaces today. */
  readonly asOf: string | null;
  readonly resources: string;
  /** Where a new office goes unless another folder is chosen. */
  readonly defaultFolder: string;
  readonly sampleFolder: string;
}

export type Subject = Events['changed']['subjects'][number];

/** What only the shell may ask a thread for, beside the channels: `input` and `output` by name. */
export interface Orders {
  /** Office thread. */
  readonly open: { readonly input: { readonly folder: string }; readonly output: null };
  readonly create: { readonly input: { readonly folder: string }; readonly output: null };
  readonly close: { readonly input: null; readonly output: null };
  /** Cancels every job and answers when none is left. */
  readonly cancelJobs: { readonly input: null; readonly output: null };
  /** What the main process read for the office thread; null = cancelled. */
  readonly pagesRead: {
    readonly input: { readonly id: number; readonly reading: Reading | null };
    readonly output: null;
  };
  /** A picture that was pasted, held until its job takes it; answers by which number. */
  readonly holdPasted: { readonly input: { readonly bytes: Uint8Array }; readonly output: number };
  /** Reader thread. */
  readonly view: { readonly input: { readonly folder: string | null }; readonly output: null };
  readonly state: { readonly input: null; readonly output: OfficeState };
  readonly exportMembers: {
    readonly input: InputOf<'members.export'> & { readonly file: string };
    readonly output: NonNullable<ResultOf<'members.export'>>;
  };
  readonly exportWorklist: {
    readonly input: InputOf<'worklists.export'> & { readonly file: string };
    readonly output: NonNullable<ResultOf<'worklists.export'>>;
  };
}

export type OfficeOrder = 'open' | 'create' | 'close' | 'cancelJobs' | 'pagesRead' | 'holdPasted';
export type ReaderOrder = 'view' | 'state' | 'exportMembers' | 'exportWorklist';

/** To a thread: a question of the window, already checked, or an order of the shell. */
export type ToThread =
  | { readonly kind: 'ask'; readonly id: number; readonly name: ChannelName; readonly input: unknown }
  | { readonly kind: 'order'; readonly id: number; readonly name: keyof Orders; readonly input: unknown };

/** What an answer took on its thread, in ms: from the question taken up to the answer, and of that the thread's processor time. */
export interface Spent {
  readonly ms: number;
  readonly processor: number;
}

/** From a thread. */
export type FromThread =
  | { readonly kind: 'answer'; readonly id: number; readonly answer: Answer<unknown>; readonly spent: Spent }
  | { readonly kind: 'job'; readonly event: JobEvent }
  | { readonly kind: 'changed'; readonly subjects: readonly Subject[]; readonly by: ChannelName | null }
  /** The office thread holds another office now, or none. */
  | { readonly kind: 'opened'; readonly folder: string | null }
  /** The office thread wants a document read, or no longer. */
  | { readonly kind: 'read'; readonly id: number; readonly file: string; readonly type: DocumentType }
  | { readonly kind: 'stopReading'; readonly id: number }
  | { readonly kind: 'log'; readonly where: string; readonly stack: string };

/** An answer that failed. */
export function refusal(error: ErrorShape): Answer<never> {
  return { ok: false, error };
}
