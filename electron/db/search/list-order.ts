import type BetterSqlite3 from 'better-sqlite3';
import type { MemberQuery, MemberSort } from '../../../shared/domain/members-list.ts';
import { filteredPositions } from './list-filter.ts';
import { UNKNOWN_DATE, UNKNOWN_STATUS } from './standing-columns.ts';
import { values } from './statements.ts';

interface SortColumns {
  readonly table: 'member_search' | 'member_standing';
  /** The last decides only among equals of the first. */
  readonly columns: readonly string[];
  /** What stands where nothing is known; such members come last in either direction. */
  readonly unknown: string | null;
}

const SORTS: Readonly<Record<MemberSort, SortColumns>> = {
  name: { table: 'member_search', columns: [], unknown: null },
  memberNo: { table: 'member_search', columns: ['length(number)', 'number'], unknown: null },
  city: { table: 'member_search', columns: ['city'], unknown: "''" },
  state: { table: 'member_search', columns: ['state'], unknown: "''" },
  zip: { table: 'member_search', columns: ['zip'], unknown: "''" },
  status: { table: 'member_standing', columns: ['status_order'], unknown: String(UNKNOWN_STATUS) },
  nextDueOn: { table: 'member_standing', columns: ['next_due_order'], unknown: String(UNKNOWN_DATE) },
  owedCents: { table: 'member_standing', columns: ['owed_cents'], unknown: null },
  pointsOutstanding: { table: 'member_standing', columns: ['points_outstanding'], unknown: null },
  cycleEnd: { table: 'member_standing', columns: ['cycle_end_order'], unknown: String(UNKNOWN_DATE) },
};

/**
 * The texts that together give everyone's position in a sort's order: those with a value, then those without. Equals stand in the
 * order of names; only names themselves turn around when descending.
 */
export function orderQueries({ by, descending }: MemberQuery['sort']): readonly string[] {
  const { table, columns, unknown } = SORTS[by];
  const direction = descending ? ' DESC' : '';
  const select = `SELECT position FROM ${table}`;
  if (columns.length === 0) return [`${select} ORDER BY position${direction}`];
  const order = `ORDER BY ${columns.map((column) => column + direction).join(', ')}, position`;
  if (unknown === null) return [`${select} ${order}`];
  const known = unknown === "''" ? `> ''` : `< ${unknown}`;
  return [
    `${select} WHERE ${columns[0]} ${known} ${order}`,
    `${select} WHERE ${columns[0]} = ${unknown} ORDER BY position`,
  ];
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
    const passing = filteredPositions(sqlite, filter);
    const order = kept(orders, JSON.stringify(sort), () =>
      orderQueries(sort).flatMap((sql) => values<[], number>(sqlite, sql).all()),
    );
    answer = passing === null ? order : order.filter((position) => passing.has(position));
    const oldest = answers.keys().next().value;
    if (answers.size >= MOST_ANSWERS && oldest !== undefined) answers.delete(oldest);
    answers.set(key, answer);
  }
  return answer;
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
