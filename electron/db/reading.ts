import type { ReadableDatabase } from './connection.ts';
import type { Write } from './transaction.ts';

/** What a question needs of a database. */
export type Reading = Pick<ReadableDatabase, 'kysely'>;

/** What a write reads before it decides: inside its own transaction, where it sees what it has written so far. */
export function readingIn(write: Write): Reading {
  // ReadonlyKysely is a narrower view of the very same transaction.
  return write as unknown as Reading;
}
