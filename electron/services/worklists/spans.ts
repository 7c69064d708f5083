import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type { PolicyHistory } from '../../../shared/domain/policy.ts';
import type { WorklistQuery } from '../../../shared/domain/worklists.ts';
import { addDays, addMonths, addYears } from '../../../shared/util/dates.ts';
import type { PolicyBook } from '../../policy/policy-book.ts';
import type { DateSpan } from '../../repositories/worklist-conditions.ts';

/** How far ahead a row is on the list of those who cross a line soon, in months. */
const CROSSING_MONTHS = 12;

/** How far ahead a cycle’s end is on the list of those that end soon, in days: a year, as long as the office has told of its points. */
const ENDING_DAYS = 365;

/** The dates that a query's days come to, or null where it has none. */
export function spansOf(
  { list, filter }: Pick<WorklistQuery, 'list' | 'filter'>,
  policy: PolicyBook,
  today: CalendarDate,
): readonly DateSpan[] | null {
  if (filter.crossing === true && (list === 'lapsed' || list === 'past-due')) {
    const line = list === 'lapsed' ? 'exam-only-after-years' : 'lapse-after-months';
    return crossing(historyOf(policy, line), today, addMonths(today, CROSSING_MONTHS));
  }
  if (list === 'ending') return [{ from: today, to: addDays(today, filter.days ?? ENDING_DAYS) }];
  if (filter.days === undefined) return null;
  return [{ from: addDays(today, -filter.days), to: list === 'over-cap' ? null : today }];
}

/** The day on which a line is crossed by something that began on a day. */
type Line = (since: CalendarDate) => CalendarDate;

/**
 * The days of which the line, counted by the value in force on each, is crossed after one day and up to another. A value holds from its
 * date on, so that each has a span of its own (policy.md C6, C7).
 */
function crossing(history: PolicyHistory, after: CalendarDate, upTo: CalendarDate): readonly DateSpan[] {
  return history.entries.flatMap(({ from, value }, index) => {
    const amount = Number(value);
    const line: Line = (since) =>
      history.unit === 'years' ? addYears(since, amount) : addMonths(since, amount);
    const back: Line = (day) => (history.unit === 'years' ? addYears(day, -amount) : addMonths(day, -amount));
    const next = history.entries[index + 1]?.from;
    const first = later(from, addDays(lastDayBy(line, back, after), 1));
    const last = earlier(lastDayBy(line, back, upTo), next === undefined ? null : addDays(next, -1));
    return first <= last ? [{ from: first, to: last }] : [];
  });
}

/** The last day whose line is crossed by a day; months and years of different length make it a few days' search. */
function lastDayBy(line: Line, back: Line, day: CalendarDate): CalendarDate {
  let since = addDays(back(day), 4);
  while (line(since) > day) since = addDays(since, -1);
  return since;
}

function historyOf(policy: PolicyBook, name: string): PolicyHistory {
  const history = policy.all().find((one) => one.name === name);
  if (history === undefined) throw new Error(`The policy book has no ${name}.`);
  return history;
}

function later(a: CalendarDate, b: CalendarDate): CalendarDate {
  return a > b ? a : b;
}

function earlier(a: CalendarDate, b: CalendarDate | null): CalendarDate {
  return b === null || a < b ? a : b;
}
