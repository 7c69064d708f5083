import { mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import type { BackupReport } from '../../../shared/domain/office.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { copyDatabase } from '../../db/online-backup.ts';
import { throwIfCancelled, type Work } from '../../jobs/work.ts';
import { DATABASE_FILE, type Office } from '../office.ts';
import { refuseOwnFile } from '../own-files.ts';
import { type ArchiveFile, writeArchive } from './archive.ts';
import { checkBackup } from './check-backup.ts';
import { fileSha256 } from './verify.ts';

const FOLDERS = ['documents', 'runs'] as const;

/**
 * Writes the whole office into one file: the database by SQLite's online backup while others go on working, the documents and the
 * printed runs. The file is opened and verified before this returns.
 * @param file where it goes; null = a dated file in the office's own `backups/`
 * @throws StandingError `office-file`, `cannot-write`, `backup-damaged`, `cancelled`
 */
export async function createBackup(office: Office, file: string | null, work: Work): Promise<BackupReport> {
  if (file !== null) refuseOwnFile(file);
  const createdAt = office.clock.now();
  const target =
    file ??
    join(office.folder, 'backups', `standing-${createdAt.slice(0, 19).replaceAll(/[:T]/g, '-')}.backup`);
  const staging = await mkdtemp(join(office.folder, 'jobs', 'backup-'));
  try {
    await mkdir(dirname(target), { recursive: true });
    const database = join(staging, DATABASE_FILE);
    await copyDatabase(office.db, database, (done, total) => {
      throwIfCancelled(work.signal);
      work.progress({ doing: 'Copying the database', done, total, cancellable: true });
    });
    const files = [await archiveFile(database, staging), ...(await officeFiles(office.folder))];
    const unverified = `${target}.unverified`;
    const manifest = await writeArchive(unverified, files, createdAt, work);
    try {
      await checkBackup(unverified, staging, work);
      await rename(unverified, target);
    } finally {
      await rm(unverified, { force: true });
    }
    await office.act((write) =>
      write.journal({
        action: 'office.backed-up',
        subject: 'office',
        subjectId: 'backup',
        detail: { files: manifest.files.length },
      }),
    );
    return {
      file: target,
      size: (await stat(target)).size,
      sha256: await fileSha256(target),
      files: manifest.files.length,
    };
  } catch (error) {
    throw explained(error, target);
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

async function officeFiles(folder: string): Promise<readonly ArchiveFile[]> {
  const files: ArchiveFile[] = [];
  for (const name of FOLDERS) {
    for (const entry of await readdir(join(folder, name), { recursive: true, withFileTypes: true })) {
      if (entry.isFile()) files.push(await archiveFile(join(entry.parentPath, entry.name), folder));
    }
  }
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function archiveFile(source: string, root: string): Promise<ArchiveFile> {
  return { source, path: relative(root, source).split(sep).join('/'), size: (await stat(source)).size };
}

function explained(error: unknown, target: string): unknown {
  if (error instanceof StandingError || !(error instanceof Error) || !('code' in error)) return error;
  if (error.name === 'AbortError') return new StandingError('cancelled', 'Cancelled; no backup was written.');
  return new StandingError(
    'cannot-write',
    `The backup cannot be written to ${target} (${String(error.code)}).`,
    'Check that the folder is there, that you may write to it, and that the disk has room.',
    { cause: error },
  );
}
