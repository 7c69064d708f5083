import { monthText } from '../../../shared/util/dates.ts';
import type { Decision } from '../decision.ts';
import { firstLapse } from '../first-lapse.ts';
import type { Notice } from './notice.ts';

// SC-LAPSE-1, SC-LAPSE-2, SC-LAPSE-3: who must recertify; SC-RECERT-1, SC-RECERT-2, SC-RECERT-3: the ways back.

/** The lapse notice: the certification lapsed in the month. */
export function lapseNotice(month: string, decision: Decision): Notice | null {
  if (decision.lapse === null) return null;
  const lapse = firstLapse(decision);
  if (lapse === null || monthText(lapse.on) !== month) return null;
  return { forDate: lapse.since, until: null, fee: null, lapsesOn: null };
}
