import { closeSync, fsyncSync, openSync, rmSync } from 'node:fs';
import BetterSqlite3 from 'better-sqlite3';
import { SeenKeys } from './seen.ts';

// Rows wait in a database of their own until the whole file is known to be good: it needs no journal on disk, since it is thrown
// away whenever anything goes wrong before it is complete, and it is synced before the office relies on it.

/** A row of the file that was found good. */
export interface StagedRow {
  /** As a spreadsheet counts. */
  readonly row: number;
  /** What the row is about; two rows of a file never have the same. */
  readonly key: string;
  /** Something else that only one row may have, such as a certificate number. */
  readonly rival: string | null;
  readonly memberNo: string;
  /** The values as JSON. */
  readonly content: string;
  /** Whether applying it changes anything. */
  readonly pending: boolean;
}

export type WaitingRow = Pick<StagedRow, 'row' | 'key' | 'memberNo' | 'content'>;

export type StagedOther = Pick<StagedRow, 'row' | 'content'>;

export interface Staging {
  /** Adds a row; answers the earlier row that has the same key, or else the same rival, and then adds nothing. */
  add(
    row: StagedRow,
  ): { readonly sameKey?: StagedOther | undefined; readonly sameRival?: StagedOther | undefined } | null;
  /** The staged file is complete: writes down what it is for, closes and syncs it. */
  finish(about: unknown): void;
  /** Throws the staged file away. */
  discard(): void;
}

const SCHEMA = `
CREATE TABLE staged (
  row INTEGER PRIMARY KEY,
  key TEXT NOT NULL,
  rival TEXT,
  member_no TEXT NOT NULL,
  content TEXT NOT NULL,
  pending INTEGER NOT NULL
) STRICT;
CREATE TABLE about (only INTEGER PRIMARY KEY CHECK (only = 1), value TEXT NOT NULL) STRICT;
`;

/** Makes a new staging database; a leftover of the same name is replaced. */
export function makeStaging(file: string): Staging {
  rmSync(file, { force: true });
  const sqlite = new BetterSqlite3(file);
  sqlite.pragma('journal_mode = MEMORY');
  sqlite.pragma('synchronous = OFF');
  sqlite.pragma('locking_mode = EXCLUSIVE');
  sqlite.pragma('cache_size = -4096');
  sqlite.exec(SCHEMA);
  sqlite.exec('BEGIN');
  const insert = sqlite.prepare<[number, string, string | null, string, string, 0 | 1]>(
    'INSERT INTO staged (row, key, rival, member_no, content, pending) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const earlier = sqlite.prepare<[number], Pick<StagedRow, 'row' | 'key' | 'rival' | 'content'>>(
    'SELECT row, key, rival, content FROM staged WHERE row = ?',
  );
  // Known by hash in memory: an index over keys in random order would cost more than everything else here.
  const keys = new SeenKeys((row) => earlier.get(row)?.key ?? null);
  const rivals = new SeenKeys((row) => earlier.get(row)?.rival ?? null);
  return {
    add({ row, key, rival, memberNo, content, pending }) {
      const sameKey = keys.put(key, row);
      if (sameKey !== null) return { sameKey: earlier.get(sameKey) };
      const sameRival = rival === null ? null : rivals.put(rival, row);
      if (sameRival !== null) return { sameRival: earlier.get(sameRival) };
      insert.run(row, key, rival, memberNo, content, pending ? 1 : 0);
      return null;
    },
    finish(about) {
      sqlite.prepare('INSERT INTO about (only, value) VALUES (1, ?)').run(JSON.stringify(about));
      sqlite.exec('COMMIT');
      sqlite.close();
      syncFile(file);
    },
    discard() {
      sqlite.close();
      rmSync(file, { force: true });
    },
  };
}

/** A complete staging database, read in row order. */
export interface StagedFile {
  /** What `finish` wrote down. */
  readonly about: unknown;
  readonly pendingRows: number;
  /** Pending rows after a row, at most `limit`. */
  rowsAfter(row: number, limit: number): readonly WaitingRow[];
  /** How many pending rows come after a row. */
  rowsWaiting(row: number): number;
  /** Numbers of the members that pending rows are about, each once. */
  memberNos(): readonly string[];
  close(): void;
}

/** Opens a complete staging database; null where it is missing, damaged or never was completed. */
export function openStaging(file: string): StagedFile | null {
  let sqlite: BetterSqlite3.Database | null = null;
  try {
    sqlite = new BetterSqlite3(file, { readonly: true, fileMustExist: true });
    const about = sqlite.prepare<[], string>('SELECT value FROM about').pluck().get();
    if (about === undefined) throw new Error('not complete');
    return stagedFile(sqlite, JSON.parse(about));
  } catch {
    sqlite?.close();
    return null;
  }
}

function stagedFile(sqlite: BetterSqlite3.Database, about: unknown): StagedFile {
  const after = sqlite.prepare<[number, number], WaitingRow>(
    'SELECT row, key, member_no AS memberNo, content FROM staged WHERE pending = 1 AND row > ? ORDER BY row LIMIT ?',
  );
  const members = sqlite
    .prepare<[], string>('SELECT DISTINCT member_no FROM staged WHERE pending = 1')
    .pluck();
  const count = sqlite
    .prepare<[number], number>('SELECT count(*) FROM staged WHERE pending = 1 AND row > ?')
    .pluck();
  return {
    about,
    pendingRows: count.get(0) ?? 0,
    rowsAfter: (row, limit) => after.all(row, limit),
    rowsWaiting: (row) => count.get(row) ?? 0,
    memberNos: () => members.all(),
    close: () => sqlite.close(),
  };
}

function syncFile(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
