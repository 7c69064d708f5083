import type { CycleDates } from '../../shared/domain/certification-years.ts';
import type { CountedActivity, MetBy, SnapshotValue } from '../../shared/domain/cycles.ts';
import type { CalendarDate } from '../../shared/domain/facts.ts';
import type { ReadableDatabase } from '../db/connection.ts';
import type { Write } from '../db/transaction.ts';
import { type MemberSelection, rowsOver, within } from './member-selection.ts';

/** A cycle that rolls, as it is recorded. Points; dates inclusive. */
export interface RollToRecord extends CycleDates {
  readonly certificationId: number;
  readonly required: number;
  readonly counted: number;
  readonly attested: boolean;
  readonly metBy: MetBy;
  readonly values: readonly SnapshotValue[];
  readonly activities: readonly CountedActivity[];
}

/** A roll on record. */
export interface RecordedRoll extends CycleDates {
  readonly id: number;
}

/** The rolls on record that were not taken back, per certification. */
export async function recordedRolls(
  db: ReadableDatabase,
  members: MemberSelection,
): Promise<ReadonlyMap<number, readonly RecordedRoll[]>> {
  const rows = await rowsOver(ROLLS, db, members);
  const rolls = new Map<number, RecordedRoll[]>();
  for (const { certificationId, ...roll } of rows) {
    const known = rolls.get(certificationId);
    if (known === undefined) rolls.set(certificationId, [roll]);
    else known.push(roll);
  }
  return rolls;
}

/** Records rolls with their decisions; a cycle rolls once. */
export async function recordRolls(
  write: Write,
  rolls: readonly RollToRecord[],
  on: CalendarDate,
): Promise<void> {
  if (rolls.length === 0) return;
  const snapshots = await snapshotIds(
    write,
    rolls.map(({ values }) => JSON.stringify(values)),
  );
  const rows = rolls.map((roll) => ({
    certification_id: roll.certificationId,
    cycle_start: roll.start,
    cycle_end: roll.end,
    points_required: roll.required,
    points_counted: roll.counted,
    attested: roll.attested ? (1 as const) : (0 as const),
    rolled_on: on,
    met_by: roll.metBy,
    snapshot_id: snapshots.get(JSON.stringify(roll.values)) ?? null,
    activities: JSON.stringify(roll.activities.map(({ activity, points }) => [activity, points])),
  }));
  for (let i = 0; i < rows.length; i += ROWS_AT_A_TIME)
    await write.kysely
      .insertInto('rolled_cycle')
      .values(rows.slice(i, i + ROWS_AT_A_TIME))
      .execute();
}

// Ten columns a row; the same text is prepared once when batches are of one size.
const ROWS_AT_A_TIME = 100;

/** The ids of sets of values, which are kept once each. */
async function snapshotIds(write: Write, texts: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const ids = new Map<string, number>();
  for (const used of new Set(texts)) {
    const known = await write.kysely
      .selectFrom('policy_snapshot')
      .select('id')
      .where('used', '=', used)
      .executeTakeFirst();
    const added =
      known ??
      (await write.kysely
        .insertInto('policy_snapshot')
        .values({ used })
        .returning('id')
        .executeTakeFirstOrThrow());
    ids.set(used, added.id);
  }
  return ids;
}

/** A roll on record with its decision, and its reopening where it was taken back. */
export interface RollOnRecord extends RecordedRoll {
  readonly certificationId: number;
  readonly required: number;
  readonly counted: number;
  readonly attested: boolean;
  readonly rolledOn: CalendarDate;
  /** null: taken over without its decision. */
  readonly decided: {
    readonly metBy: MetBy;
    readonly values: readonly SnapshotValue[];
    readonly activities: readonly CountedActivity[];
  } | null;
  readonly reopening: {
    readonly on: CalendarDate;
    readonly citation: string;
    readonly reason: string;
    readonly allowedBy: string;
    readonly actor: string;
  } | null;
}

/** Every roll of a member on record, oldest first, those taken back included. */
export async function rollsOfMember(
  db: ReadableDatabase,
  memberId: number,
): Promise<readonly RollOnRecord[]> {
  const rows = await db.kysely
    .selectFrom('certification as c')
    .innerJoin('rolled_cycle as r', 'r.certification_id', 'c.id')
    .leftJoin('policy_snapshot as p', 'p.id', 'r.snapshot_id')
    .selectAll('r')
    .select('p.used')
    .where('c.member_id', '=', memberId)
    .orderBy('r.cycle_start')
    .orderBy('r.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    certificationId: row.certification_id,
    start: row.cycle_start,
    end: row.cycle_end,
    required: row.points_required,
    counted: row.points_counted,
    attested: row.attested === 1,
    rolledOn: row.rolled_on,
    decided:
      row.met_by === null || row.used === null || row.activities === null
        ? null
        : {
            metBy: row.met_by,
            // Written by recordRolls alone.
            values: JSON.parse(row.used) as readonly SnapshotValue[],
            activities: (JSON.parse(row.activities) as readonly (readonly [number, number])[]).map(
              ([activity, points]) => ({ activity, points }),
            ),
          },
    reopening:
      row.reopened_on === null
        ? null
        : {
            on: row.reopened_on,
            citation: row.reopened_citation ?? '',
            reason: row.reopened_reason ?? '',
            allowedBy: row.reopened_allowed_by ?? '',
            actor: row.reopened_actor ?? '',
          },
  }));
}

/** Takes a roll back; it stays on record beside its reopening. */
export async function reopenRoll(
  write: Write,
  roll: number,
  reopening: NonNullable<RollOnRecord['reopening']>,
): Promise<void> {
  await write.kysely
    .updateTable('rolled_cycle')
    .set({
      reopened_on: reopening.on,
      reopened_citation: reopening.citation,
      reopened_reason: reopening.reason,
      reopened_allowed_by: reopening.allowedBy,
      reopened_actor: reopening.actor,
    })
    .where('id', '=', roll)
    .where('reopened_on', 'is', null)
    .execute();
}

const ROLLS = (db: ReadableDatabase, members: MemberSelection) =>
  db.kysely
    .selectFrom('certification as c')
    .innerJoin('rolled_cycle as r', 'r.certification_id', 'c.id')
    .select(['r.certification_id as certificationId', 'r.id', 'r.cycle_start as start', 'r.cycle_end as end'])
    .where(within('c.member_id', members))
    .where('r.reopened_on', 'is', null);
