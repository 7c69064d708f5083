import type BetterSqlite3 from 'better-sqlite3';
import type { MemberQuery } from '../../../shared/domain/members-list.ts';
import { assertNever } from '../../../shared/util/assert-never.ts';
import { filteredPositions } from './list-filter.ts';
import { listTerms } from './list-terms.ts';
import { UNKNOWN_DATE, UNKNOWN_STATUS } from './standing-columns.ts';
import { values } from './statements.ts';

/** Everyone's position in a sort's order. Equals stand in the order of names; what is unknown comes last in either direction. */
function orderOf(sqlite: BetterSqlite3.Database, { by, descending }: MemberQuery['sort']): readonly number[] {
  switch (by) {
    case 'name':
      return positions(sqlite, `ORDER BY position${descending ? ' DESC' : ''}`);
    case 'memberNo':
      return orderByMemberNo(sqlite, descending);
    case 'city':
    case 'state':
    case 'zip':
      return orderByText(sqlite, by, descending);
    case 'status':
      return orderByNumber(sqlite, 'status_order', UNKNOWN_STATUS, descending);
    case 'nextDueOn':
      return orderByNumber(sqlite, 'next_due_order', UNKNOWN_DATE, descending);
    case 'owedCents':
      return orderByNumber(sqlite, 'owed_cents', null, descending);
    case 'pointsOutstanding':
      return orderByNumber(sqlite, 'points_outstanding', null, descending);
    case 'cycleEnd':
      return orderByNumber(sqlite, 'cycle_end_order', UNKNOWN_DATE, descending);
    default:
      return assertNever(by);
  }
}

function positions(sqlite: BetterSqlite3.Database, rest: string): readonly number[] {
  return values<[], number>(sqlite, `SELECT position FROM member_search ${rest}`).all();
}

/** As numbers are counted, 99 before 100: from the index, the numbers of each length together. */
function orderByMemberNo(sqlite: BetterSqlite3.Database, descending: boolean): readonly number[] {
  const direction = descending ? ' DESC' : '';
  const select = (what: string) =>
    values<[], number>(sqlite, `SELECT ${what} FROM member_search ORDER BY number${direction}`).all();
  const lengths = select('length(number)');
  const byLength = Map.groupBy(select('position'), (_, index) => lengths[index] ?? 0);
  const runs = [...byLength].sort(([a], [b]) => (descending ? b - a : a - b));
  return runs.flatMap(([, run]) => run);
}

/** From the column's index; descending, its runs of equals are taken from the end, each still in the order of names. */
function orderByText(
  sqlite: BetterSqlite3.Database,
  column: 'city' | 'state' | 'zip',
  descending: boolean,
): readonly number[] {
  const known = positions(sqlite, `WHERE ${column} > '' ORDER BY ${column}, position`);
  const unknown = positions(sqlite, `WHERE ${column} = '' ORDER BY position`);
  if (!descending) return [...known, ...unknown];
  const runs = values<[], number>(
    sqlite,
    `SELECT count(*) FROM member_search WHERE ${column} > '' GROUP BY ${column} ORDER BY ${column} DESC`,
  ).all();
  const turned: number[] = [];
  let end = known.length;
  for (const length of runs) {
    for (let at = end - length; at < end; at++) turned.push(known[at] ?? 0);
    end -= length;
  }
  return turned.concat(unknown);
}

/** Few different numbers among many members: gathering equals is quicker than sorting. */
function orderByNumber(
  sqlite: BetterSqlite3.Database,
  column: string,
  unknown: number | null,
  descending: boolean,
): readonly number[] {
  const select = (what: string) =>
    values<[], number>(sqlite, `SELECT ${what} FROM member_standing ORDER BY position`).all();
  const everyone = select('position');
  const equals = new Map<number, number[]>();
  select(column).forEach((value, index) => {
    const others = equals.get(value);
    const position = everyone[index] ?? 0;
    if (others === undefined) equals.set(value, [position]);
    else others.push(position);
  });
  const last = unknown === null ? undefined : equals.get(unknown);
  if (unknown !== null) equals.delete(unknown);
  const runs = [...equals].sort(([a], [b]) => (descending ? b - a : a - b)).map(([, run]) => run);
  return [...runs, last ?? []].flat();
}

interface Kept {
  readonly version: string;
  readonly orders: Map<string, readonly number[]>;
  readonly answers: Map<string, readonly number[]>;
}

const MOST_ANSWERS = 16;
const keptBy = new WeakMap<BetterSqlite3.Database, Kept>();

/**
 * The positions of the members a query shows, in its order. Worked out once and kept until anything in the database changes, so
 * that scrolling to any place costs one page.
 */
export function listedPositions(
  sqlite: BetterSqlite3.Database,
  { filter, sort }: MemberQuery,
): readonly number[] {
  const { orders, answers } = keptFor(sqlite);
  const key = JSON.stringify([filter, sort]);
  let answer = answers.get(key);
  if (answer === undefined) {
    answer = inOrder(sqlite, orders, sort, filteredPositions(sqlite, filter));
    const oldest = answers.keys().next().value;
    if (answers.size >= MOST_ANSWERS && oldest !== undefined) answers.delete(oldest);
    answers.set(key, answer);
  }
  return answer;
}

/** What {@link listedPositions} has worked out for a query, or null. */
export function knownPositions(
  sqlite: BetterSqlite3.Database,
  { filter, sort }: MemberQuery,
): readonly number[] | null {
  return keptFor(sqlite).answers.get(JSON.stringify([filter, sort])) ?? null;
}

/** Ordering so many alone is quicker than picking them out of everyone's order, which text has from an index. */
const FEW = { member_search: 2000, member_standing: 20_000 } as const;

function inOrder(
  sqlite: BetterSqlite3.Database,
  orders: Map<string, readonly number[]>,
  sort: MemberQuery['sort'],
  passing: readonly number[] | null,
): readonly number[] {
  if (passing !== null && sort.by === 'name') {
    const byName = [...Float64Array.from(passing).sort()];
    return sort.descending ? byName.reverse() : byName;
  }
  const order = JSON.stringify(sort);
  if (passing !== null && passing.length <= FEW[listTerms(sort).table] && !orders.has(order))
    return orderAmong(sqlite, sort, passing);
  const everyone = kept(orders, order, () => orderOf(sqlite, sort));
  if (passing === null) return everyone;
  const among = new Set(passing);
  return everyone.filter((position) => among.has(position));
}

function orderAmong(
  sqlite: BetterSqlite3.Database,
  sort: MemberQuery['sort'],
  passing: readonly number[],
): readonly number[] {
  const { table, everyone } = listTerms(sort);
  return values<[string], number>(
    sqlite,
    `SELECT position FROM json_each(?) j CROSS JOIN ${table} ON position = j.value ORDER BY ${everyone}`,
  ).all(JSON.stringify(passing));
}

function kept<T>(by: Map<string, T>, key: string, make: () => T): T {
  const known = by.get(key);
  if (known !== undefined) return known;
  const made = make();
  by.set(key, made);
  return made;
}

function keptFor(sqlite: BetterSqlite3.Database): Kept {
  const version = dataVersion(sqlite);
  let known = keptBy.get(sqlite);
  if (known?.version !== version) {
    known = { version, orders: new Map(), answers: new Map() };
    keptBy.set(sqlite, known);
  }
  return known;
}

/** Changes whenever this connection or another one has written. */
function dataVersion(sqlite: BetterSqlite3.Database): string {
  const others = sqlite.pragma('data_version', { simple: true });
  return `${others}.${values<[], number>(sqlite, 'SELECT total_changes()').get()}`;
}
