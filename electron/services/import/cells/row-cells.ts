import { hasCardNumber, maskCardNumbers } from '../../../../shared/domain/card-number.ts';
import { BadCell, type CellType, ofValue, tidy } from './cell.ts';

/** A cell that cannot be taken, and why. */
export interface CellProblem {
  readonly column: string;
  readonly value: string;
  readonly message: string;
}

/** Longest excerpt of a cell that is shown back. */
const SHOWN = 120;

/** The cells of one row by column of the contract; it collects what is wrong with them. */
export class RowCells {
  readonly #positions: ReadonlyMap<string, number>;
  #cells: readonly string[] = [];
  #problems: CellProblem[] = [];

  constructor(positions: ReadonlyMap<string, number>) {
    this.#positions = positions;
  }

  /** Starts on the next row. */
  turnTo(cells: readonly string[]): void {
    this.#cells = cells;
    this.#problems = [];
  }

  get problems(): readonly CellProblem[] {
    return this.#problems;
  }

  /** Whether the file has the column. */
  has(column: string): boolean {
    return this.#positions.has(column);
  }

  /** The value of a cell that must be filled; the type's blank where it is not, or is bad, which makes a problem. */
  need<T>(column: string, type: CellType<T>): T {
    const text = this.#text(column);
    if (text === '') this.refuse(column, 'is empty, but every row needs it');
    return text === '' || text === null ? type.blank : this.#read(column, text, type);
  }

  /** The value of a cell: undefined where the file lacks the column, the type's blank where the cell is empty. */
  take<T>(column: string, type: CellType<T>): T | undefined {
    const position = this.#positions.get(column);
    if (position === undefined) return undefined;
    const text = this.#text(column, position);
    return text === '' || text === null ? type.blank : this.#read(column, text, type);
  }

  /** The value of a cell, or undefined where the column is missing or the cell is empty. */
  filled<T>(column: string, type: CellType<T>): T | undefined {
    const text = this.#text(column);
    return text === '' || text === null ? undefined : this.#read(column, text, type);
  }

  /** `message` says of the value what is wrong: `is not a date`. */
  refuse(column: string, message: string): void {
    const value = this.shown(column);
    this.#problems.push({ column, value, message: ofValue(value, message) });
  }

  /** The cell as it may be shown: not too long, and no card number. */
  shown(column: string): string {
    const raw = this.#cells[this.#positions.get(column) ?? -1] ?? '';
    return shownValue(raw);
  }

  #text(column: string, position = this.#positions.get(column)): string | null {
    const raw = position === undefined ? '' : (this.#cells[position] ?? '');
    if (raw === '') return '';
    const text = tidy(raw);
    if (!(text instanceof BadCell)) return text;
    this.refuse(column, text.message);
    return null;
  }

  #read<T>(column: string, text: string, type: CellType<T>): T {
    if (text.length >= 13 && hasCardNumber(text) && !isWorldPhone(column, text)) {
      this.refuse(column, 'looks like a card number; none may be kept: remove it');
      return type.blank;
    }
    const value = type.read(text);
    if (!(value instanceof BadCell)) return value;
    this.refuse(column, value.message);
    return type.blank;
  }
}

/** A cell's text as it may be shown back; a copy, so that it does not keep the file's text in memory. */
export function shownValue(raw: string): string {
  const masked = maskCardNumbers(raw);
  return Buffer.from(masked.length > SHOWN ? `${masked.slice(0, SHOWN)}…` : masked).toString();
}

/** Phone numbers of other countries can have 13 digits and more. */
function isWorldPhone(column: string, text: string): boolean {
  return column === 'phone' && text.startsWith('+');
}
