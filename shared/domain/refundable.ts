import type { AllocationLine, PaymentEntry } from './payments.ts';

type Settled = Pick<
  PaymentEntry,
  'creditCents' | 'allocations' | 'recertifications' | 'refunds' | 'reversal'
>;

/** What of a payment could still go back, its credit and what settles fees, in whole cents; 0 where it was reversed. */
export function refundableCents(payment: Settled): number {
  if (payment.reversal !== null) return 0;
  return (
    payment.creditCents + sumOf(standing(payment.allocations)) + sumOf(standing(payment.recertifications))
  );
}

/** What a refund opens again. */
export interface Reopened {
  /** Annual fees, oldest first. */
  readonly years: readonly AllocationLine[];
  readonly recertification: boolean;
  /** Whether the oldest of the years keeps a part of what settled it. */
  readonly partly: boolean;
}

/**
 * What a refund would open again: nothing where the credit covers it, then the newest annual fees, then the fee of an application.
 * What the service does is what counts; this says it beforehand.
 */
export function reopenedBy(payment: Settled, cents: number): Reopened {
  const annual = standing(payment.allocations);
  const applied = standing(payment.recertifications);
  const recertification = payment.creditCents + sumOf(annual) < cents && applied.length > 0;
  let free = payment.creditCents + (recertification ? sumOf(applied) : 0);
  const years: AllocationLine[] = [];
  for (const line of annual.toReversed()) {
    if (free >= cents) break;
    years.unshift(line);
    free += line.amountCents;
  }
  // A payment that was refunded before is not taken apart: its fee is opened whole and the rest is credit.
  return { years, recertification, partly: years.length > 0 && free > cents && payment.refunds.length === 0 };
}

function standing<Line extends { readonly releasedOn: string | null }>(
  lines: readonly Line[],
): readonly Line[] {
  return lines.filter(({ releasedOn }) => releasedOn === null);
}

function sumOf(lines: readonly { readonly amountCents: number }[]): number {
  return lines.reduce((sum, { amountCents }) => sum + amountCents, 0);
}
