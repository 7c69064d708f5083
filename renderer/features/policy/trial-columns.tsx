import type { TrialRow } from '../../../shared/domain/what-if.ts';
import { Link } from '../../app/navigation.tsx';
import { StatusMark } from '../../components/status.tsx';
import type { TableColumn } from '../../tables/types.ts';
import { PART_WORDS } from './trial-words.ts';

/** Whose standing would change, from what to what, and why. A sortable column's id is the contract's sort. */
export const TRIAL_COLUMNS: readonly TableColumn<TrialRow>[] = [
  {
    id: 'name',
    header: 'Member',
    width: 150,
    grow: 1,
    sortable: true,
    always: true,
    cell: ({ memberNo, memberName }) => (
      <Link to={`/members/${encodeURIComponent(memberNo)}`} tabIndex={-1}>
        {memberName}
      </Link>
    ),
  },
  {
    id: 'memberNo',
    header: 'Number',
    width: 100,
    grow: 0,
    sortable: true,
    cell: ({ memberNo }) => <span className="figures">{memberNo}</span>,
  },
  { id: 'code', header: 'For', width: 76, grow: 0, sortable: true, cell: ({ code }) => code },
  {
    id: 'from',
    header: 'Now',
    width: 110,
    grow: 0,
    sortable: true,
    cell: ({ from }) => <StatusMark status={from} />,
  },
  {
    id: 'to',
    header: 'Then',
    width: 110,
    grow: 0,
    sortable: true,
    cell: ({ to }) => <StatusMark status={to} />,
  },
  {
    id: 'parts',
    header: 'Differs in',
    width: 140,
    grow: 1,
    offAtFirst: true,
    cell: ({ parts }) => parts.map((part) => PART_WORDS[part]).join(', '),
  },
  {
    id: 'before',
    header: 'Why now',
    width: 150,
    grow: 3,
    cell: ({ before }) => <span title={before}>{before}</span>,
  },
  {
    id: 'after',
    header: 'Why then',
    width: 150,
    grow: 3,
    cell: ({ after }) => <span title={after}>{after}</span>,
  },
];
