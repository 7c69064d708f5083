import { type CompiledQuery, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { ReadonlyCompiledQuery } from 'kysely/readonly';
import type { ReadableDatabase } from '../db/connection.ts';

/** A run of member ids, both ends inside. */
export interface MemberRange {
  readonly first: number;
  readonly last: number;
}

/** Some members: a run of ids, or the ids themselves (a few hundred at most). */
export type MemberSelection = MemberRange | { readonly ids: readonly number[] };

/** The condition that a column names one of the members. */
export function within(column: string, members: MemberSelection): RawBuilder<SqlBool> {
  if ('ids' in members) return sql<SqlBool>`${sql.ref(column)} in (${sql.join(members.ids)})`;
  return sql<SqlBool>`${sql.ref(column)} between ${members.first} and ${members.last}`;
}

/** A query over some members whose only parameters are those of `within`. */
export type MemberQuery<Row> = (
  db: ReadableDatabase,
  members: MemberSelection,
) => { compile(): CompiledQuery<Row>; execute(): Promise<Row[]> };

const compiledQueries = new WeakMap<object, CompiledQuery<unknown>>();

/**
 * The rows of a query over some members. Over a run of ids it is compiled once and run with other ids from then on: going through a
 * whole office asks the same few questions a thousand times.
 * @throws Error for a query with parameters of its own
 */
export async function rowsOver<Row>(
  query: MemberQuery<Row>,
  db: ReadableDatabase,
  members: MemberSelection,
): Promise<readonly Row[]> {
  if ('ids' in members) return query(db, members).execute();
  const compiled = compiledQueries.get(query) ?? compile(query, db, members);
  // It was compiled from this very query, which selects rows of this type.
  const own = { ...compiled, parameters: [members.first, members.last] } as ReadonlyCompiledQuery<Row>;
  return (await db.kysely.executeQuery(own)).rows;
}

function compile<Row>(
  query: MemberQuery<Row>,
  db: ReadableDatabase,
  members: MemberRange,
): CompiledQuery<Row> {
  const compiled = query(db, members).compile();
  const [first, last, ...more] = compiled.parameters;
  if (first !== members.first || last !== members.last || more.length > 0) {
    throw new Error('A query over members takes no parameters of its own.');
  }
  compiledQueries.set(query, compiled);
  return compiled;
}
