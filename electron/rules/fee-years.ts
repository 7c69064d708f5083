import { anniversary, anniversaryNumber } from '../../shared/domain/certification-years.ts';
import type { FeeFact } from '../../shared/domain/facts.ts';
import { dateKey } from '../../shared/util/dates.ts';
import type { CertificationCase } from './certification-case.ts';
import { ANNUAL_FEE } from './code-values.ts';
import { isFeePaid } from './fee-paid.ts';

// SC-FEE-2: "Fees are due the anniversary month that you were certified."
// policy.md C2: the fee for the year that starts on an anniversary is due on the last day of the anniversary's month.
// So whether it is due, or past due, is decided by months alone. The first fee is that of the first anniversary.

/** The annual fees of a case, by the number of their anniversary. */
export interface FeeYears {
  /** Anniversaries whose month has begun by `asOf`. */
  readonly begun: number;
  /** Anniversaries whose fee's due date lies before `asOf`. */
  readonly pastDue: number;
  /** The earliest unpaid year of all, whenever it falls due. */
  readonly firstUnpaid: number;
  /** The earliest unpaid year that falls due on or after `asOf`. */
  readonly nextUnpaid: number;
  /** What is unpaid of every fee whose anniversary month has begun. Whole cents. */
  readonly owedCents: number;
}

export function feeYears(c: CertificationCase): FeeYears {
  const months = monthNumber(c.asOfKey) - monthNumber(c.anchorKey);
  const begun = Math.floor(months / 12);
  const pastDue = months % 12 === 0 ? Math.max(begun - 1, 0) : begun;
  const fees = byYear(c, begun);
  let owedCents = 0;
  let firstUnpaid = 0;
  for (let n = 1; n <= begun; n++) {
    if (isFeePaid(fees[n])) continue;
    firstUnpaid ||= n;
    owedCents += unpaidCents(c, n, fees[n]);
  }
  const nextUnpaid = nextUnpaidFrom(fees, pastDue + 1);
  return { begun, pastDue, firstUnpaid: firstUnpaid || nextUnpaid, nextUnpaid, owedCents };
}

/** Whether the fee of the month that `asOf` lies in is unpaid. */
export function isFeeDueNow(fees: FeeYears): boolean {
  return fees.begun > fees.pastDue && fees.nextUnpaid === fees.begun;
}

/** Entries that are no anniversary of the anchor, such as those from before a recertification, are not the case's. */
function byYear(c: CertificationCase, begun: number): readonly (FeeFact | undefined)[] {
  const fees: (FeeFact | undefined)[] = new Array(begun + 2);
  for (const fee of c.facts.fees) {
    const n = anniversaryNumber(c.anchorKey, dateKey(fee.yearStart));
    if (n > 0) fees[n] = fee;
  }
  return fees;
}

/** A year that was never invoiced counts with the policy's fee at its start. */
function unpaidCents(c: CertificationCase, n: number, fee: FeeFact | undefined): number {
  if (fee !== undefined) return fee.amountCents - fee.paidCents;
  return c.policy.value(ANNUAL_FEE[c.facts.certification.code], anniversary(c.anchor, n)).value;
}

function nextUnpaidFrom(fees: readonly (FeeFact | undefined)[], from: number): number {
  let n = from;
  while (isFeePaid(fees[n])) n++;
  return n;
}

/** Months counted from year 0. */
function monthNumber(key: number): number {
  return Math.floor(key / 10_000) * 12 + (Math.floor(key / 100) % 100) - 1;
}
