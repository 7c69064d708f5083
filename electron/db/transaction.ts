import type BetterSqlite3 from 'better-sqlite3';
import type { Transaction } from 'kysely';
import type { WritableDatabase } from './connection.ts';
import type { JournalEntry } from './journal.ts';
import { appendJournal } from './journal.ts';
import type { Tables } from './tables.ts';

/** One write: what it may use, and where it writes down what it did. */
export interface Write {
  readonly kysely: Transaction<Tables>;
  /** The same connection and transaction, for db/ alone. */
  readonly db: WritableDatabase;
  readonly actor: Actor;
  /** Adds an entry to the journal; a write without one is refused. */
  journal(entry: Omit<JournalEntry, 'at' | 'actor'>): void;
}

/** Who acts, and when. */
export interface Actor {
  readonly name: string;
  /** The instant of the action, ISO 8601 in UTC; taken by the caller, since nothing below reads a clock. */
  readonly at: string;
}

/**
 * Runs one action as one transaction with its journal entries. The action must not wait for anything but the database.
 * @throws what the action throws, after rolling everything back
 * @throws Error when the action changed something without a journal entry
 */
export async function write<T>(
  db: WritableDatabase,
  actor: Actor,
  action: (write: Write) => Promise<T> | T,
): Promise<T> {
  return db.kysely.transaction().execute(async (kysely) => {
    const entries: JournalEntry[] = [];
    const changesBefore = totalChanges(db);
    const result = await action({
      kysely,
      db,
      actor,
      journal: (entry) => entries.push({ at: actor.at, actor: actor.name, ...entry }),
    });
    if (entries.length === 0 && totalChanges(db) !== changesBefore)
      throw new Error('A write needs a journal entry.');
    appendJournal(db.sqlite, entries);
    return result;
  });
}

const prepared = new WeakMap<WritableDatabase, BetterSqlite3.Statement<[], number>>();

function totalChanges(db: WritableDatabase): number {
  let statement = prepared.get(db);
  if (statement === undefined) {
    statement = db.sqlite.prepare<[], number>('SELECT total_changes()').pluck();
    prepared.set(db, statement);
  }
  return statement.get() ?? 0;
}
