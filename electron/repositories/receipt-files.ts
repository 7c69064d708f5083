import { sql } from 'kysely';
import type { CertificationCode } from '../../shared/domain/codes.ts';
import type { MoneyRows } from '../../shared/domain/payments.ts';
import {
  LINE_OUTCOMES,
  LINE_STATES,
  type LineEntered,
  type LineOutcome,
  type LineState,
  type ReceiptFile,
  type Tallies,
  type Tally,
} from '../../shared/domain/receipts.ts';
import type { ReadableDatabase } from '../db/connection.ts';
import { depositSummary } from './deposits.ts';
import { fullName } from './facts.ts';
import { paymentsOfRemittances } from './ledger-payments.ts';

/** The deposits that came in as files, the newest first. */
export async function receiptFiles(
  db: ReadableDatabase,
  offset: number,
  limit: number,
): Promise<{ readonly total: number; readonly rows: readonly ReceiptFile[] }> {
  const all = db.kysely.selectFrom('deposit').where('source', '<>', 'post');
  const count = await all.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirst();
  const ids = await all.select('id').orderBy('id', 'desc').offset(offset).limit(limit).execute();
  const rows: ReceiptFile[] = [];
  for (const { id } of ids) {
    const file = await receiptFile(db, id);
    if (file !== null) rows.push(file);
  }
  return { total: count?.total ?? 0, rows };
}

/** A file with the count and cents of its lines; null for a deposit that is none. */
export async function receiptFile(db: ReadableDatabase, deposit: number): Promise<ReceiptFile | null> {
  const summary = await depositSummary(db, deposit);
  if (summary === null || summary.source === 'post') return null;
  const lines = await db.kysely
    .selectFrom('receipt_file_line')
    .select(['outcome', 'state', (eb) => eb.fn.countAll<number>().as('count')])
    .select((eb) => [
      eb.fn.sum<number | null>('cents').as('cents'),
      eb.fn.sum<number>('unassigned_cents').as('open'),
    ])
    .where('deposit_id', '=', deposit)
    .groupBy(['outcome', 'state'])
    .execute();
  const tallies = new Map<LineOutcome, Tally>();
  const states = new Map<LineState, Tally>();
  for (const { outcome, state, count, cents, open } of lines) {
    add(tallies, outcome, count, cents ?? 0);
    // Of what is still to be worked, or was left, only what nobody has yet.
    add(
      states,
      state,
      count,
      (state === 'open' || state === 'left') && outcome !== 'back' ? open : (cents ?? 0),
    );
  }
  return {
    ...summary,
    source: summary.source,
    fileName: summary.fileName ?? '',
    // Every key of either is filled.
    tallies: filled(LINE_OUTCOMES, tallies) as Tallies,
    states: filled(LINE_STATES, states) as ReceiptFile['states'],
    fileCents: [...tallies.values()].reduce((sum, { cents }) => sum + cents, 0),
    ledgerCents: await inLedger(db, deposit),
  };
}

/** What the lines of a file brought into the bank, as the double entry has it. */
async function inLedger(db: ReadableDatabase, deposit: number): Promise<number> {
  const row = await db.kysely
    .selectFrom('ledger')
    .select((eb) => eb.fn.sum<number | null>('cents').as('cents'))
    .where('kind', '=', 'remittance')
    .where('source_id', 'in', (eb) =>
      eb.selectFrom('remittance').select('id').where('deposit_id', '=', deposit),
    )
    .executeTakeFirst();
  return row?.cents ?? 0;
}

/** Which lines of a file are shown: those still to be worked, those left, those of one outcome, or all. */
export type LinesShown = 'open' | 'left' | LineOutcome | null;

