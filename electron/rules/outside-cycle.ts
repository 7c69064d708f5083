import type { ActivityFact } from '../../shared/domain/facts.ts';
import { dateKey } from '../../shared/util/dates.ts';
import type { Cycle } from './cycle.ts';

// SC-CCP-4: "All CE points claimed MUST have been earned in the CCP cycle being reported."
// SC-CCP-5: "CE points cannot be claimed if completed before the cycle start date and CANNOT be rolled into the
// new cycle." policy.md C3: both ends of the cycle are inside.
// An employment is outside when no day of it lies in the cycle; one without an end goes on.

export type Outside = 'before-cycle' | 'after-cycle';

export function outsideCycle(activity: ActivityFact, cycle: Cycle): Outside | null {
  if (activity.category !== 'employment-verification') {
    const completed = dateKey(activity.completedOn);
    if (completed < cycle.startKey) return 'before-cycle';
    return completed > cycle.endKey ? 'after-cycle' : null;
  }
  if (activity.employedTo !== null && activity.employedTo < cycle.start) return 'before-cycle';
  return activity.employedFrom > cycle.end ? 'after-cycle' : null;
}
