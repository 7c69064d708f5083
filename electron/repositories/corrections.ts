import { feeDueOn } from '../../shared/domain/certification-years.ts';
import type { CalendarDate, CertificationFact } from '../../shared/domain/facts.ts';
import type { Write } from '../db/transaction.ts';
import { counterActivity } from './activities.ts';
import { addAttestation, undoAttestation } from './attestations.ts';

/** A start that goes from one day to another. */
export interface Moved {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** Corrects the dates of a certification. */
export async function setCertificationDates(
  { kysely }: Write,
  certificationId: number,
  { certifiedOn, recertifiedOn }: CertificationFact,
): Promise<void> {
  await kysely
    .updateTable('certification')
    .set({ certified_on: certifiedOn, recertified_on: recertifiedOn })
    .where('id', '=', certificationId)
    .execute();
}

/** Takes fees along to the years they are for now; each falls due at the end of its month (SC-FEE-2). */
export async function moveFees(
  { kysely }: Write,
  certificationId: number,
  moves: readonly Moved[],
): Promise<void> {
  for (const { from, to } of freeFirst(moves))
    await kysely
      .updateTable('annual_fee')
      .set({ year_start: to, due_on: feeDueOn(to) })
      .where('certification_id', '=', certificationId)
      .where('year_start', '=', from)
      .execute();
}

/** Takes attestations along, by undoing each and recording it anew. */
export async function moveAttestations(
  write: Write,
  certificationId: number,
  moves: readonly Moved[],
  entry: { readonly on: CalendarDate; readonly reason: string },
): Promise<void> {
  for (const { from, to } of freeFirst(moves)) {
    const undone = await undoAttestationOf(write, certificationId, from, entry);
    if (undone === null) continue;
    const { attestedOn, run, sheet } = undone;
    const slip = run === null || sheet === null ? null : { run, sheet };
    await addAttestation(write, { certificationId, cycleStart: to, attestedOn, recordedOn: entry.on, slip });
  }
}

/** Takes audits along with their cycle. */
export async function moveAudits(
  { kysely }: Write,
  certificationId: number,
  moves: readonly Moved[],
): Promise<void> {
  for (const { from, to } of freeFirst(moves))
    await kysely
      .updateTable('audit')
      .set({ cycle_start: to })
      .where('certification_id', '=', certificationId)
      .where('cycle_start', '=', from)
      .execute();
}

/** Those further along first where all move forward, so that none lands where another still is. */
function freeFirst(moves: readonly Moved[]): readonly Moved[] {
  const forward = moves.some(({ from, to }) => to > from);
  return moves.toSorted((a, b) => (a.from < b.from === forward ? 1 : -1));
}

/** Undoes the attestation of a cycle that stands. @returns what it said; null where there was none */
export async function undoAttestationOf(
  write: Write,
  certificationId: number,
  cycleStart: CalendarDate,
  entry: { readonly on: CalendarDate; readonly reason: string },
): Promise<{
  readonly attestedOn: CalendarDate;
  readonly run: string | null;
  readonly sheet: number | null;
} | null> {
  const found = await write.kysely
    .selectFrom('attestation')
    .select(['id', 'attested_on as attestedOn', 'run_id as run', 'sheet'])
    .where('certification_id', '=', certificationId)
    .where('cycle_start', '=', cycleStart)
    .where('undone_on', 'is', null)
    .executeTakeFirst();
  if (found === undefined) return null;
  await undoAttestation(write, found.id, entry);
  return found;
}

/** The days of an activity: of its completion, or the first and the last of an employment. */
export interface ActivityDays {
  readonly completedOn: CalendarDate | null;
  readonly employedFrom: CalendarDate | null;
  readonly employedTo: CalendarDate | null;
}

/** Corrects the days of an activity by another in its place, with all else as it was. @returns the number of the new one */
export async function redateActivity(
  write: Write,
  activity: number,
  days: ActivityDays,
  entry: { readonly on: CalendarDate; readonly reason: string },
): Promise<number> {
  const { kysely, actor } = write;
  const {
    id: _,
    import_id,
    import_key,
    withdrawn_on,
    ...before
  } = await kysely.selectFrom('activity').selectAll().where('id', '=', activity).executeTakeFirstOrThrow();
  const { id } = await kysely
    .insertInto('activity')
    .values({
      ...before,
      completed_on: days.completedOn,
      employed_from: days.employedFrom,
      employed_to: days.employedTo,
      import_id: null,
      import_key: null,
      entered_on: entry.on,
      entered_by: actor.name,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const grants = await kysely
    .selectFrom('activity_grant')
    .select(['member_id', 'certification_id', 'points'])
    .where('activity_id', '=', activity)
    .execute();
  if (grants.length > 0)
    await kysely
      .insertInto('activity_grant')
      .values(grants.map((grant) => ({ ...grant, activity_id: id })))
      .execute();
  await counterActivity(write, activity, { ...entry, replacedBy: id });
  return id;
}

/** Corrects the outcome of an audit that closed as non-compliant. @returns how many there were */
export async function closeAsCompliant(
  { kysely }: Write,
  certificationId: number,
  cycleStart: CalendarDate,
): Promise<number> {
  const changed = await kysely
    .updateTable('audit')
    .set({ outcome: 'compliant' })
    .where('certification_id', '=', certificationId)
    .where('cycle_start', '=', cycleStart)
    .where('outcome', '=', 'non-compliant')
    .executeTakeFirst();
  return Number(changed.numUpdatedRows);
}
