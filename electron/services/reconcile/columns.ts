import { RECEIPT_FIELDS, type ReceiptField } from '../../../shared/domain/receipt-columns.ts';
import type { ReceiptColumn, ReceiptMapping, ReceiptSource } from '../../../shared/domain/receipts.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { aliasName } from '../import/header-names.ts';

/** Where each field stands in a file's rows, from 0. */
export type FieldPositions = ReadonlyMap<ReceiptField, number>;

/** How the columns of a file are taken. */
export interface Columns {
  readonly columns: readonly ReceiptColumn[];
  readonly positions: FieldPositions;
  readonly mappedBy: 'saved' | 'names' | 'given';
  /** What no column gives and every file needs, in a sentence; null where all is there. */
  readonly missing: string | null;
}

/**
 * Takes the columns of a file as they are given, those not named as they were saved for its source where that suits the file, and what is
 * left by their names.
 * @throws StandingError `receipt-mapping` for a mapping that does not fit the file
 */
export function takeColumns(
  source: ReceiptSource,
  header: readonly string[],
  given: ReceiptMapping | null,
  saved: ReceiptMapping | null,
): Columns {
  const suits =
    saved !== null && Object.entries(saved).every(([name, field]) => field === null || header.includes(name));
  if (given !== null) refuseMapping(header, given);
  const fields = new Map<string, ReceiptField | null>();
  for (const [name, field] of [...Object.entries(given ?? {}), ...Object.entries(suits ? saved : {})])
    if (!fields.has(name)) fields.set(name, isTaken(fields, field) ? null : field);
  takeByNames(header, fields);
  const columns = header.map((name) => ({ header: name, field: fields.get(name) ?? null }));
  const positions = new Map<ReceiptField, number>();
  for (const [position, { field }] of columns.entries())
    if (field !== null && !positions.has(field)) positions.set(field, position);
  return {
    columns,
    positions,
    mappedBy: given !== null ? 'given' : suits ? 'saved' : 'names',
    missing: missing(source, positions, header),
  };
}

/** What every column is taken for, as it is saved; those that are ignored too. */
export function mappingOf(columns: readonly ReceiptColumn[]): ReceiptMapping {
  return Object.fromEntries(columns.map(({ header, field }) => [header, field]));
}

function isTaken(fields: ReadonlyMap<string, ReceiptField | null>, field: ReceiptField | null): boolean {
  return field !== null && [...fields.values()].includes(field);
}

/** Each field by the column whose name is nearest the front of its names: `Transaction ID` before `Reference`. */
function takeByNames(header: readonly string[], fields: Map<string, ReceiptField | null>): void {
  for (const { id, aliases } of RECEIPT_FIELDS) {
    if (isTaken(fields, id)) continue;
    const ranks = aliases.split(' ');
    const [found] = header
      .map((name) => ({ name, rank: ranks.indexOf(aliasName(name.replace('#', ' no'))) }))
      .filter(({ name, rank }) => rank >= 0 && !fields.has(name))
      .sort((a, b) => a.rank - b.rank);
    if (found !== undefined) fields.set(found.name, id);
  }
}

function missing(source: ReceiptSource, positions: FieldPositions, header: readonly string[]): string | null {
  const wanted = [
    ...(positions.has('date') ? [] : ['the date']),
    ...(positions.has('amount') ? [] : ['the amount']),
    ...(source === 'portal' && !positions.has('reference') ? ['the transaction number'] : []),
    ...(source === 'lockbox' && !positions.has('reference') && !positions.has('check')
      ? ['the check or the transaction number']
      : []),
  ];
  if (wanted.length === 0) return null;
  const which = wanted.length === 1 ? wanted[0] : `${wanted.slice(0, -1).join(', ')} and ${wanted.at(-1)}`;
  return `No column of the file is taken for ${which}; its columns are: ${header.join(', ')}.`;
}

function refuseMapping(header: readonly string[], mapping: ReceiptMapping): void {
  const taken = new Map<ReceiptField, string>();
  for (const [name, field] of Object.entries(mapping)) {
    if (field === null) continue;
    const count = header.filter((one) => one === name).length;
    if (count === 0)
      throw badMapping(`The file has no column “${name}”.`, `Its columns are: ${header.join(', ')}.`);
    if (count > 1)
      throw badMapping(`The file has ${count} columns “${name}”.`, 'Rename all but one of them in the file.');
    const other = taken.get(field);
    if (other !== undefined)
      throw badMapping(
        `Both “${other}” and “${name}” are taken for “${title(field)}”.`,
        'Choose one of them and ignore the other.',
      );
    taken.set(field, name);
  }
}

function title(field: ReceiptField): string {
  return RECEIPT_FIELDS.find(({ id }) => id === field)?.title ?? field;
}

function badMapping(message: string, fix: string): StandingError {
  return new StandingError('receipt-mapping', message, fix);
}
