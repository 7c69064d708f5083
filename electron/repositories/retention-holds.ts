import type { CalendarDate } from '../../shared/domain/facts.ts';
import type { Reading } from '../db/reading.ts';
import type { Write } from '../db/transaction.ts';

/** What a hold is on: one document, or every document of a member. */
export type HeldThing = { readonly document: number } | { readonly memberId: number };

/** Places a hold. @returns its id */
export async function addHold(
  { kysely, actor }: Write,
  thing: HeldThing,
  { reason, on }: { readonly reason: string; readonly on: CalendarDate },
): Promise<number> {
  const { id } = await kysely
    .insertInto('retention_hold')
    .values({
      document_id: 'document' in thing ? thing.document : null,
      member_id: 'memberId' in thing ? thing.memberId : null,
      reason,
      placed_on: on,
      placed_by: actor.name,
      placed_at: actor.at,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** A hold as it is on record. */
export interface HoldOnRecord {
  readonly hold: number;
  readonly reason: string;
  readonly liftedOn: CalendarDate | null;
}

/** A hold by its id; null where there is none. */
export async function holdById(db: Reading, hold: number): Promise<HoldOnRecord | null> {
  const row = await db.kysely
    .selectFrom('retention_hold')
    .select(['id as hold', 'reason', 'lifted_on as liftedOn'])
    .where('id', '=', hold)
    .executeTakeFirst();
  return row ?? null;
}

/** Lifts a hold that is in force. */
export async function endHold(
  { kysely, actor }: Write,
  hold: number,
  { why, on }: { readonly why: string; readonly on: CalendarDate },
): Promise<void> {
  await kysely
    .updateTable('retention_hold')
    .set({ lifted_on: on, lifted_by: actor.name, lifted_why: why })
    .where('id', '=', hold)
    .execute();
}
