import type { CeOfferingToEnter, CePrice } from '../../shared/domain/ce.ts';
import type { CalendarDate } from '../../shared/domain/facts.ts';
import type { ReadableDatabase } from '../db/connection.ts';
import type { Write } from '../db/transaction.ts';

/** An offering as kept, with its prices in the order in which they were entered; there is at least one. */
export interface KeptOffering extends Omit<CeOfferingToEnter, 'listCents' | 'memberCents'> {
  readonly offering: number;
  readonly prices: readonly [CePrice, ...CePrice[]];
}

/** All offerings by title, or one. A catalogue is some thousand at most. */
export async function ceOfferings(
  db: ReadableDatabase,
  offering: number | null = null,
): Promise<readonly KeptOffering[]> {
  const rows = await db.kysely
    .selectFrom('ce_offering')
    .selectAll()
    .$if(offering !== null, (q) => q.where('id', '=', offering ?? 0))
    .orderBy('title')
    .orderBy('id')
    .execute();
  const prices = await db.kysely
    .selectFrom('ce_price')
    .selectAll()
    .$if(offering !== null, (q) => q.where('offering_id', '=', offering ?? 0))
    .orderBy('id')
    .execute();
  const byOffering = Map.groupBy(prices, ({ offering_id }) => offering_id);
  return rows.flatMap((row) => {
    const [first, ...more] = (byOffering.get(row.id) ?? []).map(
      (price): CePrice => ({
        from: price.from_date,
        listCents: price.list_cents,
        memberCents: price.member_cents,
        setOn: price.set_on,
        setBy: price.actor,
      }),
    );
    if (first === undefined) return [];
    return {
      offering: row.id,
      externalId: row.external_id ?? '',
      title: row.title,
      provider: row.provider,
      category: row.category,
      points: row.points,
      from: row.from_date,
      to: row.to_date,
      prices: [first, ...more],
    };
  });
}

/** Adds an offering, whose price holds from its first day. @returns its number */
export async function addOffering(
  write: Write,
  entered: CeOfferingToEnter,
  on: CalendarDate,
): Promise<number> {
  const { id } = await write.kysely
    .insertInto('ce_offering')
    .values(rowOf(entered))
    .returning('id')
    .executeTakeFirstOrThrow();
  await addPrice(write, id, { ...entered, from: entered.from }, on);
  return id;
}

/** Changes what an offering is; its prices are entered beside. */
export async function changeOffering(
  write: Write,
  offering: number,
  entered: CeOfferingToEnter,
): Promise<void> {
  await write.kysely.updateTable('ce_offering').set(rowOf(entered)).where('id', '=', offering).execute();
}

/** Enters a price that holds from a date on. */
export async function addPrice(
  write: Write,
  offering: number,
  price: Pick<CePrice, 'from' | 'listCents' | 'memberCents'>,
  on: CalendarDate,
): Promise<void> {
  await write.kysely
    .insertInto('ce_price')
    .values({
      offering_id: offering,
      from_date: price.from,
      list_cents: price.listCents,
      member_cents: price.memberCents,
      set_on: on,
      actor: write.actor.name,
    })
    .execute();
}

function rowOf({ externalId, title, provider, category, points, from, to }: CeOfferingToEnter) {
  return {
    external_id: externalId === '' ? null : externalId,
    ...{ title, provider, category, points },
    from_date: from,
    to_date: to,
  };
}
