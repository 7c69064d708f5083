import type { FelonyAnswer, RecordedFelony } from '../../shared/domain/recertification.ts';
import type { ReadableDatabase } from '../db/connection.ts';
import type { Write } from '../db/transaction.ts';

// Only services/recertification/felony.ts reads and writes these rows, for those who may, with a journal entry each time.

/** The answer to the felony question of an application; null where none is recorded. */
export async function felonyOf(db: ReadableDatabase, application: number): Promise<RecordedFelony | null> {
  const row = await db.kysely
    .selectFrom('recertification_felony')
    .selectAll()
    .where('application_id', '=', application)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { answer, nature, court, outcome } = row;
  return {
    answer,
    happenedOn: row.happened_on,
    nature,
    court,
    outcome,
    recordedBy: row.recorded_by,
    recordedAt: row.recorded_at,
  };
}

/** Records it, or what the applicant has added to it. @param whole whether every part is answered */
export async function saveFelony(
  { kysely, actor }: Write,
  application: number,
  felony: FelonyAnswer,
  whole: boolean,
): Promise<void> {
  const row = {
    answer: felony.answer,
    happened_on: felony.happenedOn,
    nature: felony.nature,
    court: felony.court,
    outcome: felony.outcome,
    recorded_by: actor.name,
    recorded_at: actor.at,
  };
  await kysely
    .insertInto('recertification_felony')
    .values({ application_id: application, ...row })
    .onConflict((conflict) => conflict.column('application_id').doUpdateSet(row))
    .execute();
  await kysely
    .updateTable('recertification_application')
    .set({ felony_answered: whole ? 1 : 0 })
    .where('id', '=', application)
    .execute();
}
