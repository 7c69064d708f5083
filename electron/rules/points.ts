import type { ActivityFact } from '../../shared/domain/facts.ts';
import type { CertificationCase } from './certification-case.ts';
import type { Cycle } from './cycle.ts';
import { employmentPoints } from './employment.ts';
import { exclusionOf } from './exclusion.ts';

// SC-CCP-4: "All CE points claimed MUST have been earned in the CCP cycle being reported."

/** Points of a cycle. Summed in hundredths, so that no order of the activities gives another sum. */
export interface CyclePoints {
  /** What counts, without what was rejected on review. */
  readonly counted: number;
  /** The same with what was rejected. */
  readonly claimed: number;
}

export function cyclePoints(cycle: Cycle, c: CertificationCase): CyclePoints {
  let counted = 0;
  let rejected = 0;
  for (const activity of c.facts.activities) {
    const exclusion = exclusionOf(activity, cycle, c);
    if (exclusion === null) counted += hundredths(activity, cycle, c);
    else if (exclusion === 'rejected') rejected += hundredths(activity, cycle, c);
  }
  return { counted: counted / 100, claimed: (counted + rejected) / 100 };
}

function hundredths(activity: ActivityFact, cycle: Cycle, c: CertificationCase): number {
  if (activity.category === 'employment-verification') return employmentPoints(activity, cycle, c) * 100;
  return Math.round(activity.points * 100);
}
