import type BetterSqlite3 from 'better-sqlite3';
import { CERTIFICATION_CODES } from '../../../shared/domain/codes.ts';
import type { MemberFilter } from '../../../shared/domain/members-list.ts';
import { findMembers } from './find.ts';
import {
  ANNIVERSARY_MONTH,
  ATTENTION_BITS,
  ATTENTION_COLUMNS,
  codeBit,
  hasMonth,
  STATUS_COLUMNS,
} from './standing-columns.ts';
import { values } from './statements.ts';

/** The positions of the members that pass the filter, in no order; null where it lets everyone pass. */
export function filteredPositions(
  sqlite: BetterSqlite3.Database,
  filter: MemberFilter,
): readonly number[] | null {
  const parts: (readonly number[])[] = [];
  if (chosen(filter.state)) parts.push(inStates(sqlite, filter.state));
  const conditions = certificationConditions(filter);
  if (conditions.length > 0) parts.push(standingSo(sqlite, conditions));
  const text = filter.text?.trim() ?? '';
  if (text !== '') parts.push(withText(sqlite, text));
  if (parts.length === 0) return null;
  const [first = [], ...others] = parts.toSorted((a, b) => a.length - b.length);
  const sets = others.map((positions) => new Set(positions));
  return others.length === 0 ? first : first.filter((position) => sets.every((set) => set.has(position)));
}

function chosen<T>(values: readonly T[] | undefined): values is readonly T[] {
  return values !== undefined && values.length > 0;
}

function inStates(sqlite: BetterSqlite3.Database, states: readonly string[]): readonly number[] {
  return values<[string], number>(
    sqlite,
    'SELECT position FROM member_search WHERE state IN (SELECT value FROM json_each(?))',
  ).all(JSON.stringify(states.map((state) => state.toUpperCase())));
}

function withText(sqlite: BetterSqlite3.Database, text: string): readonly number[] {
  return findMembers(sqlite, text, Number.MAX_SAFE_INTEGER)
    .entries()
    .map(([position]) => position);
}

/** What one certification must be like; numbers and column names only, so that it can stand in the SQL text. */
interface CertificationCondition {
  /** On the member's row of bits: quick, but each bit may come from another certification. */
  readonly onMember: string;
  /** On one certification `c` and its standing `t`. */
  readonly onOne: string;
}

function certificationConditions(filter: MemberFilter): readonly CertificationCondition[] {
  const conditions: CertificationCondition[] = [];
  const { status, code, anniversaryMonth, attention } = filter;
  if (chosen(status) || chosen(code)) {
    const columns = chosen(status)
      ? status.map((one) => STATUS_COLUMNS[one])
      : [...Object.values(STATUS_COLUMNS), 'unknown'];
    const bits = (chosen(code) ? code : CERTIFICATION_CODES).reduce((all, one) => all | codeBit(one), 0);
    conditions.push({
      onMember: `((${columns.map((column) => `m.${column}`).join(' | ')}) & ${bits}) <> 0`,
      onOne: [...oneOf('c.code', code), ...oneOf('t.status', status)].join(' AND '),
    });
  }
  if (anniversaryMonth !== undefined) {
    conditions.push({
      onMember: hasMonth('m.months', Math.trunc(anniversaryMonth)),
      onOne: `${ANNIVERSARY_MONTH} = ${Math.trunc(anniversaryMonth)}`,
    });
  }
  if (attention !== undefined) {
    conditions.push({
      onMember: `(m.attention & ${ATTENTION_BITS[attention]}) <> 0`,
      onOne: `t.${ATTENTION_COLUMNS[attention]} = 1`,
    });
  }
  return conditions;
}

/** The + keeps the planner from going through an index over the whole office for each member. */
function oneOf(column: string, wanted: readonly string[] | undefined): readonly string[] {
  return chosen(wanted) ? [`+${column} IN (${wanted.map(literal).join(', ')})`] : [];
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** Several conditions must hold of the same certification: "past due" and "May" is one that is past due and falls in May. */
function standingSo(
  sqlite: BetterSqlite3.Database,
  conditions: readonly CertificationCondition[],
): readonly number[] {
  const onMember = conditions.map((condition) => condition.onMember).join(' AND ');
  const onOne = conditions.map((condition) => condition.onOne).join(' AND ');
  const together = /* sql */ `EXISTS (
    SELECT 1 FROM certification c LEFT JOIN standing t ON t.certification_id = c.id
    WHERE c.member_id = m.member_id AND ${onOne})`;
  const where = conditions.length > 1 ? `${onMember} AND ${together}` : onMember;
  return sqlite.prepare<[], number>(`SELECT m.position FROM member_standing m WHERE ${where}`).pluck().all();
}
