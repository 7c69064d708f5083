import { useSyncExternalStore } from 'react';
import type { ColumnMapping, ImportKind, ImportReport } from '../../../shared/domain/import.ts';
import { type ErrorShape, toErrorShape } from '../../../shared/ipc/errors.ts';
import { ask } from '../../api/ask.ts';
import { cancelJob, currentJobs, dismissJob, startJob, subscribeToJobs } from '../../api/jobs.ts';
import { checkNext, newFile, type QueuedFile } from './queue.ts';

/** The files handed over in this session. They are kept beside the screen, so that importing goes on while someone works elsewhere. */
let files: readonly QueuedFile[] = [];
let nextId = 1;
const listeners = new Set<() => void>();
subscribeToJobs(followJobs);

/** The files and what is known of each, in the order they were handed over. */
export function useQueue(): readonly QueuedFile[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => files,
  );
}

/** Takes files over and looks into each; one that is there already is not taken twice. */
export async function addFiles(paths: readonly string[]): Promise<void> {
  const known = files.filter(({ state }) => state !== 'imported' && state !== 'unreadable');
  const fresh = [...new Set(paths)].filter(
    (path) => path !== '' && !known.some((file) => file.path === path),
  );
  const added = fresh.map((path) => newFile(nextId++, path));
  publish([...files.filter(({ path }) => !fresh.includes(path)), ...added]);
  for (const file of added) await look(file.id, null);
}

/** Takes the file for another kind. */
export async function chooseKind(id: number, kind: ImportKind): Promise<void> {
  change(id, { state: 'looking', chosen: {}, report: null, error: null });
  await look(id, kind);
}

/** Changes what columns are taken for; a check made before no longer says anything. */
export function chooseColumns(id: number, chosen: ColumnMapping): void {
  change(id, { chosen, state: 'ready', report: null, error: null });
  goOn();
}

/** Leaves a file out, or takes it up again. */
export function skip(id: number, skipped: boolean): void {
  change(id, { state: skipped ? 'skipped' : 'ready', report: null, error: null });
  goOn();
}

export function removeFile(id: number): void {
  publish(files.filter((file) => file.id !== id));
  goOn();
}

/** Takes away every file; those under way stay. */
export function clearFiles(): void {
  publish(files.filter(({ state }) => state === 'checking' || state === 'importing'));
}

/** Reads all rows and says what an import would do; nothing is written. */
export function checkFile(id: number): Promise<void> {
  return start(id, 'checking', { dryRun: true, skipBadRows: true });
}

/** Imports the file, or its good rows alone. */
export function importFile(id: number, skipBadRows: boolean): Promise<void> {
  return start(id, 'importing', { dryRun: false, skipBadRows });
}

export function cancelFile({ job }: QueuedFile): void {
  if (job !== null) void cancelJob(job);
}

async function look(id: number, kind: ImportKind | null): Promise<void> {
  const file = find(id);
  if (file === undefined) return;
  try {
    const inspection = await ask('import.inspect', { file: file.path, kind });
    change(id, { state: 'ready', inspection, kind: inspection.kind, error: null });
  } catch (error) {
    change(id, { state: 'unreadable', inspection: null, error: toErrorShape(error) });
  }
  goOn();
}

async function start(
  id: number,
  state: 'checking' | 'importing',
  how: { readonly dryRun: boolean; readonly skipBadRows: boolean },
): Promise<void> {
  const file = find(id);
  if (file === undefined || file.kind === null) return;
  change(id, { state, error: null, job: null });
  try {
    const { path, kind, chosen } = file;
    const job = await startJob('import.start', { file: path, kind, mapping: chosen, ...how });
    change(id, { job });
    followJobs();
  } catch (error) {
    failed(id, toErrorShape(error));
  }
}

/** Takes over how checks and imports have ended. */
function followJobs(): void {
  for (const file of files) {
    if (file.state !== 'checking' && file.state !== 'importing') continue;
    const job = currentJobs().find(({ id }) => id === file.job);
    if (job === undefined || job.state === 'running') continue;
    if (job.state === 'done') {
      // The contract declares this channel's result; the event that carries it is not generic.
      const report = job.result as ImportReport;
      const imported = file.state === 'importing' && report.refusal === null;
      change(file.id, { state: imported ? 'imported' : 'checked', report, error: report.refusal });
    } else failed(file.id, job.state === 'cancelled' ? null : job.error);
    if (file.state === 'checking' || window.location.hash.startsWith('#/import')) dismissJob(job.id);
    goOn();
  }
}

/** Back to where it was before the work began. */
function failed(id: number, error: ErrorShape | null): void {
  const file = find(id);
  if (file === undefined) return;
  const cancelled: ErrorShape = { code: 'cancelled', message: 'Cancelled; nothing was changed.', fix: '' };
  const before = file.state === 'importing' && file.report !== null ? 'checked' : 'ready';
  change(id, { state: before, error: error ?? cancelled });
}

function goOn(): void {
  const next = checkNext(files);
  if (next !== null) void checkFile(next.id);
}

function find(id: number): QueuedFile | undefined {
  return files.find((file) => file.id === id);
}

function change(id: number, part: Partial<QueuedFile>): void {
  publish(files.map((file) => (file.id === id ? { ...file, ...part } : file)));
}

function publish(next: readonly QueuedFile[]): void {
  files = next;
  for (const listener of listeners) listener();
}
