import { hash as hashOf } from 'node:crypto';
import type BetterSqlite3 from 'better-sqlite3';

/** What is written down about one action, in the same transaction as the action itself. */
export interface JournalEntry {
  /** Instant, ISO 8601 in UTC. */
  readonly at: string;
  /** Who did it. */
  readonly actor: string;
  /** e.g. `fee.invoiced`. */
  readonly action: string;
  /** Kind of thing it was done to: `member`, `certification`, `run`, `import`, `office`, … */
  readonly subject: string;
  /** Member number, run id, … as people know it. */
  readonly subjectId: string;
  /** Before and after, or what else tells the change; plain JSON. */
  readonly detail: unknown;
}

export const GENESIS_HASH = '0'.repeat(64);

interface LastRow {
  readonly seq: number;
  readonly hash: string;
}

/** Appends entries to the hash chain. Call inside the transaction of the action. */
export function appendJournal(sqlite: BetterSqlite3.Database, entries: readonly JournalEntry[]): void {
  const { last, insert } = statements(sqlite);
  let { seq, hash } = last.get() ?? { seq: 0, hash: GENESIS_HASH };
  for (const entry of entries) {
    const detail = JSON.stringify(entry.detail ?? null);
    const prevHash = hash;
    seq += 1;
    hash = entryHash(
      prevHash,
      seq,
      entry.at,
      entry.actor,
      entry.action,
      entry.subject,
      entry.subjectId,
      detail,
    );
    insert.run(
      seq,
      entry.at,
      entry.actor,
      entry.action,
      entry.subject,
      entry.subjectId,
      detail,
      prevHash,
      hash,
    );
  }
}

/** SHA-256 over the previous hash and the entry's fields, as a JSON array: any change or gap breaks the chain. */
export function entryHash(prevHash: string, seq: number, ...fields: readonly string[]): string {
  return hashOf('sha256', JSON.stringify([prevHash, seq, ...fields]), 'hex');
}

/** A journal entry as stored. */
export interface JournalRow {
  readonly seq: number;
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  readonly subject_id: string;
  readonly detail: string;
  readonly prev_hash: string;
  readonly hash: string;
}

type Insert = [number, string, string, string, string, string, string, string, string];

interface Statements {
  readonly last: BetterSqlite3.Statement<[], LastRow>;
  readonly insert: BetterSqlite3.Statement<Insert>;
}

const prepared = new WeakMap<BetterSqlite3.Database, Statements>();

function statements(sqlite: BetterSqlite3.Database): Statements {
  const known = prepared.get(sqlite);
  if (known !== undefined) return known;
  const made: Statements = {
    last: sqlite.prepare('SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1'),
    insert: sqlite.prepare('INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)'),
  };
  prepared.set(sqlite, made);
  return made;
}
