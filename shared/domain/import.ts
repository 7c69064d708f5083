import type { ErrorShape } from '../ipc/errors.ts';

/** The kinds of CSV files an office hands over, in the order in which they are imported. */
export const IMPORT_KINDS = [
  'members',
  'certifications',
  'fees',
  'payments',
  'activities',
  'attestations',
] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

export type TextEncoding = 'UTF-8' | 'UTF-16' | 'Windows-1252';
export type Delimiter = ',' | ';' | '\t';

/** Header as in the file → column of the contract; null = ignore that column. */
export type ColumnMapping = Readonly<Record<string, string | null>>;

/** A column of the file and what it is taken for. */
export interface InspectedColumn {
  readonly header: string;
  /** The column of the contract it is taken for; null = not recognised, so ignored. */
  readonly column: string | null;
  /** What an unrecognised header probably means, for the person to confirm; nothing is mapped by it alone. */
  readonly suggestion: string | null;
}

/** What a look at a CSV file shows before anything is imported. */
export interface ImportInspection {
  readonly file: string;
  readonly encoding: TextEncoding;
  readonly byteOrderMark: boolean;
  readonly delimiter: Delimiter;
  /** Best guess, or what was asked for; null where no kind's required columns are there or suggested. */
  readonly kind: ImportKind | null;
  /** Columns of the file in their order, and what each is taken for. */
  readonly columns: readonly InspectedColumn[];
  /** Required columns of the kind that no header gives. */
  readonly missing: readonly string[];
  /** Every column the kind has, for mapping by hand; empty where the kind is not known. */
  readonly known: readonly { readonly column: string; readonly required: boolean }[];
  /** The first 20 rows as they are, what looks like a card number masked. */
  readonly sample: readonly (readonly string[])[];
  /** Sentences worth knowing: the encoding, ignored columns. */
  readonly notices: readonly string[];
}

/** A row that cannot be imported: its first bad cell, and in the message what else is wrong with it. */
export interface RejectedRow {
  /** As a spreadsheet counts: the header is row 1, blank rows count, a row with line breaks in a cell is one row. */
  readonly row: number;
  /** Column of the contract; empty where the whole row is meant. */
  readonly column: string;
  /** As in the file; what looks like a card number is masked. */
  readonly value: string;
  /** What is wrong with it, in a sentence that quotes the value, and what to do. */
  readonly message: string;
}

/** What an import, or its dry run, did or would do. */
export interface ImportReport {
  /** Rows with anything in them, below the header; always added + updated + unchanged + rejectedCount when applied. */
  readonly rows: number;
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  /** At most the first 10,000; the errors file has them all. */
  readonly rejected: readonly RejectedRow[];
  readonly rejectedCount: number;
  /** Whether anything was (or, in a dry run, would be) written. */
  readonly applied: boolean;
  /** Set when bad rows kept everything from being imported: nothing was changed, and added and updated are 0. */
  readonly refusal: ErrorShape | null;
  /** Sentences worth knowing: the encoding, ignored columns. */
  readonly notices: readonly string[];
}

/** `Row 5, certified_on: “2023-02-30” is no day of the calendar; …` */
export function describeRejected({ row, column, message }: RejectedRow): string {
  return `Row ${row}${column === '' ? '' : `, ${column}`}: ${message}`;
}
