import type BetterSqlite3 from 'better-sqlite3';
import type { Attention, StandingStatus } from '../../../shared/domain/standing.ts';
import { ATTENTION_BITS, STATUS_COLUMNS } from './standing-columns.ts';
import { statement } from './statements.ts';

/** How many members the list shows for each status and each attention; one with two certifications past due is one. */
export type MembersByStanding = Readonly<Record<StandingStatus | Attention, number>>;

const COLUMNS = [
  ...Object.entries(STATUS_COLUMNS).map(
    ([status, column]) => `count(*) FILTER (WHERE ${column} <> 0) AS "${status}"`,
  ),
  ...Object.entries(ATTENTION_BITS).map(
    ([kind, bit]) => `count(*) FILTER (WHERE (attention & ${bit}) <> 0) AS "${kind}"`,
  ),
];

export function membersByStanding(sqlite: BetterSqlite3.Database): MembersByStanding {
  const row = statement<[], MembersByStanding>(
    sqlite,
    `SELECT ${COLUMNS.join(', ')} FROM member_standing`,
  ).get();
  if (row === undefined) throw new Error('A sum over a table is one row');
  return row;
}
