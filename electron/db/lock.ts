import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { StandingError } from '../../shared/ipc/errors.ts';

/** Held while an office is open; the operating system lets go of it when the process dies, however it dies. */
export interface OfficeLock {
  release(): void;
}

interface Holder {
  readonly name: string;
  readonly host: string;
  readonly pid: number;
  readonly since: string;
}

/**
 * Takes the office folder for this process: an exclusive SQLite lock on `office.lock`, with a note beside it that names the holder.
 * @param who how the holder is named to others
 * @param at instant, ISO 8601
 * @throws StandingError `office-locked` naming who has it
 */
export function lockOffice(folder: string, who: string, at: string): OfficeLock {
  const note = join(folder, 'office.lock.json');
  const sqlite = new BetterSqlite3(join(folder, 'office.lock'), { timeout: 0 });
  try {
    sqlite.pragma('journal_mode = DELETE');
    sqlite.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    sqlite.close();
    if (error instanceof BetterSqlite3.SqliteError && error.code.startsWith('SQLITE_BUSY'))
      throw inUse(folder, note);
    throw error;
  }
  const holder: Holder = { name: who, host: hostname(), pid: process.pid, since: at };
  writeFileSync(note, JSON.stringify(holder));
  return {
    release() {
      rmSync(note, { force: true });
      sqlite.exec('ROLLBACK');
      sqlite.close();
    },
  };
}

function inUse(folder: string, note: string): StandingError {
  const holder = readHolder(note);
  const by =
    holder === null ? 'another Standing' : `${holder.name} on ${holder.host} (process ${holder.pid})`;
  return new StandingError(
    'office-locked',
    `The office in ${folder} is already open by ${by}.`,
    'Close it there first; two programs never write to one office.',
  );
}

function readHolder(note: string): Holder | null {
  try {
    // Written by lockOffice alone; a damaged note only costs the name in the sentence.
    return JSON.parse(readFileSync(note, 'utf8')) as Holder;
  } catch {
    return null;
  }
}
