import type { ApplicationSummary } from '../../../shared/domain/recertification.ts';
import { RECERTIFICATION_WORDS } from '../../../shared/domain/recertification-steps.ts';
import { displayCents } from '../../../shared/util/money.ts';
import { Link } from '../../app/navigation.tsx';
import { shortDate } from '../../components/short-date.ts';
import type { TableColumn } from '../../tables/types.ts';
import { ROUTE_WORDS } from './words.ts';

const NONE = <span className="faint">–</span>;

/** The list of applications, column by column. */
export const APPLICATION_COLUMNS: readonly TableColumn<ApplicationSummary>[] = [
  {
    id: 'application',
    header: 'No.',
    width: 62,
    grow: 0,
    align: 'end',
    always: true,
    cell: (row) => row.application,
  },
  {
    id: 'member',
    header: 'Member',
    width: 180,
    grow: 2,
    always: true,
    cell: (row) => (
      <Link to={`/members/${encodeURIComponent(row.memberNo)}`} tabIndex={-1}>
        {row.memberName}
      </Link>
    ),
  },
  {
    id: 'memberNo',
    header: 'Number',
    width: 96,
    grow: 0,
    cell: (row) => <span className="figures">{row.memberNo}</span>,
  },
  { id: 'code', header: 'Certification', width: 96, grow: 0, cell: (row) => row.code },
  { id: 'route', header: 'Way', width: 84, grow: 0, cell: (row) => ROUTE_WORDS[row.route] },
  { id: 'received', header: 'Received', width: 104, grow: 1, cell: (row) => shortDate(row.receivedOn) },
  { id: 'status', header: 'Stands', width: 150, grow: 1, cell: (row) => RECERTIFICATION_WORDS[row.status] },
  { id: 'since', header: 'Since', width: 104, grow: 1, cell: (row) => shortDate(row.sinceOn) },
  {
    id: 'missing',
    header: 'Missing',
    width: 76,
    grow: 0,
    align: 'end',
    cell: (row) => (row.missing === 0 ? NONE : row.missing),
  },
  {
    id: 'owed',
    header: 'Fee owed',
    width: 92,
    grow: 0,
    align: 'end',
    cell: (row) => (row.owedCents === null || row.owedCents === 0 ? NONE : displayCents(row.owedCents)),
  },
];
