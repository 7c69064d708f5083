import type { FeeFact } from '../../shared/domain/facts.ts';

// SC-FEE-1: "Renewal fees are required to maintain your active certified status and include member benefits."
// policy.md C6: "Part payment of a fee leaves it unpaid." A waived fee is paid; a year never invoiced is unpaid.

export function isFeePaid(fee: FeeFact | undefined): boolean {
  return fee !== undefined && (fee.waived || fee.paidCents >= fee.amountCents);
}
