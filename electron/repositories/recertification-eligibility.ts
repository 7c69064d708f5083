import type { CalendarDate } from '../../shared/domain/facts.ts';
import type { FoundEligibility, KeptEligibility } from '../../shared/domain/kept-eligibility.ts';
import type { ReadableDatabase } from '../db/connection.ts';
import type { Write } from '../db/transaction.ts';

/** What the assistant found last for each of some applications, with which documents came. */
export async function eligibilityOfApplications(
  db: ReadableDatabase,
  applications: readonly number[],
): Promise<ReadonlyMap<number, KeptEligibility>> {
  if (applications.length === 0) return new Map();
  const rows = await db.kysely
    .selectFrom('recertification_eligibility')
    .selectAll()
    .where('application_id', 'in', applications)
    .orderBy('id')
    .execute();
  const newest = new Map(rows.map((row) => [row.application_id, row]));
  const came = await documentsOf(
    db,
    [...newest.values()].map(({ id }) => id),
  );
  return new Map(
    [...newest].map(([application, { id, found, found_on, actor }]) => {
      // Written by addEligibility alone.
      const { documents, ...rest } = JSON.parse(found) as FoundEligibility;
      const shown = documents.map((document, at) => ({
        ...document,
        place: at + 1,
        cameOn: came.get(`${id} ${at + 1}`) ?? null,
      }));
      return [application, { ...rest, eligibility: id, on: found_on, actor, documents: shown }];
    }),
  );
}

/** When each document came, by the newest entry of its place. */
async function documentsOf(
  db: ReadableDatabase,
  eligibilities: readonly number[],
): Promise<ReadonlyMap<string, CalendarDate | null>> {
  if (eligibilities.length === 0) return new Map();
  const rows = await db.kysely
    .selectFrom('recertification_document')
    .select(['eligibility_id', 'place', 'came_on'])
    .where('eligibility_id', 'in', eligibilities)
    .orderBy('id')
    .execute();
  return new Map(rows.map((row) => [`${row.eligibility_id} ${row.place}`, row.came_on]));
}

/** @returns its number */
export async function addEligibility(
  { kysely, actor }: Write,
  application: number,
  found: FoundEligibility,
  on: CalendarDate,
): Promise<number> {
  const { id } = await kysely
    .insertInto('recertification_eligibility')
    .values({
      application_id: application,
      found: JSON.stringify(found),
      found_on: on,
      actor: actor.name,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Notes that a document came, or that this was noted by mistake (`cameOn` null). */
export async function addDocument(
  { kysely, actor }: Write,
  eligibility: number,
  document: { readonly place: number; readonly cameOn: CalendarDate | null },
): Promise<void> {
  await kysely
    .insertInto('recertification_document')
    .values({
      eligibility_id: eligibility,
      place: document.place,
      came_on: document.cameOn,
      actor: actor.name,
    })
    .execute();
}
