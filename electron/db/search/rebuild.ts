import type BetterSqlite3 from 'better-sqlite3';
import { fillNextTables } from './fill.ts';
import { hasNextTables, putNextTablesToUse } from './next-tables.ts';
import { values } from './statements.ts';
import { overtake } from './under-way.ts';

/**
 * Makes what lookups and the members list read anew from the office's other tables; inside the transaction of the load that
 * calls for it, or in one of its own. A second or two for 100,000 members; where somebody may be waiting, `GentleRebuild`.
 */
export function rebuildSearch(sqlite: BetterSqlite3.Database): void {
  sqlite.transaction(() => {
    overtake(sqlite);
    for (const _ of fillNextTables(sqlite));
    putNextTablesToUse(sqlite);
  })();
}

/** Each changed name or e-mail address adds a segment, and FTS5 merges them only so far. */
const MOST_SEGMENTS = 8;

/**
 * Rebuilds where the tables do not cover every member, or a rebuild was broken off: after a load that was interrupted, or in an
 * office older than the tables. Where changes have left the words in many segments, through each of which every lookup goes, it
 * merges them into one; some hundred milliseconds for 100,000 members.
 */
export function ensureSearch(sqlite: BetterSqlite3.Database): void {
  const missing = values<[], number>(
    sqlite,
    'SELECT (SELECT count(*) FROM member) <> (SELECT count(*) FROM member_search)',
  ).get();
  if (missing === 1 || hasNextTables(sqlite)) rebuildSearch(sqlite);
  const segments =
    values<[], number>(sqlite, 'SELECT count(DISTINCT segid) FROM member_words_idx').get() ?? 0;
  if (segments > MOST_SEGMENTS) sqlite.exec("INSERT INTO member_words (member_words) VALUES ('optimize')");
}
