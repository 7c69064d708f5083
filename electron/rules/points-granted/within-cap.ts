import type { ActivityFact } from '../../../shared/domain/facts.ts';
import type { PolicyValue } from '../../../shared/domain/policy.ts';
import type { CertificationCase } from '../certification-case.ts';
import type { Cycle } from '../cycle.ts';
import { employmentPoints } from '../employment.ts';
import { exclusionOf } from '../exclusion.ts';
import { pointsForCount } from './employment-for-count.ts';

// No sentence sets a cap: the most points that a category may bring to one cycle is the office's own value, as in force when the
// cycle began, which the book marks as not confirmed until the office has confirmed it.

/** How the cap of its category bears on an activity in one cycle of a certification. Points. */
export interface CapRoom {
  readonly cap: PolicyValue;
  /** What the category has in the cycle already. */
  readonly already: number;
  /** Granted for this certification; what was asked for where there is room. */
  readonly granted: number;
  readonly cut: boolean;
}

/**
 * The points of an activity that the cap of its category leaves in a cycle where it counts.
 * @param c the case without the activity
 */
export function withinCap(activity: ActivityFact, cycle: Cycle, c: CertificationCase): CapRoom {
  const cap = c.policy.value(`points-cap.${activity.category}`, cycle.start);
  const already = pointsInCategory(activity.category, cycle, c);
  const room = Math.max(0, Math.round((cap.value - already) * 100) / 100);
  const asked = activity.points;
  if (activity.category === 'employment-verification') {
    if (employmentPoints(activity, cycle, c) <= room) return { cap, already, granted: asked, cut: false };
    return { cap, already, granted: pointsForCount(activity, Math.floor(room), cycle, c), cut: true };
  }
  return { cap, already, granted: Math.min(asked, room), cut: asked > room };
}

/** What a category has in a cycle, in points. */
export function pointsInCategory(
  category: ActivityFact['category'],
  cycle: Cycle,
  c: CertificationCase,
): number {
  let hundredths = 0;
  for (const activity of c.facts.activities) {
    if (activity.category !== category || exclusionOf(activity, cycle, c) !== null) continue;
    hundredths +=
      activity.category === 'employment-verification'
        ? employmentPoints(activity, cycle, c) * 100
        : Math.round(activity.points * 100);
  }
  return hundredths / 100;
}
