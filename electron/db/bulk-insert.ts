import type BetterSqlite3 from 'better-sqlite3';
import type { Insertable } from 'kysely';
import type { Tables } from './tables.ts';
import type { Write } from './transaction.ts';

/** A row as it is inserted; what the table makes by itself may be left out. */
export type NewRow<Table extends keyof Tables> = Insertable<Tables[Table]>;

type Column<Table extends keyof Tables> = keyof NewRow<Table> & string;

/** Rows in one statement: each run of a statement costs about as much as binding five columns. */
const ROWS_AT_ONCE = 20;

/**
 * Inserts many rows within the transaction of an action, by statements prepared once a connection. Every row gives every
 * column named.
 * @throws Error of SQLite when a constraint does not hold; the action rolls back.
 */
export function bulkInsert<Table extends keyof Tables, Name extends Column<Table>>(
  write: Write,
  table: Table,
  columns: readonly Name[],
  rows: readonly Pick<NewRow<Table>, Name>[],
): void {
  const { sqlite } = write.db;
  const whole = rows.length - (rows.length % ROWS_AT_ONCE);
  const many = statement(sqlite, table, columns, ROWS_AT_ONCE);
  for (let from = 0; from < whole; from += ROWS_AT_ONCE)
    many.run(values(columns, rows, from, from + ROWS_AT_ONCE));
  const one = statement(sqlite, table, columns, 1);
  for (let from = whole; from < rows.length; from++) one.run(values(columns, rows, from, from + 1));
}

function values<Name extends string>(
  columns: readonly Name[],
  rows: readonly Readonly<Record<Name, unknown>>[],
  from: number,
  to: number,
): unknown[] {
  const bound: unknown[] = [];
  for (let i = from; i < to; i++) {
    const row = rows[i];
    if (row !== undefined) for (const column of columns) bound.push(row[column]);
  }
  return bound;
}

type Insert = BetterSqlite3.Statement<unknown[]>;

const prepared = new WeakMap<BetterSqlite3.Database, Map<string, Insert>>();

function statement(
  sqlite: BetterSqlite3.Database,
  table: string,
  columns: readonly string[],
  rows: number,
): Insert {
  const known = prepared.get(sqlite) ?? new Map<string, Insert>();
  prepared.set(sqlite, known);
  const key = `${table} ${columns.join()} ${rows}`;
  const made = known.get(key) ?? sqlite.prepare<unknown[]>(insertSql(table, columns, rows));
  known.set(key, made);
  return made;
}

function insertSql(table: string, columns: readonly string[], rows: number): string {
  const names = columns.map((column) => `"${column}"`).join(', ');
  const row = `(${columns.map(() => '?').join(', ')})`;
  return `INSERT INTO "${table}" (${names}) VALUES ${Array(rows).fill(row).join(', ')}`;
}
