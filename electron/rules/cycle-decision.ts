import type { CountedActivity, MetBy, SnapshotValue } from '../../shared/domain/cycles.ts';
import type { PolicyEntry } from '../../shared/domain/policy.ts';
import type { CertificationCase } from './certification-case.ts';
import { POINTS_REQUIRED } from './code-values.ts';
import type { Cycle } from './cycle.ts';
import { employmentPoints } from './employment.ts';
import { exclusionOf } from './exclusion.ts';
import type { Requirement } from './requirement.ts';

// SC-CCP-7: "You'll automatically roll into your next CCP cycle when points are recorded online and your annual fees are
// paid." What decided a roll is kept with it, under the values of its own day: 2019 is judged by 2019's values.

/** What decided about a cycle, and by which values. */
export interface CycleDecision {
  readonly metBy: MetBy;
  readonly values: readonly SnapshotValue[];
  readonly activities: readonly CountedActivity[];
}

/** What met a cycle's requirement; points before an attestation, an attestation before an audit (PB-CCP-3). */
export function metBy({ counted, required, attested }: Requirement, c: CertificationCase): MetBy {
  if (!c.bound) return 'not-bound';
  if (counted >= required) return 'points';
  return attested ? 'attestation' : 'audit';
}

export function cycleDecision(cycle: Cycle, requirement: Requirement, c: CertificationCase): CycleDecision {
  return {
    metBy: metBy(requirement, c),
    values: valuesOf(cycle, c),
    activities: countedActivities(cycle, c),
  };
}

/** What counts for a cycle, in the order of the facts. */
export function countedActivities(cycle: Cycle, c: CertificationCase): readonly CountedActivity[] {
  const counted: CountedActivity[] = [];
  for (const activity of c.facts.activities) {
    if (exclusionOf(activity, cycle, c) !== null) continue;
    const points =
      activity.category === 'employment-verification'
        ? employmentPoints(activity, cycle, c)
        : activity.points;
    counted.push({ activity: Number(activity.id), points });
  }
  return counted;
}

function valuesOf(cycle: Cycle, c: CertificationCase): readonly SnapshotValue[] {
  const { code, certifiedOn, recertifiedOn } = c.facts.certification;
  const values = [
    kept(c.policy.date('ccp-bound-from', certifiedOn), 'certified'),
    kept(c.policy.value('cycle-years', c.anchor), 'anchor'),
  ];
  if (recertifiedOn !== null)
    values.push(kept(c.policy.date('ccp-bound-recertified-after', recertifiedOn), 'recertified'));
  if (c.bound) values.push(kept(c.policy.value(POINTS_REQUIRED[code], cycle.start), 'cycle-start'));
  if (c.facts.activities.some(({ category }) => category === 'employment-verification'))
    values.push(kept(c.policy.date('employment-last-day', cycle.start), 'cycle-start'));
  return values;
}

function kept({ name, value, unit, confirmed }: PolicyEntry, of: SnapshotValue['of']): SnapshotValue {
  return { name, value, unit, confirmed, of };
}
