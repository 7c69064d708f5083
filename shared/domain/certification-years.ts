import {
  addYears,
  addYearsToKey,
  calendarDate,
  dateKey,
  dateOfKey,
  daysInMonth,
  keyOfDayBefore,
  lastDayOfMonth,
  monthOf,
  yearOf,
} from '../util/dates.ts';
import type { CalendarDate, CertificationFact } from './facts.ts';

// policy.md C2: a certification year runs from one anniversary to the day before the next; C3: a CCP cycle is
// three certification years, both ends inside; C7: after recertification anniversary and cycle restart.

/** How many certification years a CCP cycle has, as published (SC-CCP-3: "CCP points are due every 3 years"). */
export const PUBLISHED_CYCLE_YEARS = 3;

/** The date that anniversaries and cycles are counted from (policy.md C7). */
export function anchorOf(certification: CertificationFact): CalendarDate {
  return certification.recertifiedOn ?? certification.certifiedOn;
}

/** The nth anniversary; Feb 29 has Feb 28 in common years. */
export function anniversary(anchor: CalendarDate, n: number): CalendarDate {
  return addYears(anchor, n);
}

/** Which anniversary a date is (0 = the anchor itself), or -1 where it is none. Both as `dateKey`s. */
export function anniversaryNumber(anchorKey: number, dateKeyed: number): number {
  const n = Math.floor(dateKeyed / 10_000) - Math.floor(anchorKey / 10_000);
  return n >= 0 && addYearsToKey(anchorKey, n) === dateKeyed ? n : -1;
}

/** How many anniversaries have come by a date, the day itself included. Both as `dateKey`s. */
export function completedYears(anchorKey: number, onKey: number): number {
  const n = Math.floor(onKey / 10_000) - Math.floor(anchorKey / 10_000);
  return addYearsToKey(anchorKey, n) <= onKey ? n : n - 1;
}

/** The due date of the fee for the year that starts on an anniversary: the last day of its month (C2). */
export function feeDueOn(yearStart: CalendarDate): CalendarDate {
  return lastDayOfMonth(yearStart);
}

/** `feeDueOn` of the nth anniversary. */
export function dueOnOfYear(anchor: CalendarDate, n: number): CalendarDate {
  const year = yearOf(anchor) + n;
  return calendarDate(year, monthOf(anchor), daysInMonth(year, monthOf(anchor)));
}

/** First and last day of a CCP cycle, both inside it. */
export interface CycleDates {
  readonly start: CalendarDate;
  readonly end: CalendarDate;
}

/** The same two days as `dateKey`s. */
export interface CycleKeys {
  readonly startKey: number;
  readonly endKey: number;
}

/** The nth cycle, from 0, of an anchor given as its `dateKey`. */
export function cycleKeys(anchorKey: number, index: number, cycleYears: number): CycleKeys {
  return {
    startKey: addYearsToKey(anchorKey, index * cycleYears),
    endKey: keyOfDayBefore(addYearsToKey(anchorKey, (index + 1) * cycleYears)),
  };
}

/** The nth cycle, from 0. */
export function cycleDates(anchor: CalendarDate, index: number, cycleYears: number): CycleDates {
  const { startKey, endKey } = cycleKeys(dateKey(anchor), index, cycleYears);
  return { start: dateOfKey(startKey), end: dateOfKey(endKey) };
}

/** Whether a cycle counted from the anchor starts on the date. */
export function isCycleStart(anchor: CalendarDate, date: CalendarDate, cycleYears: number): boolean {
  const n = anniversaryNumber(dateKey(anchor), dateKey(date));
  return n >= 0 && n % cycleYears === 0;
}
