import { displayDate, isCalendarDate } from './dates.ts';

/** A sentence of the rules with its dates as people say them: `2026-05-01` becomes `1 May 2026`. */
export function withSpokenDates(text: string): string {
  return text.replace(/\b\d{4}-\d{2}-\d{2}\b/g, (date) => (isCalendarDate(date) ? displayDate(date) : date));
}
