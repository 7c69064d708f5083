import { anniversary, anniversaryNumber, dueOnOfYear } from '../../shared/domain/certification-years.ts';
import type { CalendarDate, FeeFact } from '../../shared/domain/facts.ts';
import { dateKey } from '../../shared/util/dates.ts';
import { ANNUAL_FEE } from './code-values.ts';
import type { Decision } from './decision.ts';
import { isFeePaid } from './fee-paid.ts';

/** One certification year's fee and how it stands. Whole cents. */
export interface FeeYearState {
  readonly yearStart: CalendarDate;
  readonly dueOn: CalendarDate;
  readonly amountCents: number;
  readonly paidCents: number;
  readonly state: 'paid' | 'waived' | 'part-paid' | 'unpaid' | 'not-invoiced' | 'upcoming';
}

/** The fees of every year that has begun, of the next one, and of later ones already invoiced (SC-FEE-2). */
export function feeHistory({ case: c, fees }: Decision): readonly FeeYearState[] {
  const known = new Map(
    c.facts.fees.map((fee) => [anniversaryNumber(c.anchorKey, dateKey(fee.yearStart)), fee]),
  );
  const last = Math.max(fees.begun + 1, ...known.keys());
  return Array.from({ length: last }, (_, index): FeeYearState => {
    const n = index + 1;
    const fee = known.get(n);
    const yearStart = anniversary(c.anchor, n);
    return {
      yearStart,
      dueOn: dueOnOfYear(c.anchor, n),
      amountCents:
        fee?.amountCents ?? c.policy.value(ANNUAL_FEE[c.facts.certification.code], yearStart).value,
      paidCents: fee?.paidCents ?? 0,
      state: stateOf(fee, n > fees.begun),
    };
  });
}

function stateOf(fee: FeeFact | undefined, upcoming: boolean): FeeYearState['state'] {
  if (fee === undefined) return upcoming ? 'upcoming' : 'not-invoiced';
  if (fee.waived) return 'waived';
  if (isFeePaid(fee)) return 'paid';
  if (fee.paidCents > 0) return 'part-paid';
  return upcoming ? 'upcoming' : 'unpaid';
}
