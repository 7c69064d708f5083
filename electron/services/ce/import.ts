import {
  CE_CATEGORIES,
  CE_FIELDS,
  type CeField,
  type CeImportReport,
  type CeOfferingToEnter,
} from '../../../shared/domain/ce.ts';
import type { CalendarDate } from '../../../shared/domain/facts.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { parseCents } from '../../../shared/util/money.ts';
import type { Write } from '../../db/transaction.ts';
import type { Work } from '../../jobs/work.ts';
import { ceOfferings, type KeptOffering } from '../../repositories/ce-offerings.ts';
import { BadCell, ofValue } from '../import/cells/cell.ts';
import { readDate } from '../import/cells/date.ts';
import { readTable, type TableRow } from '../import/read-table.ts';
import type { Office } from '../office.ts';
import { isSame, writeChange, writeNew, wrongWith } from './enter.ts';

export interface CeImportOrder {
  readonly file: string;
  /** Only tell what it would do. */
  readonly dryRun: boolean;
  /** Take the good rows in though there are bad ones; otherwise one bad row keeps all out. */
  readonly skipBadRows: boolean;
}

/** One row that can be taken in. */
interface Taken {
  readonly entered: CeOfferingToEnter;
  readonly priceFrom: CalendarDate | null;
}

/** So many are written in one transaction: nobody waits for it; cut off, the same file goes on. */
const AT_A_TIME = 100;

type Rejection = CeImportReport['rejected'][number];

/**
 * Takes a file of offerings in, by their external ids: the same file twice changes nothing. A changed price holds from the file's
 * `price_from`, else from today; what an offering cost before stays.
 * @throws StandingError as `openCsv`, `ce-columns`, `cancelled`
 */
export async function importOfferings(
  office: Office,
  { file, dryRun, skipBadRows }: CeImportOrder,
  work: Work,
): Promise<CeImportReport> {
  const { rows } = await readTable(file, CE_FIELDS, (missing) => columnsMissing(file, missing), work);
  const rejected: Rejection[] = [];
  const taken = new Map<string, Taken>();
  for (const row of rows) {
    const read = offeringOf(row);
    if ('message' in read) rejected.push(read);
    else if (taken.has(read.entered.externalId))
      rejected.push(rejection(row, 'external_id', 'is in an earlier row already'));
    else taken.set(read.entered.externalId, read);
  }
  const known = new Map((await ceOfferings(office.reader)).map((kept) => [kept.externalId, kept]));
  const today = office.clock.today();
  const added: Taken[] = [];
  const updated: { readonly before: KeptOffering; readonly one: Taken }[] = [];
  for (const one of taken.values()) {
    const before = known.get(one.entered.externalId);
    if (before === undefined) added.push(one);
    else if (!isSame(before, one.entered, one.priceFrom ?? today)) updated.push({ before, one });
  }
  const report = {
    rows: rows.length,
    added: added.length,
    updated: updated.length,
    unchanged: taken.size - added.length - updated.length,
    rejected,
  };
  if (dryRun || added.length + updated.length === 0) return report;
  if (rejected.length > 0 && !skipBadRows) return { ...report, added: 0, updated: 0, unchanged: 0 };
  const steps = [
    ...added.map(
      ({ entered }) =>
        (write: Write) =>
          writeNew(write, entered, today),
    ),
    ...updated.map(
      ({ before, one }) =>
        (write: Write) =>
          writeChange(write, before, one.entered, one.priceFrom ?? today, today),
    ),
  ];
  for (let at = 0; at < steps.length; at += AT_A_TIME) {
    await office.act(async (write) => {
      for (const step of steps.slice(at, at + AT_A_TIME)) await step(write);
    });
    work.progress({ doing: 'Taking in offerings', done: at, total: steps.length, cancellable: true });
    await work.breathe();
  }
  return report;
}

function columnsMissing(file: string, missing: readonly string[]): StandingError {
  return new StandingError(
    'ce-columns',
    `The file ${file} has no column ${missing.join(', ')}.`,
    `A file of offerings has the columns ${CE_FIELDS.map(({ id }) => id).join(', ')}.`,
  );
}

const PARTS: Readonly<Record<keyof CeOfferingToEnter, CeField>> = {
  externalId: 'external_id',
  title: 'title',
  provider: 'provider',
  category: 'category',
  points: 'points',
  from: 'from_date',
  to: 'to_date',
  listCents: 'list_price',
  memberCents: 'member_price',
};

function offeringOf(row: TableRow<CeField>): Taken | Rejection {
  const { text } = row;
  const externalId = text('external_id');
  if (externalId === '') return rejection(row, 'external_id', 'is empty; it tells one offering from another');
  const word =
    text('category')
      .toLowerCase()
      .replace(/[\s_-]+/g, '-') || 'professional-education';
  const category = CE_CATEGORIES.find((one) => one === word);
  if (category === undefined)
    return rejection(row, 'category', `is no category; it is one of ${CE_CATEGORIES.join(', ')}`);
  const points = Number(text('points'));
  if (text('points') === '' || !Number.isFinite(points)) return rejection(row, 'points', 'is no number');
  const listCents = parseCents(text('list_price'));
  if (listCents === null) return rejection(row, 'list_price', 'is no amount; write one such as 49.00');
  const memberCents = parseCents(text('member_price'));
  if (memberCents === null) return rejection(row, 'member_price', 'is no amount; write one such as 39.00');
  const from = dateIn(row, 'from_date');
  if (from !== null && typeof from !== 'string') return from;
  const to = dateIn(row, 'to_date');
  if (to !== null && typeof to !== 'string') return to;
  const priceFrom = dateIn(row, 'price_from');
  if (priceFrom !== null && typeof priceFrom !== 'string') return priceFrom;
  if (from === null) return rejection(row, 'from_date', 'is empty');
  const entered = {
    ...{ externalId, title: text('title'), provider: text('provider'), category, points, from, to },
    ...{ listCents, memberCents },
  };
  const wrong = wrongWith(entered);
  if (wrong === null) return { entered, priceFrom };
  return { row: row.row, column: PARTS[wrong.part], value: row.raw(PARTS[wrong.part]), message: wrong.what };
}

function dateIn(row: TableRow<CeField>, field: CeField): CalendarDate | null | Rejection {
  const text = row.text(field);
  if (text === '') return null;
  const date = readDate(text);
  return date instanceof BadCell ? rejection(row, field, date.message) : date;
}

function rejection(row: TableRow<CeField>, field: CeField, saying: string): Rejection {
  const value = row.raw(field);
  return { row: row.row, column: field, value, message: ofValue(value.trim(), saying) };
}
