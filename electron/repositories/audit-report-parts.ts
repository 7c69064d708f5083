import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { FindingReason, Verdict } from '../../shared/domain/audit-findings.ts';
import type { ReportGroup, ReportList, ReportPart } from '../../shared/domain/audit-report.ts';
import type { CalendarDate } from '../../shared/domain/facts.ts';
import { assertNever } from '../../shared/util/assert-never.ts';

type Condition = RawBuilder<SqlBool>;

/** Which audits, as `a`, a report of a year is about: those its draws selected, or those opened for cause in it. */
export function ofGroup(year: number, group: ReportGroup): Condition {
  return group === 'drawn'
    ? sql`a.draw_id IN (SELECT d.id FROM audit_draw AS d JOIN audit_campaign AS y ON y.id = d.campaign_id WHERE y.year = ${year})`
    : sql`a.for_cause IS NOT NULL AND a.selected_on BETWEEN ${`${year}-01-01`} AND ${`${year}-12-31`}`;
}

/**
 * Whether an audit, as `a`, belongs to a part of the report. The figures are counted and their cases are listed by these conditions
 * alone, so that a list has as many cases as its figure says.
 */
export function inPart(part: ReportPart, today: CalendarDate): Condition {
  switch (part) {
    case 'all':
      return sql`1 = 1`;
    case 'told':
      return told;
    case 'not-told':
      return sql`NOT ${told} AND a.outcome IS NULL`;
    case 'undelivered':
      return sql`EXISTS (SELECT 1 ${noticeOf} AND g.failed IN ('bounced', 'refused', 'returned'))`;
    case 'returned':
      return returned;
    case 'not-returned':
      return sql`NOT ${returned} AND a.outcome IS NULL`;
    case 'undecided':
      return sql`a.outcome IS NULL`;
    case 'overdue':
      return sql`a.state <> 'decided' AND a.due_on < ${today}`;
    case 'letter-waiting':
      return sql`a.state = 'letter-waiting'`;
    case 'decided':
      return sql`a.outcome IS NOT NULL`;
    case 'compliant':
    case 'non-compliant':
      return sql`a.outcome = ${part}`;
    case 'no-proof':
      return sql`a.outcome = 'non-compliant' AND ${noProof} IS TRUE`;
    case 'short':
      return sql`a.outcome = 'non-compliant' AND ${noProof} IS NOT TRUE`;
    case 'extended':
      return stepTo('extension');
    case 'more-asked':
      return stepTo('more-asked');
    case 'substituted':
      return sql`EXISTS (SELECT 1 FROM audit_substitution AS s WHERE s.audit_id = a.id)`;
    case 'appealed':
      return stepTo('appealed');
    case 'appeal-open':
      return sql`a.outcome IS NOT NULL AND a.state <> 'decided'`;
    case 'upheld':
      return sql`${stepTo('appealed')} AND a.state = 'decided' AND NOT ${reversing}`;
    case 'reversed':
      return sql`${stepTo('appealed')} AND a.state = 'decided' AND ${reversing}`;
    case 'second-opinion':
      return sql`EXISTS (SELECT 1 FROM audit_opinion AS o WHERE o.audit_id = a.id AND o.of_opinion IS NOT NULL)`;
    case 'disagreed':
      return sql`EXISTS (SELECT 1 FROM audit_opinion AS o WHERE o.audit_id = a.id AND o.agrees = 0)`;
    default:
      return assertNever(part);
  }
}

/** The cases behind one figure. */
export function inList(list: ReportList, today: CalendarDate): Condition {
  const { code, verdict, reason, reviewer } = list;
  return sql`${ofGroup(list.year, list.group)} AND ${inPart(list.part, today)}
    ${code === null ? sql`` : sql`AND a.certification_id IN (SELECT id FROM certification WHERE code = ${code})`}
    ${verdict === null ? sql`` : sql`AND ${foundSo(verdict, reason)}`}
    ${reviewer === null ? sql`` : sql`AND ${reviewedBy(reviewer)}`}`;
}

/** Of the findings, as `f`, the last of each activity of a case. */
export const LAST_FINDING: Condition = sql`f.id IN (SELECT max(l.id) FROM audit_finding AS l GROUP BY l.audit_id, l.activity_id)`;

function foundSo(verdict: Verdict, reason: FindingReason | null): Condition {
  return sql`EXISTS (SELECT 1 FROM audit_finding AS f WHERE f.audit_id = a.id AND f.verdict = ${verdict}
    ${reason === null ? sql`` : sql`AND f.reason = ${reason}`} AND ${LAST_FINDING})`;
}

/** Whether somebody decided an audit, as `a`, or gave its second opinion. */
export function reviewedBy(reviewer: string): Condition {
  return sql`(EXISTS (SELECT 1 FROM audit_decision AS d WHERE d.audit_id = a.id AND d.decided_by = ${reviewer} AND ${DECISION_STANDS})
    OR EXISTS (SELECT 1 FROM audit_opinion AS o WHERE o.audit_id = a.id AND o.of_opinion IS NOT NULL AND o.reviewer = ${reviewer}))`;
}

/** Whether a step, as `s`, was taken and not taken back. */
export const STEP_STANDS: Condition = sql`s.undoes IS NULL AND NOT EXISTS (SELECT 1 FROM audit_step AS u WHERE u.undoes = s.id)`;

/** Whether a decision, as `d`, is final. */
const decisionIsFinal: Condition = sql`EXISTS (SELECT 1 FROM audit_final AS e WHERE e.decision_id = d.id AND e.takes_back IS NULL
  AND NOT EXISTS (SELECT 1 FROM audit_final AS t WHERE t.takes_back = e.id))`;

/** Whether a decision, as `d`, of an audit, as `a`, is final or waits for its letter: not withdrawn. */
export const DECISION_STANDS: Condition = sql`(d.id = a.pending_id OR ${decisionIsFinal})`;

function stepTo(state: string): Condition {
  return sql`EXISTS (SELECT 1 FROM audit_step AS s WHERE s.audit_id = a.id AND s.to_state = ${state} AND ${STEP_STANDS})`;
}

/** From the notices that told an audit. */
const noticeOf = sql`FROM notice_given AS g JOIN run AS r ON r.id = g.run_id JOIN run_piece AS p ON p.run_id = g.run_id AND p.position = g.position
  LEFT JOIN email_message AS e ON e.run_id = g.run_id AND e.position = g.position
  WHERE g.certification_id = a.certification_id AND g.for_date = a.selected_on AND r.kind = 'audit'`;

/** The day on which the first notice that did not come back was mailed. */
export const NOTICE_MAILED = sql<CalendarDate | null>`(SELECT min(r.mailed_on) ${noticeOf} AND p.channel = 'print' AND g.failed IS NULL)`;

const told: Condition = sql`(${stepTo('notice-sent')}
  OR EXISTS (SELECT 1 ${noticeOf} AND g.failed IS NULL AND (r.mailed_on IS NOT NULL OR e.state = 'sent')))`;

const returned: Condition = sql`(${stepTo('received')}
  OR EXISTS (SELECT 1 FROM intake_part AS i WHERE i.audit_id = a.id AND i.state = 'filed'))`;

/** The last decision that is final. */
const lastDecision = sql`FROM audit_decision AS d WHERE d.audit_id = a.id AND ${decisionIsFinal} ORDER BY d.id DESC LIMIT 1`;

const noProof: Condition = sql`(SELECT d.reasons LIKE '%"audit-no-proof"%' ${lastDecision})`;

/** Whether the last decision reversed the one before. */
const reversing: Condition = sql`(SELECT d.reversal ${lastDecision}) = 1`;
