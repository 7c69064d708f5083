import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type { Decision } from '../decision.ts';
import { firstLapse } from '../first-lapse.ts';

// SC-LAPSE-1: who must recertify is not helped by paying or recording, so no notice asks for it any more.

/** Whether a certification had lapsed by a day. */
export function lapsedBy(decision: Decision, day: CalendarDate): boolean {
  if (decision.lapse === null) return false;
  const lapse = firstLapse(decision);
  return lapse !== null && lapse.on <= day;
}
