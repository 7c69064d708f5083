import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type { Decision } from '../decision.ts';
import { renewalIn } from '../renewal.ts';
import { lapsedBy } from './lapsed-by.ts';
import type { Notice } from './notice.ts';

// SC-FEE-1: "Renewal fees are required to maintain your active certified status and include member benefits."
// policy.md C2: past due from the first day after the due date; C6: paying cures it.

/** The past-due notice, and each later one: the fee of the year that began in the month is unpaid after its due date. */
export function pastDueNotice(month: string, decision: Decision, day: CalendarDate): Notice | null {
  const fee = renewalIn(month, decision);
  if (fee === null || fee.amountCents === 0 || fee.dueOn >= decision.case.asOf) return null;
  if (lapsedBy(decision, day)) return null;
  return { forDate: fee.yearStart, until: null, fee, lapsesOn: null };
}
