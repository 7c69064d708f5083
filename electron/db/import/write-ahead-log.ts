import type BetterSqlite3 from 'better-sqlite3';

/** Pages in the write-ahead log before they are carried over into the database, while much is loaded; 16 MB. */
const LONG_LOG = 4000;
/** Kilobytes (negative, as SQLite wants them): rows that are only added need little of the cache that lists like. */
const SMALL_CACHE = -8192;

/**
 * Lets the log grow longer, and keeps less in memory, while an action loads much: pages of an index that almost every transaction touches are then
 * carried over once for several transactions instead of once for each.
 */
export async function withLongLog<T>(sqlite: BetterSqlite3.Database, action: () => Promise<T>): Promise<T> {
  const usual = Number(sqlite.pragma('wal_autocheckpoint', { simple: true }));
  const cache = Number(sqlite.pragma('cache_size', { simple: true }));
  const mapped = Number(sqlite.pragma('mmap_size', { simple: true }));
  sqlite.pragma(`wal_autocheckpoint = ${LONG_LOG}`);
  sqlite.pragma(`cache_size = ${SMALL_CACHE}`);
  sqlite.pragma('mmap_size = 0');
  try {
    return await action();
  } finally {
    sqlite.pragma(`wal_autocheckpoint = ${usual}`);
    sqlite.pragma(`cache_size = ${cache}`);
    sqlite.pragma(`mmap_size = ${mapped}`);
  }
}
