import type { CalendarDate } from '../../shared/domain/facts.ts';
import type { DepositSource } from '../../shared/domain/ledger.ts';
import type { DepositSummary, MoneyRows } from '../../shared/domain/payments.ts';
import type { ReadableDatabase } from '../db/connection.ts';
import type { Write } from '../db/transaction.ts';

/** What was counted by hand before anything is entered. Whole cents. */
export interface Control {
  readonly controlCount: number;
  readonly controlCents: number;
}

/** A deposit; null where there is none with this number. */
export async function depositSummary(db: ReadableDatabase, deposit: number): Promise<DepositSummary | null> {
  const [found] = await summaries(db, [deposit]);
  return found ?? null;
}

/** Deposits, the open ones first, then the newest. */
export async function depositList(
  db: ReadableDatabase,
  state: 'open' | 'closed' | null,
  offset: number,
  limit: number,
): Promise<MoneyRows<DepositSummary>> {
  const all = db.kysely
    .selectFrom('deposit')
    .$if(state !== null, (query) => query.where('closed_on', state === 'open' ? 'is' : 'is not', null));
  const count = await all
    .select((eb) => [
      eb.fn.countAll<number>().as('total'),
      eb.fn.sum<number | null>('control_cents').as('cents'),
    ])
    .executeTakeFirst();
  const shown = await all
    .select('id')
    .orderBy((eb) => eb.case().when('closed_on', 'is', null).then(0).else(1).end())
    .orderBy('id', 'desc')
    .offset(offset)
    .limit(limit)
    .execute();
  const ids = shown.map(({ id }) => id);
  const byId = new Map((await summaries(db, ids)).map((one) => [one.deposit, one]));
  return {
    total: count?.total ?? 0,
    totalCents: count?.cents ?? 0,
    rows: ids.flatMap((id) => byId.get(id) ?? []),
  };
}

async function summaries(db: ReadableDatabase, ids: readonly number[]): Promise<readonly DepositSummary[]> {
  if (ids.length === 0) return [];
  const deposits = await db.kysely.selectFrom('deposit').selectAll().where('id', 'in', ids).execute();
  const totals = await db.kysely
    .selectFrom('deposit_total')
    .selectAll()
    .where('deposit_id', 'in', ids)
    .execute();
  const unassigned = await db.kysely
    .selectFrom('remittance_unassigned')
    .select((eb) => ['deposit_id', eb.fn.sum<number>('cents').as('cents')])
    .where('deposit_id', 'in', ids)
    .groupBy('deposit_id')
    .execute();
  const awaited = await db.kysely
    .selectFrom('deposit_awaited')
    .selectAll()
    .where('deposit_id', 'in', ids)
    .execute();
  const waiting = new Map(awaited.map((row) => [row.deposit_id, row.lines]));
  const entered = new Map(totals.map((row) => [row.deposit_id, row]));
  const open = new Map(unassigned.map((row) => [row.deposit_id, row.cents]));
  return deposits.map((row): DepositSummary => {
    const enteredCount = entered.get(row.id)?.remittances ?? 0;
    const enteredCents = entered.get(row.id)?.cents ?? 0;
    return {
      deposit: row.id,
      source: row.source,
      openedOn: row.opened_on,
      openedBy: row.opened_by,
      closedOn: row.closed_on,
      closedBy: row.closed_by,
      fileName: row.file_name,
      controlCount: row.control_count,
      controlCents: row.control_cents,
      enteredCount,
      enteredCents,
      differenceCount: enteredCount - row.control_count,
      differenceCents: enteredCents - row.control_cents,
      unassignedCents: open.get(row.id) ?? 0,
      awaitedLines: waiting.get(row.id) ?? 0,
    };
  });
}

/** Where a deposit comes from, for one of a file: its name, the SHA-256 of its bytes, and how many lines it has. */
export interface DepositOrigin {
  readonly source: DepositSource;
  readonly fileName: string | null;
  readonly fileSha256: string | null;
  readonly fileLines: number | null;
}

/** @returns its number */
export async function addDeposit(
  { kysely, actor }: Write,
  { controlCount, controlCents }: Control,
  { source, fileName, fileSha256, fileLines }: DepositOrigin,
  on: CalendarDate,
): Promise<number> {
  const { id } = await kysely
    .insertInto('deposit')
    .values({
      source,
      opened_on: on,
      control_count: controlCount,
      control_cents: controlCents,
      file_name: fileName,
      file_sha256: fileSha256,
      opened_by: actor.name,
      closed_on: null,
      closed_by: null,
      file_lines: fileLines,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function changeControl(
  { kysely }: Write,
  deposit: number,
  { controlCount, controlCents }: Control,
): Promise<void> {
  await kysely
    .updateTable('deposit')
    .set({ control_count: controlCount, control_cents: controlCents })
    .where('id', '=', deposit)
    .execute();
}

/** The schema refuses one that does not agree with its control. */
export async function closeDeposit(
  { kysely, actor }: Write,
  deposit: number,
  on: CalendarDate,
): Promise<void> {
  await kysely
    .updateTable('deposit')
    .set({ closed_on: on, closed_by: actor.name })
    .where('id', '=', deposit)
    .execute();
}
