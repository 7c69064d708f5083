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

/**
 * Rebuilds where the tables do not cover every member, or a rebuild was broken off: after a load that was interrupted, or in an
 * office older than the tables.
 */
export function ensureSearch(sqlite: BetterSqlite3.Database): void {
  const missing = values<[], number>(
    sqlite,
    'SELECT (SELECT count(*) FROM member) <> (SELECT count(*) FROM member_search)',
  ).get();
  if (missing === 1 || hasNextTables(sqlite)) rebuildSearch(sqlite);
}
