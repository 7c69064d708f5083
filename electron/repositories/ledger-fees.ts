import type { CertificationCode } from '../../shared/domain/codes.ts';
import type { CalendarDate } from '../../shared/domain/facts.ts';
import type { FeeChangeLine, FeePaymentLine, VoidedYear } from '../../shared/domain/fees.ts';
import type { FeeChangeKind } from '../../shared/domain/ledger.ts';
import type { MoneyRows } from '../../shared/domain/payments.ts';
import type { ReadableDatabase } from '../db/connection.ts';
import type { Write } from '../db/transaction.ts';
import { fullName } from './facts.ts';
import type { FeeToInvoice } from './fees.ts';
import { type MemberSelection, rowsOver, within } from './member-selection.ts';

/** An annual fee as the ledger has it. Whole cents. */
export interface LedgerFee {
  readonly id: number;
  readonly certificationId: number;
  readonly yearStart: CalendarDate;
  readonly dueOn: CalendarDate;
  readonly invoicedOn: CalendarDate;
  readonly amountCents: number;
  readonly paidCents: number;
  readonly waived: boolean;
  readonly voidedOn: CalendarDate | null;
}

/** The fees of a certification by year, withdrawn ones included. */
export async function feesOfCertification(
  db: ReadableDatabase,
  certificationId: number,
): Promise<readonly LedgerFee[]> {
  const rows = await db.kysely
    .selectFrom('annual_fee')
    .select(['id', 'certification_id', 'year_start', 'due_on', 'invoiced_on'])
    .select(['amount_cents', 'paid_cents', 'waived', 'voided_on'])
    .where('certification_id', '=', certificationId)
    .orderBy('year_start')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    certificationId: row.certification_id,
    yearStart: row.year_start,
    dueOn: row.due_on,
    invoicedOn: row.invoiced_on,
    amountCents: row.amount_cents,
    paidCents: row.paid_cents,
    waived: row.waived === 1,
    voidedOn: row.voided_on,
  }));
}

/** Whose fee it is; null where there is none with this id. */
export async function holderOfFee(
  db: ReadableDatabase,
  fee: number,
): Promise<{ readonly memberNo: string; readonly code: CertificationCode } | null> {
  const row = await db.kysely
    .selectFrom('annual_fee as f')
    .innerJoin('certification as c', 'c.id', 'f.certification_id')
    .innerJoin('member as m', 'm.id', 'c.member_id')
    .select(['m.member_no as memberNo', 'c.code'])
    .where('f.id', '=', fee)
    .executeTakeFirst();
  return row ?? null;
}

/** A change by hand, with the fee it was made to. */
export interface FeeChange extends FeeChangeLine {
  readonly fee: number;
}

/** What was done by hand to the fees of a certification, oldest first. */
export async function feeChanges(
  db: ReadableDatabase,
  certificationId: number,
): Promise<readonly FeeChange[]> {
  const rows = await db.kysely
    .selectFrom('fee_change as h')
    .innerJoin('annual_fee as f', 'f.id', 'h.annual_fee_id')
    .select(['f.id as fee', 'h.kind', 'h.changed_on', 'h.cents', 'h.reason', 'h.approved_by', 'h.actor'])
    .where('f.certification_id', '=', certificationId)
    .orderBy('h.id')
    .execute();
  return rows.map(({ changed_on, approved_by, ...row }) => ({
    ...row,
    on: changed_on,
    approvedBy: approved_by,
  }));
}

/** A payment's part of a fee, with the fee. */
export interface FeePayment extends FeePaymentLine {
  readonly fee: number;
}

/** What payments settled of the fees of a certification, oldest first, what was released again included. */
export async function feePayments(
  db: ReadableDatabase,
  certificationId: number,
): Promise<readonly FeePayment[]> {
  const rows = await db.kysely
    .selectFrom('annual_fee as f')
    .innerJoin('payment_allocation as a', 'a.annual_fee_id', 'f.id')
    .innerJoin('payment as p', 'p.id', 'a.payment_id')
    .leftJoin('remittance as m', 'm.id', 'p.remittance_id')
    .leftJoin('allocation_release as r', (join) =>
      join.onRef('r.payment_id', '=', 'a.payment_id').onRef('r.annual_fee_id', '=', 'a.annual_fee_id'),
    )
    .select(['f.id as fee', 'p.id as payment', 'a.amount_cents as amountCents', 'p.received_on'])
    .select(['m.received_on as came_on', 'a.allocated_on', 'r.released_on as releasedOn'])
    .where('f.certification_id', '=', certificationId)
    .orderBy('p.received_on')
    .orderBy('p.id')
    .execute();
  return rows.map(({ received_on, came_on, allocated_on, ...row }) => ({
    ...row,
    receivedOn: came_on ?? received_on,
    allocatedOn: allocated_on ?? received_on,
  }));
}

