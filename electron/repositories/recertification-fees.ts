import type { CalendarDate } from '../../shared/domain/facts.ts';
import type { RecertificationLine } from '../../shared/domain/payments.ts';
import type { RecertificationFee } from '../../shared/domain/recertification.ts';
import type { ReadableDatabase } from '../db/connection.ts';
import type { Write } from '../db/transaction.ts';

// The fees of applications for recertification in the ledger. Whole cents. The schema keeps what is paid of each.

/** The fees of some applications, by application. */
export async function recertificationFees(
  db: ReadableDatabase,
  applications: readonly number[],
): Promise<ReadonlyMap<number, RecertificationFee>> {
  if (applications.length === 0) return new Map();
  const rows = await db.kysely
    .selectFrom('recertification_fee')
    .select(['id', 'application_id', 'invoiced_on', 'amount_cents', 'paid_cents', 'voided_on'])
    .where('application_id', 'in', applications)
    .execute();
  return new Map(
    rows.map((row) => [
      row.application_id,
      {
        fee: row.id,
        invoicedOn: row.invoiced_on,
        amountCents: row.amount_cents,
        paidCents: row.paid_cents,
        owedCents: row.voided_on === null ? row.amount_cents - row.paid_cents : 0,
        voidedOn: row.voided_on,
      },
    ]),
  );
}

/**
 * The fee of the open application of a certification, where something of it is owed; or of one that recertified, where what had paid it
 * was taken back since.
 */
export async function openRecertificationFee(
  db: ReadableDatabase,
  certificationId: number,
): Promise<{ readonly fee: number; readonly application: number; readonly owedCents: number } | null> {
  const row = await db.kysely
    .selectFrom('recertification_fee as f')
    .innerJoin('recertification_application as a', 'a.id', 'f.application_id')
    .select(['f.id as fee', 'a.id as application'])
    .select((eb) => eb('f.amount_cents', '-', eb.ref('f.paid_cents')).as('owedCents'))
    .where('f.certification_id', '=', certificationId)
    .where((eb) => eb.or([eb('a.closed_on', 'is', null), eb('a.status', '=', 'badge')]))
    .where('f.voided_on', 'is', null)
    .whereRef('f.paid_cents', '<', 'f.amount_cents')
    .orderBy('a.id', 'desc')
    .executeTakeFirst();
  return row ?? null;
}

/** What some payments settled of such fees, what was released again included, in the order of entry. */
export async function recertificationLines(
  db: ReadableDatabase,
  payments: readonly number[],
): Promise<readonly (RecertificationLine & { readonly payment: number })[]> {
  if (payments.length === 0) return [];
  return db.kysely
    .selectFrom('recertification_allocation as a')
    .innerJoin('recertification_fee as f', 'f.id', 'a.recertification_fee_id')
    .select(['a.payment_id as payment', 'f.id as fee', 'f.application_id as application'])
    .select(['a.amount_cents as amountCents', 'a.allocated_on as allocatedOn', 'a.released_on as releasedOn'])
    .where('a.payment_id', 'in', payments)
    .orderBy('a.id')
    .execute();
}

/** Invoices the fee of an application. */
export async function invoiceRecertification(
  { kysely }: Write,
  fee: {
    readonly application: number;
    readonly certificationId: number;
    readonly amountCents: number;
    readonly on: CalendarDate;
  },
): Promise<void> {
  await kysely
    .insertInto('recertification_fee')
    .values({
      application_id: fee.application,
      certification_id: fee.certificationId,
      invoiced_on: fee.on,
      amount_cents: fee.amountCents,
      voided_on: null,
    })
    .execute();
}

/** Withdraws the invoice of an application of which nothing is paid. */
export async function voidRecertification({ kysely }: Write, fee: number, on: CalendarDate): Promise<void> {
  await kysely.updateTable('recertification_fee').set({ voided_on: on }).where('id', '=', fee).execute();
}

/**
 * The same for one whose application is closed, once nothing of it is paid any more.
 * @param as how it closed
 */
export async function voidClosedRecertification(
  { kysely }: Write,
  fee: number,
  on: CalendarDate,
  as: readonly ('denied' | 'withdrawn' | 'badge')[] = ['denied', 'withdrawn', 'badge'],
): Promise<void> {
  await kysely
    .updateTable('recertification_fee')
    .set({ voided_on: on })
    .where('id', '=', fee)
    .where('paid_cents', '=', 0)
    .where('voided_on', 'is', null)
    .where('application_id', 'in', (eb) =>
      eb.selectFrom('recertification_application').select('id').where('status', 'in', as),
    )
    .execute();
}

export async function allocateRecertification(
  { kysely }: Write,
  payment: number,
  fee: number,
  cents: number,
  on: CalendarDate,
): Promise<void> {
  await kysely
    .insertInto('recertification_allocation')
    .values({
      payment_id: payment,
      recertification_fee_id: fee,
      amount_cents: cents,
      allocated_on: on,
      released_on: null,
    })
    .execute();
}

/** Takes back what a payment settled of an application's fee. */
export async function releaseRecertification(
  { kysely }: Write,
  payment: number,
  fee: number,
  on: CalendarDate,
): Promise<void> {
  await kysely
    .updateTable('recertification_allocation')
    .set({ released_on: on })
    .where('payment_id', '=', payment)
    .where('recertification_fee_id', '=', fee)
    .where('released_on', 'is', null)
    .execute();
}
