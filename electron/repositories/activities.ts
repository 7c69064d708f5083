import type { ActivityCriteria, CalendarDate } from '../../shared/domain/facts.ts';
import type { ActivityDraft, MemberActivity } from '../../shared/domain/points.ts';
import type { Reading } from '../db/reading.ts';
import type { Write } from '../db/transaction.ts';

/** An activity on record with its counter-entry, without what it counts for. */
export type RecordedActivity = Omit<MemberActivity, 'countedFor'>;

/** Whose an activity is. */
export interface ActivityOwner {
  readonly memberId: number;
  readonly memberNo: string;
}

/** Everything ever recorded for a member, newest first, what was countered included. */
export async function activitiesOnRecord(
  db: Reading,
  memberId: number,
): Promise<readonly RecordedActivity[]> {
  const rows = await onRecord(db)
    .where('a.member_id', '=', memberId)
    .orderBy((eb) => eb.fn.coalesce('a.completed_on', 'a.employed_to', 'a.employed_from'), 'desc')
    .orderBy('a.id', 'desc')
    .execute();
  return rows.map(asRecorded);
}

/** One activity and whose it is; null where there is none. */
export async function activityOnRecord(
  db: Reading,
  activity: number,
): Promise<(RecordedActivity & ActivityOwner) | null> {
  const row = await onRecord(db)
    .innerJoin('member as m', 'm.id', 'a.member_id')
    .select(['m.id as memberId', 'm.member_no as memberNo'])
    .where('a.id', '=', activity)
    .executeTakeFirst();
  if (row === undefined) return null;
  return { ...asRecorded(row), memberId: row.memberId, memberNo: row.memberNo };
}

/** The points granted for single certifications where a cap cut them, by activity and certification id. */
export async function cutsOf(
  db: Reading,
  memberId: number,
): Promise<
  readonly { readonly activity: number; readonly certification: number; readonly points: number }[]
> {
  return db.kysely
    .selectFrom('activity_grant')
    .select(['activity_id as activity', 'certification_id as certification', 'points'])
    .where('member_id', '=', memberId)
    .execute();
}

/** The activity of a member with AMT's own number for it, standing or not; null where there is none. */
export async function onlineActivity(
  db: Reading,
  memberId: number,
  externalId: string,
): Promise<number | null> {
  const row = await db.kysely
    .selectFrom('activity')
    .select('id')
    .where('external_id', '=', externalId)
    .where('member_id', '=', memberId)
    .where('source', '=', 'amt-online')
    .executeTakeFirst();
  return row?.id ?? null;
}

export interface ActivityToAdd extends ActivityDraft {
  readonly memberId: number;
  /** Points granted, before any cap. */
  readonly granted: number;
  readonly finding: RecordedActivity['finding'];
  readonly externalId: string | null;
  readonly enteredOn: CalendarDate;
  /** Points of single certifications, where a cap cut them. */
  readonly cuts: readonly { readonly certification: number; readonly points: number }[];
}

/** @returns the activity's number */
export async function addActivity(write: Write, toAdd: ActivityToAdd): Promise<number> {
  const { id } = await write.kysely
    .insertInto('activity')
    .values({
      member_id: toAdd.memberId,
      category: toAdd.category,
      title: toAdd.title,
      provider: toAdd.provider,
      completed_on: toAdd.completedOn,
      employed_from: toAdd.employedFrom,
      employed_to: toAdd.employedTo,
      hours: toAdd.hours,
      points: toAdd.granted,
      claimed_points: toAdd.claimed,
      criteria: criteriaBits(toAdd.criteria),
      source: toAdd.source,
      evidence: toAdd.evidence,
      finding: toAdd.finding,
      external_id: toAdd.externalId,
      import_id: null,
      import_key: null,
      entered_on: toAdd.enteredOn,
      entered_by: write.actor.name,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  if (toAdd.cuts.length > 0)
    await write.kysely
      .insertInto('activity_grant')
      .values(
        toAdd.cuts.map(({ certification, points }) => ({
          member_id: toAdd.memberId,
          certification_id: certification,
          activity_id: id,
          points,
        })),
      )
      .execute();
  return id;
}

/** Counters an activity: from now on it counts nowhere. @param replacedBy what stands in its place; null = withdrawn */
export async function counterActivity(
  write: Write,
  activity: number,
  entry: { readonly on: CalendarDate; readonly reason: string; readonly replacedBy: number | null },
): Promise<void> {
  await write.kysely
    .insertInto('activity_counter')
    .values({
      activity_id: activity,
      kind: entry.replacedBy === null ? 'withdrawn' : 'corrected',
      made_on: entry.on,
      reason: entry.reason,
      replaced_by: entry.replacedBy,
      actor: write.actor.name,
    })
    .execute();
}

/** Bits of `activity.criteria`: 1 job, 2 knowledge, 4 degree. */
export function criteriaBits({ job, knowledge, degree }: ActivityCriteria): number {
  return (job ? 1 : 0) + (knowledge ? 2 : 0) + (degree ? 4 : 0);
}

export function criteriaOf(bits: number): ActivityCriteria {
  return { job: (bits & 1) !== 0, knowledge: (bits & 2) !== 0, degree: (bits & 4) !== 0 };
}

function onRecord(db: Reading) {
  return db.kysely
    .selectFrom('activity as a')
    .leftJoin('activity_counter as k', 'k.activity_id', 'a.id')
    .leftJoin('activity_counter as r', 'r.replaced_by', 'a.id')
    .select([
      'a.id as activity',
      'a.category',
      'a.title',
      'a.provider',
      'a.completed_on as completedOn',
      'a.employed_from as employedFrom',
      'a.employed_to as employedTo',
      'a.hours',
      'a.points as granted',
      'a.claimed_points as claimed',
      'a.criteria as bits',
      'a.source',
      'a.finding',
      'a.evidence',
      'a.external_id as externalId',
      'a.entered_on as enteredOn',
      'a.entered_by as enteredBy',
      'k.kind as counterKind',
      'k.made_on as counterOn',
      'k.reason as counterReason',
      'k.actor as counterBy',
      'k.replaced_by as replacedBy',
      'r.activity_id as replaces',
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof onRecord>['executeTakeFirstOrThrow']>>;

function asRecorded({
  bits,
  counterKind,
  counterOn,
  counterReason,
  counterBy,
  replacedBy,
  ...row
}: Row): RecordedActivity {
  const { activity, category, title, provider, completedOn, employedFrom, employedTo, hours, granted } = row;
  return {
    activity,
    category,
    title,
    provider,
    completedOn,
    employedFrom,
    employedTo,
    hours,
    granted,
    claimed: row.claimed,
    criteria: criteriaOf(bits),
    source: row.source,
    finding: row.finding,
    evidence: row.evidence,
    externalId: row.externalId,
    enteredOn: row.enteredOn,
    enteredBy: row.enteredBy,
    counter:
      counterKind === null
        ? null
        : {
            kind: counterKind,
            on: counterOn ?? '',
            reason: counterReason ?? '',
            by: counterBy ?? '',
            replacedBy,
          },
    replaces: row.replaces,
  };
}
