import BetterSqlite3 from 'better-sqlite3';
import { StandingError } from '../../shared/ipc/errors.ts';

/** Turns what SQLite reports about disks and files into a sentence for the desk; other errors pass unchanged. */
export function explainDatabaseError(error: unknown): unknown {
  if (!(error instanceof BetterSqlite3.SqliteError)) return error;
  const sentence = (code: string, message: string, fix: string) =>
    new StandingError(code, message, fix, { cause: error });
  if (error.code.startsWith('SQLITE_FULL')) {
    return sentence(
      'disk-full',
      'The disk is full, so nothing was saved.',
      'Free some space on the disk of the office folder and try again.',
    );
  }
  if (error.code.startsWith('SQLITE_CORRUPT') || error.code.startsWith('SQLITE_NOTADB')) {
    return sentence(
      'database-damaged',
      'The office’s database is damaged or is not one of ours.',
      'Restore the newest backup into a new folder; nothing was changed.',
    );
  }
  if (
    error.code.startsWith('SQLITE_READONLY') ||
    error.code.startsWith('SQLITE_CANTOPEN') ||
    error.code.startsWith('SQLITE_IOERR')
  ) {
    return sentence(
      'database-unreachable',
      `The office’s database cannot be read or written (${error.message}).`,
      'Check that the disk is connected and that you may write to the office folder.',
    );
  }
  return error;
}
