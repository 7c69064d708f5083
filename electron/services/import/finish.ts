import { readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { appliedSoFar, endImport, type ImportRecord, pendingImports } from '../../db/import/imports.ts';
import { unwatchedWork, type Work } from '../../jobs/work.ts';
import type { Office } from '../office.ts';
import { completeImport, isBeingApplied, stagedFileOf } from './complete.ts';

/** An import that was completed after something had interrupted it. */
export interface FinishedImport {
  readonly importId: number;
  readonly fileName: string;
  /** false where its staged rows are lost: what it had applied stays, and importing the file again does the rest. */
  readonly complete: boolean;
}

/**
 * Completes imports that were interrupted while they were applied, and throws away what interrupted preparations left. To be called when
 * an office is opened, before anything else writes to it.
 */
export async function finishPendingImports(
  office: Office,
  work: Work = unwatchedWork(),
): Promise<readonly FinishedImport[]> {
  const finished = await completePendingImports(office, work);
  removeStaleStaging(office);
  return finished;
}

/** The same for an office in use, whose other imports go on undisturbed. */
export async function completePendingImports(office: Office, work: Work): Promise<readonly FinishedImport[]> {
  const finished: FinishedImport[] = [];
  for (const record of pendingImports(office.db.sqlite)) {
    if (isBeingApplied(office.folder, record.id)) continue;
    const complete = (await completeImport(office, record.id, work)) !== null;
    if (!complete) await giveUp(office, record);
    finished.push({ importId: record.id, fileName: record.file_name, complete });
  }
  return finished;
}

/** Removes staged rows that no import on record waits for; only where no import is running. */
function removeStaleStaging(office: Office): void {
  const folder = join(office.folder, 'jobs');
  const awaited = new Set(
    pendingImports(office.db.sqlite).map(({ id }) => basename(stagedFileOf(office.folder, id))),
  );
  for (const name of readdirSync(folder))
    if (/^import-.*\.db(-journal)?$/.test(name) && !awaited.has(name))
      rmSync(join(folder, name), { force: true });
}

async function giveUp(office: Office, { id, kind, file_name }: ImportRecord): Promise<void> {
  const { sqlite } = office.db;
  const done = appliedSoFar(sqlite, id);
  await office.act((write) => {
    endImport(sqlite, id, done, write.actor.at);
    write.journal({
      action: 'import.given-up',
      subject: 'import',
      subjectId: String(id),
      detail: { kind, file: file_name, ...done },
    });
  });
}
