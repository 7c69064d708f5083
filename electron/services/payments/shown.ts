import type { PaymentEntry, RemittanceEntry } from '../../../shared/domain/payments.ts';
import type { LedgerPayment } from '../../repositories/ledger-payments.ts';
import type { LedgerRemittance } from '../../repositories/remittances.ts';

/** A payment without the database's own ids. */
export function shownPayment({ memberId: _, certificationId: __, ...payment }: LedgerPayment): PaymentEntry {
  return payment;
}

export function shownEntry(entry: LedgerRemittance): RemittanceEntry {
  return { ...entry, payments: entry.payments.map(shownPayment) };
}
