import type BetterSqlite3 from 'better-sqlite3';
import type { Selectable } from 'kysely';
import type { RunPieceTable } from './run-tables.ts';

export type PieceRow = Selectable<RunPieceTable>;

const INSERT = `INSERT INTO run_piece (run_id, position, member_id, channel, sheet, held_reason, held_detail, asked_cents, content,
    email_copy, audit_letter_id)
  VALUES (@run_id, @position, @member_id, @channel, @sheet, @held_reason, @held_detail, @asked_cents, @content, @email_copy,
    @audit_letter_id)`;

const prepared = new WeakMap<BetterSqlite3.Database, BetterSqlite3.Statement<[PieceRow]>>();

/** Inserts many pieces with one prepared statement. */
export function insertPieces(sqlite: BetterSqlite3.Database, rows: readonly PieceRow[]): void {
  let statement = prepared.get(sqlite);
  if (statement === undefined) {
    statement = sqlite.prepare<[PieceRow]>(INSERT);
    prepared.set(sqlite, statement);
  }
  for (const row of rows) statement.run(row);
}

/** The last line of a sheet's address: the town's, or the country's abroad. */
export interface LastAddressLine {
  readonly sheet: number;
  readonly line: string;
}

/** Those of all sheets of a run, in sheet order, read out of what the pieces say. */
export function lastLines(sqlite: BetterSqlite3.Database, run: string): readonly LastAddressLine[] {
  return sqlite
    .prepare<[string], LastAddressLine>(
      `SELECT sheet, content ->> '$.addressLines[#-1]' AS line FROM run_piece
       WHERE run_id = ? AND sheet IS NOT NULL ORDER BY sheet`,
    )
    .all(run);
}
