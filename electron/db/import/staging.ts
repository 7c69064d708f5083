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
  /** What the row says, as JSON; empty where its kind has columns of its own for that. */
  readonly content: string;
  /** What the row says in the kind's own columns. */
  readonly values: readonly StagedValue[];
  /** Whether applying it changes anything. */
  readonly pending: boolean;
  /** Whether what it is about was not there when it was looked at. */
  readonly isNew: boolean;
}

/** null: the file does not say. */
export type StagedValue = string | number | null;

export type WaitingRow = Pick<StagedRow, 'row' | 'key' | 'memberNo' | 'content' | 'values'>;

export type StagedOther = Pick<StagedRow, 'row' | 'content' | 'values'>;

/** Staged rows that a statement of another connection, which the file is attached to, can read. */
export interface AttachedRows {
  /** The name under which it is attached. */
  readonly schema: string;
  /** Rows after this one … */
  readonly after: number;
  /** … and up to this one. */
  readonly through: number;
}

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

const OWN_COLUMNS = ['row', 'key', 'rival', 'member_no', 'content', 'pending', 'is_new'] as const;

function schema(columns: readonly string[]): string {
  return /* sql */ `
CREATE TABLE staged (
  row INTEGER PRIMARY KEY,
  key TEXT NOT NULL,
  rival TEXT,
  member_no TEXT NOT NULL,
  content TEXT NOT NULL,
  pending INTEGER NOT NULL,
  is_new INTEGER NOT NULL${columns.map((name) => `,\n  "${name}" ANY`).join('')}
) STRICT;
CREATE TABLE about (only INTEGER PRIMARY KEY CHECK (only = 1), value TEXT NOT NULL) STRICT;
`;
}

/** Makes a new staging database with a kind's own columns; a leftover of the same name is replaced. */
export function makeStaging(file: string, columns: readonly string[] = []): Staging {
  rmSync(file, { force: true });
  const sqlite = new BetterSqlite3(file);
  sqlite.pragma('journal_mode = MEMORY');
  sqlite.pragma('synchronous = OFF');
  sqlite.pragma('locking_mode = EXCLUSIVE');
  sqlite.pragma('cache_size = -4096');
  sqlite.exec(schema(columns));
  sqlite.exec('BEGIN');
  const marks = [...OWN_COLUMNS, ...columns].map(() => '?').join(', ');
  const insert = sqlite.prepare<StagedValue[]>(`INSERT INTO staged VALUES (${marks})`);
  const find = sqlite.prepare<[number], Stored>('SELECT * FROM staged WHERE row = ?').raw();
  const earlier = (row: number) => storedRow(find.get(row));
  // Known by hash in memory: an index over keys in random order would cost more than everything else here.
  const keys = new SeenKeys((row) => earlier(row)?.key ?? null);
  const rivals = new SeenKeys((row) => earlier(row)?.rival ?? null);
  return {
    add({ row, key, rival, memberNo, content, values, pending, isNew }) {
      const sameKey = keys.put(key, row);
      if (sameKey !== null) return { sameKey: earlier(sameKey) };
      const sameRival = rival === null ? null : rivals.put(rival, row);
      if (sameRival !== null) return { sameRival: earlier(sameRival) };
      insert.run(row, key, rival, memberNo, content, pending ? 1 : 0, isNew ? 1 : 0, ...values);
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
  /** The pending rows among `limit` after a row that are not new, and the last of all these. */
  changesAfter(
    row: number,
    limit: number,
  ): { readonly rows: readonly WaitingRow[]; readonly through: number };
  /** How many pending rows come after a row. */
  rowsWaiting(row: number): number;
  /** Numbers of the members that pending rows are about, each once. */
  memberNos(): readonly string[];
  /** Lets another connection's statements read the rows under a name, until `detach`. */
  attach(sqlite: BetterSqlite3.Database, schema: string): void;
  detach(sqlite: BetterSqlite3.Database, schema: string): void;
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

type Stored = [number, string, string | null, string, string, 0 | 1, 0 | 1, ...StagedValue[]];

function storedRow(
  stored: Stored | undefined,
): Pick<StagedRow, 'row' | 'key' | 'rival' | 'memberNo' | 'content' | 'values'> | undefined {
  if (stored === undefined) return undefined;
  const [row, key, rival, memberNo, content, , , ...values] = stored;
  return { row, key, rival, memberNo, content, values };
}

function stagedFile(sqlite: BetterSqlite3.Database, about: unknown): StagedFile {
  const waiting = 'FROM staged WHERE pending = 1 AND row > ? ORDER BY row LIMIT ?';
  const after = sqlite.prepare<[number, number], Stored>(`SELECT * ${waiting}`).raw();
  const last = sqlite
    .prepare<[number, number], number>(`SELECT max(row) FROM (SELECT row ${waiting})`)
    .pluck();
  const changes = sqlite
    .prepare<[number, number], Stored>(
      'SELECT * FROM staged WHERE pending = 1 AND is_new = 0 AND row > ? AND row <= ? ORDER BY row',
    )
    .raw();
  const members = sqlite
    .prepare<[], string>('SELECT DISTINCT member_no FROM staged WHERE pending = 1')
    .pluck();
  const count = sqlite
    .prepare<[number], number>('SELECT count(*) FROM staged WHERE pending = 1 AND row > ?')
    .pluck();
  return {
    about,
    pendingRows: count.get(0) ?? 0,
    rowsAfter: (row, limit) => after.all(row, limit).flatMap((stored) => storedRow(stored) ?? []),
    changesAfter(row, limit) {
      const through = last.get(row, limit) ?? row;
      return { rows: changes.all(row, through).flatMap((stored) => storedRow(stored) ?? []), through };
    },
    rowsWaiting: (row) => count.get(row) ?? 0,
    memberNos: () => members.all(),
    attach: (other, name) => other.prepare('ATTACH ? AS ?').run(sqlite.name, name),
    detach: (other, name) => other.prepare('DETACH ?').run(name),
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
