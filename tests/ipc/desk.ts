import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { forkedReader } from '../../electron/documents/reading/forked.ts';
import { pageReader } from '../../electron/documents/reading/reader.ts';
import { createRouter } from '../../electron/ipc/router.ts';
import type { Shell } from '../../electron/ipc/shell.ts';
import { type OfficeThreads, startThreads } from '../../electron/ipc/threads.ts';
import { isOwnPage } from '../../electron/platform/page-address.ts';
import { watchedPages } from '../../electron/services/intake/watched-pages.ts';
import type { Answer } from '../../shared/ipc/bridge.ts';
import type { AnswerOf, ChannelName, ChannelsAt, InputOf, JobStarted } from '../../shared/ipc/contract.ts';
import type { JobEvent } from '../../shared/ipc/events.ts';

const PROJECT = join(import.meta.dirname, '..', '..');
const IPC = join(PROJECT, 'electron', 'ipc');
export const OWN_PAGE = { url: 'app://standing/', isMainFrame: true };

/** What the window would be told, and what the log would hold. */
export interface Told {
  readonly jobs: JobEvent[];
  readonly changed: string[];
  readonly logged: string[];
}

/** The router over real threads and a real office folder, with the answers that a person would give to its dialogs. */
export interface TestDesk {
  readonly folder: string;
  readonly threads: OfficeThreads;
  readonly told: Told;
  /** Names the file or folder that the next dialogs choose; null dismisses them. */
  choose(path: string | null): void;
  ask<Name extends ChannelName>(name: Name, input: InputOf<Name>): Promise<Answer<AnswerOf<Name>>>;
  askAs(
    sender: { url: string; isMainFrame: boolean },
    name: string,
    input: unknown,
  ): Promise<Answer<unknown>>;
  /** Starts a job and waits for its last event. */
  finish<Name extends ChannelsAt<'job'>>(name: Name, input: InputOf<Name>): Promise<JobEvent>;
  lastEvent(job: string): Promise<JobEvent>;
  close(): Promise<void>;
}

export function openDesk(asOf = '2026-11-22'): TestDesk {
  const folder = mkdtempSync(join(tmpdir(), 'standing-ipc-'));
  const told: Told = { jobs: [], changed: [], logged: [] };
  let chosen: string | null = null;
  const pages = pageReader(forkedReader);
  const start = {
    actor: 'Ada',
    version: '0.0.0',
    asOf,
    resources: join(PROJECT, 'resources'),
    defaultFolder: join(folder, 'office'),
    sampleFolder: join(folder, 'sample'),
  };
  const programs = { office: join(IPC, 'office.worker.ts'), reader: join(IPC, 'reader.worker.ts') };
  const threads = startThreads(programs, start, {
    job: (event) => told.jobs.push(event),
    changed: ({ subjects }) => told.changed.push(...subjects),
    opened: () => undefined,
    log: (where, stack) => told.logged.push(`${where}: ${stack}`),
    read: (file, type, signal) => pages.read(file, type, signal),
    failed: (error) => told.logged.push(`thread: ${String(error)}`),
  });
  const shell: Shell = {
    threads,
    defaultFolder: start.defaultFolder,
    logins: loginsInMemory(),
    chooseFolder: async () => chosen,
    chooseFiles: async () => (chosen === null ? null : [chosen]),
    chooseTarget: async () => chosen,
    showFile: () => undefined,
    printPdf: async () => chosen !== null,
    pages: watchedPages(async () => pages),
    clipboard: { files: async () => [], picture: async () => null },
    setTheme: () => undefined,
  };
  const router = createRouter({
    shell,
    isOwnPage: (url) => isOwnPage(url, null),
    log: (where, error) => told.logged.push(`${where}: ${String(error)}`),
  });
  async function lastEvent(job: string): Promise<JobEvent> {
    for (;;) {
      const last = told.jobs.find((event) => event.job === job && event.kind !== 'progress');
      if (last !== undefined) return last;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }
  return {
    folder,
    threads,
    told,
    choose(path) {
      chosen = path;
    },
    // The router answers each channel with what the contract declares.
    ask: (name, input) => router(OWN_PAGE, name, input) as never,
    askAs: router,
    async finish(name, input) {
      const answer = (await router(OWN_PAGE, name, input)) as Answer<JobStarted>;
      if (!answer.ok) throw new Error(answer.error.message);
      return lastEvent(answer.value.job);
    },
    lastEvent,
    async close() {
      pages.close();
      await threads.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** As the keychain would keep them, for as long as the test runs. */
function loginsInMemory(): Shell['logins'] {
  const kept = new Map<string, string>();
  return {
    available: true,
    read: (name) => kept.get(name) ?? null,
    keep(name, password) {
      if (password === null) kept.delete(name);
      else kept.set(name, password);
    },
  };
}

/** The value of an answer that must be one. */
export function valued<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(`${answer.error.code}: ${answer.error.message}`);
  return answer.value;
}
