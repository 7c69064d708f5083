import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { isOurDatabase, openReadable } from '../../db/connection.ts';
import { explainDatabaseError } from '../../db/failures.ts';
import type { Work } from '../../jobs/work.ts';
import { DATABASE_FILE } from '../office.ts';
import { unpackArchive } from './archive.ts';
import { verifyOffice } from './verify.ts';

/** Opens a backup in a folder of its own beside `workplace` and verifies all of it. @throws StandingError `backup-damaged`, `not-a-backup` */
export async function checkBackup(file: string, workplace: string, work: Work): Promise<void> {
  const folder = await mkdtemp(join(workplace, 'check-'));
  try {
    await unpackArchive(file, folder, work);
    await verifyUnpacked(file, folder, work);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Verifies an unpacked office before anyone opens it. @throws StandingError `backup-damaged`, `not-a-backup`, `database-newer` */
export async function verifyUnpacked(file: string, folder: string, work: Work): Promise<void> {
  for (const name of ['documents', 'runs']) await mkdir(join(folder, name), { recursive: true });
  try {
    const reader = openReadable(join(folder, DATABASE_FILE));
    try {
      if (!isOurDatabase(reader))
        throw new StandingError(
          'not-a-backup',
          `${file} holds no office of Standing.`,
          'Choose a file that Standing’s backup wrote; nothing was changed.',
        );
      const { ok, checks } = await verifyOffice({ folder, reader }, work);
      const failed = checks.find((check) => !check.ok);
      if (!ok)
        throw new StandingError(
          'backup-damaged',
          `The backup ${file} is damaged: ${failed?.message ?? ''}`,
          'Use another backup; nothing was changed.',
        );
    } finally {
      reader.sqlite.close();
    }
  } catch (error) {
    throw explainDatabaseError(error);
  }
}
