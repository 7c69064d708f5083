import type { CalendarDate } from '../../shared/domain/facts.ts';
import { displayDate } from '../../shared/util/dates.ts';

/** `28 Dec 2026`, for tables and lines where a whole month’s name has no room. */
export function shortDate(date: CalendarDate): string {
  return displayDate(date).replace(/(?<= \p{L}{3})\p{L}+/u, '');
}
