import { StandingError } from '../ipc/errors.ts';
import { csvCents } from '../util/money.ts';
import type { MemberRow } from './members-list.ts';

/** A column of the members list as a CSV file has it. */
export interface MemberColumn {
  readonly header: string;
  /** Dates as YYYY-MM-DD, money as 123.45; empty where nothing is known. */
  readonly cell: (row: MemberRow) => string;
}

const COLUMNS: ReadonlyMap<string, MemberColumn> = new Map<keyof MemberRow, MemberColumn>([
  ['name', { header: 'name', cell: (row) => row.name }],
  ['memberNo', { header: 'member_no', cell: (row) => row.memberNo }],
  ['status', { header: 'status', cell: (row) => row.status ?? '' }],
  [
    'certifications',
    {
      header: 'certifications',
      cell: (row) =>
        row.certifications
          .map(({ code, status }) => (status === null ? code : `${code} ${status}`))
          .join('; '),
    },
  ],
  ['city', { header: 'city', cell: (row) => row.city }],
  ['state', { header: 'state', cell: (row) => row.state }],
  ['zip', { header: 'zip', cell: (row) => row.zip }],
  ['nextDueOn', { header: 'next_due_on', cell: (row) => row.nextDueOn ?? '' }],
  ['owedCents', { header: 'owed', cell: (row) => csvCents(row.owedCents) }],
  ['pointsOutstanding', { header: 'points_outstanding', cell: (row) => String(row.pointsOutstanding) }],
  ['cycleEnd', { header: 'cycle_end', cell: (row) => row.cycleEnd ?? '' }],
  ['email', { header: 'email', cell: (row) => row.email }],
  ['phone', { header: 'phone', cell: (row) => row.phone }],
  ['deceased', { header: 'deceased', cell: (row) => (row.deceased ? 'yes' : 'no') }],
]);

/** The column with an id of the list. @throws StandingError `column-unknown` */
export function memberColumn(id: string): MemberColumn {
  const column = COLUMNS.get(id);
  if (column === undefined) {
    throw new StandingError(
      'column-unknown',
      `The members list has no column ${id}.`,
      `It has ${[...COLUMNS.keys()].join(', ')}.`,
    );
  }
  return column;
}
