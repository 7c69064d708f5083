import type { ActivityFact, EmploymentActivityFact } from '../../shared/domain/facts.ts';
import { dateKey } from '../../shared/util/dates.ts';
import { meetsCriterion } from './criterion.ts';

/** Points by the days on which they were earned: `dateKey`s, and hundredths of a point, in the order of the facts. */
interface PointsByDay {
  readonly days: number[];
  readonly hundredths: number[];
}

/** What a member's activities can give to a cycle that their days fall in, whichever it is. */
export interface DatedPoints {
  readonly granted: PointsByDay;
  /** Rejected on review. */
  readonly rejected: PointsByDay;
  /** What these give depends on the cycle. */
  readonly employments: readonly EmploymentActivityFact[];
}

// Each certification of a member asks about the very same list, for one cycle after the other, and a what-if once more for another day.
let lastOf: readonly ActivityFact[] = [];
let last = read(lastOf);

/** Reads the activities once, however often the same list is asked about in a row: what rules are given is never changed in place. */
export function datedPoints(activities: readonly ActivityFact[]): DatedPoints {
  if (activities !== lastOf) {
    last = read(activities);
    lastOf = activities;
  }
  return last;
}

/** Hundredths of a point earned in a cycle, both ends inside. */
export function earnedWithin({ days, hundredths }: PointsByDay, from: number, to: number): number {
  let sum = 0;
  for (let i = 0; i < days.length; i++) {
    const day = days[i] ?? 0;
    if (day >= from && day <= to) sum += hundredths[i] ?? 0;
  }
  return sum;
}

function read(activities: readonly ActivityFact[]): DatedPoints {
  const granted: PointsByDay = { days: [], hundredths: [] };
  const rejected: PointsByDay = { days: [], hundredths: [] };
  const employments: EmploymentActivityFact[] = [];
  for (const activity of activities) {
    if (activity.category === 'employment-verification') {
      employments.push(activity);
      continue;
    }
    if (!meetsCriterion(activity.criteria)) continue;
    const { days, hundredths } = activity.finding === 'rejected' ? rejected : granted;
    days.push(dateKey(activity.completedOn));
    hundredths.push(Math.round(activity.points * 100));
  }
  return { granted, rejected, employments };
}
