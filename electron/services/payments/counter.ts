import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type { PaymentReversalKind } from '../../../shared/domain/ledger.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { displayCents } from '../../../shared/util/money.ts';
import { feeChanges, feesOfCertification, noteFeeChange } from '../../repositories/ledger-fees.ts';
import { type LedgerPayment, paymentsById } from '../../repositories/ledger-payments.ts';
import {
  addPayment,
  allocate,
  type CounterEntry,
  release,
  reversePayment,
} from '../../repositories/ledger-postings.ts';
import {
  allocateRecertification,
  releaseRecertification,
  voidClosedRecertification,
} from '../../repositories/recertification-fees.ts';
import type { Books } from './books.ts';

// Entries against entries: a payment is never altered, what it settled is released and what it was is reversed.

/** @throws StandingError `payment-unknown` */
export async function existingPayment({ db }: Pick<Books, 'db'>, payment: number): Promise<LedgerPayment> {
  const [found] = await paymentsById(db, [payment]);
  if (found !== undefined) return found;
  throw new StandingError(
    'payment-unknown',
    `There is no payment ${payment}.`,
    'List the member’s payments to find its number.',
  );
}

/** What of a payment settles a fee and was not released. */
export function standingLines({ allocations }: LedgerPayment): LedgerPayment['allocations'] {
  return allocations.filter(({ releasedOn }) => releasedOn === null);
}

/** What of a payment settles the fee of an application for recertification and was not released. */
export function standingRecertifications({
  recertifications,
}: LedgerPayment): LedgerPayment['recertifications'] {
  return recertifications.filter(({ releasedOn }) => releasedOn === null);
}

/** The newest day that anything happened to a payment on. */
export function lastEntryOn({
  receivedOn,
  enteredOn,
  allocations,
  recertifications,
  refunds,
}: LedgerPayment): CalendarDate {
  return [
    receivedOn,
    enteredOn,
    ...[...allocations, ...recertifications].flatMap((line) => [line.allocatedOn, line.releasedOn ?? '']),
    ...refunds.map(({ on }) => on),
  ].reduce((last, day) => (day > last ? day : last));
}

/** @throws StandingError `payment-reversed` */
export function refuseReversed({ payment, reversal }: LedgerPayment): void {
  if (reversal === null) return;
  throw new StandingError(
    'payment-reversed',
    `Payment ${payment} was already reversed (${reversal.kind}: ${reversal.reason}).`,
    'Nothing of it is left to change.',
  );
}

/** @throws StandingError `payment-refunded` */
export function refuseRefunded({ payment, refunds }: LedgerPayment, what: string): void {
  if (refunds.length === 0) return;
  const cents = refunds.reduce((sum, { amountCents }) => sum + amountCents, 0);
  throw new StandingError(
    'payment-refunded',
    `Payment ${payment} cannot be ${what}: ${displayCents(cents)} of it was refunded.`,
    'Use what is left of it as credit.',
  );
}

/**
 * Takes back what a payment settled of one fee; a waiver of the rest of that fee then covers this too, except for `againCents` of it that
 * another payment settles in its place.
 */
export async function releaseLine(
  books: Books,
  { payment, certificationId }: LedgerPayment,
  { fee, amountCents }: LedgerPayment['allocations'][number],
  on: CalendarDate,
  againCents = 0,
): Promise<void> {
  await release(books.write, payment, fee, amountCents, on);
  const openCents = amountCents - againCents;
  if (openCents <= 0) return;
  const fees = await feesOfCertification(books.db, certificationId);
  if (fees.find(({ id }) => id === fee)?.waived !== true) return;
  const waiver = (await feeChanges(books.db, certificationId)).findLast(
    (change) => change.fee === fee && (change.kind === 'waived' || change.kind === 'written-off'),
  );
  if (waiver === undefined) return;
  await noteFeeChange(books.write, fee, {
    kind: waiver.kind,
    on,
    cents: -openCents,
    reason: waiver.reason,
    approvedBy: waiver.approvedBy,
  });
}

/** Releases everything that a payment settled and reverses it; `pieces` are what is entered in its place. */
export async function undoPayment(
  books: Books,
  payment: LedgerPayment,
  entry: CounterEntry<PaymentReversalKind>,
  pieces: readonly Piece[] = [],
): Promise<void> {
  const lines = standingLines(payment);
  const again = pieces.flatMap((piece) => piece.lines);
  for (const line of lines) {
    const same = again.filter(({ fee }) => fee === line.fee);
    const againCents = same.reduce((sum, { cents }) => sum + cents, 0);
    await releaseLine(books, payment, line, entry.on, againCents);
  }
  const applied = standingRecertifications(payment);
  for (const { fee } of applied) {
    await releaseRecertification(books.write, payment.payment, fee, entry.on);
    // Nobody owes the fee of an application that came to nothing; one that recertified is owed again.
    if (!pieces.some(({ recertifications = [] }) => recertifications.some((line) => line.fee === fee)))
      await voidClosedRecertification(books.write, fee, books.today, ['denied', 'withdrawn']);
  }
  await reversePayment(books.write, payment.payment, entry);
  books.note(payment, 'payment.reversed', {
    code: payment.code,
    before: {
      payment: payment.payment,
      cents: payment.amountCents,
      shares: lines.map(({ yearStart, amountCents }) => ({ yearStart, cents: amountCents })),
      ...(applied.length === 0
        ? {}
        : { recertificationCents: applied.reduce((sum, { amountCents }) => sum + amountCents, 0) }),
    },
    after: entry,
  });
}

/** A piece of a payment that is entered anew. */
export interface Piece {
  readonly certificationId: number;
  readonly cents: number;
  readonly lines: readonly { readonly fee: number; readonly cents: number }[];
  /** The same for fees of applications for recertification. */
  readonly recertifications?: readonly { readonly fee: number; readonly cents: number }[];
}

/**
 * Takes a payment apart: it is reversed as moved, and its pieces, which come to the same, are entered in its place.
 * @returns the numbers of the new payments, in the order of the pieces
 */
export async function takeApart(
  books: Books,
  payment: LedgerPayment,
  pieces: readonly Piece[],
  reason: string,
): Promise<readonly number[]> {
  const on = books.today;
  await undoPayment(books, payment, { kind: 'moved', on, reason }, pieces);
  const made: number[] = [];
  for (const { certificationId, cents, lines, recertifications = [] } of pieces) {
    const { method, reference, remittance } = payment;
    const id = await addPayment(books.write, {
      certificationId,
      enteredOn: on,
      amountCents: cents,
      method,
      reference,
      remittance,
    });
    for (const line of lines) await allocate(books.write, id, line.fee, line.cents, null);
    for (const line of recertifications)
      await allocateRecertification(books.write, id, line.fee, line.cents, on);
    made.push(id);
  }
  return made;
}
