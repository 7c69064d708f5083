import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { lockOffice } from '../../db/lock.ts';
import type { Work } from '../../jobs/work.ts';
import { type Clock, isOffice } from '../office.ts';
import { unpackArchive } from './archive.ts';
import { verifyUnpacked } from './check-backup.ts';

export interface RestoreRequest {
  readonly file: string;
  /** The office folder to be: new, empty, or an office that gives way to the restored one and is kept beside it. */
  readonly folder: string;
  readonly actor: string;
  readonly clock: Clock;
}

export interface RestoreReport {
  readonly folder: string;
  readonly files: number;
  /** Where the office that was there before is now; null where there was none. */
  readonly before: string | null;
}

/**
 * Restores a backup: into a new folder beside the target, verified there, and only then moved into place.
 * @throws StandingError `backup-missing`, `not-a-backup`, `backup-damaged`, `office-locked`, `folder-not-empty`
 */
export async function restoreBackup(
  { file, folder: named, actor, clock }: RestoreRequest,
  work: Work,
): Promise<RestoreReport> {
  const folder = resolve(named);
  if (!existsSync(file))
    throw new StandingError('backup-missing', `There is no file ${file}.`, 'Check its name.');
  await refuseForeign(folder);
  const stamp = clock.now().slice(0, 19).replaceAll(/[:T]/g, '-');
  const fresh = join(dirname(folder), `.${basename(folder)}.restoring-${stamp}-${process.pid}`);
  await mkdir(fresh, { recursive: true });
  try {
    const manifest = await unpackArchive(file, fresh, work);
    await verifyUnpacked(file, fresh, work);
    work.progress({ doing: 'Moving the office into place', done: 1, total: 1, cancellable: false });
    const before = await swap(folder, fresh, `${folder}.before-restore-${stamp}`, actor, clock);
    return { folder, files: manifest.files.length, before };
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

async function refuseForeign(folder: string): Promise<void> {
  if (!existsSync(folder) || isOffice(folder)) return;
  const [first] = await readdir(folder);
  if (first !== undefined) {
    throw new StandingError(
      'folder-not-empty',
      `The folder ${folder} holds other files (${first} …).`,
      'Choose an empty or a new folder; nothing was changed.',
    );
  }
}

async function swap(
  folder: string,
  fresh: string,
  aside: string,
  actor: string,
  clock: Clock,
): Promise<string | null> {
  if (!isOffice(folder)) {
    if (existsSync(folder)) await rmdir(folder);
    await rename(fresh, folder);
    return null;
  }
  // Taken and let go at once: whoever has the office open is told so before anything moves.
  lockOffice(folder, actor, clock.now()).release();
  await rename(folder, aside);
  try {
    await rename(fresh, folder);
  } catch (error) {
    await rename(aside, folder);
    throw error;
  }
  return aside;
}
