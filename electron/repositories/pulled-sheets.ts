import type { PulledSheet } from '../../shared/domain/renewals.ts';
import type { Reading } from '../db/reading.ts';

/** The sheets that were taken out of a run, in order. */
export async function pulledSheets(db: Reading, run: string): Promise<readonly PulledSheet[]> {
  return db.kysely
    .selectFrom('pulled_sheet')
    .select(['sheet', 'reason', 'pulled_on as pulledOn', 'actor'])
    .where('run_id', '=', run)
    .orderBy('sheet')
    .execute();
}
