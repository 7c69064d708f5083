import type { ReactNode } from 'react';

/** One column of a table over rows that come page by page. */
export interface TableColumn<Row> {
  /** Stable: what is remembered about the column is kept under it; a sortable column's id is what the question sorts by. */
  readonly id: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** Pixels it needs at least. */
  readonly width: number;
  /** Its share of the room that is left; 0 where it never grows. */
  readonly grow: number;
  /** Numbers and money stand at the end, with figures that line up. */
  readonly align?: 'end';
  readonly sortable?: boolean;
  /** Cannot be taken off. */
  readonly always?: boolean;
  /** Off until someone wants it. */
  readonly offAtFirst?: boolean;
}

export interface TableSort<By extends string = string> {
  readonly by: By;
  readonly descending: boolean;
}

/** Rows that someone picked, by id, in the order of picking. */
export type Selection<Row> = ReadonlyMap<string, Row>;
