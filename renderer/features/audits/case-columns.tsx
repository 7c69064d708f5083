import type { CaseRow } from '../../../shared/domain/audit-case.ts';
import { Link } from '../../app/navigation.tsx';
import { shortDate } from '../../components/short-date.ts';
import type { TableColumn } from '../../tables/types.ts';
import { CaseStateMark } from './case-state.tsx';

const NONE = <span className="faint">–</span>;

/** The worklist of cases, column by column. */
export const CASE_COLUMNS: readonly TableColumn<CaseRow>[] = [
  {
    id: 'member',
    header: 'Member',
    width: 160,
    grow: 2,
    always: true,
    sortable: true,
    cell: (row) => (
      <Link to={`/audits/cases/${row.audit}`} tabIndex={-1}>
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
  { id: 'code', header: 'For', width: 78, grow: 0, cell: (row) => row.code },
  {
    id: 'state',
    header: 'State',
    width: 170,
    grow: 0,
    always: true,
    sortable: true,
    cell: (row) => (
      <>
        <CaseStateMark state={row.state} outcome={row.outcome} />
        {row.proposed ? <span className="soft"> · second review</span> : null}
      </>
    ),
  },
  {
    id: 'due',
    header: 'Due',
    width: 196,
    grow: 1,
    always: true,
    sortable: true,
    cell: (row) =>
      row.noNotice !== null ? (
        <span className="soft" title={row.noNotice}>
          {row.noNotice}
        </span>
      ) : row.dueOn === null ? (
        NONE
      ) : row.overdue ? (
        <span className="audit-overdue">▲ {shortDate(row.dueOn)} overdue</span>
      ) : (
        shortDate(row.dueOn)
      ),
  },
  {
    id: 'age',
    header: 'Age',
    width: 84,
    grow: 0,
    align: 'end',
    sortable: true,
    cell: (row) => `${row.age.toLocaleString('en-US')} d`,
  },
  {
    id: 'owner',
    header: 'Reviewer',
    width: 120,
    grow: 1,
    sortable: true,
    cell: (row) => (row.owner === '' ? NONE : row.owner),
  },
  {
    id: 'opened',
    header: 'Opened',
    width: 112,
    grow: 1,
    cell: ({ campaign, forCause }) =>
      campaign === null ? <span title={forCause ?? ''}>For cause</span> : `Drawn, ${campaign}`,
  },
  {
    id: 'cycle',
    header: 'Cycle from',
    width: 110,
    grow: 0,
    offAtFirst: true,
    cell: (row) => shortDate(row.cycleStart),
  },
];
