import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type { Decision } from '../decision.ts';
import { renewalIn } from '../renewal.ts';
import { lapsedBy } from './lapsed-by.ts';
import type { Notice } from './notice.ts';

// SC-FEE-2: "Fees are due the anniversary month that you were certified."

/** The reminder in the anniversary month: that year's fee is unpaid. From the due date on the past-due notice takes its place. */
export function reminderNotice(month: string, decision: Decision, day: CalendarDate): Notice | null {
  const fee = renewalIn(month, decision);
  if (fee === null || fee.amountCents === 0 || lapsedBy(decision, day)) return null;
  return { forDate: fee.yearStart, until: fee.dueOn, fee, lapsesOn: null };
}
