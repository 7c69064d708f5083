import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { BadgeExport, BadgeFile } from '../../../shared/domain/badges.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { documentPath, keepBytes } from '../../documents/store.ts';
import type { Work } from '../../jobs/work.ts';
import { copyWhole } from '../../platform/copy-whole.ts';
import { addExport, addExportFile, filesOfExport } from '../../repositories/badge-exports.ts';
import type { Office } from '../office.ts';
import { refuseOwnFile } from '../own-files.ts';
import { type BadgeRow, badgeFile, inFiles } from './badge-row.ts';
import type { BadgeColumn } from './columns.ts';

/** A badge on its way into a file. */
export interface BadgeToWrite {
  readonly row: BadgeRow;
  /** The number of the request behind it; null for a mere correction. */
  readonly request: number | null;
}

interface WriteOrder {
  readonly kind: BadgeExport['kind'];
  readonly folder: string;
  readonly columns: readonly BadgeColumn[];
}

interface WrittenPart {
  readonly export: number;
  readonly file: BadgeFile;
}

/**
 * Writes badges into a folder in files of 5,000. Each file is one transaction with its journal entry, kept in `documents/` before its
 * rows say so: what is cut off has whole files, and the other requests still wait.
 * @returns the export's number, null where there was nothing to write
 * @throws StandingError `office-file`, `cannot-save`, `cancelled`
 */
export async function writeBadges(
  office: Office,
  order: WriteOrder & { readonly badges: readonly BadgeToWrite[] },
  work: Work,
): Promise<{ readonly export: number | null; readonly files: readonly BadgeFile[] }> {
  openFolder(order.folder);
  const parts = inFiles(order.badges);
  const files: BadgeFile[] = [];
  let exported: number | null = null;
  for (const [index, badges] of parts.entries()) {
    const place = { position: index + 1, of: parts.length };
    const written: WrittenPart = await writePart(office, order, badges, place, exported);
    exported = written.export;
    files.push(written.file);
    work.progress({ doing: 'Writing badges', done: place.position, total: parts.length, cancellable: true });
    await work.breathe();
  }
  return { export: exported, files };
}

async function writePart(
  office: Office,
  { kind, folder, columns }: WriteOrder,
  badges: readonly BadgeToWrite[],
  { position, of }: { readonly position: number; readonly of: number },
  exported: number | null,
): Promise<WrittenPart> {
  const text = badgeFile(
    columns,
    badges.map(({ row }) => row),
  );
  const sha256 = await keepBytes(office.folder, Buffer.from(text, 'utf8'));
  const rows = badges.length;
  const { id, name } = await office.act(async (write) => {
    const number = exported ?? (await addExport(write, kind, office.clock.today()));
    const kept = { name: nameOf(kind, number, position, of), rows, sha256 };
    const requests = badges.flatMap(({ request }) => request ?? []);
    await addExportFile(write, number, position, kept, requests);
    write.journal({
      action: kind === 'issue' ? 'badges.exported' : 'badges.corrected',
      subject: 'office',
      subjectId: 'badges',
      detail: { export: number, ...kept },
    });
    return { id: number, name: kept.name };
  });
  const file = join(folder, name);
  await copyWhole(documentPath(office.folder, sha256), file);
  return { export: id, file: { file, rows, sha256 } };
}

/**
 * Writes the very files of an earlier export once more; nothing is exported anew.
 * @throws StandingError `export-unknown`, `office-file`, `cannot-save`
 */
export async function writeAgain(
  office: Office,
  exported: number,
  folder: string,
): Promise<readonly BadgeFile[]> {
  const files = await filesOfExport(office.reader, exported);
  if (files.length === 0)
    throw new StandingError(
      'export-unknown',
      `There is no export ${exported} of badges.`,
      'List the exports to find its number.',
    );
  openFolder(folder);
  const written: BadgeFile[] = [];
  for (const { name, rows, sha256 } of files) {
    const file = join(folder, name);
    await copyWhole(documentPath(office.folder, sha256), file);
    written.push({ file, rows, sha256 });
  }
  await office.act((write) =>
    write.journal({
      action: 'badges.written-again',
      subject: 'office',
      subjectId: 'badges',
      detail: { export: exported, files: files.length },
    }),
  );
  return written;
}

/** Writes one more file beside those of an export. @throws StandingError `office-file`, `cannot-save` */
export async function writeBeside(
  office: Office,
  file: string,
  text: string,
  rows: number,
): Promise<BadgeFile> {
  refuseOwnFile(file);
  const sha256 = await keepBytes(office.folder, Buffer.from(text, 'utf8'));
  await copyWhole(documentPath(office.folder, sha256), file);
  return { file, rows, sha256 };
}

function openFolder(folder: string): void {
  refuseOwnFile(join(folder, 'credly.csv'));
  try {
    mkdirSync(folder, { recursive: true });
  } catch (cause) {
    throw new StandingError(
      'cannot-save',
      `No file can be saved in ${folder}: a file stands there, or you may not write there.`,
      'Choose another folder.',
      { cause },
    );
  }
}

/** `credly-issue-12.csv`, or `credly-issue-12-part-2-of-3.csv`. */
function nameOf(kind: BadgeExport['kind'], exported: number, position: number, of: number): string {
  const part = of === 1 ? '' : `-part-${position}-of-${of}`;
  return `credly-${kind}-${exported}${part}.csv`;
}
