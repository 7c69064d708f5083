import {
  type ColumnMapping,
  IMPORT_KINDS,
  type ImportInspection,
  type ImportKind,
  type ImportReport,
} from '../../../shared/domain/import.ts';
import type { ErrorShape } from '../../../shared/ipc/errors.ts';
import { missingColumns } from './mapping.ts';

/** How far a file is. */
export type FileState =
  | 'looking'
  | 'unreadable'
  | 'ready'
  | 'checking'
  | 'checked'
  | 'importing'
  | 'imported'
  | 'skipped';

/** A file that someone handed over, and what is known of it. */
export interface QueuedFile {
  readonly id: number;
  readonly path: string;
  readonly state: FileState;
  /** As guessed from its columns, or chosen; null while nobody knows. */
  readonly kind: ImportKind | null;
  readonly inspection: ImportInspection | null;
  /** What was chosen by hand: header → column; null = ignore. */
  readonly chosen: ColumnMapping;
  /** The check or import under way, or the last one: its rejected rows can be saved. */
  readonly job: string | null;
  /** Of the last check or import. */
  readonly report: ImportReport | null;
  /** Why it cannot be read, checked or imported. */
  readonly error: ErrorShape | null;
}

export function newFile(id: number, path: string): QueuedFile {
  return {
    id,
    path,
    state: 'looking',
    kind: null,
    inspection: null,
    chosen: {},
    job: null,
    report: null,
    error: null,
  };
}

/** The last part of a path, on any system. */
export function fileName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}

/** In the order in which files must be imported: members first, what belongs to them after; unknown ones last. */
export function inOrder(files: readonly QueuedFile[]): readonly QueuedFile[] {
  const rank = ({ kind }: QueuedFile) => (kind === null ? IMPORT_KINDS.length : IMPORT_KINDS.indexOf(kind));
  return files.toSorted((a, b) => rank(a) - rank(b) || a.id - b.id);
}

const OVER: readonly FileState[] = ['imported', 'skipped', 'unreadable'];

/** The file whose turn it is: those before it are imported or left out, so that what it refers to is there. */
export function turnOf(files: readonly QueuedFile[]): QueuedFile | null {
  if (files.some(({ state }) => state === 'looking')) return null;
  return inOrder(files).find(({ state }) => !OVER.includes(state)) ?? null;
}

/** The file to check by itself now: its turn, its columns complete, nothing else under way. */
export function checkNext(files: readonly QueuedFile[]): QueuedFile | null {
  if (files.some(({ state }) => state === 'checking' || state === 'importing')) return null;
  const next = turnOf(files);
  if (next === null || next.state !== 'ready' || next.error !== null) return null;
  return isComplete(next) ? next : null;
}

/** Whether it is known what the file is and every required column is there. */
export function isComplete({ kind, inspection, chosen }: QueuedFile): boolean {
  return kind !== null && inspection !== null && missingColumns(inspection, chosen).length === 0;
}

/** Rows that would be imported: all but the rejected. */
export function goodRows(report: ImportReport): number {
  return report.rows - report.rejectedCount;
}
