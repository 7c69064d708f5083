import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { PaymentEntry } from '../../shared/domain/payments.ts';
import type { ReadableDatabase } from '../db/connection.ts';
import { fullName } from './facts.ts';
import { recertificationLines } from './recertification-fees.ts';

/** A payment with the ids that entries against it need. */
export interface LedgerPayment extends PaymentEntry {
  readonly memberId: number;
  readonly certificationId: number;
}

/** Payments with all that became of them, in the order of the ids. */
export async function paymentsById(
  db: ReadableDatabase,
  ids: readonly number[],
): Promise<readonly LedgerPayment[]> {
  if (ids.length === 0) return [];
  const found = await paymentsWhere(db, sql<SqlBool>`p.id in (${sql.join(ids)})`);
  const byId = new Map(found.map((payment) => [payment.payment, payment]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** The payments that some remittances were split into, in the order of entry. */
export async function paymentsOfRemittances(
  db: ReadableDatabase,
  remittances: readonly number[],
): Promise<readonly LedgerPayment[]> {
  if (remittances.length === 0) return [];
  return paymentsWhere(db, sql<SqlBool>`p.remittance_id in (${sql.join(remittances)})`);
}

/** Everything that was paid for the certifications of a member, in the order of entry. */
export async function paymentsOfMember(
  db: ReadableDatabase,
  memberId: number,
): Promise<readonly LedgerPayment[]> {
  return paymentsWhere(
    db,
    sql<SqlBool>`p.certification_id in (select id from certification where member_id = ${memberId})`,
  );
}

async function paymentsWhere(
  db: ReadableDatabase,
  condition: RawBuilder<SqlBool>,
): Promise<readonly LedgerPayment[]> {
  const rows = await db.kysely
    .selectFrom('payment as p')
    .innerJoin('certification as c', 'c.id', 'p.certification_id')
    .innerJoin('member as n', 'n.id', 'c.member_id')
    .leftJoin('remittance as m', 'm.id', 'p.remittance_id')
    .leftJoin('payment_reversal as v', 'v.payment_id', 'p.id')
    .select(['p.id', 'p.certification_id', 'p.received_on', 'p.amount_cents', 'p.method', 'p.reference'])
    .select(['p.remittance_id', 'm.deposit_id', 'm.received_on as came_on', 'c.code', 'c.member_id'])
    .select(['n.member_no', 'n.first_name', 'n.middle_name', 'n.last_name', 'n.suffix'])
    .select(['v.kind', 'v.reversed_on', 'v.reason', 'v.actor'])
    .where(condition)
    .orderBy('p.id')
    .execute();
  const ids = rows.map(({ id }) => id);
  const allocations = Map.groupBy(await allocationsOf(db, ids), (line) => line.payment);
  const recertified = Map.groupBy(await recertificationLines(db, ids), (line) => line.payment);
  const refunds = Map.groupBy(await refundsOf(db, ids), (line) => line.payment);
  return rows.map((row): LedgerPayment => {
    const lines = (allocations.get(row.id) ?? []).map(({ payment: _, allocatedOn, ...line }) => ({
      ...line,
      allocatedOn: allocatedOn ?? row.received_on,
    }));
    const back = (refunds.get(row.id) ?? []).map(({ payment: _, ...line }) => line);
    const standing = lines.filter(({ releasedOn }) => releasedOn === null);
    const applied = (recertified.get(row.id) ?? []).map(({ payment: _, ...line }) => line);
    const appliedNow = applied.filter(({ releasedOn }) => releasedOn === null);
    const used = [...standing, ...appliedNow, ...back].reduce((sum, { amountCents }) => sum + amountCents, 0);
    return {
      payment: row.id,
      remittance: row.remittance_id,
      deposit: row.deposit_id,
      memberId: row.member_id,
      memberNo: row.member_no,
      memberName: fullName(row),
      certificationId: row.certification_id,
      code: row.code,
      receivedOn: row.came_on ?? row.received_on,
      enteredOn: row.received_on,
      method: row.method,
      amountCents: row.amount_cents,
      reference: row.reference,
      allocations: lines,
      recertifications: applied,
      refunds: back,
      creditCents: row.kind === null ? row.amount_cents - used : 0,
      reversal:
        row.kind === null
          ? null
          : // A reversal's columns are never null (0003-money).
            { kind: row.kind, on: row.reversed_on ?? '', reason: row.reason ?? '', actor: row.actor ?? '' },
    };
  });
}

async function allocationsOf(db: ReadableDatabase, payments: readonly number[]) {
  if (payments.length === 0) return [];
  return db.kysely
    .selectFrom('payment_allocation as a')
    .innerJoin('annual_fee as f', 'f.id', 'a.annual_fee_id')
    .leftJoin('allocation_release as r', (join) =>
      join.onRef('r.payment_id', '=', 'a.payment_id').onRef('r.annual_fee_id', '=', 'a.annual_fee_id'),
    )
    .select(['a.payment_id as payment', 'f.id as fee', 'f.year_start as yearStart'])
    .select(['a.amount_cents as amountCents', 'a.allocated_on as allocatedOn', 'r.released_on as releasedOn'])
    .where('a.payment_id', 'in', payments)
    .orderBy('f.year_start')
    .execute();
}

async function refundsOf(db: ReadableDatabase, payments: readonly number[]) {
  if (payments.length === 0) return [];
  return db.kysely
    .selectFrom('refund')
    .select(['payment_id as payment', 'amount_cents as amountCents', 'refunded_on as on', 'method'])
    .select(['reference', 'reason', 'approved_by as approvedBy'])
    .where('payment_id', 'in', payments)
    .orderBy('id')
    .execute();
}
