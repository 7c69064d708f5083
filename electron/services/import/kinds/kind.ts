import { createHash } from 'node:crypto';
import type { CalendarDate } from '../../../../shared/domain/facts.ts';
import type { ImportKind } from '../../../../shared/domain/import.ts';
import type { Policy } from '../../../../shared/domain/policy.ts';
import type { ReadableDatabase } from '../../../db/connection.ts';
import type { AttachedRows, StagedValue } from '../../../db/import/staging.ts';
import type { RowCells } from '../cells/row-cells.ts';

export type RowOutcome = 'added' | 'updated' | 'unchanged';

/** Why a row that is good by itself cannot go into this office. */
export class RowRefusal {
  readonly column: string;
  /** What is to be said of the column's value: `is no member’s number`. */
  readonly message: string;

  constructor(column: string, message: string) {
    this.column = column;
    this.message = message;
  }
}

/** What an update changed: the values before and after, of the fields that differ. */
export interface RowChange {
  readonly of: string;
  readonly before: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>>;
}

/** What applying a row did. */
export interface AppliedRow {
  readonly outcome: RowOutcome;
  readonly change?: RowChange;
}

/** What an import decides by, the same for all its rows; kept with the staged rows, so that a resumed import decides alike. */
export interface ImportSettings {
  readonly kind: ImportKind;
  /** The day of the import. */
  readonly today: CalendarDate;
}

/** Where rows are looked up and put: prepared statements of one connection. */
export interface RowTarget<Row> {
  /** What applying the row would do; nothing is written. */
  check(row: Row, key: string): RowOutcome | RowRefusal;
  /** Does it, inside the caller's transaction, by what the office holds by now. */
  apply(row: Row, key: string, importId: number): AppliedRow | RowRefusal;
  /**
   * Adds all new rows of a range at once, inside the caller's transaction; only for kinds with columns of their own.
   * @returns how many
   * @throws Error of SQLite where one of them cannot be added
   */
  addAll?(rows: AttachedRows, importId: number): number;
}

/** The columns in which a kind's rows wait, so that new ones go into the office by SQL alone. */
export interface StagedColumns<Row> {
  readonly names: readonly string[];
  values(row: Row): readonly StagedValue[];
  /** The row that `values` was made from. */
  row(memberNo: string, values: readonly StagedValue[]): Row;
}

/**
 * How one kind of file is read and put into the office. `Row` is plain JSON; undefined = the file does not say. Rows wait as
 * JSON where a kind has no columns of its own.
 */
export interface KindOfImport<Row extends { readonly memberNo: string }> {
  readonly kind: ImportKind;
  /** Reads a row; what is wrong with it is in `cells.problems`. */
  read(cells: RowCells, settings: ImportSettings): Row;
  /**
   * What the row is about. Of rows that may rightly be the same (two cash payments on one day), the nth in the file is
   * the nth thing: `ordinal` counts from 1.
   */
  key(row: Row, ordinal: number): string;
  /** Whether rows with the same content are separate things. */
  repeats(row: Row): boolean;
  /** Something else that only one row may have, and its column. */
  rival?(row: Row): { readonly column: string; readonly key: string } | null;
  readonly columns?: StagedColumns<Row>;
  target(db: ReadableDatabase, policy: Policy, settings: ImportSettings): RowTarget<Row>;
}

/** A key that any text fits in, the same for the same parts. */
export function keyOf(...parts: readonly (string | number | null)[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 32);
}

/** The fields in which two records of the same shape differ, or null where they are the same. */
export function changeBetween<T extends object>(of: string, before: T, after: T): RowChange | null {
  const differing = (Object.keys(after) as (keyof T & string)[]).filter(
    (field) => before[field] !== after[field],
  );
  if (differing.length === 0) return null;
  const pick = (record: T) => Object.fromEntries(differing.map((field) => [field, record[field]]));
  return { of, before: pick(before), after: pick(after) };
}