/** Years whose invoice was withdrawn, by certification: no sweep invoices them again. */
export async function voidedYears(
  db: ReadableDatabase,
  members: MemberSelection,
): Promise<ReadonlyMap<number, ReadonlySet<CalendarDate>>> {
  const voided = new Map<number, Set<CalendarDate>>();
  for (const { certification_id, year_start } of await rowsOver(VOIDED, db, members)) {
    const years = voided.get(certification_id) ?? new Set();
    voided.set(certification_id, years.add(year_start));
  }
  return voided;
}

/** The same as a list for the office, the last withdrawn first. */
export async function voidedList(
  db: ReadableDatabase,
  offset: number,
  limit: number,
): Promise<MoneyRows<VoidedYear>> {
  const all = db.kysely.selectFrom('annual_fee as f').where('f.voided_on', 'is not', null);
  const count = await all
    .select((eb) => [
      eb.fn.countAll<number>().as('total'),
      eb.fn.sum<number | null>('f.amount_cents').as('cents'),
    ])
    .executeTakeFirst();
  const rows = await all
    .innerJoin('certification as c', 'c.id', 'f.certification_id')
    .innerJoin('member as m', 'm.id', 'c.member_id')
    .select(['f.id', 'f.year_start', 'f.amount_cents', 'f.voided_on', 'c.code', 'm.member_no'])
    .select(['m.first_name', 'm.middle_name', 'm.last_name', 'm.suffix'])
    .select((eb) =>
      eb
        .selectFrom('fee_change as h')
        .select('h.reason')
        .whereRef('h.annual_fee_id', '=', 'f.id')
        .where('h.kind', '=', 'voided')
        .orderBy('h.id', 'desc')
        .limit(1)
        .as('reason'),
    )
    .orderBy('f.voided_on', 'desc')
    .orderBy('f.id')
    .offset(offset)
    .limit(limit)
    .execute();
  return {
    total: count?.total ?? 0,
    totalCents: count?.cents ?? 0,
    rows: rows.map((row) => ({
      fee: row.id,
      memberNo: row.member_no,
      memberName: fullName(row),
      code: row.code,
      yearStart: row.year_start,
      amountCents: row.amount_cents,
      // The query leaves out those that are not withdrawn.
      voidedOn: row.voided_on ?? '',
      reason: row.reason ?? '',
    })),
  };
}

const VOIDED = (db: ReadableDatabase, members: MemberSelection) =>
  db.kysely
    .selectFrom('certification as c')
    .innerJoin('annual_fee as f', 'f.certification_id', 'c.id')
    .select(['f.certification_id', 'f.year_start'])
    .where('f.voided_on', 'is not', null)
    .where(within('c.member_id', members));

/** Invoices one fee. @returns its id */
export async function invoiceFee(
  { kysely }: Write,
  { certificationId, yearStart, dueOn, amountCents }: FeeToInvoice,
  on: CalendarDate,
): Promise<number> {
  const { id } = await kysely
    .insertInto('annual_fee')
    .values({
      certification_id: certificationId,
      year_start: yearStart,
      due_on: dueOn,
      amount_cents: amountCents,
      waived: 0,
      invoiced_on: on,
      import_id: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** What a change by hand makes of a fee. */
export interface FeeState {
  readonly amountCents?: number;
  readonly waived?: boolean;
  readonly voidedOn?: CalendarDate | null;
}

export async function changeFee(
  { kysely }: Write,
  fee: number,
  { amountCents, waived, voidedOn }: FeeState,
): Promise<void> {
  await kysely
    .updateTable('annual_fee')
    .set({
      ...(amountCents === undefined ? {} : { amount_cents: amountCents }),
      ...(waived === undefined ? {} : { waived: waived ? (1 as const) : (0 as const) }),
      ...(voidedOn === undefined ? {} : { voided_on: voidedOn }),
    })
    .where('id', '=', fee)
    .execute();
}

/** Writes down what was done to a fee by hand. */
export async function noteFeeChange(
  { kysely, actor }: Write,
  fee: number,
  change: {
    readonly kind: FeeChangeKind;
    readonly on: CalendarDate;
    /** What the member owes more by it; less where negative. */
    readonly cents: number;
    readonly reason: string;
    readonly approvedBy: string | null;
  },
): Promise<void> {
  await kysely
    .insertInto('fee_change')
    .values({
      annual_fee_id: fee,
      kind: change.kind,
      changed_on: change.on,
      cents: change.cents,
      reason: change.reason,
      approved_by: change.approvedBy,
      actor: actor.name,
    })
    .execute();
}
