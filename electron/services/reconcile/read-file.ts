import { hasCardNumber, maskCardNumbers } from '../../../shared/domain/card-number.ts';
import type { CertificationCode, PaymentMethod } from '../../../shared/domain/codes.ts';
import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type { ReceiptField } from '../../../shared/domain/receipt-columns.ts';
import type { ReceiptSource } from '../../../shared/domain/receipts.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import type { Work } from '../../jobs/work.ts';
import { BadCell, ofValue, tidy } from '../import/cells/cell.ts';
import { isRounded, ROUNDED } from '../import/cells/text.ts';
import { batches, type CsvFile } from '../import/file/csv-file.ts';
import { certificationIn, methodOf, movementOf, receivedOn, signedCents } from './cells.ts';
import type { FieldPositions } from './columns.ts';

/** A line that moves money: in, or, with negative cents, back. */
export interface MoneyLine {
  readonly kind: 'money';
  readonly row: number;
  /** The transaction's own number. */
  readonly transaction: string;
  readonly receivedOn: CalendarDate;
  /** Not zero. */
  readonly cents: number;
  readonly method: PaymentMethod;
  readonly memberNo: string;
  readonly name: string;
  readonly code: CertificationCode | '';
  readonly cheque: string;
  readonly stub: string;
  /** The transaction that it takes back; empty where the file does not say. */
  readonly original: string;
}

/** A line that moves none, or cannot be read. */
export interface OtherLine extends Pick<MoneyLine, 'row' | 'method' | 'memberNo' | 'name' | 'code'> {
  readonly kind: 'unpaid' | 'refused';
  readonly transaction: string;
  readonly receivedOn: CalendarDate | null;
  readonly cents: number | null;
  readonly why: string;
}

export type ReadLine = MoneyLine | OtherLine;

export interface ReadFile {
  readonly lines: readonly ReadLine[];
  /** Headers of columns that are not read but hold what looks like card numbers. */
  readonly cardColumns: readonly string[];
}

/** A payment file longer than this is none. */
const MOST_LINES = 100_000;
/** As much of a cell as a line keeps. */
const LONGEST = 120;

interface Reading {
  readonly source: ReceiptSource;
  readonly positions: FieldPositions;
  readonly today: CalendarDate;
}

/** Reads every line of a payment file. @throws StandingError as `batches`, and `receipt-too-long` */
export async function readLines(csv: CsvFile, reading: Reading, work: Work): Promise<ReadFile> {
  const lines: ReadLine[] = [];
  const read = new Set(reading.positions.values());
  const cards = new Set<number>();
  let header = true;
  for await (const { records } of batches(csv)) {
    for (const { row, cells } of records) {
      if (header) {
        header = false;
        continue;
      }
      cells.forEach((cell, position) => {
        if (!read.has(position) && hasCardNumber(cell)) cards.add(position);
      });
      lines.push(readLine(row, cells, reading));
    }
    if (lines.length > MOST_LINES)
      throw new StandingError(
        'receipt-too-long',
        `The file ${csv.file} has more than ${MOST_LINES.toLocaleString('en-US')} lines.`,
        'Export fewer days at a time.',
      );
    work.progress({ doing: 'Reading the file', done: lines.length, total: null, cancellable: true });
    await work.breathe();
  }
  return { lines, cardColumns: [...cards].map((position) => csv.header[position] ?? `${position + 1}`) };
}

function readLine(row: number, cells: readonly string[], { source, positions, today }: Reading): ReadLine {
  const problems: string[] = [];
  const raw = (field: ReceiptField): string => cells[positions.get(field) ?? -1] ?? '';
  const text = (field: ReceiptField): string => {
    const tidied = tidy(raw(field));
    return tidied instanceof BadCell ? '' : maskCardNumbers(tidied).slice(0, LONGEST);
  };
  const exact = (field: ReceiptField): string => {
    const tidied = tidy(raw(field));
    const bad = tidied instanceof BadCell ? tidied : badIdentifier(tidied);
    if (bad === null) return typeof tidied === 'string' ? tidied : '';
    problems.push(ofValue(maskCardNumbers(raw(field).trim()).slice(0, LONGEST), bad.message));
    return '';
  };
  const value = <T>(field: ReceiptField, read: (text: string) => T | BadCell): T | null => {
    const written = text(field);
    const found = written === '' ? new BadCell(`has no ${NAMES[field] ?? field}`) : read(written);
    if (!(found instanceof BadCell)) return found;
    problems.push(written === '' ? `the line ${found.message}` : ofValue(written, found.message));
    return null;
  };

  const reference = exact('reference');
  const cheque = exact('check');
  const original = exact('original');
  const cents = value('amount', signedCents);
  const on = value('date', (written) => receivedOn(written, today));
  const movement = movementOf(text('kind'));
  if (movement instanceof BadCell) problems.push(ofValue(text('kind'), movement.message));
  const memberNo = text('number');
  const name =
    [text('name'), [text('first_name'), text('last_name')].join(' ').trim()].find((one) => one !== '') ?? '';
  const transaction =
    reference !== '' ? reference : composed(source, cheque, on, cents, memberNo === '' ? name : memberNo);
  if (transaction === '' && problems.length === 0)
    problems.push(
      source === 'portal' ? 'the line has no transaction number' : 'the line has no check number',
    );
  const who = { row, memberNo, name, code: certificationIn(text('certification')), transaction };
  const method = methodOf(text('method'), source);

  if (problems.length > 0 || cents === null || on === null || movement instanceof BadCell)
    return {
      kind: 'refused',
      ...who,
      method,
      receivedOn: on,
      cents,
      why: `${capital(problems.join('; '))}.`,
    };
  if (movement === 'unpaid')
    return {
      kind: 'unpaid',
      ...who,
      method,
      receivedOn: on,
      cents,
      why: `The file calls it “${text('kind')}”: no money moved.`,
    };
  if (cents === 0)
    return {
      kind: 'unpaid',
      ...who,
      method,
      receivedOn: on,
      cents,
      why: 'It is over $0.00: no money moved.',
    };
  return {
    kind: 'money',
    ...who,
    receivedOn: on,
    cents: movement === 'back' ? -Math.abs(cents) : cents,
    method,
    cheque,
    stub: text('stub'),
    original,
  };
}

const NAMES: Readonly<Partial<Record<ReceiptField, string>>> = { date: 'date', amount: 'amount' };

/** A number that names something: whole, not too long, and none of a card. */
function badIdentifier(text: string): BadCell | null {
  if (isRounded(text)) return new BadCell(ROUNDED);
  if (hasCardNumber(text)) return new BadCell('looks like a card number, which is stored nowhere');
  return text.length > 80 ? new BadCell('is longer than any transaction number') : null;
}

/** A bank's file often names no transaction: then the cheque is known by all that is said of it. */
function composed(
  source: ReceiptSource,
  cheque: string,
  on: CalendarDate | null,
  cents: number | null,
  who: string,
): string {
  if (source === 'portal' || cheque === '' || on === null || cents === null) return '';
  return `${on} no. ${cheque} ${cents}${who === '' ? '' : ` ${who.toLowerCase()}`}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
