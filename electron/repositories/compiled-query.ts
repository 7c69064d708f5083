import type { CompiledQuery } from 'kysely';
import type { ReadonlyCompiledQuery, ReadonlyKysely } from 'kysely/readonly';
import type { ReadableDatabase } from '../db/connection.ts';
import type { Tables } from '../db/tables.ts';
import type { Write } from '../db/transaction.ts';

interface Compilable<Row> {
  compile(): CompiledQuery<Row>;
}

/** Stands for a parameter's value while a query is compiled. */
class Place {
  readonly index: number;

  constructor(index: number) {
    this.index = index;
  }
}

/**
 * A query that is compiled once, at its first run, for what is asked or written with every action: building a query costs several
 * times its run. Its parameters are column values and go into it as they are.
 * @throws Error at the first run for a query that leaves a parameter out, or reckons with one while it is built
 */
export function compiledRead<Parameters extends readonly unknown[], Row>(
  build: (kysely: ReadonlyKysely<Tables>, ...parameters: Parameters) => Compilable<Row>,
): (db: ReadableDatabase, ...parameters: Parameters) => Promise<readonly Row[]> {
  let filled: Filling<Row> | undefined;
  return async ({ kysely }, ...parameters) => {
    filled ??= filling((...places: Parameters) => build(kysely, ...places), parameters.length);
    // It was built by a Kysely that only reads.
    return (await kysely.executeQuery(filled(parameters) as ReadonlyCompiledQuery<Row>)).rows;
  };
}

/** The same for a query that writes. */
export function compiledWrite<Parameters extends readonly unknown[]>(
  build: (kysely: Write['kysely'], ...parameters: Parameters) => Compilable<unknown>,
): (write: Write, ...parameters: Parameters) => Promise<void> {
  let filled: Filling<unknown> | undefined;
  return async ({ kysely }, ...parameters) => {
    filled ??= filling((...places: Parameters) => build(kysely, ...places), parameters.length);
    await kysely.executeQuery(filled(parameters));
  };
}

type Filling<Row> = (values: readonly unknown[]) => CompiledQuery<Row>;

function filling<Parameters extends readonly unknown[], Row>(
  build: (...places: Parameters) => Compilable<Row>,
  count: number,
): Filling<Row> {
  const places = Array.from({ length: count }, (_, index) => new Place(index));
  // Kysely passes a column's value on without looking at it: a place goes through as the value would.
  const compiled = build(...(places as unknown as Parameters)).compile();
  if (!places.every((place) => compiled.parameters.includes(place)))
    throw new Error('A compiled query takes each of its parameters as it is.');
  return (values) => ({
    ...compiled,
    parameters: compiled.parameters.map((value) => (value instanceof Place ? values[value.index] : value)),
  });
}
