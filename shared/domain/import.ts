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

/** What a look at a CSV file shows before anything is imported. */
export interface ImportInspection {
  readonly file: string;
  readonly encoding: TextEncoding;
  readonly delimiter: ',' | ';' | '\t';
  /** Best guess; null where no kind's required columns are there. */
  readonly kind: ImportKind | null;
  /** Columns of the file in their order, and what each is taken for; null = not recognised. */
  readonly columns: readonly { readonly header: string; readonly column: string | null }[];
  /** Required columns of the kind that no header gives. */
  readonly missing: readonly string[];
  readonly sample: readonly (readonly string[])[];
}

export interface RejectedRow {
  /** As a spreadsheet counts: the header is row 1. */
  readonly row: number;
  readonly column: string;
  readonly value: string;
  readonly message: string;
}

export interface ImportReport {
  readonly rows: number;
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  /** At most the first 10,000; the errors file has them all. */
  readonly rejected: readonly RejectedRow[];
  readonly rejectedCount: number;
  /** Whether anything was (or, in a dry run, would be) written. */
  readonly applied: boolean;
  /** Sentences worth knowing: the encoding, ignored columns. */
  readonly notices: readonly string[];
}
