import type { CalendarDate } from '../../shared/domain/facts.ts';
import type { ReadableDatabase } from '../db/connection.ts';
import type { Write } from '../db/transaction.ts';

/** A policy value that the office set from a date on. */
export interface OfficeOverride {
  readonly name: string;
  readonly value: number;
  readonly from: CalendarDate;
}

/** Every override, in the order in which they were set. */
export async function policyOverrides(db: ReadableDatabase): Promise<readonly OfficeOverride[]> {
  return db.kysely
    .selectFrom('policy_override')
    .select(['name', 'value', 'from_date as from'])
    .orderBy('id')
    .execute();
}

/** Sets a policy value from a date on, in place of one set for that very date; the caller writes the journal entry. */
export async function setOverride(
  write: Write,
  { name, value, from }: OfficeOverride,
  reason: string,
): Promise<void> {
  const said = { value, reason, actor: write.actor.name, set_at: write.actor.at };
  await write.kysely
    .insertInto('policy_override')
    .values({ name, from_date: from, ...said })
    .onConflict((conflict) => conflict.columns(['name', 'from_date']).doUpdateSet(said))
    .execute();
}
