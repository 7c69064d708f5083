import type BetterSqlite3 from 'better-sqlite3';
import type { PaymentMethod } from '../../../shared/domain/codes.ts';

export interface NewPayment {
  readonly certificationId: number;
  readonly receivedOn: string;
  readonly amountCents: number;
  readonly method: PaymentMethod;
  readonly reference: string;
  readonly importId: number;
  readonly importKey: string;
}

export interface PaymentStatements {
  /** Whether a payment with this import key is there already. */
  known(importKey: string): boolean;
  insert(payment: NewPayment): number;
  allocate(paymentId: number, feeId: number, cents: number): void;
}

export function paymentStatements(sqlite: BetterSqlite3.Database): PaymentStatements {
  const known = sqlite.prepare<[string], 1>('SELECT 1 FROM payment WHERE import_key = ?').pluck();
  const insert = sqlite.prepare<[number, string, number, string, string, number, string]>(
    `INSERT INTO payment (certification_id, received_on, amount_cents, method, reference, import_id, import_key)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const allocate = sqlite.prepare<[number, number, number]>(
    'INSERT INTO payment_allocation (payment_id, annual_fee_id, amount_cents) VALUES (?, ?, ?)',
  );
  return {
    known: (importKey) => known.get(importKey) !== undefined,
    insert: (p) =>
      Number(
        insert.run(
          p.certificationId,
          p.receivedOn,
          p.amountCents,
          p.method,
          p.reference,
          p.importId,
          p.importKey,
        ).lastInsertRowid,
      ),
    allocate: (paymentId, feeId, cents) => allocate.run(paymentId, feeId, cents),
  };
}
