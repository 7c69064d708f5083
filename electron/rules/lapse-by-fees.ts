import { dueOnOfYear } from '../../shared/domain/certification-years.ts';
import type { CalendarDate } from '../../shared/domain/facts.ts';
import { addMonths } from '../../shared/util/dates.ts';
import type { CertificationCase } from './certification-case.ts';
import type { FeeYears } from './fee-years.ts';

// SC-LAPSE-1: "You must recertify if you certified after January 1, 2006, and you failed to document CCP points and/or
// pay an annual fee for 3+ years." SC-LAPSE-2: the same for those certified before, by fees alone.
// policy.md C6: 36 months or more since the due date of the oldest annual fee that is still unpaid.

/** The due date that the lapse counts from, or null. */
export function lapseByFees(c: CertificationCase, fees: FeeYears): CalendarDate | null {
  if (fees.firstUnpaid > fees.pastDue) return null;
  const dueOn = dueOnOfYear(c.anchor, fees.firstUnpaid);
  const months = c.policy.value('lapse-after-months', dueOn).value;
  return addMonths(dueOn, months) <= c.asOf ? dueOn : null;
}
