import { type AliasedRawBuilder, type SqlBool, sql } from 'kysely';
import type { CertificationCode } from '../../shared/domain/codes.ts';
import type { CalendarDate } from '../../shared/domain/facts.ts';
import type { LapseCause, StandingStatus } from '../../shared/domain/standing.ts';
import {
  isFindingList,
  type WorklistName,
  type WorklistQuery,
  type WorklistSort,
} from '../../shared/domain/worklists.ts';
import type { ReadableDatabase } from '../db/connection.ts';
import { fullName } from './facts.ts';
import {
  type DateSpan,
  inSight,
  type StandingListName,
  standingList,
  within,
} from './worklist-conditions.ts';
import { countStandings, pageOfStandings } from './worklist-standings.ts';

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
  const { list } = question;
  if (!isFindingList(list)) return countStandings(db, { ...question, list });
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
  const { list } = question;
  const rows = isFindingList(list)
    ? await foundRows(db, question, page)
    : await standingRows(db, { ...question, list }, page);
  return rows.map((row) => ({ ...row, memberName: fullName(row), away: row.away !== null }));
}

function foundRows(
  db: ReadableDatabase,
  question: WorklistQuestion,
  page: { readonly offset: number; readonly limit: number },
) {
  const { by, descending } = question.sort;
  return rowsFor(db, question, true)
    .selectAll('r')
    .select(['w.item as away', 'w.until as awayUntil'])
    .orderBy(sql.ref(ORDER[by]), descending ? 'desc' : 'asc')
    .orderBy('r.item')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
}

/** The page is found over the list's index alone; only its rows are then read whole. */
async function standingRows(
  db: ReadableDatabase,
  question: WorklistQuestion & { readonly list: StandingListName },
  page: { readonly offset: number; readonly limit: number },
) {
  const { list, today } = question;
  const ids =
    question.item === undefined ? await pageOfStandings(db, question, page) : certificationOf(question.item);
  if (ids.length === 0) return [];
  const rows = await db.kysely
    .selectFrom(rowsOf(list, today, true))
    .leftJoin('worklist_away as w', (join) => join.on('w.list', '=', list).onRef('w.item', '=', 'r.item'))
    .selectAll('r')
    .select(['w.item as away', 'w.until as awayUntil'])
    .where('r.certification_id', 'in', ids)
    .execute();
  const own = question.item === undefined ? rows : rows.filter(({ item }) => item === question.item);
  const place = new Map(ids.map((id, at) => [id, at]));
  const at = (row: { certification_id: number | null }) => place.get(row.certification_id ?? 0) ?? 0;
  return own.toSorted((a, b) => at(a) - at(b));
}

/** The certification that an item of these lists names: `c17:2024-05-01`. */
function certificationOf(item: string): readonly number[] {
  const id = /^c(\d+):/.exec(item)?.[1];
  return id === undefined ? [] : [Number(id)];
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
  const { code, state } = filter;
  let rows = db.kysely
    .selectFrom(rowsOf(list, today, withState))
    .leftJoin('worklist_away as w', (join) => join.on('w.list', '=', list).onRef('w.item', '=', 'r.item'));
  rows =
    item === undefined ? rows.where(inSight(filter.show ?? 'open', today)) : rows.where('r.item', '=', item);
  if (spans !== null) rows = rows.where(within(sql.ref('r.on_date'), spans));
  if (state !== undefined) rows = rows.where('r.state', 'in', state);
  if (code !== undefined)
    rows =
      list === 'duplicates'
        ? rows.where(sql<SqlBool>`exists (select 1 from certification h where h.member_id = r.member_id
            and h.code in (${sql.join(code)}))`)
        : rows.where('r.code', 'in', code);
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
