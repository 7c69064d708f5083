import type { CaseOutcome } from '../../../shared/domain/audit-case.ts';
import type { FindingReason, Verdict } from '../../../shared/domain/audit-findings.ts';
import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type { Reason } from '../../../shared/domain/standing.ts';
import { displayDate } from '../../../shared/util/dates.ts';

// SC-LAPSE-3: "You must recertify if you were audited by CCP and were unable to demonstrate compliance."
// PB-AUD-3: "Members who do not give proof are non-compliant, become decertified and must recertify."
// SC-CCP-3: "CCP points are due every 3 years by the end of your certification cycle."

/** An activity with what was found about it. Points. */
export interface JudgedActivity {
  /** What the rules count; 0 needs no finding. */
  readonly counted: number;
  readonly verdict: Verdict | null;
  /** What was found of it. */
  readonly points: number;
  readonly reason: FindingReason | null;
}

/** What an outcome is computed from. */
export interface CaseToDecide {
  readonly bound: boolean;
  readonly required: number;
  readonly activities: readonly JudgedActivity[];
  /** Whether any proof came. */
  readonly answered: boolean;
  /** Whether the member was asked for more already. */
  readonly askedBefore: boolean;
  /** By when proof was to come; null = nothing was asked yet. */
  readonly dueOn: CalendarDate | null;
  readonly asOf: CalendarDate;
}

/** What better papers can mend. */
const MENDABLE: ReadonlySet<FindingReason> = new Set([
  'name-missing',
  'not-proof',
  'hours-not-shown',
  'provider-unknown',
]);

/** The outcome of an audit by what was found; a person confirms it. */
export function caseOutcome(c: CaseToDecide): CaseOutcome {
  const counted = sum(c.activities.map(({ points, verdict }) => (verdict === null ? 0 : points)));
  const unjudged = c.activities.filter(
    ({ verdict, counted: points }) => verdict === null && points > 0,
  ).length;
  const found = { counted, required: c.required, unjudged };
  const as = (outcome: CaseOutcome['outcome'], ...reasons: readonly Reason[]): CaseOutcome => ({
    outcome,
    ...found,
    reasons,
  });
  const short = points(c.required - counted);
  if (!c.bound)
    return as('compliant', reason('audit-not-bound', 'PB-CCP-1', 'CCP is voluntary for this certification.'));
  if (counted >= c.required)
    return as(
      'compliant',
      reason('audit-points', 'SC-CCP-3', `${points(counted)} were shown; ${c.required} are required.`),
    );
  if (!c.answered) {
    if (c.dueOn === null || c.asOf <= c.dueOn)
      return as(
        'open',
        reason(
          'audit-awaited',
          'PB-AUD-2',
          c.dueOn === null
            ? 'The member was not asked for proof yet.'
            : `No proof has come; the member has until ${displayDate(c.dueOn)}.`,
        ),
      );
    return as(
      'non-compliant',
      reason('audit-no-proof', 'PB-AUD-3', `No proof came by ${displayDate(c.dueOn)}.`),
      reason('lapse-by-audit', 'SC-LAPSE-3', `None of the ${points(c.required)} required was shown.`),
    );
  }
  if (unjudged > 0)
    return as(
      'open',
      reason(
        'audit-unjudged',
        'SC-DOC-1',
        `${unjudged} ${unjudged === 1 ? 'activity has' : 'activities have'} to be judged; ${short} are not shown so far.`,
      ),
    );
  const mendable = sum(
    c.activities.map((one) =>
      one.reason !== null && MENDABLE.has(one.reason) ? one.counted - one.points : 0,
    ),
  );
  if (!c.askedBefore && counted + mendable >= c.required)
    return as(
      'more-asked',
      reason(
        'audit-mendable',
        'PB-AUD-2',
        `${short} are missing, and better proof of what was turned down could show ${points(mendable)}.`,
      ),
    );
  return as(
    'non-compliant',
    reason(
      'lapse-by-audit',
      'SC-LAPSE-3',
      `${points(counted)} were shown; ${c.required} are required: ${short} are missing.`,
    ),
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + Math.round(value * 100), 0) / 100;
}

function points(value: number): string {
  const rounded = Math.round(value * 100) / 100;
  return `${rounded} ${rounded === 1 ? 'point' : 'points'}`;
}

function reason(rule: string, citation: string, text: string): Reason {
  return { rule, citation, text };
}
