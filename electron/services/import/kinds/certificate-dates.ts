import {
  anniversary,
  anniversaryNumber,
  isCycleStart,
} from '../../../../shared/domain/certification-years.ts';
import type { CalendarDate } from '../../../../shared/domain/facts.ts';
import { dateKey } from '../../../../shared/util/dates.ts';
import { RowRefusal } from './kind.ts';

// policy.md C2, C3 and C7: years and cycles are counted from the certification date, and anew from a recertification.

/** The dates of a certification as the table has them. */
export interface CertifiedDates {
  readonly certified_on: CalendarDate;
  readonly recertified_on: CalendarDate | null;
}

/** The date that years and cycles are counted from on a day. */
export function anchorOn({ certified_on, recertified_on }: CertifiedDates, day: CalendarDate): CalendarDate {
  return recertified_on !== null && day >= recertified_on ? recertified_on : certified_on;
}

/** Whether the day is an anniversary of the certification or, from the recertification on, of that. */
export function isYearStart(dates: CertifiedDates, day: CalendarDate): boolean {
  return anniversaryNumber(dateKey(anchorOn(dates, day)), dateKey(day)) > 0;
}

export function refuseYearStart(column: string, dates: CertifiedDates, day: CalendarDate): RowRefusal | null {
  if (isYearStart(dates, day)) return null;
  const anchor = anchorOn(dates, day);
  const what = anchor === dates.certified_on ? 'certification' : 'recertification';
  if (day <= anchor)
    return new RowRefusal(
      column,
      `is not after the ${what} date ${anchor}; the first fee is for the year from ${anniversary(anchor, 1)}`,
    );
  return new RowRefusal(
    column,
    `is no anniversary of the ${what} date ${anchor}; that year starts on ${nearest(anchor, day)}`,
  );
}

export function refuseCycleStart(
  column: string,
  dates: CertifiedDates,
  day: CalendarDate,
  cycleYears: number,
): RowRefusal | null {
  const anchor = anchorOn(dates, day);
  if (isCycleStart(anchor, day, cycleYears)) return null;
  return new RowRefusal(
    column,
    `is the start of no cycle; they start on ${anchor} and every ${cycleYears} years from then on`,
  );
}

/** The anniversary in the year of the day, or the first. */
function nearest(anchor: CalendarDate, day: CalendarDate): CalendarDate {
  return anniversary(anchor, Math.max(1, Number(day.slice(0, 4)) - Number(anchor.slice(0, 4))));
}
