import { anniversary, completedYears, feeDueOn } from '../../shared/domain/certification-years.ts';
import type { CalendarDate } from '../../shared/domain/facts.ts';
import { dateKey, lastDayOfMonth } from '../../shared/util/dates.ts';

/** A fee that has been invoiced. */
export interface InvoicedFee {
  readonly id: number;
  readonly yearStart: CalendarDate;
  /** Whole cents. */
  readonly amountCents: number;
  readonly paidCents: number;
  readonly waived: boolean;
  /** Withdrawn: no payment goes there before it is issued again. */
  readonly voided: boolean;
}

/** What a payment settles of one certification year. */
export interface Share {
  readonly yearStart: CalendarDate;
  readonly cents: number;
  /** null where the fee is invoiced with this payment. */
  readonly feeId: number | null;
  /** The fee's amount, where it is invoiced with this payment. */
  readonly invoiceCents: number;
  readonly dueOn: CalendarDate;
}

export interface Payment {
  readonly receivedOn: CalendarDate;
  readonly amountCents: number;
  /** The year it is meant for, or null for the oldest unpaid. */
  readonly yearStart: CalendarDate | null;
}

/**
 * How a payment is spread over a certification's years: first the year it is meant for, or else the oldest unpaid one; what
 * is left goes, oldest first, to years that are invoiced or whose anniversary's month had begun when it was received.
 * Years ahead are never invoiced for it, and withdrawn ones never paid; what is left after that stays with the payment as credit.
 * @param anchor what anniversaries are counted from
 * @param fees all invoiced years, by year
 * @param feeFor the fee of a year not yet invoiced, whole cents
 */
export function spread(
  payment: Payment,
  anchor: CalendarDate,
  fees: readonly InvoicedFee[],
  feeFor: (yearStart: CalendarDate) => number,
): readonly Share[] {
  const byYear = new Map(fees.map((fee) => [fee.yearStart, fee]));
  const shares: Share[] = [];
  let left = payment.amountCents;
  const settle = (yearStart: CalendarDate): void => {
    const fee = byYear.get(yearStart);
    const invoiceCents = fee === undefined ? feeFor(yearStart) : 0;
    const cents = Math.min(left, fee === undefined ? invoiceCents : unpaidCents(fee));
    if (fee !== undefined && cents === 0) return;
    shares.push({ yearStart, cents, feeId: fee?.id ?? null, invoiceCents, dueOn: feeDueOn(yearStart) });
    left -= cents;
  };
  const target = payment.yearStart ?? oldestUnpaid(anchor, byYear);
  settle(target);
  for (const yearStart of owedYears(anchor, byYear, payment.receivedOn)) {
    if (left === 0) break;
    if (yearStart !== target) settle(yearStart);
  }
  return shares;
}

/** What a payment can settle of a fee, whole cents. */
export function unpaidCents(fee: InvoicedFee): number {
  return fee.waived || fee.voided ? 0 : Math.max(0, fee.amountCents - fee.paidCents);
}

/** A year that was never invoiced is unpaid (contract.md, Facts). */
function oldestUnpaid(anchor: CalendarDate, byYear: ReadonlyMap<CalendarDate, InvoicedFee>): CalendarDate {
  for (let n = 1; ; n++) {
    const fee = byYear.get(anniversary(anchor, n));
    if (fee === undefined || unpaidCents(fee) > 0) return anniversary(anchor, n);
  }
}

/** Years invoiced, and years whose anniversary's month had begun by a day, oldest first. */
function owedYears(
  anchor: CalendarDate,
  byYear: ReadonlyMap<CalendarDate, InvoicedFee>,
  day: CalendarDate,
): readonly CalendarDate[] {
  const begun = completedYears(dateKey(anchor), dateKey(lastDayOfMonth(day)));
  const years = new Set([...byYear.keys()].filter((year) => year > anchor));
  for (let n = 1; n <= begun; n++) years.add(anniversary(anchor, n));
  return [...years].sort();
}
