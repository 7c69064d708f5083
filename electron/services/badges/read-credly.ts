import type { CredlyImportReport } from '../../../shared/domain/badges.ts';
import { CREDLY_FIELDS, type CredlyField, type CredlyState } from '../../../shared/domain/badges.ts';
import type { CalendarDate } from '../../../shared/domain/facts.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { isCalendarDate } from '../../../shared/util/dates.ts';
import type { Work } from '../../jobs/work.ts';
import type { CredlyBadge } from '../../repositories/credly.ts';
import { ofValue } from '../import/cells/cell.ts';
import { readTable, type TableRow } from '../import/read-table.ts';

/** Credly's export, read but not yet held against the office. */
export interface CredlyFile {
  readonly sha256: string;
  readonly rows: number;
  readonly badges: readonly Omit<CredlyBadge, 'certificationId'>[];
  readonly rejected: CredlyImportReport['rejected'];
}

/** Credly's words; ours are shorter. */
const STATES: Readonly<Record<string, CredlyState>> = {
  pending: 'issued',
  issued: 'issued',
  sent: 'issued',
  rejected: 'issued',
  accepted: 'claimed',
  claimed: 'claimed',
  revoked: 'revoked',
};

/**
 * Reads Credly's export of issued badges, its columns by their names. A row that cannot be read is told and left out.
 * @throws StandingError as `openCsv`, `credly-columns` naming what is missing
 */
export async function readCredly(file: string, work: Work): Promise<CredlyFile> {
  const table = await readTable(
    file,
    CREDLY_FIELDS,
    (missing, header) => columnsMissing(file, missing, header),
    work,
  );
  const badges: Omit<CredlyBadge, 'certificationId'>[] = [];
  const rejected: CredlyImportReport['rejected'][number][] = [];
  const seen = new Map<string, number>();
  for (const cells of table.rows) {
    const { row } = cells;
    const read = badgeOf(cells);
    const first = 'field' in read ? undefined : seen.get(read.badge);
    if ('field' in read) rejected.push(rejection(row, read.field, read.value, read.message));
    else if (first !== undefined)
      rejected.push(rejection(row, 'badge', read.badge, `is in row ${first} already`));
    else {
      seen.set(read.badge, row);
      badges.push(read);
    }
  }
  return { sha256: table.sha256, rows: table.rows.length, badges, rejected };
}

function columnsMissing(file: string, missing: readonly string[], header: readonly string[]): StandingError {
  return new StandingError(
    'credly-columns',
    `The file ${file} has no column ${missing.map((title) => `“${title}”`).join(', ')}; it has ${header.join(', ')}.`,
    'Export the issued badges from Credly as CSV, with all columns.',
  );
}

interface BadField {
  readonly field: CredlyField;
  readonly value: string;
  readonly message: string;
}

function badgeOf({ raw, text }: TableRow<CredlyField>): Omit<CredlyBadge, 'certificationId'> | BadField {
  for (const { id, required } of CREDLY_FIELDS)
    if (required && text(id) === '') return { field: id, value: raw(id), message: 'is empty' };
  const state = STATES[text('state').toLowerCase()];
  if (state === undefined)
    return {
      field: 'state',
      value: text('state'),
      message: `is no state of a badge; they are: ${Object.keys(STATES).join(', ')}`,
    };
  const issuedOn = dayOf(text('issued-at'));
  if (issuedOn === 'bad') return { field: 'issued-at', value: text('issued-at'), message: NO_DATE };
  const stateOn = dayOf(text('state-at'));
  if (stateOn === 'bad') return { field: 'state-at', value: text('state-at'), message: NO_DATE };
  return {
    badge: text('badge'),
    template: text('template'),
    earnerId: text('earner-id'),
    email: text('email'),
    firstName: text('first-name'),
    lastName: text('last-name'),
    state,
    issuedOn,
    stateOn,
  };
}

const NO_DATE = 'is no date; Credly writes 2026-05-01 or 05/01/26';

/** The day of `2026-05-01`, `2026-05-01 09:41:00 -0500`, `2026-05-01T09:41:00Z`, `05/01/26` or `5/1/2026`; null where there is none. */
function dayOf(text: string): CalendarDate | null | 'bad' {
  if (text === '') return null;
  const iso = /^(\d{4}-\d{2}-\d{2})(?:[T ].*)?$/.exec(text)?.[1];
  if (iso !== undefined) return isCalendarDate(iso) ? iso : 'bad';
  const [, month = '', day = '', year = ''] =
    /^(\d{1,2})\/(\d{1,2})\/(\d{2}|\d{4})(?: .*)?$/.exec(text) ?? [];
  const date = `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isCalendarDate(date) ? date : 'bad';
}

function rejection(row: number, field: CredlyField, value: string, saying: string) {
  const column = CREDLY_FIELDS.find(({ id }) => id === field)?.title ?? field;
  return { row, column, value, message: ofValue(value, saying) };
}
