import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { StandingError } from '../../shared/ipc/errors.ts';
import { DATABASE_FILE } from './office.ts';

/** The database, what SQLite keeps beside it, and the lock. */
const OWN_NAMES = /^office\.(db(-wal|-shm|-journal)?|lock)$/i;

/**
 * Refuses a name under which an office, this or another, keeps its database, its lock or a document. To be called before
 * anything is written under a name that a person chose.
 * @throws StandingError `office-file`
 */
export function refuseOwnFile(file: string): void {
  const folder = existingFolder(dirname(file));
  for (let office = folder; office !== dirname(office); office = dirname(office)) {
    if (!existsSync(join(office, DATABASE_FILE))) continue;
    const [first = ''] = relative(office, folder).split(sep);
    if (first !== 'documents' && !(first === '' && OWN_NAMES.test(basename(file)))) continue;
    throw new StandingError(
      'office-file',
      `${file} is one of the files that the office in ${office} keeps for itself; nothing was written.`,
      'Choose another name.',
    );
  }
}

/** Where links lead is what counts. A folder that is not there is told by whoever writes into it. */
function existingFolder(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return folder;
  }
}
