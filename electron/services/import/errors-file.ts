import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { maskCardNumbers } from '../../../shared/domain/card-number.ts';
import type { Delimiter } from '../../../shared/domain/import.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { ADDED_COLUMNS, isAdded } from './header.ts';

const BUFFERED = 64 * 1024;

/**
 * The rows that were rejected, as a CSV file to correct and import again: the columns of the file in their order, then `row` and
 * `error`. UTF-8 with a byte order mark, which Excel needs to see the accents.
 *
 * Unlike what the office exports to others, cells are not neutralised against being calculated: they are the office's own,
 * come from a file it has opened already, and must come back unchanged when the corrected rows are imported. Only card
 * numbers are masked.
 */
export class ErrorsFile {
  readonly #file: string;
  readonly #partial: string;
  readonly #delimiter: Delimiter;
  readonly #handle: number;
  /** Positions of the file's own columns, without those that an earlier errors file has added. */
  readonly #kept: readonly number[];
  readonly #width: number;
  #text = '\ufeff';

  /** @throws StandingError `errors-file` when it cannot be written */
  constructor(file: string, header: readonly string[], delimiter: Delimiter) {
    this.#file = file;
    this.#partial = `${file}.part`;
    this.#delimiter = delimiter;
    this.#width = header.length;
    this.#kept = header.flatMap((name, position) => (isAdded(name) ? [] : [position]));
    this.#handle = this.#try(() => openSync(this.#partial, 'w'));
    this.#line([...this.#kept.map((position) => header[position] ?? ''), ...ADDED_COLUMNS]);
  }

  /** `cells` as in the file; those beyond the header's columns come after the reason, so that nothing is lost. */
  add(row: number, cells: readonly string[], reason: string): void {
    const own = this.#kept.map((position) => cells[position] ?? '');
    this.#line([...own, String(row), reason, ...cells.slice(this.#width)].map(maskCardNumbers));
    if (this.#text.length > BUFFERED) this.#flush();
  }

  /** Puts the whole file in its place. */
  finish(): void {
    this.#flush();
    this.#try(() => {
      fsyncSync(this.#handle);
      closeSync(this.#handle);
      renameSync(this.#partial, this.#file);
    });
  }

  discard(): void {
    closeSync(this.#handle);
    rmSync(this.#partial, { force: true });
  }

  #line(cells: readonly string[]): void {
    this.#text += `${cells.map((cell) => quoted(cell, this.#delimiter)).join(this.#delimiter)}\r\n`;
  }

  #flush(): void {
    const text = this.#text;
    this.#text = '';
    this.#try(() => writeSync(this.#handle, text));
  }

  #try<T>(action: () => T): T {
    try {
      return action();
    } catch (error) {
      throw new StandingError(
        'errors-file',
        `The file for the rejected rows, ${this.#file}, cannot be written (${error instanceof Error ? error.message : error}).`,
        'Name another file with --errors, or close the program that has it open; nothing was changed.',
        { cause: error },
      );
    }
  }
}

function quoted(cell: string, delimiter: Delimiter): string {
  return /["\r\n]/.test(cell) || cell.includes(delimiter) || cell !== cell.trim()
    ? `"${cell.replaceAll('"', '""')}"`
    : cell;
}
