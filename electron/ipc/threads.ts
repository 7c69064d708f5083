import type { DocumentType } from '../../shared/domain/intake.ts';
import type { OfficeState } from '../../shared/domain/office.ts';
import type { Answer } from '../../shared/ipc/bridge.ts';
import { type ChannelName, CONTRACT, type JobStarted } from '../../shared/ipc/contract.ts';
import { type ErrorShape, StandingError, toErrorShape } from '../../shared/ipc/errors.ts';
import type { Events, JobEvent } from '../../shared/ipc/events.ts';
import type { Reading } from '../documents/reading/reading.ts';
import { countingThread } from './counting-thread.ts';
import type { OfficeOrder, Orders, ReaderOrder, ThreadStart } from './messages.ts';
import { type Announcement, startThread, type Thread } from './thread.ts';
import { WHOLE_OFFICE } from './whole-office.ts';

/** The threads behind the window, kept on one and the same office. */
export interface OfficeThreads {
  /** A question of the window for one of the threads, its input already checked. Never rejects. */
  ask(name: ChannelName, input: unknown): Promise<Answer<unknown>>;
  exportMembers(wanted: Orders['exportMembers']['input']): Promise<Orders['exportMembers']['output']>;
  exportWorklist(wanted: Orders['exportWorklist']['input']): Promise<Orders['exportWorklist']['output']>;
  /** Hands a pasted picture to the office thread, where the job `intake.takePasted` takes it by the number that is answered. */
  holdPasted(bytes: Uint8Array): Promise<number>;
  /** The folder of the open office. */
  readonly folder: string | null;
  /** How many jobs wait or run. */
  readonly jobs: number;
  /**
   * Begins to open an office; the state waits for it and tells why it failed.
   * @param ifThere a folder without an office is not worth telling
   */
  openAtStart(folder: string, ifThere: boolean): void;
  /** @throws StandingError `office-missing`, `office-locked`, `database-newer`, `database-damaged`, `job-running` */
  open(folder: string): Promise<OfficeState>;
  /** @throws StandingError `office-exists`, `folder-not-empty`, `job-running` */
  create(folder: string): Promise<OfficeState>;
  /** Cancels what runs and closes the office. */
  close(): Promise<OfficeState>;
  state(): Promise<OfficeState>;
  /** Closes the office and ends the threads. */
  stop(): Promise<void>;
}

/** What the threads tell the program around them. */
export interface ThreadEvents {
  job(event: JobEvent): void;
  changed(change: Events['changed']): void;
  /** Another office, or none, is open now. */
  opened(folder: string | null): void;
  log(where: string, stack: string): void;
  /** Reads a document for the office thread; null = cancelled. */
  read(file: string, type: DocumentType, signal: AbortSignal): Promise<Reading | null>;
  /** A thread ended by itself: nothing can be saved any more. */
  failed(error: unknown): void;
}

/** @param programs files of the threads */
export function startThreads(
  programs: { readonly office: string | URL; readonly reader: string | URL },
  start: ThreadStart,
  events: ThreadEvents,
): OfficeThreads {
  const running = new Set<string>();
  const reading = new Map<number, AbortController>();
  let folder: string | null = null;
  let notOpened: ErrorShape | null = null;
  let atStart: Promise<void> = Promise.resolve();
  // What the office thread tells is passed on in its order, and only after the reader sees the same office.
  let passedOn: Promise<void> = Promise.resolve();

  async function pass(announcement: Announcement): Promise<void> {
    switch (announcement.kind) {
      case 'opened':
        folder = announcement.folder;
        notOpened = null;
        await view(folder);
        events.opened(folder);
        return;
      case 'job':
        if (announcement.event.kind !== 'progress') running.delete(announcement.event.job);
        events.job(announcement.event);
        return;
      case 'changed':
        events.changed({ subjects: announcement.subjects, by: announcement.by });
        return;
      case 'log':
        events.log(announcement.where, announcement.stack);
        return;
      case 'read':
        // Not waited for: what else the thread tells meanwhile is passed on.
        void readFor(announcement);
        return;
      case 'stopReading':
        reading.get(announcement.id)?.abort();
        return;
    }
  }
  async function readFor({ id, file, type }: Announcement & { readonly kind: 'read' }): Promise<void> {
    const controller = new AbortController();
    reading.set(id, controller);
    const found = await events
      .read(file, type, controller.signal)
      .catch((): Reading => ({ unreadable: 'crashed' }));
    reading.delete(id);
    await office.order('pagesRead', { id, reading: found }).catch(ignoreStopped);
  }
  const announce = (announcement: Announcement) => {
    passedOn = passedOn.then(() => pass(announcement)).catch(events.failed);
  };
  const startReader = () => startThread<ReaderOrder>(programs.reader, start, announce, events.failed);
  const reader = startReader();
  const counting = countingThread(reader, startReader);
  const office = startThread<OfficeOrder>(programs.office, start, announce, events.failed);

  async function view(wanted: string | null): Promise<void> {
    await Promise.all([reader.order('view', { folder: wanted }), counting.view(wanted)]);
  }
  function answerer(name: ChannelName): Thread<OfficeOrder> | Thread<ReaderOrder> {
    if (CONTRACT[name].place !== 'reader') return office;
    return WHOLE_OFFICE.has(name) ? counting.now() : reader;
  }
  async function state(): Promise<OfficeState> {
    await atStart;
    await passedOn;
    return { ...(await reader.order('state', null)), notOpened };
  }
  async function ask(name: ChannelName, input: unknown): Promise<Answer<unknown>> {
    const answer = await answerer(name).ask(name, input);
    // Channels of place `job` answer so.
    if (CONTRACT[name].place === 'job' && answer.ok) running.add((answer.value as JobStarted).job);
    return answer;
  }
  return {
    ask,
    exportMembers: (wanted) => counting.now().order('exportMembers', wanted),
    exportWorklist: (wanted) => counting.now().order('exportWorklist', wanted),
    holdPasted: (bytes) => office.order('holdPasted', { bytes }),
    get folder() {
      return folder;
    },
    get jobs() {
      return running.size;
    },
    openAtStart(wanted, ifThere) {
      atStart = office.order('open', { folder: wanted }).then(
        () => undefined,
        (error: unknown) => {
          const shape = toErrorShape(error);
          if (!(ifThere && shape.code === 'office-missing')) notOpened = shape;
        },
      );
    },
    async open(wanted) {
      await office.order('open', { folder: wanted });
      return state();
    },
    async create(wanted) {
      await office.order('create', { folder: wanted });
      return state();
    },
    async close() {
      await office.order('close', null);
      return state();
    },
    state,
    async stop() {
      await office.order('cancelJobs', null).catch(ignoreStopped);
      // The readers let go first, so that the last connection tidies up the write-ahead log.
      await view(null).catch(ignoreStopped);
      await office.order('close', null).catch(ignoreStopped);
      await Promise.all([reader.stop(), counting.stop(), office.stop()]);
    },
  };
}

function ignoreStopped(error: unknown): void {
  if (!(error instanceof StandingError && error.code === 'thread-stopped')) throw error;
}
