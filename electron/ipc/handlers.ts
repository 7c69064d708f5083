import type { CalendarDate } from '../../shared/domain/facts.ts';
import type { ChannelName, ChannelsAt, InputOf, ResultOf } from '../../shared/ipc/contract.ts';
import type { PageReader } from '../documents/reading/reader.ts';
import type { JobQueue, Lane } from '../jobs/queue.ts';
import type { Work } from '../jobs/work.ts';
import type { ScanWatch } from '../services/intake/scan-folder/watch.ts';
import type { Clock, Office, OfficeView } from '../services/office.ts';
import type { Subject, ThreadStart } from './messages.ts';
import type { Shell } from './shell.ts';

type Awaitable<T> = T | Promise<T>;

/** What the reader thread works with. */
export interface ReaderDesk {
  /** @throws StandingError `no-office` */
  readonly view: OfficeView;
  /** Today in the office. */
  today(): CalendarDate;
}

/** What the office thread works with. */
export interface OfficeDesk {
  /** @throws StandingError `no-office` */
  readonly office: Office;
  readonly jobs: JobQueue;
  /** Reads documents in a process of its own. */
  readonly reader: PageReader;
  /** What is known of the folder that the scanner writes to. */
  readonly scans: ScanWatch;
  /** A picture that was pasted and not taken yet, by the number under which it is held; asking hands it over. */
  pasted(held: number): Uint8Array | null;
  readonly start: ThreadStart;
  readonly clock: Clock;
  today(): CalendarDate;
  /** Whether the open office is the one in this folder. */
  isOpen(folder: string): boolean;
  /** Makes this the open office and closes the one that was open. */
  adopt(office: Office): Promise<void>;
  /** Opens the office of a folder and makes it the open one. */
  open(folder: string): Promise<void>;
}

/** Handlers for channels that list and look up. */
export type ReaderHandlers<Name extends ChannelsAt<'reader'>> = {
  readonly [N in Name]: (desk: ReaderDesk, input: InputOf<N>) => Awaitable<ResultOf<N>>;
};

/** Handlers for a user's actions. `changes`: what the window shows that is stale afterwards. */
export type OfficeHandlers<Name extends ChannelsAt<'office'>> = {
  readonly [N in Name]: {
    readonly changes: readonly Subject[];
    answer(desk: OfficeDesk, input: InputOf<N>): Awaitable<ResultOf<N>>;
  };
};

/** Handlers for long work: `run` gives way by `work.breathe()` and ends with the job's result. */
export type JobHandlers<Name extends ChannelsAt<'job'>> = {
  readonly [N in Name]: {
    readonly changes: readonly Subject[];
    /** Where it waits for its turn; without one, with the other work. */
    readonly lane?: Lane;
    run(desk: OfficeDesk, input: InputOf<N>, work: Work, job: string): Promise<ResultOf<N>>;
  };
};

/** Handlers for what the shell itself does: dialogs, files of the person's choice. */
export type MainHandlers<Name extends ChannelsAt<'main'>> = {
  readonly [N in Name]: (shell: Shell, input: InputOf<N>) => Awaitable<ResultOf<N>>;
};

/** @throws Error when two features answer one channel */
export function refuseDuplicates(features: readonly Readonly<Partial<Record<ChannelName, unknown>>>[]): void {
  const seen = new Set<string>();
  for (const name of features.flatMap((feature) => Object.keys(feature))) {
    if (seen.has(name)) throw new Error(`The channel ${name} is answered twice.`);
    seen.add(name);
  }
}
