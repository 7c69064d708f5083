import type { CalendarDate } from '../../../shared/domain/facts.ts';
import { monthText } from '../../../shared/util/dates.ts';
import type { Decision } from '../decision.ts';
import { lapsedBy } from './lapsed-by.ts';
import type { Notice } from './notice.ts';

// PB-CCP-4: "Members short of points get a CCP compliance notice several times before the cycle's end, naming how many
// points are outstanding and asking them to attest."

/** The CCP compliance notice: the cycle ends in the month, and points are outstanding and unattested. */
export function ccpNotice(month: string, decision: Decision, day: CalendarDate): Notice | null {
  const { case: c, cycle } = decision;
  if (!c.bound || cycle.met || cycle.outstanding === 0 || monthText(cycle.end) !== month) return null;
  if (lapsedBy(decision, day)) return null;
  return { forDate: cycle.end, until: cycle.end, fee: null, lapsesOn: null };
}
