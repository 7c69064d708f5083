import type { CalendarDate } from '../../shared/domain/facts.ts';
import type { Lapse, LapseCause } from '../../shared/domain/standing.ts';
import type { ReadableDatabase } from '../db/connection.ts';
import type { Reading } from '../db/reading.ts';
import type { Write } from '../db/transaction.ts';
import { type MemberSelection, rowsOver, within } from './member-selection.ts';

/** A lapse that stands, by certification. */
export async function openLapses(
  db: ReadableDatabase,
  members: MemberSelection,
): Promise<ReadonlyMap<number, Lapse>> {
  const rows = await rowsOver(OPEN_LAPSES, db, members);
  return new Map(rows.map(({ id, cause, since }) => [id, { cause, since }]));
}

/** The lapse of one certification that stands, or null. */
export async function openLapseOf(db: Reading, certificationId: number): Promise<Lapse | null> {
  const row = await db.kysely
    .selectFrom('lapse')
    .select(['cause', 'since'])
    .where('certification_id', '=', certificationId)
    .where('lifted_on', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}

/** Marks a lapse. */
export async function markLapse(
  write: Write,
  certificationId: number,
  lapse: { cause: LapseCause; since: CalendarDate },
  on: CalendarDate,
): Promise<void> {
  await write.kysely
    .insertInto('lapse')
    .values({
      certification_id: certificationId,
      cause: lapse.cause,
      since: lapse.since,
      marked_on: on,
      lifted_on: null,
    })
    .execute();
}

/** Ends the lapse that stands, because the facts no longer give one. */
export async function liftLapse(write: Write, certificationId: number, on: CalendarDate): Promise<void> {
  await write.kysely
    .updateTable('lapse')
    .set({ lifted_on: on })
    .where('certification_id', '=', certificationId)
    .where('lifted_on', 'is', null)
    .execute();
}

const OPEN_LAPSES = (db: ReadableDatabase, members: MemberSelection) =>
  db.kysely
    .selectFrom('certification as c')
    .innerJoin('lapse as l', 'l.certification_id', 'c.id')
    .select(['l.certification_id as id', 'l.cause', 'l.since'])
    .where(within('c.member_id', members))
    .where('l.lifted_on', 'is', null);
