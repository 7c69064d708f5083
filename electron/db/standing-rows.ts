import type BetterSqlite3 from 'better-sqlite3';
import type { StandingTable } from './tables.ts';

const COLUMNS = [
  'certification_id',
  'as_of',
  'status',
  'bound_by_ccp',
  'cycle_start',
  'cycle_end',
  'points_required',
  'points_counted',
  'points_outstanding',
  'attested',
  'next_due_on',
  'owed_cents',
  'oldest_unpaid_due_on',
  'lapse_cause',
  'lapse_since',
  'exam_only',
  'points_attention',
  'audit_open',
  'roll_blocked',
] as const satisfies readonly (keyof StandingTable)[];

const prepared = new WeakMap<BetterSqlite3.Database, BetterSqlite3.Statement<[StandingTable]>>();

/** Writes standings in place of what was there; SQLite's own upsert, for many rows at a time. */
export function putStandings(sqlite: BetterSqlite3.Database, rows: readonly StandingTable[]): void {
  let statement = prepared.get(sqlite);
  if (statement === undefined) {
    statement = sqlite.prepare<[StandingTable]>(
      `INSERT OR REPLACE INTO standing (${COLUMNS.join(', ')}) VALUES (${COLUMNS.map((column) => `@${column}`).join(', ')})`,
    );
    prepared.set(sqlite, statement);
  }
  for (const row of rows) statement.run(row);
}

/** Whether two rows say the same, whenever they were evaluated. */
export function sameStanding(a: StandingTable, b: StandingTable): boolean {
  return COLUMNS.every((column) => column === 'as_of' || a[column] === b[column]);
}
