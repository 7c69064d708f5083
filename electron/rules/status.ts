import type { Lapse, StandingStatus } from '../../shared/domain/standing.ts';
import { type FeeYears, isFeeDueNow } from './fee-years.ts';

// SC-FEE-1: "Renewal fees are required to maintain your active certified status and include member benefits."
// SC-FEE-2: "Fees are due the anniversary month that you were certified."
// policy.md C2: past due from the first day after the due date.

export function statusOf(fees: FeeYears, lapse: Lapse | null): StandingStatus {
  if (lapse !== null) return 'lapsed';
  if (fees.firstUnpaid <= fees.pastDue) return 'past-due';
  return isFeeDueNow(fees) ? 'due' : 'active';
}
