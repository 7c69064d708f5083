import type BetterSqlite3 from 'better-sqlite3';

const prepared = new WeakMap<BetterSqlite3.Database, Map<string, BetterSqlite3.Statement>>();

/** A statement of the connection, prepared once; the texts come from this folder, so their number is small. */
export function statement<Parameters extends unknown[], Row>(
  sqlite: BetterSqlite3.Database,
  sql: string,
): BetterSqlite3.Statement<Parameters, Row> {
  let known = prepared.get(sqlite);
  if (known === undefined) {
    known = new Map();
    prepared.set(sqlite, known);
  }
  let found = known.get(sql);
  if (found === undefined) {
    found = sqlite.prepare(preparedOnce(sql));
    known.set(sql, found);
  }
  // The text decides what goes in and what comes out, as with prepare itself.
  return found as unknown as BetterSqlite3.Statement<Parameters, Row>;
}

/** Like `statement`, for one column: rows are its values. */
export function values<Parameters extends unknown[], Value>(
  sqlite: BetterSqlite3.Database,
  sql: string,
): BetterSqlite3.Statement<Parameters, Value> {
  return statement<Parameters, Value>(sqlite, sql).pluck();
}

/**
 * The text with a sign before each parameter. The planner looks at the value of a bare one, and SQLite then prepares the statement
 * anew for every other value, which costs several times what a lookup does; behind a sign it does not look.
 */
export function preparedOnce(sql: string): string {
  return sql.replace(/'[^']*'|\?|@\w+/g, (part) => (part.startsWith("'") ? part : `+${part}`));
}
