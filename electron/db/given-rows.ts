import type BetterSqlite3 from 'better-sqlite3';

/** A notice given by a piece, as it goes into the table. */
export interface GivenRow {
  readonly run_id: string;
  readonly position: number;
  readonly certification_id: number;
  readonly step: string;
  readonly for_date: string;
}

const INSERT = `INSERT INTO notice_given (run_id, position, certification_id, step, for_date)
  VALUES (@run_id, @position, @certification_id, @step, @for_date)`;

const prepared = new WeakMap<BetterSqlite3.Database, BetterSqlite3.Statement<[GivenRow]>>();

/** Inserts many given notices with one prepared statement. */
export function insertGiven(sqlite: BetterSqlite3.Database, rows: readonly GivenRow[]): void {
  let statement = prepared.get(sqlite);
  if (statement === undefined) {
    statement = sqlite.prepare<[GivenRow]>(INSERT);
    prepared.set(sqlite, statement);
  }
  for (const row of rows) statement.run(row);
}

// Steps from run to run by the index: the table itself may hold millions of rows.
const DELETE_UNPUBLISHED = `WITH RECURSIVE had(run_id) AS (
    SELECT min(run_id) FROM notice_given
    UNION ALL SELECT (SELECT min(g.run_id) FROM notice_given g WHERE g.run_id > had.run_id) FROM had WHERE had.run_id IS NOT NULL)
  DELETE FROM notice_given WHERE run_id IN
    (SELECT run_id FROM had WHERE run_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM run WHERE run.id = had.run_id))`;

/** Deletes what preparations that were stopped have left; returns how many rows. */
export function deleteUnpublishedGiven(sqlite: BetterSqlite3.Database): number {
  return sqlite.prepare(DELETE_UNPUBLISHED).run().changes;
}
