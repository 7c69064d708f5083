import type { ActivityFact } from '../../shared/domain/facts.ts';
import type { CertificationCase } from './certification-case.ts';
import { meetsCriterion } from './criterion.ts';
import type { Cycle } from './cycle.ts';
import { employmentDays } from './employment.ts';
import { type Outside, outsideCycle } from './outside-cycle.ts';

/** Why an activity does not count for a cycle. */
export type Exclusion = Outside | 'no-criterion' | 'employment-too-late' | 'rejected';

/**
 * Why an activity does not count for a cycle, or null where it does; the first that applies, in the order of the
 * contract. An activity dated after `asOf` but inside the cycle counts as recorded: no sentence excludes it, and
 * entering one is what intake refuses.
 */
export function exclusionOf(activity: ActivityFact, cycle: Cycle, c: CertificationCase): Exclusion | null {
  const outside = outsideCycle(activity, cycle);
  if (outside !== null) return outside;
  if (!meetsCriterion(activity.criteria)) return 'no-criterion';
  if (activity.category === 'employment-verification' && employmentDays(activity, cycle, c) === 0) {
    return 'employment-too-late';
  }
  return activity.finding === 'rejected' ? 'rejected' : null;
}
