import type { PaymentMethod } from '../../../shared/domain/codes.ts';
import type { MoneyOutcome } from '../../../shared/domain/payments.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import { displayCents } from '../../../shared/util/money.ts';
import { feesOfCertification } from '../../repositories/ledger-fees.ts';
import { type LedgerPayment, paymentsById } from '../../repositories/ledger-payments.ts';
import { addRefund } from '../../repositories/ledger-postings.ts';
import { refuseCardNumbers } from '../card-numbers.ts';
import { allowedBy } from '../managers.ts';
import type { Office } from '../office.ts';
import { type Books, onBooks } from './books.ts';
import { reasonOf } from './checks.ts';
import {
  existingPayment,
  refuseReversed,
  releaseLine,
  standingLines,
  standingRecertifications,
  takeApart,
} from './counter.ts';
import { freeRecertification } from './free-recertification.ts';
import { refuseAmount } from './parts.ts';
import { shownPayment } from './shown.ts';
import { listed } from './words.ts';
import { writeOffReopened } from './write-off.ts';

/** Money that goes back. */
export interface RefundOrder {
  readonly payment: number;
  /** Whole cents. */
  readonly cents: number;
  readonly reason: string;
  /** null: the one who acts. */
  readonly approvedBy: string | null;
  readonly method: PaymentMethod;
  readonly reference: string;
}

/**
 * Gives money back, from the payment's credit first. What settled a fee is not refundable (PB-FEE-1) and only goes back as an exception
 * that a manager allows: the newest fees are opened again for it, and what they do not need to give stays where it is.
 * @throws StandingError `manager-needed`, `reason-missing`, `amount-impossible`, `payment-unknown`, `payment-reversed`,
 * `refund-exceeds`, `card-number`
 */
export function refund(office: Office, order: RefundOrder): Promise<MoneyOutcome> {
  return onBooks(office, async (books) => {
    refuseAmount(order.cents);
    const reason = reasonOf(order.reason, 'A refund');
    const reference = order.reference.trim();
    refuseCardNumbers([reference]);
    const approvedBy = await allowedBy({ reader: books.db }, books.actor, order.approvedBy, 'A refund');
    const found = await existingPayment(books, order.payment);
    refuseReversed(found);
    const payment = await freeRecertification(books, found, order.cents);
    const opened = toOpen(payment, order.cents);
    const { ids, refunded } = await makeRoom(books, payment, order.cents, opened);
    await writeOffReopened(books, [payment]);
    const { cents, method } = order;
    await addRefund(books.write, {
      payment: refunded,
      cents,
      on: books.today,
      method,
      reference,
      reason,
      approvedBy,
    });
    books.note(payment, 'payment.refunded', {
      code: payment.code,
      before: { payment: payment.payment, creditCents: payment.creditCents },
      after: { payment: refunded, cents, method, reference, reason, approvedBy },
    });
    return {
      text: refundText(books, payment, cents, opened, approvedBy, await openAgain(books, payment)),
      payments: (await paymentsById(books.db, ids)).map(shownPayment),
      warnings: [],
    };
  });
}

/** What of a payment has to be released so that its credit covers a refund: the newest years first. @throws StandingError `refund-exceeds` */
function toOpen(payment: LedgerPayment, cents: number): LedgerPayment['allocations'] {
  const newestFirst = standingLines(payment).toReversed();
  let credit = payment.creditCents;
  const opened: LedgerPayment['allocations'][number][] = [];
  for (const line of newestFirst) {
    if (credit >= cents) break;
    opened.push(line);
    credit += line.amountCents;
  }
  if (credit >= cents) return opened;
  throw new StandingError(
    'refund-exceeds',
    `Only ${displayCents(credit)} of payment ${payment.payment} is left, ${displayCents(cents - credit)} less than is to go back.`,
    'Refund at most what is left.',
  );
}

/**
 * Frees what is to go back. Where only part of what settled a fee does, the payment is taken apart, so that the rest goes on settling it;
 * one that was partly refunded before cannot be, and keeps the rest as credit.
 * @returns the payments to show, and the one that the refund is of
 */
async function makeRoom(
  books: Books,
  payment: LedgerPayment,
  cents: number,
  opened: LedgerPayment['allocations'],
): Promise<{ readonly ids: readonly number[]; readonly refunded: number }> {
  const { payment: id, certificationId, amountCents, creditCents, refunds } = payment;
  const freed = opened.reduce((sum, line) => sum + line.amountCents, creditCents);
  if (opened.length === 0 || freed === cents || refunds.length > 0) {
    for (const line of opened) await releaseLine(books, payment, line, books.today);
    return { ids: [id], refunded: id };
  }
  const keeps = standingLines(payment)
    .filter((line) => !opened.includes(line))
    .map(({ fee, amountCents: kept }) => ({ fee, cents: kept }));
  const partly = opened.at(-1);
  const rest = partly === undefined ? [] : [{ fee: partly.fee, cents: freed - cents }];
  const made = await takeApart(
    books,
    payment,
    [
      { certificationId, cents, lines: [] },
      {
        certificationId,
        cents: amountCents - cents,
        lines: [...keeps, ...rest],
        recertifications: standingRecertifications(payment).map((line) => ({
          fee: line.fee,
          cents: line.amountCents,
        })),
      },
    ],
    `Taken apart to refund ${displayCents(cents)} of it`,
  );
  return { ids: [id, ...made], refunded: made[0] ?? id };
}

/** Fees of the payment's certification that are owed: those waived or written off are not, though nothing pays them any more. */
async function openAgain({ db }: Books, { certificationId }: LedgerPayment): Promise<ReadonlySet<number>> {
  const fees = await feesOfCertification(db, certificationId);
  return new Set(fees.filter(({ waived }) => !waived).map(({ id }) => id));
}

function refundText(
  { policy }: Books,
  { payment, memberName, code }: LedgerPayment,
  cents: number,
  opened: LedgerPayment['allocations'],
  approvedBy: string,
  openFees: ReadonlySet<number>,
): string {
  const back = `${displayCents(cents)} of payment ${payment} refunded to ${memberName}, allowed by ${approvedBy}.`;
  if (opened.length === 0) return back;
  const years = listed(opened.map(({ yearStart }) => displayDate(yearStart)).toReversed());
  const now = opened.some(({ fee }) => openFees.has(fee))
    ? 'is open again by as much'
    : 'stays settled, for what is open of it is waived or written off';
  return `${back} It had settled the ${code} fee for the year from ${years}, which ${now}; the policy says: “${policy.sentence('PB-FEE-1').text}” (PB-FEE-1).`;
}
