import { anniversary, anniversaryNumber, feeDueOn } from '../../../shared/domain/certification-years.ts';
import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type { SettledFee } from '../../../shared/domain/settled-fee.ts';
import { addDays, addYears, dateKey, dayBefore, daysBetween, monthText } from '../../../shared/util/dates.ts';
import type { Decision } from '../decision.ts';
import type { Notice } from './notice.ts';

// SC-FEE-1: "Renewal fees are required to maintain your active certified status and include member benefits."

/**
 * The receipts of a month: one for each year whose fee the office's own post settled in it, once its days of waiting are over.
 * @param day the step's day: as many days as it lies after the month's first, each fee's receipt waits from the day it was settled
 */
export function receiptNotices(
  month: string,
  { case: c }: Decision,
  settled: readonly SettledFee[],
  day: CalendarDate,
): readonly Notice[] {
  const wait = daysBetween(`${month}-01`, day);
  return settled
    .filter(({ on }) => monthText(on) === month && addDays(on, wait) <= c.asOf)
    .map(({ yearStart, cents, on, how }) => ({
      forDate: yearStart,
      until: null,
      fee: {
        yearStart,
        yearEnd: yearEnd(c.anchor, c.anchorKey, yearStart),
        dueOn: feeDueOn(yearStart),
        amountCents: 0,
        arrearsCents: 0,
      },
      lapsesOn: null,
      paid: { cents, on, how },
    }));
}

/** A year from before a recertification is counted from itself. */
function yearEnd(anchor: CalendarDate, anchorKey: number, yearStart: CalendarDate): CalendarDate {
  const n = anniversaryNumber(anchorKey, dateKey(yearStart));
  return dayBefore(n < 0 ? addYears(yearStart, 1) : anniversary(anchor, n + 1));
}
