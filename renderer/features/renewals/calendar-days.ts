import type { CalendarDate } from '../../../shared/domain/facts.ts';
import { addDays, daysInMonth, monthOf, weekdayOf, yearOf } from '../../../shared/util/dates.ts';

/** The weeks of a month, Sunday to Saturday; null for the days of the months beside it. */
export function weeksOf(month: string): readonly (readonly (CalendarDate | null)[])[] {
  const first = `${month}-01`;
  const before = weekdayOf(first);
  const days = daysInMonth(yearOf(first), monthOf(first));
  const weeks = Math.ceil((before + days) / 7);
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_, weekday) => {
      const at = week * 7 + weekday - before;
      return at < 0 || at >= days ? null : addDays(first, at);
    }),
  );
}

/** Sunday first, as calendars here have it. */
export const WEEKDAYS = [
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
] as const;
