import { sql } from 'kysely';
import type { CaseFilter, CaseRow, CaseRows, CaseSort, CaseTallies } from '../../shared/domain/audit-case.ts';
import { CASE_STATES, type CaseState } from '../../shared/domain/audit-steps.ts';
import type { CalendarDate } from '../../shared/domain/facts.ts';
import { daysBetween } from '../../shared/util/dates.ts';
import { foldText } from '../../shared/util/fold.ts';
import type { Reading } from '../db/reading.ts';
import { noticeGaps } from './audit-notice-gaps.ts';
import { inList } from './audit-report-parts.ts';
import { fullName } from './facts.ts';

interface Page {
  readonly offset: number;
  readonly limit: number;
}

/** The cases that a filter leaves, in an order; what is due first comes first unless it is asked otherwise, what is decided last. */
export async function caseRows(
  db: Reading,
  filter: CaseFilter,
  sort: CaseSort,
  today: CalendarDate,
  { offset, limit }: Page,
): Promise<CaseRows> {
  const found = narrowed(db, filter, today);
  const { total } = await found
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const way = sort.descending ? 'desc' : 'asc';
  const rows = await columns(found)
    .$if(sort.by === 'due', (query) =>
      query.orderBy(sql`a.state = 'decided'`).orderBy(sql`a.due_on IS NULL`).orderBy('a.due_on', way),
    )
    .$if(sort.by === 'age', (query) => query.orderBy('a.selected_on', sort.descending ? 'asc' : 'desc'))
    .$if(sort.by === 'owner', (query) => query.orderBy(sql`a.owner = ''`).orderBy('a.owner', way))
    .$if(sort.by === 'state', (query) => query.orderBy(STATE_ORDER, way))
    .orderBy('m.sort_name', sort.by === 'member' ? way : 'asc')
    .orderBy('a.id')
    .offset(offset)
    .limit(limit)
    .execute();
  const gaps = await noticeGaps(db, selectedIn(rows));
  return { total, rows: rows.map((row) => caseRow(row, today, gaps)) };
}

/** One case as the worklist shows it, with what it is kept under; null where there is none. */
export async function caseById(
  db: Reading,
  audit: number,
  today: CalendarDate,
): Promise<
  | (CaseRow & {
      readonly certificationId: number;
      readonly memberId: number;
      readonly closedOn: CalendarDate | null;
      readonly proposalId: number | null;
      readonly pendingId: number | null;
    })
  | null
> {
  const row = await columns(joined(db).where('a.id', '=', audit)).executeTakeFirst();
  if (row === undefined) return null;
  const gaps = await noticeGaps(db, selectedIn([row]));
  return {
    ...caseRow(row, today, gaps),
    certificationId: row.certification_id,
    memberId: row.member_id,
    closedOn: row.closed_on,
    proposalId: row.proposal_id,
    pendingId: row.pending_id,
  };
}

/** The audit of a member that was selected last; null where there is none. */
export async function newestCaseOf(db: Reading, memberId: number): Promise<number | null> {
  const row = await joined(db)
    .select('a.id')
    .where('c.member_id', '=', memberId)
    .orderBy('a.selected_on', 'desc')
    .orderBy('a.id', 'desc')
    .executeTakeFirst();
  return row?.id ?? null;
}

