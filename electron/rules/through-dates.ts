import { anniversary, anniversaryNumber } from '../../shared/domain/certification-years.ts';
import type { CalendarDate } from '../../shared/domain/facts.ts';
import { dateKey, dayBefore } from '../../shared/util/dates.ts';
import type { Decision } from './decision.ts';

/** How far a certification is billed and how far it is paid: two dates, each the last day of a certification year. */
export interface ThroughDates {
  /** Of the newest year that is invoiced and not void; of the year of certification itself, which has no fee, where none is. */
  readonly billedThrough: CalendarDate;
  /** The last day before the oldest unpaid year. */
  readonly paidThrough: CalendarDate;
}

export function throughDates({ case: c, fees }: Decision): ThroughDates {
  const invoiced = c.facts.fees.map((fee) => anniversaryNumber(c.anchorKey, dateKey(fee.yearStart)));
  return {
    billedThrough: dayBefore(anniversary(c.anchor, Math.max(0, ...invoiced) + 1)),
    paidThrough: dayBefore(anniversary(c.anchor, fees.firstUnpaid)),
  };
}
