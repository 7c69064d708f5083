import type { LedgerPayment } from '../../repositories/ledger-payments.ts';
import {
  releaseRecertification,
  voidClosedRecertification,
} from '../../repositories/recertification-fees.ts';
import type { Books } from './books.ts';
import { existingPayment, standingLines, standingRecertifications } from './counter.ts';

/**
 * Frees what a payment settled of an application for recertification, where its credit and its annual fees do not cover a refund. The
 * fee of an open application is owed again; that of a closed one is withdrawn with it.
 */
export async function freeRecertification(
  books: Books,
  payment: LedgerPayment,
  cents: number,
): Promise<LedgerPayment> {
  const annual = standingLines(payment).reduce((sum, { amountCents }) => sum + amountCents, 0);
  const applied = standingRecertifications(payment);
  if (applied.length === 0 || payment.creditCents + annual >= cents) return payment;
  for (const { fee } of applied) {
    await releaseRecertification(books.write, payment.payment, fee, books.today);
    await voidClosedRecertification(books.write, fee, books.today);
  }
  return existingPayment(books, payment.payment);
}
