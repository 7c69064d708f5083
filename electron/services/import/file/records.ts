import type { Delimiter } from '../../../../shared/domain/import.ts';

/** One record of a CSV file. */
export interface CsvRecord {
  readonly cells: readonly string[];
  /** Set where quotes are not as RFC 4180 wants them, so that the cells may not be what was meant. */
  readonly fault: string | null;
}

/** Characters; no row of an office's lists has more. Beyond it, a quote that is never closed may be swallowing the file. */
export const LONGEST_RECORD = 1_000_000;

/** The records that are complete with one piece of a file, and what keeps the rest from being one. */
export interface Fed {
  readonly records: readonly CsvRecord[];
  /** Whether a quote is still open at the end of the file. */
  readonly unclosed: boolean;
  /** Where the next record goes on beyond all measure: its longest cell, counted from 1. */
  readonly tooLong: number | null;
}

interface Parsed extends CsvRecord {
  readonly next: number;
}

/**
 * Cuts text into records as RFC 4180 says, fed piece by piece. Lines may end in CRLF, LF or CR. More lenient than the
 * RFC where the meaning is plain: a quote inside an unquoted cell stands for itself, spaces may precede an opening quote.
 *
 * Written here because most lines hold no quote, and those are cut by the engine's own `split`, some ten times
 * faster than a general parser; the tests hold it to csv-parse's answers.
 */
export class CsvRecords {
  readonly #delimiter: Delimiter;
  #rest = '';

  constructor(delimiter: Delimiter) {
    this.#delimiter = delimiter;
  }

  /** Whether the text so far ends inside a quoted cell or an unfinished line. */
  get pending(): boolean {
    return this.#rest !== '';
  }

  feed(piece: string, last: boolean): Fed {
    const text = this.#rest === '' ? piece : this.#rest + piece;
    const records: CsvRecord[] = [];
    const line = new Marks(text);
    let at = 0;
    while (at < text.length) {
      const end = line.endFrom(at, last);
      if (end !== null && !line.quoteBetween(at, end)) {
        records.push({ cells: text.slice(at, end).split(this.#delimiter), fault: null });
        at = afterBreak(text, end);
        continue;
      }
      const quoted = line.quoteBetween(at, text.length) ? this.#quoted(text, at, last) : null;
      if (quoted === null) break;
      records.push(quoted);
      at = quoted.next;
    }
    this.#rest = text.slice(at);
    const unclosed = this.#rest !== '' && last;
    const tooLong = !unclosed && this.#rest.length > LONGEST_RECORD ? this.#longestCell(this.#rest) : null;
    return { records, unclosed, tooLong };
  }

  /** Of a record that is not complete. */
  #longestCell(text: string): number {
    const lengths: number[] = [];
    for (let i = 0; i <= text.length; i++) {
      const opening = skipSpaces(text, i);
      const cell = text[opening] === '"' ? closing(text, opening + 1, true) : { next: i };
      const end = cell === null ? text.length : this.#endOfBare(text, cell.next);
      lengths.push(end - i);
      i = end;
    }
    return lengths.indexOf(Math.max(...lengths)) + 1;
  }

  /** The record at `at` that has quotes in it, or null where it is not complete. */
  #quoted(text: string, at: number, last: boolean): Parsed | null {
    const cells: string[] = [];
    let fault: string | null = null;
    for (let i = at; ; i++) {
      const opening = skipSpaces(text, i);
      if (text[opening] === '"') {
        const cell = closing(text, opening + 1, last);
        if (cell === null) return null;
        i = this.#endOfBare(text, cell.next);
        if (i > cell.next && text.slice(cell.next, i).trim() !== '')
          fault ??= `a quote closes in the middle of cell ${cells.length + 1}`;
        cells.push(cell.value + text.slice(cell.next, i).trimEnd());
      } else {
        const end = this.#endOfBare(text, i);
        cells.push(text.slice(i, end));
        i = end;
      }
      if (i >= text.length) return last ? { cells, fault, next: i } : null;
      if (text[i] === this.#delimiter) continue;
      if (text[i] === '\r' && i + 1 === text.length && !last) return null;
      return { cells, fault, next: afterBreak(text, i) };
    }
  }

  #endOfBare(text: string, from: number): number {
    for (let i = from; i < text.length; i++) {
      const c = text[i];
      if (c === this.#delimiter || c === '\n' || c === '\r') return i;
    }
    return text.length;
  }
}

/** The text of a quoted cell from after its opening quote, with doubled quotes as one; null where it does not end. */
function closing(text: string, from: number, last: boolean): { value: string; next: number } | null {
  let value = '';
  for (let start = from; ; ) {
    const quote = text.indexOf('"', start);
    if (quote === -1 || (quote + 1 === text.length && !last)) return null;
    if (text[quote + 1] !== '"') return { value: value + text.slice(start, quote), next: quote + 1 };
    value += text.slice(start, quote + 1);
    start = quote + 2;
  }
}

function skipSpaces(text: string, from: number): number {
  let i = from;
  while (text[i] === ' ') i++;
  return i;
}

function afterBreak(text: string, end: number): number {
  return text[end] === '\r' && text[end + 1] === '\n' ? end + 2 : end + 1;
}

/** Remembers where the next line feed, carriage return and quote are, so that each is looked for once. */
class Marks {
  readonly #text: string;
  #lineFeed = -1;
  #carriageReturn = -1;
  #quote = -1;

  constructor(text: string) {
    this.#text = text;
  }

  /** Where the line at `at` ends, or null where that cannot be told yet. */
  endFrom(at: number, last: boolean): number | null {
    const none = this.#text.length;
    if (this.#lineFeed < at) this.#lineFeed = this.#find('\n', at);
    if (this.#carriageReturn < at) this.#carriageReturn = this.#find('\r', at);
    const end = Math.min(this.#lineFeed, this.#carriageReturn);
    if (last) return end;
    return end === none || (end === this.#carriageReturn && end + 1 === none) ? null : end;
  }

  quoteBetween(from: number, to: number): boolean {
    if (this.#quote < from) this.#quote = this.#find('"', from);
    return this.#quote < to;
  }

  #find(mark: string, from: number): number {
    const at = this.#text.indexOf(mark, from);
    return at === -1 ? this.#text.length : at;
  }
}
