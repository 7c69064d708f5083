import type { CalendarDate } from '../../shared/domain/facts.ts';
import type { FeedContent, FeedOrigin, FeedRow, FeedRowState, FeedState } from '../../shared/domain/feed.ts';
import type { Reading } from '../db/reading.ts';
import type { Write } from '../db/transaction.ts';
import { fullName } from './facts.ts';

/** A row of the feed as stored, without suggestions. */
export interface StoredFeedRow extends Omit<FeedRow, 'suggestions'> {
  readonly key: string;
  readonly activity: number | null;
}

/** The file with these bytes. @returns whether it is new: its first taking */
export async function feedFile(
  write: Write,
  file: { readonly name: string; readonly sha256: string; readonly origin: FeedOrigin },
  on: CalendarDate,
): Promise<{ readonly id: number; readonly isNew: boolean }> {
  const known = await write.kysely
    .selectFrom('feed_file')
    .select('id')
    .where('sha256', '=', file.sha256)
    .executeTakeFirst();
  if (known !== undefined) return { id: known.id, isNew: false };
  const { id } = await write.kysely
    .insertInto('feed_file')
    .values({ ...file, taken_on: on, taken_by: write.actor.name })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { id, isNew: true };
}

export interface FeedRowToAdd {
  readonly file: number;
  readonly row: number;
  readonly key: string;
  readonly content: FeedContent;
  /** null = it waits. */
  readonly activity: number | null;
  readonly why: string;
}

export async function addFeedRow(write: Write, toAdd: FeedRowToAdd): Promise<void> {
  await write.kysely
    .insertInto('feed_row')
    .values({
      file_id: toAdd.file,
      row: toAdd.row,
      key: toAdd.key,
      content: JSON.stringify(toAdd.content),
      state: toAdd.activity === null ? 'waiting' : 'recorded',
      why: toAdd.why,
      activity_id: toAdd.activity,
      settled_on: null,
      settled_by: null,
    })
    .execute();
}

/** What a waiting row says by now, as a later file brought it. */
export async function refreshFeedRow(
  write: Write,
  id: number,
  to: Pick<FeedRowToAdd, 'content' | 'activity' | 'why'>,
): Promise<void> {
  await write.kysely
    .updateTable('feed_row')
    .set({
      content: JSON.stringify(to.content),
      state: to.activity === null ? 'waiting' : 'recorded',
      why: to.why,
      activity_id: to.activity,
    })
    .where('id', '=', id)
    .execute();
}

/** Settles a waiting row by hand, or puts it back into the queue. */
export async function settleFeedRow(
  write: Write,
  id: number,
  to: {
    readonly state: FeedRowState;
    readonly why: string;
    readonly activity: number | null;
    /** null = it waits again. */
    readonly on: CalendarDate | null;
  },
): Promise<void> {
  await write.kysely
    .updateTable('feed_row')
    .set({
      state: to.state,
      why: to.why,
      activity_id: to.activity,
      settled_on: to.on,
      settled_by: to.on === null ? null : write.actor.name,
    })
    .where('id', '=', id)
    .execute();
}

/** The row with this key; null where none has come yet. */
export async function feedRowByKey(db: Reading, key: string): Promise<StoredFeedRow | null> {
  const row = await stored(db).where('f.key', '=', key).executeTakeFirst();
  return row === undefined ? null : asStored(row);
}

export async function feedRowById(db: Reading, id: number): Promise<StoredFeedRow | null> {
  const row = await stored(db).where('f.id', '=', id).executeTakeFirst();
  return row === undefined ? null : asStored(row);
}

/** The rows in a state, the oldest first while they wait, else the newest. */
export async function feedRowsIn(
  db: Reading,
  state: FeedRowState,
  offset: number,
  limit: number,
): Promise<{ readonly total: number; readonly rows: readonly StoredFeedRow[] }> {
  const total = await countRows(db, state);
  const rows = await stored(db)
    .where('f.state', '=', state)
    .orderBy('f.id', state === 'waiting' ? 'asc' : 'desc')
    .offset(offset)
    .limit(limit)
    .execute();
  return { total, rows: rows.map(asStored) };
}

export async function countRows(db: Reading, state: FeedRowState): Promise<number> {
  const { total } = await db.kysely
    .selectFrom('feed_row')
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .where('state', '=', state)
    .executeTakeFirstOrThrow();
  return total;
}

/** The files taken last, with what became of their rows. */
export async function feedFiles(db: Reading, limit: number): Promise<FeedState['files']> {
  const rows = await db.kysely
    .selectFrom('feed_file as f')
    .leftJoin('feed_row as r', 'r.file_id', 'f.id')
    .select((eb) => [
      'f.id',
      'f.name',
      'f.taken_on as takenOn',
      'f.taken_by as takenBy',
      'f.origin',
      eb.fn.count<number>('r.id').as('rows'),
      eb.fn.sum<number>(eb.case().when('r.state', '=', 'recorded').then(1).else(0).end()).as('recorded'),
      eb.fn.sum<number>(eb.case().when('r.state', '=', 'waiting').then(1).else(0).end()).as('waiting'),
    ])
    .groupBy('f.id')
    .orderBy('f.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ id: _, ...file }) => file);
}

/** Those of some members whose e-mail address it is, whatever its case. */
export async function withEmail(
  db: Reading,
  memberNos: readonly string[],
  email: string,
): Promise<readonly { readonly memberNo: string; readonly name: string }[]> {
  if (memberNos.length === 0) return [];
  const rows = await db.kysely
    .selectFrom('member')
    .select(['member_no as memberNo', 'first_name', 'middle_name', 'last_name', 'suffix', 'email'])
    .where('member_no', 'in', memberNos)
    .execute();
  return rows
    .filter((row) => row.email.toLowerCase() === email.toLowerCase())
    .map((row) => ({ memberNo: row.memberNo, name: fullName(row) }));
}

/** A member's name by number; null where there is none. */
export async function memberNamed(db: Reading, memberNo: string): Promise<string | null> {
  const row = await db.kysely
    .selectFrom('member')
    .select(['first_name', 'middle_name', 'last_name', 'suffix'])
    .where('member_no', '=', memberNo)
    .executeTakeFirst();
  return row === undefined ? null : fullName(row);
}

function stored(db: Reading) {
  return db.kysely
    .selectFrom('feed_row as f')
    .innerJoin('feed_file as file', 'file.id', 'f.file_id')
    .leftJoin('activity as a', 'a.id', 'f.activity_id')
    .leftJoin('member as m', 'm.id', 'a.member_id')
    .select([
      'f.id',
      'file.name as file',
      'f.row',
      'f.key',
      'f.content',
      'f.state',
      'f.why',
      'f.activity_id as activity',
      'f.settled_on as settledOn',
      'f.settled_by as settledBy',
      'm.member_no',
      'm.first_name',
      'm.middle_name',
      'm.last_name',
      'm.suffix',
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof stored>['executeTakeFirstOrThrow']>>;

function asStored({
  member_no,
  first_name,
  middle_name,
  last_name,
  suffix,
  content,
  ...row
}: Row): StoredFeedRow {
  const name = {
    first_name: first_name ?? '',
    middle_name: middle_name ?? '',
    last_name: last_name ?? '',
    suffix: suffix ?? '',
  };
  return {
    ...row,
    // Written by this file alone, from a FeedContent.
    content: JSON.parse(content) as FeedContent,
    member: member_no === null ? null : { memberNo: member_no, name: fullName(name) },
  };
}
