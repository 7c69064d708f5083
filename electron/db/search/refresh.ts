import type BetterSqlite3 from 'better-sqlite3';
import { changeEntry, entryOf, forgetEntry, putCertificates, putWords } from './entry.ts';
import { positionFor } from './positions.ts';
import { rebuildSearch } from './rebuild.ts';
import { SEARCH_INSERT, type SearchRow, SOURCE_OF, type SourceRow, searchRow, wordsOf } from './source.ts';
import { putStandingColumns } from './standing-columns.ts';
import { statement, values } from './statements.ts';
import { noteChanged } from './under-way.ts';

/** From this many members on, making everything anew may be quicker than row by row. */
const REBUILD_FROM = 1000;

/**
 * Brings lookups and the members list up to date with what the other tables now say of these members. Call it inside the
 * transaction that changes a member, a certification or an address.
 */
export function refreshSearch(sqlite: BetterSqlite3.Database, memberIds: readonly number[]): void {
  if (memberIds.length > REBUILD_FROM && memberIds.length * 4 > memberCount(sqlite)) {
    rebuildSearch(sqlite);
    return;
  }
  for (const memberId of new Set(memberIds)) refreshMember(sqlite, memberId);
}

/** The same for members whose places may all be wrong, so that none may say where another one belongs. */
export function placeAnew(sqlite: BetterSqlite3.Database, memberIds: readonly number[]): void {
  for (const memberId of memberIds) forgetEntry(sqlite, memberId, entryOf(sqlite, memberId));
  refreshSearch(sqlite, memberIds);
}

/**
 * Brings what the members list shows of standings up to date for the members who hold these certifications. Call it in the
 * transaction that keeps new standings.
 */
export function refreshListOf(sqlite: BetterSqlite3.Database, certificationIds: readonly number[]): void {
  const memberIds = values<[string], number>(
    sqlite,
    'SELECT DISTINCT member_id FROM certification WHERE id IN (SELECT value FROM json_each(?))',
  ).all(JSON.stringify(certificationIds));
  putStandingColumns(sqlite, memberIds);
}

/** A member as lookups know one, read before something about the member or the address changes. */
export interface BeforeChange {
  readonly memberId: number;
  readonly row: SourceRow | undefined;
}

/** To be read inside the transaction of the change, and handed to `refreshChanged` once all is written. */
export function beforeChange(sqlite: BetterSqlite3.Database, memberId: number): BeforeChange {
  return { memberId, row: sourceRow(sqlite, memberId) };
}

/**
 * Brings lookups and the members list up to date with what has changed of a member or the address since, and touches nothing
 * else: not for a change of certifications, which is `refreshSearch`'s.
 */
export function refreshChanged(
  sqlite: BetterSqlite3.Database,
  { memberId, row: before }: BeforeChange,
): void {
  const after = sourceRow(sqlite, memberId);
  const current = entryOf(sqlite, memberId);
  const asBefore = before !== undefined && current !== undefined && isRowOf(before, current);
  if (!asBefore || after === undefined || positionOf(sqlite, after, current) !== current[0]) {
    refreshMember(sqlite, memberId);
    return;
  }
  noteChanged(sqlite, [memberId]);
  changeEntry(sqlite, current, searchRow(current[0], after));
  const words = wordsOf(after);
  const wordsBefore = wordsOf(before);
  if (words !== wordsBefore) putWords(sqlite, current[0], words, wordsBefore);
}

function refreshMember(sqlite: BetterSqlite3.Database, memberId: number): void {
  noteChanged(sqlite, [memberId]);
  const current = entryOf(sqlite, memberId);
  const member = sourceRow(sqlite, memberId);
  const position = member === undefined ? null : positionOf(sqlite, member, current);
  if (position !== current?.[0]) forgetEntry(sqlite, memberId, current);
  if (member === undefined || position === null) return;
  const row = searchRow(position, member);
  if (position === current?.[0]) changeEntry(sqlite, current, row);
  else statement<SearchRow, never>(sqlite, SEARCH_INSERT).run(...row);
  putWords(sqlite, position, wordsOf(member));
  putCertificates(sqlite, memberId);
  putStandingColumns(sqlite, [memberId]);
}

function sourceRow(sqlite: BetterSqlite3.Database, memberId: number): SourceRow | undefined {
  return statement<[number], SourceRow>(sqlite, SOURCE_OF).raw().get(memberId);
}

function isRowOf(member: SourceRow, row: SearchRow): boolean {
  return searchRow(row[0], member).every((value, index) => value === row[index]);
}

function positionOf(
  sqlite: BetterSqlite3.Database,
  [id, sortName]: SourceRow,
  current: SearchRow | undefined,
): number {
  return positionFor(sqlite, { id, sortName }, current?.[0] ?? null);
}

function memberCount(sqlite: BetterSqlite3.Database): number {
  return values<[], number>(sqlite, 'SELECT count(*) FROM member').get() ?? 0;
}
