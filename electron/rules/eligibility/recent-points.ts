import type { ActivityFact, CalendarDate } from '../../../shared/domain/facts.ts';
import { addYears } from '../../../shared/util/dates.ts';
import { meetsCriterion } from '../criterion.ts';

/**
 * Points recorded for the years up to a date, which is what a recertification by CCP proves (PB-REC-1): completed after the day that many
 * years before and not after the date, meeting a criterion (SC-CCP-1), not rejected. Employment after 2020 gives none (SC-CCP-2).
 */
export function recentPoints(activities: readonly ActivityFact[], years: number, on: CalendarDate): number {
  const after = addYears(on, -years);
  let points = 0;
  for (const activity of activities) {
    if (!('completedOn' in activity) || activity.finding === 'rejected') continue;
    if (activity.completedOn > after && activity.completedOn <= on && meetsCriterion(activity.criteria))
      points += activity.points;
  }
  return Math.round(points * 100) / 100;
}
