import { setImmediate } from 'node:timers/promises';
import type { CreditEntry, MoneyOutcome, MoneyRows } from '../../../shared/domain/payments.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import { displayCents } from '../../../shared/util/money.ts';
import { paymentsWithCredit } from '../../repositories/credits.ts';
import { type LedgerPayment, paymentsById } from '../../repositories/ledger-payments.ts';
import { allocate } from '../../repositories/ledger-postings.ts';
import { type OpenFee, openFees } from '../../repositories/open-fees.ts';
import type { Office, OfficeView } from '../office.ts';
import { type Books, onBooks } from './books.ts';
import {
  existingPayment,
  refuseRefunded,
  refuseReversed,
  standingLines,
  standingRecertifications,
  takeApart,
} from './counter.ts';
import { shownPayment } from './shown.ts';

/** Payments with credit, the first entered first, each with the fee that it could pay; lookups are answered in between. */
export async function listCredits(
  { reader }: Pick<OfficeView, 'reader'>,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<MoneyRows<CreditEntry>> {
  const all = await paymentsWithCredit(reader, () => setImmediate());
  const shown = await paymentsById(
    reader,
    all.slice(offset, offset + limit).map(({ payment }) => payment),
  );
  const fees = Map.groupBy(
    await openFees(
      reader,
      shown.map(({ memberId }) => memberId),
    ),
    ({ memberId }) => memberId,
  );
  return {
    total: all.length,
    totalCents: all.reduce((sum, { cents }) => sum + cents, 0),
    rows: shown.map((payment) => ({
      payment: shownPayment(payment),
      cents: payment.creditCents,
      offer: offerOf(payment, fees.get(payment.memberId) ?? []),
    })),
  };
}

/** The oldest open fee of the payment's own certification, or else of another one of the member. */
function offerOf(payment: LedgerPayment, fees: readonly OpenFee[]): CreditEntry['offer'] {
  const own = fees.find(({ certificationId }) => certificationId === payment.certificationId);
  const fee = own ?? fees[0];
  if (fee === undefined) return null;
  const { fee: id, code, yearStart, dueOn, owedCents } = fee;
  return { fee: id, code, yearStart, dueOn, owedCents, cents: Math.min(owedCents, payment.creditCents) };
}

/**
 * Puts the credit of a payment to a fee of the same member, as far as either goes. Credit of another certification is moved for it.
 * @throws StandingError `payment-unknown`, `payment-reversed`, `credit-none`, `fee-unknown`, `payment-refunded`
 */
export function applyCredit(
  office: Office,
  { payment: id, fee: feeId }: { readonly payment: number; readonly fee: number },
): Promise<MoneyOutcome> {
  return onBooks(office, async (books) => {
    const payment = await existingPayment(books, id);
    refuseReversed(payment);
    if (payment.creditCents === 0)
      throw new StandingError(
        'credit-none',
        `Payment ${id} has no credit left.`,
        'List the credits to find one that has.',
      );
    const fee = (await openFees(books.db, [payment.memberId])).find((one) => one.fee === feeId);
    if (fee === undefined)
      throw new StandingError(
        'fee-unknown',
        `Fee ${feeId} is no open fee of ${payment.memberName} (${payment.memberNo}).`,
        'Credit pays fees of the same member that are invoiced and unpaid; move the payment to give it to another member.',
      );
    const cents = Math.min(fee.owedCents, payment.creditCents);
    const ids = await put(books, payment, fee, cents);
    books.note(payment, 'payment.credit-applied', {
      code: fee.code,
      before: { payment: id, creditCents: payment.creditCents },
      after: { yearStart: fee.yearStart, cents, creditCents: payment.creditCents - cents },
    });
    return {
      text: `${displayCents(cents)} of credit of ${payment.memberName} put to the ${fee.code} fee for the year from ${displayDate(fee.yearStart)}.`,
      payments: (await paymentsById(books.db, ids)).map(shownPayment),
      warnings: [],
    };
  });
}

/** @returns the payments to show */
async function put(
  books: Books,
  payment: LedgerPayment,
  fee: OpenFee,
  cents: number,
): Promise<readonly number[]> {
  const { payment: id, certificationId, amountCents } = payment;
  const lines = standingLines(payment).map((line) => ({ fee: line.fee, cents: line.amountCents }));
  const recertifications = standingRecertifications(payment).map((line) => ({
    fee: line.fee,
    cents: line.amountCents,
  }));
  const own = fee.certificationId === certificationId;
  if (own && !payment.allocations.some((line) => line.fee === fee.fee)) {
    await allocate(books.write, id, fee.fee, cents, books.today);
    return [id];
  }
  refuseRefunded(payment, own ? 'put to a fee that it settled before' : 'put to another certification');
  const more = { fee: fee.fee, cents };
  const before = lines.find((line) => line.fee === fee.fee);
  const pieces = own
    ? [
        {
          certificationId,
          cents: amountCents,
          recertifications,
          lines: [
            ...lines.filter((line) => line !== before),
            { ...more, cents: cents + (before?.cents ?? 0) },
          ],
        },
      ]
    : [
        { certificationId: fee.certificationId, cents, lines: [more] },
        { certificationId, cents: amountCents - cents, lines, recertifications },
      ];
  const kept = pieces.filter((piece) => piece.cents > 0);
  const reason = `Entered anew so that ${displayCents(cents)} of its credit pays a fee of ${fee.code}`;
  return [id, ...(await takeApart(books, payment, kept, reason))];
}
