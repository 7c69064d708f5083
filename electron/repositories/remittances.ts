import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { CalendarDate } from '../../shared/domain/facts.ts';
import type { MoneyRows, RemittanceEntry } from '../../shared/domain/payments.ts';
import type { ReadableDatabase } from '../db/connection.ts';
import { type LedgerPayment, paymentsOfRemittances } from './ledger-payments.ts';

/** A cheque or receipt with the payments as entries against them need them. */
export interface LedgerRemittance extends RemittanceEntry {
  readonly payments: readonly LedgerPayment[];
}

/** One cheque or receipt; null where there is none with this number. */
export async function remittanceById(db: ReadableDatabase, id: number): Promise<LedgerRemittance | null> {
  const [found] = await remittancesWhere(db, sql<SqlBool>`m.id = ${id}`);
  return found ?? null;
}

/** What was entered in a deposit, in that order. */
export function remittancesOfDeposit(
  db: ReadableDatabase,
  deposit: number,
): Promise<readonly LedgerRemittance[]> {
  return remittancesWhere(db, sql<SqlBool>`m.deposit_id = ${deposit}`);
}

/** The place of the next entry of a deposit. */
export async function nextPosition(db: ReadableDatabase, deposit: number): Promise<number> {
  const row = await db.kysely
    .selectFrom('remittance')
    .select((eb) => eb.fn.max('position').as('last'))
    .where('deposit_id', '=', deposit)
    .executeTakeFirst();
  return (row?.last ?? 0) + 1;
}

/** Money that no member has yet, the oldest first. */
export async function unassignedRemittances(
  db: ReadableDatabase,
  offset: number,
  limit: number,
): Promise<MoneyRows<RemittanceEntry>> {
  const rows = await db.kysely
    .selectFrom('remittance_unassigned as u')
    .innerJoin('remittance as m', 'm.id', 'u.remittance_id')
    .select(['m.id', 'u.cents'])
    .where('u.cents', '>', 0)
    .orderBy('m.received_on')
    .orderBy('m.id')
    .execute();
  const ids = rows.slice(offset, offset + limit).map(({ id }) => id);
  const shown = ids.length === 0 ? [] : await remittancesWhere(db, sql<SqlBool>`m.id in (${sql.join(ids)})`);
  const byId = new Map(shown.map((entry) => [entry.remittance, entry]));
  return {
    total: rows.length,
    totalCents: rows.reduce((sum, { cents }) => sum + cents, 0),
    rows: ids.flatMap((id) => byId.get(id) ?? []),
  };
}

/** Entries with the reference and amount that came between two days, both included, and were not taken back. */
export function similarRemittances(
  db: ReadableDatabase,
  { reference, amountCents }: { readonly reference: string; readonly amountCents: number },
  from: CalendarDate,
  to: CalendarDate,
): Promise<readonly LedgerRemittance[]> {
  return remittancesWhere(
    db,
    sql<SqlBool>`m.reference = ${reference} and m.reference <> '' and m.amount_cents = ${amountCents}
      and m.received_on between ${from} and ${to} and v.remittance_id is null`,
  );
}

async function remittancesWhere(
  db: ReadableDatabase,
  condition: RawBuilder<SqlBool>,
): Promise<readonly LedgerRemittance[]> {
  const rows = await db.kysely
    .selectFrom('remittance as m')
    .innerJoin('remittance_unassigned as u', 'u.remittance_id', 'm.id')
    .leftJoin('remittance_reversal as v', 'v.remittance_id', 'm.id')
    .selectAll('m')
    .select(['u.cents', 'v.kind', 'v.reversed_on', 'v.reason', 'v.actor'])
    .where(condition)
    .orderBy('m.deposit_id')
    .orderBy('m.position')
    .execute();
  const payments = Map.groupBy(
    await paymentsOfRemittances(
      db,
      rows.map(({ id }) => id),
    ),
    ({ remittance }) => remittance,
  );
  return rows.map(
    (row): LedgerRemittance => ({
      remittance: row.id,
      deposit: row.deposit_id,
      position: row.position,
      receivedOn: row.received_on,
      method: row.method,
      amountCents: row.amount_cents,
      reference: row.reference,
      payer: row.payer,
      note: row.note,
      enteredBy: row.entered_by,
      unassignedCents: row.cents,
      reversal:
        row.kind === null
          ? null
          : // A reversal's columns are never null (0003-money).
            { kind: row.kind, on: row.reversed_on ?? '', reason: row.reason ?? '', actor: row.actor ?? '' },
      payments: payments.get(row.id) ?? [],
    }),
  );
}
