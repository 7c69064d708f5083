import { anniversary, anniversaryNumber, dueOnOfYear } from '../../shared/domain/certification-years.ts';
import type { CalendarDate } from '../../shared/domain/facts.ts';
import { dateKey } from '../../shared/util/dates.ts';
import { ANNUAL_FEE } from './code-values.ts';
import type { Decision } from './decision.ts';

/** A certification year whose fee is to be invoiced. */
export interface YearToInvoice {
  readonly yearStart: CalendarDate;
  readonly dueOn: CalendarDate;
  /** Whole cents, as in force at the year's start. */
  readonly amountCents: number;
}

/**
 * SC-FEE-2: "Fees are due the anniversary month that you were certified." Every year whose anniversary month has begun
 * and that has no fee yet; none for who must recertify, since that is not cured by renewing (SC-LAPSE-1).
 */
export function yearsToInvoice({ case: c, fees, lapse }: Decision): readonly YearToInvoice[] {
  if (lapse !== null) return NONE;
  const invoiced = c.facts.fees.map((fee) => anniversaryNumber(c.anchorKey, dateKey(fee.yearStart)));
  const years: YearToInvoice[] = [];
  for (let n = 1; n <= fees.begun; n++) {
    if (invoiced.includes(n)) continue;
    const yearStart = anniversary(c.anchor, n);
    const amountCents = c.policy.value(ANNUAL_FEE[c.facts.certification.code], yearStart).value;
    years.push({ yearStart, dueOn: dueOnOfYear(c.anchor, n), amountCents });
  }
  return years;
}

const NONE: readonly YearToInvoice[] = Object.freeze([]);
