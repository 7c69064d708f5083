import BetterSqlite3 from 'better-sqlite3';
import { Kysely, SqliteDialect, type SqliteStatement } from 'kysely';
import type { ReadonlyKysely } from 'kysely/readonly';
import { registerFunctions } from './functions.ts';
import { migrate } from './migrate.ts';
import type { Tables } from './tables.ts';

/** `Office` in the file header (`application_id`), so that a foreign database is told from ours. */
export const APPLICATION_ID = 0x53544e44;

/** What a report may use: it cannot write. */
export interface ReadableDatabase {
  readonly kysely: ReadonlyKysely<Tables>;
  /** For db/ alone: SQL that only SQLite has. */
  readonly sqlite: BetterSqlite3.Database;
}

/** The one writing connection of an office. */
export interface WritableDatabase {
  readonly kysely: Kysely<Tables>;
  readonly sqlite: BetterSqlite3.Database;
}

/**
 * Opens the writing connection: WAL, every commit synced (`synchronous=FULL`, which better-sqlite3 lowers to NORMAL for a
 * WAL file unless told), foreign keys on, schema brought up to date.
 * @throws StandingError `database-newer`
 */
export function openWritable(file: string): WritableDatabase {
  const sqlite = new BetterSqlite3(file);
  try {
    sqlite.pragma('journal_mode = WAL');
    sqlite.pragma('synchronous = FULL');
    sqlite.pragma('foreign_keys = ON');
    sqlite.pragma('busy_timeout = 5000');
    tune(sqlite);
    registerFunctions(sqlite);
    migrate(sqlite);
    sqlite.pragma(`application_id = ${APPLICATION_ID}`);
    return { kysely: kyselyOver(sqlite), sqlite };
  } catch (error) {
    sqlite.close();
    throw error;
  }
}

/** Commits without waiting for the disk; the next commit that does wait takes this one along, for they stand in one log. */
export function withoutSync<T>(sqlite: BetterSqlite3.Database, action: () => T): T {
  sqlite.pragma('synchronous = NORMAL');
  try {
    return action();
  } finally {
    sqlite.pragma('synchronous = FULL');
  }
}

/** Opens a read-only connection beside the writing one. */
export function openReadable(file: string): ReadableDatabase {
  const sqlite = new BetterSqlite3(file, { readonly: true, fileMustExist: true });
  sqlite.pragma('busy_timeout = 5000');
  sqlite.pragma('query_only = ON');
  tune(sqlite);
  registerFunctions(sqlite);
  // The connection itself is read-only; the cast gives it the type that says so.
  return { kysely: kyselyOver(sqlite) as unknown as ReadonlyKysely<Tables>, sqlite };
}

/** Whether the database was made by Standing. */
export function isOurDatabase({ sqlite }: ReadableDatabase): boolean {
  return sqlite.pragma('application_id', { simple: true }) === APPLICATION_ID;
}

/** A writing connection may always be read from. */
export function asReadable(db: WritableDatabase): ReadableDatabase {
  // ReadonlyKysely is a narrower view of the very same object.
  return db as unknown as ReadableDatabase;
}

function tune(sqlite: BetterSqlite3.Database): void {
  sqlite.pragma('cache_size = -65536');
  sqlite.pragma('mmap_size = 1073741824');
  sqlite.pragma('temp_store = MEMORY');
}

function kyselyOver(sqlite: BetterSqlite3.Database): Kysely<Tables> {
  return new Kysely<Tables>({
    dialect: new SqliteDialect({
      database: { prepare: statementCache(sqlite), close: () => sqlite.close() },
    }),
  });
}

const CACHED_STATEMENTS = 500;

/** Kysely prepares every query anew; the same text is prepared once here. */
function statementCache(sqlite: BetterSqlite3.Database): (sql: string) => SqliteStatement {
  const statements = new Map<string, SqliteStatement>();
  return (sql) => {
    const known = statements.get(sql);
    if (known !== undefined) return known;
    // better-sqlite3's statement takes the parameters as one array, as Kysely's interface wants; its own type says "…params".
    const statement = sqlite.prepare(sql) as unknown as SqliteStatement;
    if (statements.size >= CACHED_STATEMENTS) statements.clear();
    statements.set(sql, statement);
    return statement;
  };
}
