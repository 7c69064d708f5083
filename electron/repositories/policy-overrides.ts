import type { CalendarDate } from '../../shared/domain/facts.ts';
import type { ReadableDatabase } from '../db/connection.ts';

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
