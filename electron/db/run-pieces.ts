import type BetterSqlite3 from 'better-sqlite3';
import type { RunPieceTable } from './tables.ts';

export type PieceRow = RunPieceTable;

const INSERT = `INSERT INTO run_piece (run_id, position, member_id, channel, sheet, held_reason, held_detail, asked_cents, content)
  VALUES (@run_id, @position, @member_id, @channel, @sheet, @held_reason, @held_detail, @asked_cents, @content)`;

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
