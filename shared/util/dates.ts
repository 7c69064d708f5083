import type { CalendarDate } from '../domain/facts.ts';

// Calendar dates stay `YYYY-MM-DD` strings, which compare as text in date order. Written here rather than
// taken from Temporal because evaluating a whole office needs millions of them in under a second; the tests
// check every function against Temporal.PlainDate.

const DAYS_IN_400_YEARS = 146_097;
/** From 0000-03-01 to 1970-01-01. */
const DAYS_FROM_YEAR_0_MARCH = 719_468;
const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** `-00` to `-31`. */
const DASHED = Array.from({ length: 32 }, (_, number) => `-${String(number).padStart(2, '0')}`);

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Days in a month, `month` 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2 && isLeapYear(year)) return 29;
  return DAYS_IN_MONTH[month - 1] ?? 0;
}

/** Whether the text is an existing date written `YYYY-MM-DD`. */
export function isCalendarDate(text: unknown): text is CalendarDate {
  if (typeof text !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const month = monthOf(text);
  const day = dayOf(text);
  return (
    yearOf(text) >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(yearOf(text), month)
  );
}

export function yearOf(date: CalendarDate): number {
  return digits(date, 0, 4);
}

/** 1 to 12. */
export function monthOf(date: CalendarDate): number {
  return digits(date, 5, 7);
}

/** 1 to 31. */
export function dayOf(date: CalendarDate): number {
  return digits(date, 8, 10);
}

export function calendarDate(year: number, month: number, day: number): CalendarDate {
  const fourDigits = year > 999 ? year : String(year).padStart(4, '0');
  return `${fourDigits}${DASHED[month]}${DASHED[day]}`;
}

/**
 * A date as the whole number `YYYYMMDD`, which compares in date order like the text but many times faster.
 * Differences between two keys mean nothing.
 */
export function dateKey(date: CalendarDate): number {
  return digits(date, 0, 4) * 10_000 + digits(date, 5, 7) * 100 + digits(date, 8, 10);
}

/** The date of a key that `dateKey` gave. */
export function dateOfKey(key: number): CalendarDate {
  return calendarDate(Math.floor(key / 10_000), Math.floor(key / 100) % 100, key % 100);
}

/** The key of the same day `years` later; Feb 29 becomes Feb 28 in common years (policy.md C2). */
export function addYearsToKey(key: number, years: number): number {
  const later = key + years * 10_000;
  return key % 10_000 === 229 && !isLeapYear(Math.floor(later / 10_000)) ? later - 1 : later;
}

/** The key of the day before. */
export function keyOfDayBefore(key: number): number {
  if (key % 100 > 1) return key - 1;
  const firstOfYear = Math.floor(key / 100) % 100 === 1;
  const month = firstOfYear ? 12 : (Math.floor(key / 100) % 100) - 1;
  const year = Math.floor(key / 10_000) - (firstOfYear ? 1 : 0);
  return year * 10_000 + month * 100 + daysInMonth(year, month);
}

/** The same day `months` later (or earlier), or the month's last day where it has no such day. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const index = yearOf(date) * 12 + monthOf(date) - 1 + months;
  const year = Math.floor(index / 12);
  const month = (index % 12) + 1;
  return calendarDate(year, month, Math.min(dayOf(date), daysInMonth(year, month)));
}

/** The same day `years` later; Feb 29 becomes Feb 28 in common years (policy.md C2). */
export function addYears(date: CalendarDate, years: number): CalendarDate {
  return addMonths(date, years * 12);
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  return fromEpochDay(epochDay(date) + days);
}

export function dayBefore(date: CalendarDate): CalendarDate {
  return dateOfKey(keyOfDayBefore(dateKey(date)));
}

/** Days since 1970-01-01, by the arithmetic of Howard Hinnant's `days_from_civil`. */
export function epochDay(date: CalendarDate): number {
  // Years are counted from 1 March, so that a leap day ends its year, and in eras of 400 years.
  const month = monthOf(date);
  const year = month > 2 ? yearOf(date) : yearOf(date) - 1;
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const marchMonth = month > 2 ? month - 3 : month + 9;
  const dayOfYear = Math.floor((153 * marchMonth + 2) / 5) + dayOf(date) - 1;
  const leapsBefore = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  return era * DAYS_IN_400_YEARS + yearOfEra * 365 + leapsBefore + dayOfYear - DAYS_FROM_YEAR_0_MARCH;
}

/** The date so many days after 1970-01-01, by the arithmetic of Howard Hinnant's `civil_from_days`. */
export function fromEpochDay(day: number): CalendarDate {
  const shifted = day + DAYS_FROM_YEAR_0_MARCH;
  const era = Math.floor(shifted / DAYS_IN_400_YEARS);
  const dayOfEra = shifted - era * DAYS_IN_400_YEARS;
  const leapsBefore =
    Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leapsBefore) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return calendarDate(year, month, dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1);
}

/** Whole days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return epochDay(to) - epochDay(from);
}

/** 0 = Sunday to 6 = Saturday. */
export function weekdayOf(date: CalendarDate): number {
  // 1970-01-01 was a Thursday.
  return (((epochDay(date) + 4) % 7) + 7) % 7;
}

export function lastDayOfMonth(date: CalendarDate): CalendarDate {
  return calendarDate(yearOf(date), monthOf(date), daysInMonth(yearOf(date), monthOf(date)));
}

export function firstDayOfMonth(date: CalendarDate): CalendarDate {
  return `${date.slice(0, 8)}01`;
}

/** `2026-12` for 2026-12-05. */
export function monthText(date: CalendarDate): string {
  return date.slice(0, 7);
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** `1 May 2026`, as dates are shown to people. */
export function displayDate(date: CalendarDate): string {
  return `${dayOf(date)} ${MONTHS[monthOf(date) - 1] ?? ''} ${yearOf(date)}`;
}

/** `December 2026` for `2026-12` or any date in it. */
export function displayMonth(month: string): string {
  return `${MONTHS[Number(month.slice(5, 7)) - 1] ?? ''} ${month.slice(0, 4)}`;
}

function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let i = from; i < to; i++) value = value * 10 + text.charCodeAt(i) - 48;
  return value;
}
