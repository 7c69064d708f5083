import { copyFile, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { StandingError } from '../../shared/ipc/errors.ts';

/**
 * Copies a file so that under the target's name there is always a whole file: written beside it, synced, renamed.
 * @throws StandingError `cannot-save`
 */
export async function copyWhole(source: string, target: string): Promise<void> {
  const beside = `${target}.${process.pid}.part`;
  try {
    await copyFile(source, beside);
    const handle = await open(beside, 'r+');
    await handle.sync();
    await handle.close();
    await rename(beside, target);
  } catch (error) {
    await rm(beside, { force: true });
    const reason = error instanceof Error ? error.message : String(error);
    throw new StandingError(
      'cannot-save',
      `The file cannot be saved in ${dirname(target)} (${reason}).`,
      'Choose another folder, or make room on the disk, and try again.',
      { cause: error },
    );
  }
}
