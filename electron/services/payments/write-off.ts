import type { CertificationCode } from '../../../shared/domain/codes.ts';
import type { CalendarDate } from '../../../shared/domain/facts.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import {
  changeFee,
  feesOfCertification,
  type LedgerFee,
  noteFeeChange,
} from '../../repositories/ledger-fees.ts';
import type { LedgerPayment } from '../../repositories/ledger-payments.ts';
import { recertifiedOnOf } from '../../repositories/recertification.ts';
import type { Books, MemberRef } from './books.ts';

// policy.md C7: "After recertification both anniversary and cycle restart at the recertification date; what was unmet before no longer
// counts." So it is no receivable any more: it leaves the books against an account of its own, by an entry that says why.

/** Writes off what is owed of a fee from before a recertification. @returns how much; whole cents */
export async function writeOffFee(
  books: Books,
  of: MemberRef & { readonly code: CertificationCode },
  { id, yearStart, amountCents, paidCents }: LedgerFee,
  recertifiedOn: CalendarDate,
): Promise<number> {
  const owed = amountCents - paidCents;
  if (owed <= 0) return 0;
  const reason = `Recertified on ${displayDate(recertifiedOn)}: what was unmet before no longer counts (policy C7)`;
  await changeFee(books.write, id, { waived: true });
  await noteFeeChange(books.write, id, {
    kind: 'written-off',
    on: books.today,
    cents: -owed,
    reason,
    approvedBy: null,
  });
  books.note(of, 'fee.written-off', {
    code: of.code,
    before: { yearStart, amountCents, paidCents },
    after: { yearStart, cents: owed, reason },
  });
  return owed;
}

/** The same for fees that a counter-entry against a payment has opened again. */
export async function writeOffReopened(books: Books, payments: readonly LedgerPayment[]): Promise<void> {
  for (const payment of payments) {
    const recertifiedOn = await recertifiedOnOf(books.db, payment.certificationId);
    if (recertifiedOn === null) continue;
    const opened = new Set(payment.allocations.map(({ fee }) => fee));
    for (const fee of await feesOfCertification(books.db, payment.certificationId))
      if (opened.has(fee.id) && fee.yearStart <= recertifiedOn && fee.voidedOn === null && !fee.waived)
        await writeOffFee(books, payment, fee, recertifiedOn);
  }
}
