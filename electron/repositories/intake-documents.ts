import { basename, dirname } from 'node:path';
import type { DocumentType, IntakeChannel } from '../../shared/domain/intake.ts';
import type { Reading } from '../db/reading.ts';
import type { Write } from '../db/transaction.ts';

/** A document that came in. */
export interface IntakeDocument {
  readonly id: number;
  readonly sha256: string;
  readonly type: DocumentType;
  /** Whether its pages were read, or found unreadable. */
  readonly read: boolean;
  readonly pages: number | null;
}

/** The document with this hash; null where none came yet. */
export async function documentBySha256(db: Reading, sha256: string): Promise<IntakeDocument | null> {
  const row = await documents(db).where('sha256', '=', sha256).executeTakeFirst();
  return row === undefined ? null : toDocument(row);
}

/** The document with this id; null where there is none. */
export async function documentById(db: Reading, id: number): Promise<IntakeDocument | null> {
  const row = await documents(db).where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : toDocument(row);
}

/** Documents that are kept but were not read yet, the first that came first. */
export async function unreadDocuments(db: Reading): Promise<readonly IntakeDocument[]> {
  const rows = await documents(db).where('read_at', 'is', null).orderBy('id').execute();
  return rows.map(toDocument);
}

function documents(db: Reading) {
  return db.kysely.selectFrom('intake_document').select(['id', 'sha256', 'type', 'read_at', 'pages']);
}

function toDocument({
  read_at: readAt,
  ...document
}: Awaited<ReturnType<ReturnType<typeof documents>['execute']>>[number]): IntakeDocument {
  return { ...document, read: readAt !== null };
}

/** How a document came. */
export interface Arrival {
  readonly name: string;
  readonly channel: IntakeChannel;
  readonly on: string;
  /** Where it lay in the scan folder, and when it was last written, in whole milliseconds. */
  readonly lay: { readonly path: string; readonly modifiedMs: number } | null;
}

/** Puts a document on record that is in the store already. @returns its id */
export async function addDocument(
  write: Write,
  document: { readonly sha256: string; readonly bytes: number; readonly type: DocumentType },
): Promise<number> {
  const { id } = await write.kysely
    .insertInto('intake_document')
    .values(document)
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function addArrival(
  write: Write,
  document: number,
  { name, channel, on, lay }: Arrival,
): Promise<void> {
  await write.kysely
    .insertInto('intake_arrival')
    .values({
      document_id: document,
      name,
      channel,
      received_on: on,
      received_at: write.actor.at,
      received_by: write.actor.name,
      path: lay?.path ?? null,
      modified_ms: lay?.modifiedMs ?? null,
    })
    .execute();
}

/** Puts on record what was read of a document: its pages, or why it has none. */
export async function addReading(
  write: Write,
  document: number,
  reading:
    | {
        readonly pages: readonly {
          readonly codes: readonly string[];
          readonly damaged: boolean;
          readonly blank: boolean;
        }[];
      }
    | { readonly unreadable: string },
): Promise<void> {
  const pages = 'pages' in reading ? reading.pages : [];
  for (const [at, page] of pages.entries())
    await write.kysely
      .insertInto('intake_page')
      .values({
        document_id: document,
        page: at + 1,
        codes: JSON.stringify(page.codes),
        damaged: page.damaged ? 1 : 0,
        blank: page.blank ? 1 : 0,
      })
      .execute();
  await write.kysely
    .updateTable('intake_document')
    .set({
      read_at: write.actor.at,
      pages: 'pages' in reading ? pages.length : null,
      unreadable: 'pages' in reading ? null : reading.unreadable,
    })
    .where('id', '=', document)
    .execute();
}

/** Every document that came in, for `verify`. */
export async function intakeDocumentsOnRecord(
  db: Reading,
): Promise<readonly { readonly sha256: string; readonly what: string }[]> {
  const rows = await db.kysely
    .selectFrom('intake_document as d')
    .innerJoin('intake_arrival as a', 'a.document_id', 'd.id')
    .select((eb) => ['d.sha256', 'a.name', eb.fn.min('a.id').as('first')])
    .groupBy('d.id')
    .execute();
  return rows.map(({ sha256, name }) => ({ sha256, what: `${name}, taken in` }));
}

/** Every file that was taken from a scan folder, as `<name> <size> <last written in ms>`: what tells one from another of its name. */
export async function takenFrom(db: Reading, folder: string): Promise<ReadonlySet<string>> {
  // All paths that go on from the folder's own, by the index.
  const rows = await db.kysely
    .selectFrom('intake_arrival as a')
    .innerJoin('intake_document as d', 'd.id', 'a.document_id')
    .select(['a.path', 'a.modified_ms', 'd.bytes'])
    .where('a.path', '>', folder)
    .where('a.path', '<', `${folder}\u{10ffff}`)
    .execute();
  return new Set(
    rows
      .filter(({ path }) => path !== null && dirname(path) === folder)
      .map(({ path, bytes, modified_ms: modifiedMs }) => `${basename(path ?? '')} ${bytes} ${modifiedMs}`),
  );
}
