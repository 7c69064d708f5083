import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type { Decision } from '../decision.ts';
import { renewalIn } from '../renewal.ts';
import { lapsedBy } from './lapsed-by.ts';
import type { Notice } from './notice.ts';

// SC-NOTICE-1: "Renewal notices are sent through email and mail."
// SC-FEE-2: "Fees are due the anniversary month that you were certified."

/** The renewal notice: the anniversary lies in the month, and something is to be paid. */
export function renewalNotice(month: string, decision: Decision, day: CalendarDate): Notice | null {
  const fee = renewalIn(month, decision);
  if (fee === null || fee.amountCents + fee.arrearsCents === 0 || lapsedBy(decision, day)) return null;
  return { forDate: fee.yearStart, until: null, fee, lapsesOn: null };
}
