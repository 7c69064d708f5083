import { anchorOf, completedYears } from '../../../shared/domain/certification-years.ts';
import type { CalendarDate, CertificationFact } from '../../../shared/domain/facts.ts';
import { addYears, dateKey, monthOf, monthText, yearOf } from '../../../shared/util/dates.ts';

/** Where a certification is in its years and cycles on a date. */
export interface Calendar {
  readonly anchor: CalendarDate;
  /** Anniversaries whose month has passed: their fees are past due where unpaid. */
  readonly settledYears: number;
  /** The anniversary that lies in the month of the date, or null. */
  readonly yearDueNow: number | null;
  readonly endedCycles: number;
  /** Initial certification on or after 2006-01-01, or recertification after 2014-04-01 (PB-CCP-1). */
  readonly bound: boolean;
}

export function calendarOf(certification: CertificationFact, asOf: CalendarDate): Calendar {
  const anchor = anchorOf(certification);
  const years = yearOf(asOf) - yearOf(anchor);
  const begun = monthOf(asOf) >= monthOf(anchor) ? years : years - 1;
  const dueNow = begun > 0 && monthText(addYears(anchor, begun)) === monthText(asOf);
  return {
    anchor,
    settledYears: Math.max(0, dueNow ? begun - 1 : begun),
    yearDueNow: dueNow ? begun : null,
    endedCycles: Math.floor(completedYears(dateKey(anchor), dateKey(asOf)) / 3),
    bound: certification.certifiedOn >= '2006-01-01' || (certification.recertifiedOn ?? '') > '2014-04-01',
  };
}
