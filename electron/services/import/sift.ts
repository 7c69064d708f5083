import { describeRejected, type RejectedRow } from '../../../shared/domain/import.ts';
import type { Staging } from '../../db/import/staging.ts';
import { ofValue } from './cells/cell.ts';
import { type CellProblem, RowCells } from './cells/row-cells.ts';
import type { CsvFile, NumberedRecord } from './file/csv-file.ts';
import type { Header } from './header.ts';
import { type RowOutcome, RowRefusal } from './kinds/kind.ts';
import type { ReadRow, Rows } from './kinds/rows.ts';

/** What becomes of a row. */
export type Sifted = RowOutcome | RejectedRow;

/** Sifts the rows of a file: reads each, checks it against the office and the rows before it, and stages the good ones. */
export class Sift {
  readonly #csv: CsvFile;
  readonly #positions: ReadonlyMap<string, number>;
  readonly #cells: RowCells;
  readonly #rows: Rows;
  readonly #staging: Staging;
  readonly #headerLine: string;
  /** How often a row that may repeat has come, from the second time on. */
  readonly #ordinals = new Map<string, number>();

  constructor(csv: CsvFile, header: Header, rows: Rows, staging: Staging) {
    this.#csv = csv;
    this.#positions = header.positions;
    this.#cells = new RowCells(header.positions);
    this.#rows = rows;
    this.#staging = staging;
    this.#headerLine = JSON.stringify(csv.header);
  }

  row(record: NumberedRecord): Sifted {
    const misshapen = this.#misshapen(record);
    if (misshapen !== null) return { row: record.row, column: '', value: '', message: misshapen };
    this.#cells.turnTo(record.cells);
    const read = this.#rows.read(this.#cells);
    if (this.#cells.problems.length > 0) return this.#rejected(record.row, this.#cells.problems);
    return this.#stage(record.row, read);
  }

  #stage(row: number, read: ReadRow): Sifted {
    for (let ordinal = 1; ; ) {
      const key = read.key(ordinal);
      const outcome = read.check(key);
      if (outcome instanceof RowRefusal) return this.#refused(row, outcome);
      const staged = {
        row,
        key,
        memberNo: read.memberNo,
        content: read.content,
        values: read.values,
        pending: outcome !== 'unchanged',
        isNew: outcome === 'added',
      };
      const clash = this.#staging.add({ ...staged, rival: read.rival?.key ?? null });
      if (clash === null) return outcome;
      if (clash.sameKey === undefined) {
        const earlier = clash.sameRival?.row;
        const message = `is the same as in row ${earlier}, which is about something else`;
        return this.#refused(row, new RowRefusal(read.rival?.column ?? '', message));
      }
      if (!read.repeats) {
        if (sayTheSame(clash.sameKey, read)) return 'unchanged';
        const message = `is in row ${clash.sameKey.row} too, with other values; keep the right one`;
        return this.#refused(row, new RowRefusal('member_no', message));
      }
      ordinal = (this.#ordinals.get(read.content) ?? 1) + 1;
      this.#ordinals.set(read.content, ordinal);
    }
  }

  /** Why the record as such cannot be a row of the list, or null. */
  #misshapen({ cells, fault, unfinished }: NumberedRecord): string | null {
    const { header } = this.#csv;
    if (fault !== null) return `in this row ${fault}; write a quotation mark inside a cell twice`;
    if (cells.length < header.length) {
      const count = `this row has ${cells.length} of ${header.length} columns`;
      return unfinished
        ? `${count} and the file ends there: it seems to be cut off; export it again, whole`
        : `${count}; the last are missing: ${header.slice(cells.length).join(', ')}`;
    }
    if (cells.slice(header.length).some((cell) => cell.trim() !== ''))
      return `this row has ${cells.length} columns, but the header has ${header.length}; put a cell with the delimiter in it between quotation marks`;
    if (
      cells[0]?.trim() === header[0] &&
      JSON.stringify(cells.map((cell) => cell.trim())) === this.#headerLine
    )
      return 'this row repeats the header; two files seem to have been joined, remove this row';
    return null;
  }

  #refused(row: number, { column, message }: RowRefusal): RejectedRow {
    const value = this.#cells.shown(column);
    return { row, column, value, message: ofValue(value, message) };
  }

  /** The problem furthest left counts; the others are told in its message. */
  #rejected(row: number, problems: readonly CellProblem[]): RejectedRow {
    const place = ({ column }: CellProblem) => this.#positions.get(column) ?? 0;
    const [first, ...others] = problems.toSorted((a, b) => place(a) - place(b));
    const also = others.map(({ column, message }) => `; also ${column}: ${message}`).join('');
    return { row, column: '', value: '', ...first, message: `${first?.message ?? ''}${also}` };
  }
}

type Said = Pick<ReadRow, 'content' | 'values'>;

function sayTheSame(a: Said, b: Said): boolean {
  return a.content === b.content && a.values.every((value, index) => value === b.values[index]);
}

/** The reason as it stands in the errors file. */
export function reasonOf(rejected: RejectedRow): string {
  return describeRejected(rejected).replace(/^Row \d+[,:] /, '');
}
