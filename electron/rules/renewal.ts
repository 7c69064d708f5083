import { anniversary, anniversaryNumber, dueOnOfYear } from '../../shared/domain/certification-years.ts';
import type { CalendarDate, FeeFact } from '../../shared/domain/facts.ts';
import { dateKey, dayBefore } from '../../shared/util/dates.ts';
import type { CertificationCase } from './certification-case.ts';
import { ANNUAL_FEE } from './code-values.ts';
import type { Decision } from './decision.ts';
import { isFeePaid } from './fee-paid.ts';

/** What renewing a certification in one month costs. Whole cents; dates inclusive. */
export interface Renewal {
  readonly yearStart: CalendarDate;
  readonly yearEnd: CalendarDate;
  readonly dueOn: CalendarDate;
  /** Unpaid of the year that starts in the month. */
  readonly amountCents: number;
  /** Unpaid of the years before it. */
  readonly arrearsCents: number;
}

/**
 * SC-FEE-2: "Fees are due the anniversary month that you were certified."
 * @param month `YYYY-MM`
 * @returns null where no certification year starts in the month
 */
export function renewalIn(month: string, decision: Decision): Renewal | null {
  const { anchor } = decision.case;
  const year = Number(month.slice(0, 4)) - Number(anchor.slice(0, 4));
  if (year < 1 || anniversary(anchor, year).slice(0, 7) !== month) return null;
  return renewalOfYear(year, decision);
}

/** What the year that starts on the nth anniversary costs, with what is unpaid of those before it. */
export function renewalOfYear(year: number, { case: c }: Decision): Renewal {
  const fees = new Map(
    c.facts.fees.map((fee) => [anniversaryNumber(c.anchorKey, dateKey(fee.yearStart)), fee]),
  );
  let arrearsCents = 0;
  for (let n = 1; n < year; n++) arrearsCents += unpaidCents(c, n, fees.get(n));
  return {
    yearStart: anniversary(c.anchor, year),
    yearEnd: dayBefore(anniversary(c.anchor, year + 1)),
    dueOn: dueOnOfYear(c.anchor, year),
    amountCents: unpaidCents(c, year, fees.get(year)),
    arrearsCents,
  };
}

function unpaidCents(c: CertificationCase, n: number, fee: FeeFact | undefined): number {
  if (fee === undefined)
    return c.policy.value(ANNUAL_FEE[c.facts.certification.code], anniversary(c.anchor, n)).value;
  return isFeePaid(fee) ? 0 : fee.amountCents - fee.paidCents;
}
