import type { ActivityCriteria, CalendarDate } from '../../shared/domain/facts.ts';
import type { ApplicationPoints } from '../../shared/domain/recertification.ts';
import type { ReadableDatabase } from '../db/connection.ts';
import type { Write } from '../db/transaction.ts';

/** The points listed on some applications, in the order of entry. */
export async function pointsOfApplications(
  db: ReadableDatabase,
  applications: readonly number[],
): Promise<ReadonlyMap<number, readonly ApplicationPoints[]>> {
  if (applications.length === 0) return new Map();
  const rows = await db.kysely
    .selectFrom('recertification_points')
    .selectAll()
    .where('application_id', 'in', applications)
    .orderBy('id')
    .execute();
  const byApplication = new Map<number, ApplicationPoints[]>();
  for (const row of rows) {
    const lines = byApplication.get(row.application_id) ?? [];
    lines.push({
      id: row.id,
      category: row.category,
      title: row.title,
      completedOn: row.completed_on,
      employedFrom: row.employed_from,
      employedTo: row.employed_to,
      points: row.points,
      criteria: {
        job: (row.criteria & 1) !== 0,
        knowledge: (row.criteria & 2) !== 0,
        degree: (row.criteria & 4) !== 0,
      },
      proofOn: row.proof_on,
      refusedWhy: row.refused_why,
      withdrawnOn: row.withdrawn_on,
    });
    byApplication.set(row.application_id, lines);
  }
  return byApplication;
}

/** A line of an application as it is typed. */
export type NewPoints = Omit<ApplicationPoints, 'id' | 'refusedWhy' | 'withdrawnOn'>;

/** @returns its number */
export async function addPoints({ kysely }: Write, application: number, line: NewPoints): Promise<number> {
  const { id } = await kysely
    .insertInto('recertification_points')
    .values({
      application_id: application,
      category: line.category,
      title: line.title,
      completed_on: line.completedOn,
      employed_from: line.employedFrom,
      employed_to: line.employedTo,
      points: line.points,
      criteria: bitsOf(line.criteria),
      proof_on: line.proofOn,
      refused_why: null,
      withdrawn_on: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

function bitsOf({ job, knowledge, degree }: ActivityCriteria): number {
  return (job ? 1 : 0) + (knowledge ? 2 : 0) + (degree ? 4 : 0);
}

/** What becomes of a line: its proof came, it is refused (or not, after all), or it is taken off. */
export interface PointsChange {
  readonly proofOn?: CalendarDate | null;
  readonly refusedWhy?: string | null;
  readonly withdrawnOn?: CalendarDate | null;
}

export async function changePoints({ kysely }: Write, line: number, change: PointsChange): Promise<void> {
  await kysely
    .updateTable('recertification_points')
    .set({
      ...(change.proofOn === undefined ? {} : { proof_on: change.proofOn }),
      ...(change.refusedWhy === undefined ? {} : { refused_why: change.refusedWhy }),
      ...(change.withdrawnOn === undefined ? {} : { withdrawn_on: change.withdrawnOn }),
    })
    .where('id', '=', line)
    .execute();
}
