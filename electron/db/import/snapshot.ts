import type BetterSqlite3 from 'better-sqlite3';

/**
 * Holds a read-only connection to what the office is now until it is closed. One transaction instead of one a statement
 * also makes small look-ups several times faster.
 */
export function beginSnapshot(sqlite: BetterSqlite3.Database): void {
  sqlite.pragma('cache_size = -4096');
  sqlite.exec('BEGIN');
}
