import type { Delimiter } from '../../../../shared/domain/import.ts';
import { StandingError } from '../../../../shared/ipc/errors.ts';
import type { Work } from '../../../jobs/work.ts';
import { findDelimiter } from './delimiter.ts';
import { pieces } from './pieces.ts';
import { type CsvRecord, CsvRecords, LONGEST_RECORD } from './records.ts';
import { emptyFile, type ScannedFile, scanFile, truncated } from './scan.ts';

/** A CSV file that has been looked through once. */
export interface CsvFile extends ScannedFile {
  readonly delimiter: Delimiter;
  readonly header: readonly string[];
}

/** A record with its row number as a spreadsheet counts. */
export interface NumberedRecord extends CsvRecord {
  readonly row: number;
  /** Whether it is the file's last record and no line end follows it. */
  readonly unfinished: boolean;
}

/** Records that were complete with one piece of the file. */
export interface Batch {
  readonly records: readonly NumberedRecord[];
  /** Bytes read so far. */
  readonly bytes: number;
}

/**
 * Scans the file and finds its delimiter and header.
 * @throws StandingError as scanFile, and `import-empty` for a file of blank lines, `import-cell-too-long`
 */
export async function openCsv(file: string, work: Work): Promise<CsvFile> {
  const scanned = await scanFile(file, work);
  const delimiter = findDelimiter(await beginning(scanned));
  const csv = { ...scanned, delimiter, header: [] };
  for await (const { records } of batches(csv)) {
    const first = records[0];
    if (first !== undefined) return { ...csv, header: first.cells.map((cell) => cell.trim()) };
  }
  throw emptyFile(file);
}

/**
 * All records of the file but blank ones, header included.
 * @throws StandingError `import-truncated` when a quote is never closed, `import-cell-too-long`, `import-unreadable`
 */
export async function* batches(csv: CsvFile): AsyncGenerator<Batch> {
  const decoder = new TextDecoder(csv.label);
  const reader = new CsvRecords(csv.delimiter);
  let bytes = 0;
  let row = 0;
  // One piece behind, so that the last one is known to be the last.
  let text = '';
  const batch = (piece: string, last: boolean): Batch => {
    const { records, unclosed, tooLong } = reader.feed(piece, last);
    const endsWithBreak = /[\r\n]$/.test(piece);
    const numbered: NumberedRecord[] = [];
    for (const [index, record] of records.entries()) {
      row += 1;
      if (record.cells.every((cell) => cell === '')) continue;
      const unfinished = last && !endsWithBreak && index === records.length - 1;
      numbered.push({ ...record, row, unfinished });
    }
    if (unclosed) throw unclosedQuote(csv.file, row + 1);
    if (tooLong !== null) throw cellTooLong(csv, row + 1, tooLong);
    return { records: numbered, bytes };
  };
  for await (const piece of pieces(csv.file)) {
    const next = withoutSeparatorLine(decoder.decode(piece, { stream: true }), bytes === 0);
    if (text !== '') yield batch(text, false);
    text = next;
    bytes += piece.length;
  }
  yield batch(text + decoder.decode(), true);
}

/** Excel's first line that only names the delimiter, `sep=;`: no row of the list, nor of the spreadsheet. */
const SEPARATOR_LINE = /^sep=[,;\t]\r?\n?/i;

function withoutSeparatorLine(text: string, first: boolean): string {
  return first ? text.replace(SEPARATOR_LINE, '') : text;
}

async function beginning(scanned: ScannedFile): Promise<string> {
  for await (const piece of pieces(scanned.file))
    return new TextDecoder(scanned.label).decode(piece, { stream: true });
  return '';
}

function unclosedQuote(file: string, row: number): StandingError {
  return truncated(file, `inside the quotation mark that row ${row} opens and nothing closes`);
}

function cellTooLong({ file, header }: CsvFile, row: number, column: number): StandingError {
  const name = header[column - 1];
  const which = `row ${row}, column ${column}${name === undefined ? '' : ` (${name})`}`;
  return new StandingError(
    'import-cell-too-long',
    `The cell in ${which} of ${file} is too long: the row has more than ${LONGEST_RECORD.toLocaleString('en-US')} characters.`,
    'Shorten it, or close its quotation mark if it should end earlier; nothing was changed.',
  );
}
