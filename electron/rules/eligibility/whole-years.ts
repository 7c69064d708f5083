import type { CalendarDate } from '../../../shared/domain/facts.ts';
import { addYears, yearOf } from '../../../shared/util/dates.ts';

/** Whole years between two dates; ten years to the day are ten (policy.md C7). 0 where `to` is before `from`. */
export function wholeYears(from: CalendarDate, to: CalendarDate): number {
  const years = yearOf(to) - yearOf(from);
  return Math.max(0, addYears(from, years) <= to ? years : years - 1);
}
