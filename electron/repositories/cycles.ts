import type { CalendarDate } from '../../shared/domain/facts.ts';
import type { ReadableDatabase } from '../db/connection.ts';
import type { Write } from '../db/transaction.ts';
import { type MemberSelection, rowsOver, within } from './member-selection.ts';

/** A cycle that was rolled, as recorded. Points; dates inclusive. */
export interface RecordedRoll {
  readonly certificationId: number;
  readonly start: CalendarDate;
  readonly end: CalendarDate;
  readonly required: number;
  readonly counted: number;
  readonly attested: boolean;
}

/** The starts of the cycles already recorded as rolled, per certification. */
export async function rolledStarts(
  db: ReadableDatabase,
  members: MemberSelection,
): Promise<ReadonlyMap<number, ReadonlySet<CalendarDate>>> {
  const rows = await rowsOver(ROLLS, db, members);
  const starts = new Map<number, Set<CalendarDate>>();
  for (const { id, start } of rows) {
    const known = starts.get(id);
    if (known === undefined) starts.set(id, new Set([start]));
    else known.add(start);
  }
  return starts;
}

/** Records rolls; a cycle rolls once. */
export async function recordRolls(
  write: Write,
  rolls: readonly RecordedRoll[],
  on: CalendarDate,
): Promise<void> {
  if (rolls.length === 0) return;
  const rows = rolls.map((roll) => ({
    certification_id: roll.certificationId,
    cycle_start: roll.start,
    cycle_end: roll.end,
    points_required: roll.required,
    points_counted: roll.counted,
    attested: roll.attested ? (1 as const) : (0 as const),
    rolled_on: on,
  }));
  for (let i = 0; i < rows.length; i += ROWS_AT_A_TIME)
    await write.kysely
      .insertInto('rolled_cycle')
      .values(rows.slice(i, i + ROWS_AT_A_TIME))
      .execute();
}

// Seven columns a row; the same text is prepared once when batches are of one size.
const ROWS_AT_A_TIME = 100;

const ROLLS = (db: ReadableDatabase, members: MemberSelection) =>
  db.kysely
    .selectFrom('certification as c')
    .innerJoin('rolled_cycle as r', 'r.certification_id', 'c.id')
    .select(['r.certification_id as id', 'r.cycle_start as start'])
    .where(within('c.member_id', members));
