import { sql } from 'kysely';
import {
  type Disagreement,
  type FoundActivities,
  type OutcomesOfCode,
  REPORT_PARTS,
  type ReportCounts,
  type ReportGroup,
} from '../../shared/domain/audit-report.ts';
import type { CalendarDate } from '../../shared/domain/facts.ts';
import type { Reading } from '../db/reading.ts';
import {
  DECISION_STANDS,
  inPart,
  LAST_FINDING,
  NOTICE_MAILED,
  ofGroup,
  STEP_STANDS,
} from './audit-report-parts.ts';
import { fullName } from './facts.ts';

/** How many cases of a year are in each part of its report. */
export async function reportCounts(
  db: Reading,
  year: number,
  group: ReportGroup,
  today: CalendarDate,
): Promise<ReportCounts> {
  const row = await db.kysely
    .selectFrom('audit as a')
    .where(ofGroup(year, group))
    .select(
      REPORT_PARTS.map((part) => sql<number>`count(CASE WHEN ${inPart(part, today)} THEN 1 END)`.as(part)),
    )
    .executeTakeFirstOrThrow();
  return row as ReportCounts;
}

/** How the drawn cases ended, by certification. */
export async function outcomesByCode(db: Reading, year: number): Promise<readonly OutcomesOfCode[]> {
  return db.kysely
    .selectFrom('audit as a')
    .innerJoin('certification as c', 'c.id', 'a.certification_id')
    .where(ofGroup(year, 'drawn'))
    .select((eb) => [
      'c.code',
      eb.fn.countAll<number>().as('drawn'),
      eb.fn.countAll<number>().filterWhere('a.outcome', '=', 'compliant').as('compliant'),
      eb.fn.countAll<number>().filterWhere('a.outcome', '=', 'non-compliant').as('nonCompliant'),
      eb.fn.countAll<number>().filterWhere('a.outcome', 'is', null).as('undecided'),
    ])
    .groupBy('c.code')
    .orderBy('c.code')
    .execute();
}

/** Activities of the drawn cases by what was last found about them, most frequent first. */
export async function foundActivities(db: Reading, year: number): Promise<readonly FoundActivities[]> {
  return db.kysely
    .selectFrom('audit_finding as f')
    .innerJoin('audit as a', 'a.id', 'f.audit_id')
    .where(ofGroup(year, 'drawn'))
    .where(LAST_FINDING)
    .select((eb) => [
      'f.verdict',
      'f.reason',
      eb.fn.countAll<number>().as('activities'),
      eb.fn.count<number>('f.audit_id').distinct().as('cases'),
    ])
    .groupBy(['f.verdict', 'f.reason'])
    .orderBy('activities', 'desc')
    .orderBy('f.verdict')
    .orderBy('f.reason')
    .execute();
}

/** When a case was told, when its first proof came, and when it was first decided. */
export interface CaseDates {
  readonly audit: number;
  readonly toldOn: CalendarDate | null;
  readonly provedOn: CalendarDate | null;
  readonly decidedOn: CalendarDate | null;
}

/** Those days of every drawn case, in the order of their numbers. */
export async function caseDates(db: Reading, year: number): Promise<readonly CaseDates[]> {
  const stepDay = (state: string) =>
    sql<CalendarDate | null>`(SELECT min(s.taken_on) FROM audit_step AS s WHERE s.audit_id = a.id AND s.to_state = ${state} AND ${STEP_STANDS})`;
  const rows = await db.kysely
    .selectFrom('audit as a')
    .where(ofGroup(year, 'drawn'))
    .select([
      'a.id as audit',
      stepDay('notice-sent').as('noticeStep'),
      NOTICE_MAILED.as('mailedOn'),
      stepDay('received').as('receivedStep'),
      sql<CalendarDate | null>`(SELECT min(n.received_on) FROM intake_part AS i JOIN intake_arrival AS n ON n.document_id = i.document_id
        WHERE i.audit_id = a.id AND i.state = 'filed')`.as('arrivedOn'),
      sql<CalendarDate | null>`(SELECT min(d.decided_on) FROM audit_decision AS d WHERE d.audit_id = a.id AND ${DECISION_STANDS})`.as(
        'decidedOn',
      ),
    ])
    .orderBy('a.id')
    .execute();
  return rows.map(({ audit, noticeStep, mailedOn, receivedStep, arrivedOn, decidedOn }) => ({
    audit,
    toldOn: noticeStep ?? mailedOn,
    provedOn: earlier(receivedStep, arrivedOn),
    decidedOn,
  }));
}

function earlier(one: CalendarDate | null, other: CalendarDate | null): CalendarDate | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}

/** Steps and substitutions of the drawn cases, where one case can have several. */
export async function reportSteps(
  db: Reading,
  year: number,
): Promise<{ readonly extensions: number; readonly timesAsked: number; readonly substitutions: number }> {
  const steps = await db.kysely
    .selectFrom('audit_step as s')
    .innerJoin('audit as a', 'a.id', 's.audit_id')
    .where(ofGroup(year, 'drawn'))
    .where(STEP_STANDS)
    .select((eb) => [
      eb.fn.countAll<number>().filterWhere('s.to_state', '=', 'extension').as('extensions'),
      eb.fn.countAll<number>().filterWhere('s.to_state', '=', 'more-asked').as('timesAsked'),
    ])
    .executeTakeFirstOrThrow();
  const { substitutions } = await db.kysely
    .selectFrom('audit_substitution as s')
    .innerJoin('audit as a', 'a.id', 's.audit_id')
    .where(ofGroup(year, 'drawn'))
    .select((eb) => eb.fn.countAll<number>().as('substitutions'))
    .executeTakeFirstOrThrow();
  return { ...steps, substitutions };
}

/** What second reviewers said of the outcomes proposed to them in the drawn cases, and with what they did not agree, oldest first. */
export async function secondOpinions(
  db: Reading,
  year: number,
): Promise<{
  readonly opinions: number;
  readonly agreed: number;
  readonly disagreements: readonly Disagreement[];
}> {
  const second = db.kysely
    .selectFrom('audit_opinion as o')
    .innerJoin('audit_opinion as f', 'f.id', 'o.of_opinion')
    .innerJoin('audit as a', 'a.id', 'o.audit_id')
    .where(ofGroup(year, 'drawn'));
  const counts = await second
    .select((eb) => [
      eb.fn.countAll<number>().as('opinions'),
      eb.fn.countAll<number>().filterWhere('o.agrees', '=', 1).as('agreed'),
    ])
    .executeTakeFirstOrThrow();
  const rows = await second
    .innerJoin('certification as c', 'c.id', 'a.certification_id')
    .innerJoin('member as m', 'm.id', 'c.member_id')
    .where('o.agrees', '=', 0)
    .select([
      'a.id as audit',
      'c.code',
      'f.reviewer as first',
      'o.reviewer as second',
      'o.note',
      'o.made_on as on',
    ])
    .select(['m.first_name', 'm.middle_name', 'm.last_name', 'm.suffix'])
    .orderBy('o.id')
    .execute();
  return {
    ...counts,
    disagreements: rows.map((row) => ({
      audit: row.audit,
      memberName: fullName(row),
      code: row.code,
      first: row.first,
      second: row.second,
      note: row.note,
      on: row.on,
    })),
  };
}
