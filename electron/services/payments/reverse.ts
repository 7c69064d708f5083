import type { CertificationCode } from '../../../shared/domain/codes.ts';
import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type { RemittanceReversalKind } from '../../../shared/domain/ledger.ts';
import type { MoneyOutcome } from '../../../shared/domain/payments.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import { displayCents } from '../../../shared/util/money.ts';
import { type LedgerPayment, paymentsById } from '../../repositories/ledger-payments.ts';
import { reverseRemittance } from '../../repositories/ledger-postings.ts';
import type { LedgerRemittance } from '../../repositories/remittances.ts';
import type { Office } from '../office.ts';
import { type Books, onBooks } from './books.ts';
import { certificationOf, reasonOf, refuseEntryOn } from './checks.ts';
import { existingPayment, lastEntryOn, refuseRefunded, refuseReversed, undoPayment } from './counter.ts';
import { existingDeposit, refuseFile } from './deposits.ts';
import { existingRemittance } from './enter.ts';
import { payParts } from './parts.ts';
import { shownPayment } from './shown.ts';
import { countOf } from './words.ts';
import { writeOffReopened } from './write-off.ts';

/** What a counter-entry is made against. */
export interface ReverseOrder {
  /** One payment, or a whole cheque with all its payments. */
  readonly of: { readonly payment: number } | { readonly remittance: number };
  /** `mis-keyed`: typed wrongly; `bounced`: not honoured by the bank. */
  readonly kind: RemittanceReversalKind;
  readonly reason: string;
  readonly on: CalendarDate;
}

/**
 * Meets a mis-keyed or a bounced payment by counter-entries: its fees are open again. A mis-keyed payment of a cheque leaves its money
 * unassigned; a bounced one takes its whole cheque along.
 * @throws StandingError `payment-unknown`, `remittance-unknown`, `payment-reversed`, `payment-refunded`, `deposit-closed`, `deposit-of-file`,
 * `date-impossible`, `reason-missing`
 */
export function reverse(
  office: Office,
  { of, kind, reason: given, on }: ReverseOrder,
): Promise<MoneyOutcome> {
  return onBooks(office, async (books) => {
    const reason = reasonOf(given, kind === 'bounced' ? 'A bounced payment' : 'A counter-entry');
    const payment = 'payment' in of ? await existingPayment(books, of.payment) : null;
    if (payment !== null) refuseReversed(payment);
    const whole =
      'remittance' in of ? of.remittance : kind === 'bounced' ? (payment?.remittance ?? null) : null;
    const entry = { kind, reason, on };
    if (whole === null && payment !== null) return reverseOne(books, payment, entry);
    return reverseWhole(books, await existingRemittance(books, whole ?? 0), entry);
  });
}

interface Entry {
  readonly kind: RemittanceReversalKind;
  readonly reason: string;
  readonly on: CalendarDate;
}

async function reverseOne(books: Books, payment: LedgerPayment, entry: Entry): Promise<MoneyOutcome> {
  refuseRefunded(payment, 'reversed');
  refuseEntryOn(entry.on, lastEntryOn(payment), books.today);
  await undoPayment(books, payment, entry);
  await writeOffReopened(books, [payment]);
  const left = payment.remittance === null ? '' : ' Its money is unassigned now.';
  return outcome(
    books,
    [payment],
    `Payment ${payment.payment} of ${displayCents(payment.amountCents)} reversed as ${entry.kind}.${left}`,
  );
}

async function reverseWhole(books: Books, remittance: LedgerRemittance, entry: Entry): Promise<MoneyOutcome> {
  const { position, deposit, amountCents, reversal } = remittance;
  const which = `entry ${position} of deposit ${deposit}`;
  if (reversal !== null)
    throw new StandingError(
      'payment-reversed',
      `The whole of ${which} was already reversed (${reversal.kind}: ${reversal.reason}).`,
      'Nothing of it is left to change.',
    );
  const summary = await existingDeposit(books.db, deposit);
  if (entry.kind === 'mis-keyed') refuseFile(summary, 'nobody typed this entry');
  const { closedOn } = summary;
  if (entry.kind === 'mis-keyed' && closedOn !== null)
    throw new StandingError(
      'deposit-closed',
      `Deposit ${deposit} was closed with this entry on ${displayDate(closedOn)}, and agreed with what was counted.`,
      'Move its payments to the right member, reverse one of them, or mark the cheque as bounced.',
    );
  const standing = remittance.payments.filter((payment) => payment.reversal === null);
  for (const payment of standing) refuseRefunded(payment, 'reversed');
  const days = [remittance.receivedOn, ...remittance.payments.map(lastEntryOn)];
  refuseEntryOn(
    entry.on,
    days.reduce((last, day) => (day > last ? day : last)),
    books.today,
  );
  for (const payment of standing) await undoPayment(books, payment, entry);
  await writeOffReopened(books, standing);
  await reverseRemittance(books.write, remittance.remittance, entry);
  books.noteDeposit(deposit, 'deposit.entry-reversed', { before: { position, amountCents }, after: entry });
  return outcome(
    books,
    standing,
    `${displayCents(amountCents)}, ${which}, reversed as ${entry.kind} with ${countOf(standing.length, 'payment')}.`,
  );
}

/** Who a payment was really for. */
export interface MoveOrder {
  readonly payment: number;
  readonly memberNo: string;
  readonly code: CertificationCode;
  readonly yearStart: CalendarDate | null;
  /** For the fee of the open application for recertification. */
  readonly recertification?: boolean | undefined;
  readonly reason: string;
  readonly on: CalendarDate;
}

/**
 * Gives a payment to the certification that it was meant for: reversed here and entered there, at once.
 * @throws StandingError `payment-unknown`, `payment-reversed`, `payment-refunded`, `moved-nowhere`, `member-unknown`,
 * `certification-unknown`, `year-impossible`, `date-impossible`, `reason-missing`
 */
export function movePayment(office: Office, order: MoveOrder): Promise<MoneyOutcome> {
  return onBooks(office, async (books) => {
    const reason = reasonOf(order.reason, 'Moving a payment');
    const payment = await existingPayment(books, order.payment);
    refuseReversed(payment);
    refuseRefunded(payment, 'moved');
    refuseEntryOn(order.on, lastEntryOn(payment), books.today);
    const { memberNo, code, yearStart, recertification = false, on } = order;
    const record = certificationOf(await books.recordsOf(memberNo), memberNo, code);
    if (record.certificationId === payment.certificationId && yearStart === null && !recertification)
      throw new StandingError(
        'moved-nowhere',
        `Payment ${payment.payment} is already one of ${code} of member ${memberNo}.`,
        'Name another member, another certification, or the year that it is meant for.',
      );
    await undoPayment(books, payment, { kind: 'moved', on, reason });
    await writeOffReopened(books, [payment]);
    const cents = payment.amountCents;
    const { payments, warnings } = await payParts(books, [{ record, cents, yearStart, recertification }], {
      ...payment,
      enteredOn: on,
    });
    return {
      text: `Payment ${payment.payment} of ${displayCents(cents)} moved from ${payment.code} of ${payment.memberName} to ${code} of ${record.memberName}.`,
      payments: (await paymentsById(books.db, [payment.payment, ...payments])).map(shownPayment),
      warnings,
    };
  });
}

async function outcome(
  books: Books,
  payments: readonly LedgerPayment[],
  text: string,
): Promise<MoneyOutcome> {
  const ids = payments.map(({ payment }) => payment);
  return { text, payments: (await paymentsById(books.db, ids)).map(shownPayment), warnings: [] };
}
