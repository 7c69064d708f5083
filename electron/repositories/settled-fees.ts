import { sql } from 'kysely';
import type { SettledFee } from '../../shared/domain/settled-fee.ts';
import { addMonths, dayBefore } from '../../shared/util/dates.ts';
import type { ReadableDatabase } from '../db/connection.ts';
import { type MemberSelection, within } from './member-selection.ts';

/** Which fees are looked for: those settled in a month, by what came with the office's own post, or by anything. */
export interface SettledQuery {
  /** `YYYY-MM`. */
  readonly month: string;
  /** `post`: with money that the office took in itself; the portal gives receipts of its own. */
  readonly by: 'post' | 'anything';
}

/** Ids of the members with a payment of the office's own post that was put to a fee in a month, in id order. */
export async function membersPayingIn(db: ReadableDatabase, month: string): Promise<readonly number[]> {
  const { first, last } = daysOf(month);
  const rows = await db.kysely
    .selectFrom('payment as p')
    .innerJoin('payment_allocation as a', 'a.payment_id', 'p.id')
    .innerJoin('certification as c', 'c.id', 'p.certification_id')
    .select('c.member_id')
    .distinct()
    .where('p.remittance_id', 'is not', null)
    .where(sql<boolean>`coalesce(a.allocated_on, p.received_on) BETWEEN ${first} AND ${last}`)
    .orderBy('c.member_id')
    .execute();
  return rows.map(({ member_id }) => member_id);
}

/** The fees of some members that were settled in a month, oldest year first, by certification. */
export async function settledFees(
  db: ReadableDatabase,
  members: MemberSelection,
  { month, by }: SettledQuery,
): Promise<ReadonlyMap<number, readonly SettledFee[]>> {
  const { first, last } = daysOf(month);
  const on = sql<string>`coalesce(a.allocated_on, p.received_on)`;
  // What was put to a fee before the month cannot be what settled it in the month.
  const rows = await db.kysely
    .selectFrom('certification as c')
    .innerJoin('annual_fee as f', 'f.certification_id', 'c.id')
    .innerJoin('payment_allocation as a', 'a.annual_fee_id', 'f.id')
    .innerJoin('payment as p', 'p.id', 'a.payment_id')
    .leftJoin('allocation_release as r', (join) =>
      join.onRef('r.payment_id', '=', 'a.payment_id').onRef('r.annual_fee_id', '=', 'a.annual_fee_id'),
    )
    .leftJoin('remittance as m', 'm.id', 'p.remittance_id')
    .leftJoin('deposit as d', 'd.id', 'm.deposit_id')
    .select(['f.id', 'f.certification_id', 'f.year_start', 'f.paid_cents', 'p.method', 'p.reference'])
    .select(['d.source', on.as('on')])
    .where(within('c.member_id', members))
    .where('f.voided_on', 'is', null)
    .where('f.waived', '=', 0)
    .where(sql<boolean>`f.paid_cents >= f.amount_cents AND f.paid_cents > 0`)
    .where('r.id', 'is', null)
    .where(sql<boolean>`${on} >= ${first}`)
    .orderBy('f.certification_id')
    .orderBy('f.year_start')
    .orderBy('on')
    .orderBy('p.id')
    .execute();
  const found = new Map<number, SettledFee[]>();
  for (const [, of] of Map.groupBy(rows, ({ id }) => id)) {
    const settling = of.at(-1);
    if (settling === undefined || settling.on > last) continue;
    if (by === 'post' && (settling.source === null || settling.source === 'portal')) continue;
    const fees = found.get(settling.certification_id) ?? [];
    found.set(settling.certification_id, fees);
    fees.push({
      yearStart: settling.year_start,
      cents: settling.paid_cents,
      on: settling.on,
      how: `${METHODS[settling.method]} ${settling.reference}`.trim(),
    });
  }
  return found;
}

const METHODS = { cheque: 'Check', card: 'Card', cash: 'Cash', online: 'Online' } as const;

function daysOf(month: string): { readonly first: string; readonly last: string } {
  const first = `${month}-01`;
  return { first, last: dayBefore(addMonths(first, 1)) };
}
