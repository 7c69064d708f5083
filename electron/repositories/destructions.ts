import type { CalendarDate } from '../../shared/domain/facts.ts';
import type { DestroyedDocument, DueDocument, KeptArrival, KeptPart } from '../../shared/domain/retention.ts';
import type { Reading } from '../db/reading.ts';
import type { Write } from '../db/transaction.ts';

/** Puts an action that destroys documents on record, before any byte is touched. @returns its id */
export async function addDestruction(
  { kysely, actor }: Write,
  order: { readonly on: CalendarDate; readonly approvedBy: string; readonly note: string },
  documents: readonly DueDocument[],
): Promise<number> {
  const { id } = await kysely
    .insertInto('destruction')
    .values({
      destroyed_on: order.on,
      actor: actor.name,
      approved_by: order.approvedBy,
      note: order.note,
      at: actor.at,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  for (const { document, sha256, bytes, type, pages, arrivals, parts, until } of documents)
    await kysely
      .insertInto('destroyed_document')
      .values({
        destruction_id: id,
        document_id: document,
        sha256,
        bytes,
        type,
        pages,
        arrivals: JSON.stringify(arrivals),
        parts: JSON.stringify(parts),
        kept_from: until.from,
        policy: until.policy,
        years: until.years,
        due_on: until.dueOn,
      })
      .execute();
  return id;
}

/** A document whose bytes are still to go. */
export interface Unfinished {
  readonly id: number;
  readonly destruction: number;
  readonly sha256: string;
}

/** Documents that are on the log and whose bytes are still to go, the first first. */
export async function unfinishedDestructions(db: Reading): Promise<readonly Unfinished[]> {
  return db.kysely
    .selectFrom('destroyed_document')
    .select(['id', 'destruction_id as destruction', 'sha256'])
    .where('gone_at', 'is', null)
    .orderBy('id')
    .execute();
}

/** Whether the bytes of a document on the log are still to go. */
export async function hasUnfinishedDestructions(db: Reading): Promise<boolean> {
  return (await unfinishedDestructions(db)).length > 0;
}

/** Notes that the bytes are gone, or what else they are kept for. */
export async function noteGone({ kysely, actor }: Write, id: number, keptFor: string | null): Promise<void> {
  await kysely
    .updateTable('destroyed_document')
    .set({ gone_at: actor.at, bytes_kept_for: keptFor })
    .where('id', '=', id)
    .execute();
}

/** Where the destruction of a document stands that did not come again since; null where it was not destroyed. */
export async function destructionOf(
  db: Reading,
  document: number,
): Promise<{ readonly id: number; readonly on: CalendarDate; readonly gone: boolean } | null> {
  const row = await db.kysely
    .selectFrom('destroyed_document as x')
    .innerJoin('destruction as s', 's.id', 'x.destruction_id')
    .select(['x.id', 's.destroyed_on as on', 'x.gone_at'])
    .where('x.document_id', '=', document)
    .where('x.came_again_at', 'is', null)
    .executeTakeFirst();
  return row === undefined ? null : { id: row.id, on: row.on, gone: row.gone_at !== null };
}

/** Notes that the very same bytes came in again: the document lives anew. */
export async function noteCameAgain({ kysely, actor }: Write, id: number): Promise<void> {
  await kysely
    .updateTable('destroyed_document')
    .set({ came_again_at: actor.at })
    .where('id', '=', id)
    .execute();
}

/** Hashes of the documents that were destroyed and did not come again. */
export async function destroyedHashes(db: Reading): Promise<ReadonlySet<string>> {
  const rows = await db.kysely
    .selectFrom('destroyed_document')
    .select('sha256')
    .where('came_again_at', 'is', null)
    .execute();
  return new Set(rows.map(({ sha256 }) => sha256));
}

/** Of those, the hashes whose bytes are said to be gone. */
export async function hashesGone(db: Reading): Promise<readonly string[]> {
  const rows = await db.kysely
    .selectFrom('destroyed_document')
    .select('sha256')
    .where('came_again_at', 'is', null)
    .where('gone_at', 'is not', null)
    .where('bytes_kept_for', 'is', null)
    .execute();
  return rows.map(({ sha256 }) => sha256);
}

/** Which lines of the log: of one action, or of all; the last first unless in their order. */
export interface LogQuery {
  readonly destruction: number | null;
  readonly inOrder?: boolean;
  readonly offset: number;
  readonly limit: number;
}

/** The destruction log. */
export async function destructionLog(
  db: Reading,
  { destruction, inOrder = false, offset, limit }: LogQuery,
): Promise<{ readonly total: number; readonly rows: readonly DestroyedDocument[] }> {
  let all = db.kysely
    .selectFrom('destroyed_document as x')
    .innerJoin('destruction as s', 's.id', 'x.destruction_id');
  if (destruction !== null) all = all.where('s.id', '=', destruction);
  const { total } = await all.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await all
    .selectAll('x')
    .select(['s.destroyed_on', 's.actor', 's.approved_by', 's.note'])
    .orderBy('x.id', inOrder ? 'asc' : 'desc')
    .offset(offset)
    .limit(limit)
    .execute();
  return {
    total,
    rows: rows.map((row) => ({
      destruction: row.destruction_id,
      document: row.document_id,
      sha256: row.sha256,
      bytes: row.bytes,
      type: row.type,
      pages: row.pages,
      // Only addDestruction writes the two.
      arrivals: JSON.parse(row.arrivals) as readonly KeptArrival[],
      parts: JSON.parse(row.parts) as readonly KeptPart[],
      until: { from: row.kept_from, policy: row.policy, years: row.years, dueOn: row.due_on },
      destroyedOn: row.destroyed_on,
      actor: row.actor,
      approvedBy: row.approved_by,
      note: row.note,
      goneAt: row.gone_at,
      bytesKeptFor: row.bytes_kept_for,
      cameAgainAt: row.came_again_at,
    })),
  };
}
