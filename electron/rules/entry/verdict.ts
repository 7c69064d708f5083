import type { ActivityFact } from '../../../shared/domain/facts.ts';
import type { FallsIn } from '../../../shared/domain/points.ts';
import type { CertificationCase } from '../certification-case.ts';
import type { Cycle } from '../cycle.ts';
import { type Decision, decide } from '../decision.ts';
import { employmentPoints } from '../employment.ts';
import { type Exclusion, exclusionOf } from '../exclusion.ts';
import { retakenExam } from '../points-granted/retaken-exam.ts';
import { type CapRoom, withinCap } from '../points-granted/within-cap.ts';
import { fallsIn } from './falls-in.ts';

/** Why an activity does not count for the open cycle: by its dates, criteria or finding, or because nothing of it is left. */
export type NotCounted =
  | Exclusion
  | 'rolled-cycle'
  | 'waiting-cycle'
  | 'exam-retake'
  | 'cap-reached'
  | 'no-points';

/** What an activity does for one certification. */
export interface Verdict {
  /** null where it counts. */
  readonly because: NotCounted | null;
  /** Points that it brings to the open cycle. */
  readonly points: number;
  readonly fallsIn: FallsIn | null;
  /** null where it counts for no cycle. */
  readonly cap: CapRoom | null;
  /** The activity as it is granted for this certification. */
  readonly granted: ActivityFact;
  readonly before: Decision;
  readonly after: Decision;
}

/**
 * What an activity that is about to be entered does for a certification: for the open cycle, and what of it a cap leaves.
 * @param without the certification as it stands without the activity
 */
export function verdictOf(activity: ActivityFact, title: string, without: Decision): Verdict {
  const { case: c } = without;
  const where = whereOf(activity, without);
  const cap =
    where !== null && exclusionOf(activity, where.cycle, c) === null
      ? withinCap(activity, where.cycle, c)
      : null;
  const granted = cap === null ? activity : { ...activity, points: cap.granted };
  const exam = retakenExam({ title }) !== null;
  return {
    ...judged(granted, where, without, cap, exam),
    cap,
    granted,
    before: without,
    after: withActivity(granted, without),
  };
}

/** What an activity on record does for a certification, by the points it was granted when it was entered. */
export function verdictOnRecord(activity: ActivityFact, now: Decision): Verdict {
  return {
    ...judged(activity, whereOf(activity, now), now, null, false),
    cap: null,
    granted: activity,
    before: now,
    after: now,
  };
}

type Where = ReturnType<typeof fallsIn>;

/** The cycle it was completed in; the open one for an employment that has days in it. */
function whereOf(activity: ActivityFact, decision: Decision): Where {
  if (activity.category !== 'employment-verification') return fallsIn(activity.completedOn, decision);
  const { case: c, cycle } = decision;
  return exclusionOf(activity, cycle, c) === null ? { cycle, state: 'open' } : null;
}

function judged(
  activity: ActivityFact,
  where: Where,
  { case: c, cycle }: Decision,
  cap: CapRoom | null,
  exam: boolean,
): Pick<Verdict, 'because' | 'points' | 'fallsIn'> {
  const exclusion = exclusionOf(activity, cycle, c);
  const points = exclusion === null ? pointsIn(activity, cycle, c) : 0;
  return {
    because: exam ? 'exam-retake' : because(exclusion, where?.state ?? null, cap, points),
    points,
    fallsIn: where === null ? null : { start: where.cycle.start, end: where.cycle.end, state: where.state },
  };
}

/** A certification as it would stand with one more activity. */
export function withActivity(activity: ActivityFact, { case: c }: Decision): Decision {
  const facts = { ...c.facts, activities: [...c.facts.activities, activity] };
  return decide(facts, c.policy, c.asOf);
}

/** What an activity that counts brings to a cycle, in points. */
export function pointsIn(activity: ActivityFact, cycle: Cycle, c: CertificationCase): number {
  if (activity.category !== 'employment-verification') return activity.points;
  return employmentPoints(activity, cycle, c);
}

function because(
  exclusion: Exclusion | null,
  state: FallsIn['state'] | null,
  cap: CapRoom | null,
  points: number,
): NotCounted | null {
  if (exclusion === 'before-cycle' && state === 'rolled') return 'rolled-cycle';
  if (exclusion === 'after-cycle' && state === 'waiting') return 'waiting-cycle';
  if (exclusion !== null) return exclusion;
  if (points > 0) return null;
  return cap?.cut === true ? 'cap-reached' : 'no-points';
}
