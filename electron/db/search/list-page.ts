import type BetterSqlite3 from 'better-sqlite3';
import type { MemberQuery } from '../../../shared/domain/members-list.ts';
import { knownPositions, listedPositions } from './list-order.ts';
import { listTerms } from './list-terms.ts';
import { values } from './statements.ts';

/** A part of the members a query shows. */
export interface ListPage {
  /** How many it shows in all. */
  readonly total: number;
  /** In the query's order. */
  readonly positions: readonly number[];
}

/** Where a list's beginning ends, in rows: further down, ordering everyone once serves all further pages. */
const BEGINNING = 200;

/**
 * The members from the `offset`th on, at most `limit`. The beginning of a list of everyone is taken from an index or by one pass,
 * without ordering the rest: it is what a new sort shows.
 */
export function listPage(
  sqlite: BetterSqlite3.Database,
  query: MemberQuery,
  offset: number,
  limit: number,
): ListPage {
  const beginning =
    offset + limit <= BEGINNING && knownPositions(sqlite, query) === null
      ? beginningOfEveryone(sqlite, query, offset + limit)
      : null;
  if (beginning !== null) return { ...beginning, positions: beginning.positions.slice(offset) };
  const positions = listedPositions(sqlite, query);
  return { total: positions.length, positions: positions.slice(offset, offset + limit) };
}

/** null where the query narrows, or where too few members come first. */
function beginningOfEveryone(
  sqlite: BetterSqlite3.Database,
  { filter, sort }: MemberQuery,
  rows: number,
): ListPage | null {
  if (Object.values(filter).some((part) => part !== undefined)) return null;
  const { table, first, inOrder } = listTerms(sort);
  const positions = values<[number], number>(
    sqlite,
    `SELECT position FROM ${table} ${first === null ? '' : `WHERE ${first}`} ORDER BY ${inOrder} LIMIT ?`,
  ).all(rows);
  const total = values<[], number>(sqlite, 'SELECT count(*) FROM member_search').get() ?? 0;
  return positions.length < Math.min(rows, total) ? null : { total, positions };
}
