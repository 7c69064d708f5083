import type { ActivityFact, CalendarDate, Facts } from '../../../shared/domain/facts.ts';
import type { Policy } from '../../../shared/domain/policy.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import { type CertificationCase, openCase } from '../certification-case.ts';
import { POINTS_REQUIRED } from '../code-values.ts';
import { type Cycle, cycleAt } from '../cycle.ts';
import { employmentPoints } from '../employment.ts';
import { type Exclusion, exclusionOf } from '../exclusion.ts';

// PB-AUD-2: the selected members are asked for "proof of the points of the prior cycle". SC-CCP-4: "All CE points claimed MUST have been
// earned in the CCP cycle being reported." What counts for the cycle is what the rules counted for its roll; no finding has a say in it.

/** An activity and what it is to the audited cycle. Points. */
export interface ClaimedActivity {
  readonly activity: number;
  /** What the rules count of it for the cycle. */
  readonly counted: number;
  readonly excluded: { readonly because: Exclusion; readonly citation: string; readonly why: string } | null;
}

/** The audited cycle with what was claimed for it, in the order of the facts. Dates inclusive. */
export interface AuditedCycle {
  readonly start: CalendarDate;
  readonly end: CalendarDate;
  readonly bound: boolean;
  /** Points, as in force when the cycle began; 0 where not bound. */
  readonly required: number;
  readonly attestedOn: CalendarDate | null;
  /** Those with a day inside the cycle. */
  readonly inside: readonly ClaimedActivity[];
  /** Those without one: they can show nothing. */
  readonly outside: readonly ClaimedActivity[];
}

/** What an audit of a cycle looks at; null where the certification never had a cycle with that start. */
export function auditedCycle(
  facts: Facts,
  cycleStart: CalendarDate,
  policy: Policy,
  asOf: CalendarDate,
): AuditedCycle | null {
  const found = cycleOf(facts, cycleStart, policy, asOf);
  if (found === null) return null;
  const { c, cycle } = found;
  const claimed = c.facts.activities.map((activity) =>
    claimedActivity({ ...activity, finding: null }, cycle, c),
  );
  const attestation = facts.attestations.find((one) => one.cycleStart === cycleStart);
  return {
    start: cycle.start,
    end: cycle.end,
    bound: c.bound,
    required: c.bound ? policy.value(POINTS_REQUIRED[facts.certification.code], cycle.start).value : 0,
    attestedOn: attestation?.attestedOn ?? null,
    inside: claimed.filter((one) => !isOutside(one)),
    outside: claimed.filter(isOutside),
  };
}

/** The cycle of that start, also one from before a recertification, which the audit may have been of. */
function cycleOf(
  facts: Facts,
  start: CalendarDate,
  policy: Policy,
  asOf: CalendarDate,
): { readonly c: CertificationCase; readonly cycle: Cycle } | null {
  const { certification } = facts;
  const asItWas =
    certification.recertifiedOn !== null && start < certification.recertifiedOn
      ? { ...facts, certification: { ...certification, recertifiedOn: null } }
      : facts;
  const c = openCase(asItWas, policy, asOf);
  for (let index = 0; ; index++) {
    const cycle = cycleAt(c, index);
    if (cycle.start === start) return { c, cycle };
    if (cycle.start > start) return null;
  }
}

function claimedActivity(activity: ActivityFact, cycle: Cycle, c: CertificationCase): ClaimedActivity {
  const because = exclusionOf(activity, cycle, c);
  const id = Number(activity.id);
  if (because !== null) {
    const excluded = { because, citation: CITATION[because], why: why(because, activity, cycle) };
    return { activity: id, counted: 0, excluded };
  }
  const counted =
    activity.category === 'employment-verification' ? employmentPoints(activity, cycle, c) : activity.points;
  return { activity: id, counted, excluded: null };
}

function isOutside({ excluded }: ClaimedActivity): boolean {
  return excluded?.because === 'before-cycle' || excluded?.because === 'after-cycle';
}

const CITATION: Readonly<Record<Exclusion, string>> = {
  'before-cycle': 'SC-CCP-5',
  'after-cycle': 'SC-CCP-4',
  'no-criterion': 'SC-CCP-1',
  'employment-too-late': 'SC-CCP-2',
  rejected: 'SC-CCP-1',
};

function why(exclusion: Exclusion, activity: ActivityFact, cycle: Cycle): string {
  switch (exclusion) {
    case 'before-cycle':
      return `${done(activity)}, before the cycle began on ${displayDate(cycle.start)}`;
    case 'after-cycle':
      return `${done(activity)}, after the cycle ended on ${displayDate(cycle.end)}`;
    case 'no-criterion':
      return 'meets none of the three criteria: job, knowledge, degree';
    case 'employment-too-late':
      return 'employment after the last day that counts';
    case 'rejected':
      return 'rejected on review';
  }
}

function done(activity: ActivityFact): string {
  if (activity.category !== 'employment-verification')
    return `completed ${displayDate(activity.completedOn)}`;
  const from = `employed from ${displayDate(activity.employedFrom)}`;
  return activity.employedTo === null ? from : `${from} to ${displayDate(activity.employedTo)}`;
}