/** How many cases stand where, and with whom. */
export async function caseTallies(
  db: Reading,
  today: CalendarDate,
): Promise<Omit<CaseTallies, 'reviewers'> & { readonly everOwners: readonly string[] }> {
  const rows = await db.kysely
    .selectFrom('audit')
    .select((eb) => [
      'state',
      'owner',
      eb.fn.countAll<number>().as('count'),
      eb.fn.countAll<number>().filterWhere('due_on', '<', today).as('overdue'),
      eb.fn.countAll<number>().filterWhere('proposal_id', 'is not', null).as('proposed'),
    ])
    .groupBy(['state', 'owner'])
    .execute();
  const states = Object.fromEntries(CASE_STATES.map((state) => [state, 0])) as Record<CaseState, number>;
  const owners = new Map<string, { open: number; overdue: number }>();
  for (const row of rows) {
    states[row.state] += row.count;
    if (row.state === 'decided') continue;
    const known = owners.get(row.owner) ?? { open: 0, overdue: 0 };
    owners.set(row.owner, { open: known.open + row.count, overdue: known.overdue + row.overdue });
  }
  const open = rows.filter(({ state }) => state !== 'decided');
  return {
    states,
    open: total(open.map(({ count }) => count)),
    overdue: total(open.map(({ overdue }) => overdue)),
    secondReview: total(rows.map(({ proposed }) => proposed)),
    owners: [...owners]
      .map(([owner, counts]) => ({ owner, ...counts }))
      .sort((a, b) => b.open - a.open || (a.owner < b.owner ? -1 : 1)),
    everOwners: [...new Set(rows.map(({ owner }) => owner).filter((owner) => owner !== ''))],
  };
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

const STATE_ORDER = sql`CASE a.state ${sql.join(
  CASE_STATES.map((state, index) => sql`WHEN ${state} THEN ${index}`),
  sql` `,
)} END`;

function joined(db: Reading) {
  return db.kysely
    .selectFrom('audit as a')
    .innerJoin('certification as c', 'c.id', 'a.certification_id')
    .innerJoin('member as m', 'm.id', 'c.member_id')
    .leftJoin('audit_campaign as y', 'y.id', 'a.campaign_id');
}

function narrowed(db: Reading, { state, owner, text, report = null }: CaseFilter, today: CalendarDate) {
  const words = foldText(text)
    .split(' ')
    .filter((word) => word !== '');
  return joined(db)
    .$if(state === 'open' || state === 'overdue', (query) => query.where('a.state', '<>', 'decided'))
    .$if(state === 'overdue', (query) => query.where('a.due_on', '<', today))
    .$if(state === 'second-review', (query) => query.where('a.proposal_id', 'is not', null))
    .$if(isState(state), (query) => query.where('a.state', '=', state as CaseState))
    .$if(owner !== null, (query) => query.where('a.owner', '=', owner ?? ''))
    .$if(report !== null, (query) => (report === null ? query : query.where(inList(report, today))))
    .$if(words.length > 0, (query) =>
      query.where((eb) =>
        eb.or([
          eb.and(words.map((word) => eb('m.sort_name', 'like', `%${escaped(word)}%`))),
          eb('m.member_no', 'like', `${escaped(text.trim())}%`),
        ]),
      ),
    );
}

function isState(state: CaseFilter['state']): state is CaseState {
  return (CASE_STATES as readonly string[]).includes(state);
}

/** A part of a name, where `%` and `_` are only themselves; what folds away cannot be looked for. */
function escaped(text: string): string {
  return text.replace(/[%_]/g, '');
}

function columns(query: ReturnType<typeof joined>) {
  return query
    .select(['a.id', 'a.cycle_start', 'a.selected_on', 'a.closed_on', 'a.outcome', 'a.for_cause', 'a.state'])
    .select(['a.since_on', 'a.due_on', 'a.owner', 'a.proposal_id', 'a.pending_id', 'a.certification_id'])
    .select([
      'c.code',
      'c.member_id',
      'm.member_no',
      'm.first_name',
      'm.middle_name',
      'm.last_name',
      'm.suffix',
    ])
    .select('y.year');
}

type Row = Awaited<ReturnType<ReturnType<typeof columns>['executeTakeFirstOrThrow']>>;

function selectedIn(rows: readonly Row[]): readonly number[] {
  return rows.filter(({ state }) => state === 'selected').map(({ id }) => id);
}

function caseRow(row: Row, today: CalendarDate, gaps: ReadonlyMap<number, string>): CaseRow {
  const decided = row.state === 'decided';
  return {
    audit: row.id,
    memberNo: row.member_no,
    memberName: fullName(row),
    code: row.code,
    cycleStart: row.cycle_start,
    state: row.state,
    sinceOn: row.since_on ?? row.selected_on,
    selectedOn: row.selected_on,
    age: Math.max(0, daysBetween(row.selected_on, decided ? (row.closed_on ?? today) : today)),
    dueOn: row.due_on,
    overdue: !decided && row.due_on !== null && row.due_on < today,
    owner: row.owner,
    campaign: row.year === null ? null : String(row.year),
    forCause: row.for_cause,
    outcome: row.outcome,
    proposed: row.proposal_id !== null,
    noNotice: gaps.get(row.id) ?? null,
  };
}
