import type { MemberRow } from '../../../shared/domain/members-list.ts';
import { displayCents } from '../../../shared/util/money.ts';
import { Link } from '../../app/navigation.tsx';
import { shortDate } from '../../components/short-date.ts';
import { CodeMarks, StatusMark } from '../../components/status.tsx';
import type { TableColumn } from '../../tables/types.ts';

/** The columns of the members list. A sortable column's id is the contract's sort; all ids are the export's columns. */
export const MEMBER_COLUMNS: readonly TableColumn<MemberRow>[] = [
  {
    id: 'name',
    header: 'Name',
    width: 180,
    grow: 3,
    sortable: true,
    always: true,
    cell: (row) => (
      <Link to={`/members/${encodeURIComponent(row.memberNo)}`} tabIndex={-1} className="member-link">
        {row.name}
        {row.deceased ? <span className="faint"> deceased</span> : null}
      </Link>
    ),
  },
  {
    id: 'memberNo',
    header: 'Number',
    width: 94,
    grow: 0,
    sortable: true,
    cell: (row) => figures(row.memberNo),
  },
  {
    id: 'status',
    header: 'Status',
    width: 110,
    grow: 0,
    sortable: true,
    cell: (row) => <StatusMark status={row.status} />,
  },
  {
    id: 'certifications',
    header: 'Certifications',
    width: 170,
    grow: 1,
    cell: (row) => <CodeMarks certifications={row.certifications} />,
  },
  {
    id: 'city',
    header: 'City',
    width: 100,
    grow: 1.5,
    sortable: true,
    cell: (row) => <span>{row.city}</span>,
  },
  { id: 'state', header: 'State', width: 64, grow: 0, sortable: true, cell: (row) => row.state },
  {
    id: 'zip',
    header: 'ZIP',
    width: 96,
    grow: 0,
    sortable: true,
    offAtFirst: true,
    cell: (row) => figures(row.zip),
  },
  {
    id: 'nextDueOn',
    header: 'Next fee due',
    width: 116,
    grow: 0,
    sortable: true,
    cell: (row) => figures(row.nextDueOn === null ? '' : shortDate(row.nextDueOn)),
  },
  {
    id: 'owedCents',
    header: 'Owed',
    width: 104,
    grow: 0,
    align: 'end',
    sortable: true,
    cell: (row) => amount(row.owedCents, displayCents(row.owedCents)),
  },
  {
    id: 'pointsOutstanding',
    header: 'Points to go',
    width: 104,
    grow: 0,
    align: 'end',
    sortable: true,
    cell: (row) => amount(row.pointsOutstanding, String(row.pointsOutstanding)),
  },
  {
    id: 'cycleEnd',
    header: 'Cycle ends',
    width: 116,
    grow: 0,
    sortable: true,
    offAtFirst: true,
    cell: (row) => figures(row.cycleEnd === null ? '' : shortDate(row.cycleEnd)),
  },
  {
    id: 'email',
    header: 'E-mail',
    width: 200,
    grow: 2,
    offAtFirst: true,
    cell: (row) => <span>{row.email}</span>,
  },
  { id: 'phone', header: 'Phone', width: 120, grow: 0, offAtFirst: true, cell: (row) => figures(row.phone) },
];

function figures(text: string) {
  return <span className="figures">{text}</span>;
}

/** Nothing owed or outstanding is said quietly. */
function amount(value: number, text: string) {
  return <span className={value === 0 ? 'faint' : ''}>{value === 0 ? '–' : text}</span>;
}