/** Lines of a file in its order. */
export async function receiptLines(
  db: ReadableDatabase,
  deposit: number,
  show: LinesShown,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<MoneyRows<LineEntered>> {
  const wanted = db.kysely
    .selectFrom('receipt_file_line as l')
    .where('l.deposit_id', '=', deposit)
    .$if(show === 'open' || show === 'left', (query) => query.where('l.state', '=', show as 'open' | 'left'))
    .$if(show !== null && show !== 'open' && show !== 'left', (query) =>
      query.where('l.outcome', '=', show as LineOutcome),
    );
  const count = await wanted
    .select((eb) => [eb.fn.countAll<number>().as('total'), eb.fn.sum<number | null>('l.cents').as('cents')])
    .executeTakeFirst();
  const rows = await wanted
    .leftJoin('member as m', 'm.id', 'l.suggested_member_id')
    .selectAll('l')
    .select(['m.member_no as suggested_no', 'm.first_name', 'm.middle_name', 'm.last_name', 'm.suffix'])
    .select((eb) =>
      eb
        .selectFrom('receipt_note as n')
        .select('n.reason')
        .whereRef('n.deposit_id', '=', 'l.deposit_id')
        .whereRef('n.row', '=', 'l.row')
        .orderBy('n.id', 'desc')
        .limit(1)
        .as('left_because'),
    )
    .orderBy('l.row')
    .offset(offset)
    .limit(limit)
    .execute();
  const remittances = rows.flatMap(({ outcome, remittance_id: id }) =>
    id === null || outcome === 'duplicate' ? [] : [id],
  );
  const payments = Map.groupBy(
    (await paymentsOfRemittances(db, remittances)).filter(({ reversal }) => reversal === null),
    ({ remittance }) => remittance,
  );
  return {
    total: count?.total ?? 0,
    totalCents: count?.cents ?? 0,
    rows: rows.map(
      (row): LineEntered => ({
        row: row.row,
        reference: row.transaction_reference,
        receivedOn: row.received_on,
        cents: row.cents,
        method: row.method,
        memberNo: row.member_no,
        name: row.name,
        // Written from the file's own reading alone.
        code: row.code as CertificationCode | '',
        outcome: row.outcome,
        why: row.why,
        suggestion:
          row.suggested_no === null
            ? null
            : {
                memberNo: row.suggested_no,
                memberName: fullName({
                  first_name: row.first_name ?? '',
                  middle_name: row.middle_name ?? '',
                  last_name: row.last_name ?? '',
                  suffix: row.suffix ?? '',
                }),
              },
        state: row.state,
        remittance: row.remittance_id,
        unassignedCents: row.unassigned_cents,
        payments:
          row.outcome === 'duplicate'
            ? []
            : (payments.get(row.remittance_id) ?? []).map(
                ({ payment, memberNo, memberName, code, amountCents }) => ({
                  payment,
                  memberNo,
                  memberName,
                  code,
                  cents: amountCents,
                }),
              ),
        leftBecause: row.state === 'left' ? (row.left_because ?? '') : '',
      }),
    ),
  };
}

/** One line of a file; null where it has none in that row. */
export async function receiptLine(
  db: ReadableDatabase,
  deposit: number,
  row: number,
): Promise<LineEntered | null> {
  const before = await db.kysely
    .selectFrom('receipt_file_line')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('deposit_id', '=', deposit)
    .where('row', '<', row)
    .executeTakeFirst();
  const { rows } = await receiptLines(db, deposit, null, { offset: before?.count ?? 0, limit: 1 });
  const [line] = rows;
  return line?.row === row ? line : null;
}

/** How many lines of a deposit are still to be worked; none of one that was entered by hand. */
export async function openLines(db: ReadableDatabase, deposit: number): Promise<number> {
  const row = await db.kysely
    .selectFrom('receipt_file_line')
    .select(sql<number>`count(*)`.as('count'))
    .where('deposit_id', '=', deposit)
    .where('state', '=', 'open')
    .executeTakeFirst();
  return row?.count ?? 0;
}

function add<Key>(tallies: Map<Key, Tally>, key: Key, count: number, cents: number): void {
  const before = tallies.get(key) ?? { count: 0, cents: 0 };
  tallies.set(key, { count: before.count + count, cents: before.cents + cents });
}

function filled<Key extends string>(
  keys: readonly Key[],
  tallies: ReadonlyMap<Key, Tally>,
): Readonly<Record<string, Tally>> {
  return Object.fromEntries(keys.map((key) => [key, tallies.get(key) ?? { count: 0, cents: 0 }]));
}
