import type BetterSqlite3 from 'better-sqlite3';
import type { Insertable } from 'kysely';
import type { Tables } from './tables.ts';
import type { Write } from './transaction.ts';

/** A row as it is inserted; what the table makes by itself may be left out. */
export type NewRow<Table extends keyof Tables> = Insertable<Tables[Table]>;

type Column<Table extends keyof Tables> = keyof NewRow<Table> & string;

/**
 * Inserts many rows within the transaction of an action, by one prepared statement: the same text is prepared once a
 * connection. Every row gives every column named.
 * @throws Error of SQLite when a constraint does not hold; the action rolls back.
 */
export function bulkInsert<Table extends keyof Tables, Name extends Column<Table>>(
  write: Write,
  table: Table,
  columns: readonly Name[],
  rows: readonly Pick<NewRow<Table>, Name>[],
): void {
  const insert = statement(write.db.sqlite, table, columns);
  const values: unknown[] = new Array(columns.length);
  for (const row of rows) {
    for (let i = 0; i < columns.length; i++) {
      const column = columns[i];
      values[i] = column === undefined ? null : row[column];
    }
    insert.run(values);
  }
}

type Insert = BetterSqlite3.Statement<unknown[]>;

const prepared = new WeakMap<BetterSqlite3.Database, Map<string, Insert>>();

function statement(sqlite: BetterSqlite3.Database, table: string, columns: readonly string[]): Insert {
  const known = prepared.get(sqlite) ?? new Map<string, Insert>();
  prepared.set(sqlite, known);
  const places = columns.map(() => '?').join(', ');
  const sql = `INSERT INTO "${table}" (${columns.map((column) => `"${column}"`).join(', ')}) VALUES (${places})`;
  const statement = known.get(sql) ?? sqlite.prepare<unknown[]>(sql);
  known.set(sql, statement);
  return statement;
}
