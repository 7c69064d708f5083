import type BetterSqlite3 from 'better-sqlite3';
import { entryHash, GENESIS_HASH, type JournalRow } from './journal.ts';

/** The tables of a database, virtual ones' own tables included. */
export function tableNames(sqlite: BetterSqlite3.Database): readonly string[] {
  return sqlite
    .prepare<[], string>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name",
    )
    .pluck()
    .all();
}

/** What SQLite finds wrong with a table and its indexes; empty where nothing is. */
export function integrityProblems(sqlite: BetterSqlite3.Database, table: string): readonly string[] {
  const found = sqlite
    .prepare<[], string>(`PRAGMA integrity_check("${table.replaceAll('"', '""')}")`)
    .pluck()
    .all();
  return found.filter((line) => line !== 'ok');
}

/** Rows that refer to rows that are not there. */
export function brokenReferences(sqlite: BetterSqlite3.Database): number {
  return sqlite.prepare('PRAGMA foreign_key_check').all().length;
}

/**
 * Fees whose paid amount is not the sum of what payments were allocated to them, payments or remittances used beyond their amount, and
 * certifications that owe another sum by the ledger than their fees do.
 */
export function unbalancedMoney(sqlite: BetterSqlite3.Database): number {
  const fees = sqlite
    .prepare<[], number>(
      `SELECT count(*) FROM annual_fee f WHERE f.paid_cents <>
        ifnull((SELECT sum(a.amount_cents) FROM payment_allocation a WHERE a.annual_fee_id = f.id), 0)
        - ifnull((SELECT sum(r.amount_cents) FROM allocation_release r WHERE r.annual_fee_id = f.id), 0)`,
    )
    .pluck()
    .get();
  const payments = sqlite
    .prepare<[], number>(
      'SELECT (SELECT count(*) FROM payment_credit WHERE cents < 0) + (SELECT count(*) FROM remittance_unassigned WHERE cents < 0)',
    )
    .pluck()
    .get();
  const recertifications = sqlite
    .prepare<[], number>(
      `SELECT count(*) FROM recertification_fee f WHERE f.paid_cents <> ifnull((SELECT sum(a.amount_cents)
        FROM recertification_allocation a WHERE a.recertification_fee_id = f.id AND a.released_on IS NULL), 0)`,
    )
    .pluck()
    .get();
  return (fees ?? 0) + (payments ?? 0) + (recertifications ?? 0) + owedOtherwise(sqlite);
}

function owedOtherwise(sqlite: BetterSqlite3.Database): number {
  const found = sqlite
    .prepare<[], number>(
      `SELECT count(*) FROM (SELECT sum(cents) AS difference FROM (
        SELECT certification_id, cents FROM ledger WHERE debit = 'receivable'
        UNION ALL SELECT certification_id, -cents FROM ledger WHERE credit = 'receivable'
        UNION ALL SELECT certification_id, paid_cents - amount_cents FROM annual_fee WHERE voided_on IS NULL AND waived = 0
        UNION ALL SELECT certification_id, paid_cents - amount_cents FROM recertification_fee WHERE voided_on IS NULL
      ) GROUP BY certification_id) WHERE difference <> 0`,
    )
    .pluck()
    .get();
  return found ?? 0;
}

/** How far the journal's chain was followed. */
export interface ChainState {
  readonly entries: number;
  readonly lastHash: string;
  /** The first entry that breaks the chain, or null. */
  readonly brokenAt: number | null;
  readonly finished: boolean;
}

export const CHAIN_START: ChainState = {
  entries: 0,
  lastHash: GENESIS_HASH,
  brokenAt: null,
  finished: false,
};

/** Follows the chain by at most so many entries more. */
export function followChain(sqlite: BetterSqlite3.Database, from: ChainState, most: number): ChainState {
  const rows = sqlite
    .prepare<[number, number], JournalRow>('SELECT * FROM journal WHERE seq > ? ORDER BY seq LIMIT ?')
    .all(from.entries, most);
  let { entries, lastHash } = from;
  for (const row of rows) {
    entries += 1;
    const hash = entryHash(
      lastHash,
      entries,
      row.at,
      row.actor,
      row.action,
      row.subject,
      row.subject_id,
      row.detail,
    );
    if (row.seq !== entries || row.prev_hash !== lastHash || row.hash !== hash)
      return { entries, lastHash, brokenAt: row.seq, finished: true };
    lastHash = hash;
  }
  return { entries, lastHash, brokenAt: null, finished: rows.length < most };
}

/** Follows the whole chain at once: how many entries it has, and the first that breaks it, or null. */
export function checkJournal(sqlite: BetterSqlite3.Database): Pick<ChainState, 'entries' | 'brokenAt'> {
  return followChain(sqlite, CHAIN_START, Number.MAX_SAFE_INTEGER);
}
