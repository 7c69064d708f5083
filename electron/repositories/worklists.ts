import { type AliasedRawBuilder, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { CertificationCode } from '../../shared/domain/codes.ts';
import type { CalendarDate } from '../../shared/domain/facts.ts';
import type { LapseCause, StandingStatus } from '../../shared/domain/standing.ts';
import {
  isFindingList,
  type WorklistName,
  type WorklistQuery,
  type WorklistShow,
  type WorklistSort,
} from '../../shared/domain/worklists.ts';
import { assertNever } from '../../shared/util/assert-never.ts';
import type { ReadableDatabase } from '../db/connection.ts';
import { fullName } from './facts.ts';

/** Dates from one to another, both inside; null = open at that end. */
export interface DateSpan {
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
}

/** A question to a worklist with its days made dates. */
export interface WorklistQuestion {
  readonly list: WorklistName;
  readonly filter: WorklistQuery['filter'];
  readonly sort: WorklistQuery['sort'];
  readonly today: CalendarDate;
  /** The date that a row is about lies in one of these; null = any. */
  readonly spans: readonly DateSpan[] | null;
  /** Leave out those whose application waits: their count of years stands still. */
  readonly withoutApplication?: boolean;
  /** One row alone, wherever someone put it. */
  readonly item?: string;
}

/** A row as the database has it. Points and whole cents; the certification's part is null where the row is of the member. */
interface RowOfList {
  readonly item: string;
  readonly on_date: CalendarDate;
  readonly member_id: number;
  readonly member_no: string;
  readonly sort_name: string;
  readonly first_name: string;
  readonly middle_name: string;
  readonly last_name: string;
  readonly suffix: string;
  readonly certification_id: number | null;
  readonly code: CertificationCode | null;
  readonly status: StandingStatus | null;
  readonly cycle_start: CalendarDate | null;
  readonly cycle_end: CalendarDate | null;
  readonly points_required: number | null;
  readonly points_counted: number | null;
  readonly points_outstanding: number | null;
  readonly owed_cents: number | null;
  readonly oldest_unpaid_due_on: CalendarDate | null;
  readonly lapse_cause: LapseCause | null;
  readonly lapse_since: CalendarDate | null;
  readonly exam_only: 0 | 1 | null;
  readonly found: string | null;
  readonly state: string | null;
}

/** How many rows a question has. */
export async function countListed(db: ReadableDatabase, question: WorklistQuestion): Promise<number> {
  const row = await rowsFor(db, question, question.filter.state !== undefined)
    .select(sql<number>`count(*)`.as('count'))
    .executeTakeFirst();
  return row?.count ?? 0;
}

export type ListedRow = Awaited<ReturnType<typeof listed>>[number];

/** The rows of a question, page by page. */
export async function listed(
  db: ReadableDatabase,
  question: WorklistQuestion,
  page: { readonly offset: number; readonly limit: number },
) {
  const { by, descending } = question.sort;
  const rows = await rowsFor(db, question, true)
    .selectAll('r')
    .select(['w.item as away', 'w.until as awayUntil'])
    .orderBy(sql.ref(ORDER[by]), descending ? 'desc' : 'asc')
    .orderBy('r.item')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  return rows.map((row) => ({ ...row, memberName: fullName(row), away: row.away !== null }));
}

const ORDER: Readonly<Record<WorklistSort, string>> = {
  on: 'r.on_date',
  member: 'r.sort_name',
  code: 'r.code',
  outstanding: 'r.points_outstanding',
  owed: 'r.owed_cents',
};

/** Nobody who has died is on a list. */
function rowsFor(db: ReadableDatabase, question: WorklistQuestion, withState: boolean) {
  const { list, filter, spans, item, today } = question;
  const { code, state, cause, route } = filter;
  let rows = db.kysely
    .selectFrom(rowsOf(list, today, withState))
    .leftJoin('worklist_away as w', (join) => join.on('w.list', '=', list).onRef('w.item', '=', 'r.item'));
  rows =
    item === undefined ? rows.where(inSight(filter.show ?? 'open', today)) : rows.where('r.item', '=', item);
  if (spans !== null) rows = rows.where(within(spans));
  if (state !== undefined) rows = rows.where('r.state', 'in', state);
  if (code !== undefined)
    rows =
      list === 'duplicates'
        ? rows.where(sql<SqlBool>`exists (select 1 from certification h where h.member_id = r.member_id
            and h.code in (${sql.join(code)}))`)
        : rows.where('r.code', 'in', code);
  if (cause !== undefined) rows = rows.where('r.lapse_cause', 'in', cause);
  if (route !== undefined) rows = rows.where('r.exam_only', '=', route === 'exam' ? 1 : 0);
  if (question.withoutApplication === true)
    rows = rows.where(sql<SqlBool>`not exists (select 1 from recertification_application a
      where a.certification_id = r.certification_id and a.closed_on is null)`);
  return rows;
}

const CERTIFICATION = sql`c.id as certification_id, c.code, s.status, s.cycle_start, s.cycle_end, s.points_required, s.points_counted,
  s.points_outstanding, s.owed_cents, s.oldest_unpaid_due_on, s.lapse_cause, s.lapse_since, s.exam_only`;
const MEMBER = sql`m.id as member_id, m.member_no, m.sort_name, m.first_name, m.middle_name, m.last_name, m.suffix`;
const ADDRESS = sql`left join postal_address p on p.member_id = m.id and p.valid_to is null`;

/** A list's rows: of the standings, or of what was found beside them. The address is joined only where it is asked for. */
function rowsOf(
  list: WorklistName,
  today: CalendarDate,
  withState: boolean,
): AliasedRawBuilder<RowOfList, 'r'> {
  const state = withState ? sql`p.state` : sql`null`;
  const address = withState ? ADDRESS : sql``;
  if (isFindingList(list))
    return sql<RowOfList>`(select f.item, f.on_date, ${MEMBER}, ${CERTIFICATION}, f.found, ${state} as state
      from worklist_finding f join member m on m.id = f.member_id
      left join certification c on c.id = f.certification_id
      left join standing s on s.certification_id = f.certification_id ${address}
      where f.list = ${list} and m.deceased_on is null)`.as('r');
  const { on, about, where } = standingList(list, today);
  return sql<RowOfList>`(select 'c' || c.id || ':' || ${about} as item, ${on} as on_date, ${MEMBER}, ${CERTIFICATION},
      null as found, ${state} as state
    from standing s join certification c on c.id = s.certification_id join member m on m.id = c.member_id ${address}
    where ${where} and m.deceased_on is null)`.as('r');
}

interface StandingList {
  /** The date that it is about. */
  readonly on: RawBuilder<string>;
  /** What a row is about beside its certification: with another cycle or due date it is another row. */
  readonly about: RawBuilder<string>;
  readonly where: RawBuilder<SqlBool>;
}

/**
 * What a list takes from the standings. The first condition is, word for word, that of the list's index. Who has lapsed must recertify
 * (SC-LAPSE-1, SC-LAPSE-2): recording and paying no longer help, so that the lists of what is to be recorded or paid leave them out.
 */
function standingList(
  list: Exclude<WorklistName, 'over-cap' | 'duplicates' | 'unsupported'>,
  today: CalendarDate,
): StandingList {
  const cycle = { on: sql<string>`s.cycle_end`, about: sql<string>`s.cycle_start` };
  switch (list) {
    case 'ending':
      return {
        ...cycle,
        where: sql`s.points_outstanding > 0 and s.cycle_end >= ${today} and s.lapse_since is null`,
      };
    case 'ended-short':
      return {
        ...cycle,
        where: sql`s.points_outstanding > 0 and s.cycle_end < ${today} and (s.lapse_since is null or s.lapse_cause = 'points')`,
      };
    case 'in-grace':
      return {
        ...cycle,
        where: sql`s.points_outstanding > 0 and s.cycle_end < ${today} and s.lapse_since is null`,
      };
    case 'roll-blocked':
      return { ...cycle, where: sql`s.roll_blocked = 1 and s.lapse_since is null` };
    case 'lapsed':
      return {
        on: sql`s.lapse_since`,
        about: sql`s.lapse_since`,
        where: sql`s.lapse_since is not null`,
      };
    case 'past-due':
      return {
        on: sql`s.oldest_unpaid_due_on`,
        about: sql`s.oldest_unpaid_due_on`,
        where: sql`s.status = 'past-due'`,
      };
    default:
      return assertNever(list);
  }
}

function inSight(show: WorklistShow, today: CalendarDate): RawBuilder<SqlBool> {
  switch (show) {
    case 'open':
      return sql`(w.item is null or w.until <= ${today})`;
    case 'snoozed':
      return sql`w.until > ${today}`;
    case 'done':
      return sql`(w.item is not null and w.until is null)`;
    default:
      return assertNever(show);
  }
}

function within(spans: readonly DateSpan[]): RawBuilder<SqlBool> {
  if (spans.length === 0) return sql`1 = 0`;
  const parts = spans.map(({ from, to }) => {
    const ends = [
      ...(from === null ? [] : [sql`r.on_date >= ${from}`]),
      ...(to === null ? [] : [sql`r.on_date <= ${to}`]),
    ];
    return ends.length === 0 ? sql`1 = 1` : sql.join(ends, sql` and `);
  });
  return sql`(${sql.join(
    parts.map((part) => sql`(${part})`),
    sql` or `,
  )})`;
}
