import type { PaymentMethod } from '../../shared/domain/codes.ts';
import type { CalendarDate } from '../../shared/domain/facts.ts';
import type { PaymentReversalKind, RemittanceReversalKind } from '../../shared/domain/ledger.ts';
import type { Write } from '../db/transaction.ts';

// Entries of the ledger: added, never changed. The schema refuses what would not add up. All money is whole cents.

export interface NewRemittance {
  readonly deposit: number;
  readonly position: number;
  readonly receivedOn: CalendarDate;
  readonly method: PaymentMethod;
  readonly amountCents: number;
  readonly reference: string;
  readonly payer: string;
  readonly note: string;
}

/** @returns its id */
export async function addRemittance({ kysely, actor }: Write, entry: NewRemittance): Promise<number> {
  const { id } = await kysely
    .insertInto('remittance')
    .values({
      deposit_id: entry.deposit,
      position: entry.position,
      received_on: entry.receivedOn,
      method: entry.method,
      amount_cents: entry.amountCents,
      reference: entry.reference,
      payer: entry.payer,
      note: entry.note,
      entered_by: actor.name,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export interface NewPayment {
  readonly certificationId: number;
  /** The day on which it is entered for the certification. */
  readonly enteredOn: CalendarDate;
  readonly amountCents: number;
  readonly method: PaymentMethod;
  readonly reference: string;
  readonly remittance: number | null;
}

/** @returns its id */
export async function addPayment({ kysely }: Write, payment: NewPayment): Promise<number> {
  const { id } = await kysely
    .insertInto('payment')
    .values({
      certification_id: payment.certificationId,
      received_on: payment.enteredOn,
      amount_cents: payment.amountCents,
      method: payment.method,
      reference: payment.reference,
      import_id: null,
      import_key: null,
      remittance_id: payment.remittance,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** @param on where credit is used later than the day of the payment; null = with it */
export async function allocate(
  { kysely }: Write,
  payment: number,
  fee: number,
  cents: number,
  on: CalendarDate | null,
): Promise<void> {
  await kysely
    .insertInto('payment_allocation')
    .values({ payment_id: payment, annual_fee_id: fee, amount_cents: cents, allocated_on: on })
    .execute();
}

/** Takes the whole of what a payment settled of a fee back. */
export async function release(
  { kysely }: Write,
  payment: number,
  fee: number,
  cents: number,
  on: CalendarDate,
): Promise<void> {
  await kysely
    .insertInto('allocation_release')
    .values({ payment_id: payment, annual_fee_id: fee, amount_cents: cents, released_on: on })
    .execute();
}

/** Why and when a counter-entry is made. */
export interface CounterEntry<Kind extends string> {
  readonly kind: Kind;
  readonly on: CalendarDate;
  readonly reason: string;
}

export async function reversePayment(
  { kysely, actor }: Write,
  payment: number,
  { kind, on, reason }: CounterEntry<PaymentReversalKind>,
): Promise<void> {
  await kysely
    .insertInto('payment_reversal')
    .values({ payment_id: payment, kind, reversed_on: on, reason, actor: actor.name })
    .execute();
}

export async function reverseRemittance(
  { kysely, actor }: Write,
  remittance: number,
  { kind, on, reason }: CounterEntry<RemittanceReversalKind>,
): Promise<void> {
  await kysely
    .insertInto('remittance_reversal')
    .values({ remittance_id: remittance, kind, reversed_on: on, reason, actor: actor.name })
    .execute();
}

export interface NewRefund {
  readonly payment: number;
  readonly cents: number;
  readonly on: CalendarDate;
  readonly method: PaymentMethod;
  readonly reference: string;
  readonly reason: string;
  readonly approvedBy: string;
}

export async function addRefund({ kysely, actor }: Write, refund: NewRefund): Promise<void> {
  await kysely
    .insertInto('refund')
    .values({
      payment_id: refund.payment,
      amount_cents: refund.cents,
      refunded_on: refund.on,
      method: refund.method,
      reference: refund.reference,
      reason: refund.reason,
      approved_by: refund.approvedBy,
      actor: actor.name,
    })
    .execute();
}
