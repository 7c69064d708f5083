import { anniversary, dueOnOfYear } from '../../../shared/domain/certification-years.ts';
import type { CalendarDate } from '../../../shared/domain/facts.ts';
import { addMonths, dayBefore, monthText } from '../../../shared/util/dates.ts';
import type { Decision } from '../decision.ts';
import { renewalOfYear } from '../renewal.ts';
import { lapsedBy } from './lapsed-by.ts';
import type { Notice } from './notice.ts';

// SC-LAPSE-1: "You must recertify if you certified after January 1, 2006, and you failed to document CCP points and/or
// pay an annual fee for 3+ years." SC-LAPSE-2: the same for those certified before, by fees alone.
// policy.md C6: 36 months or more since the due date of the oldest annual fee that is still unpaid.

/** The final notice: the certification lapses in the month unless its oldest unpaid fee is paid. Asks for all that is owed. */
export function finalNotice(month: string, decision: Decision, day: CalendarDate): Notice | null {
  const { case: c, fees } = decision;
  if (fees.firstUnpaid > fees.pastDue) return null;
  const dueOn = dueOnOfYear(c.anchor, fees.firstUnpaid);
  const lapsesOn = addMonths(dueOn, c.policy.value('lapse-after-months', dueOn).value);
  if (monthText(lapsesOn) !== month || lapsedBy(decision, day)) return null;
  return {
    forDate: anniversary(c.anchor, fees.firstUnpaid),
    until: dayBefore(lapsesOn),
    fee: renewalOfYear(fees.begun, decision),
    lapsesOn,
  };
}
