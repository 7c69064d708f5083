import type { RunPieceRow } from '../../../shared/domain/renewals.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import { displayCents } from '../../../shared/util/money.ts';
import { Link } from '../../app/navigation.tsx';
import type { TableColumn } from '../../tables/types.ts';
import { withSpokenDates } from './piece-filter.ts';

/** The list of a run's pieces, column by column. */
export const PIECE_COLUMNS: readonly TableColumn<RunPieceRow>[] = [
  {
    id: 'sheet',
    header: 'Sheet',
    width: 70,
    grow: 0,
    align: 'end',
    always: true,
    cell: (row) =>
      row.sheet === null ? <span className="faint">–</span> : row.sheet.toLocaleString('en-US'),
  },
  {
    id: 'member',
    header: 'Member',
    width: 170,
    grow: 2,
    always: true,
    cell: (row) => (
      <Link to={`/members/${row.memberNo}`} className="piece__member" tabIndex={-1}>
        {row.memberName}
      </Link>
    ),
  },
  {
    id: 'memberNo',
    header: 'Number',
    width: 84,
    grow: 0,
    cell: (row) => <span className="figures">{row.memberNo}</span>,
  },
  {
    id: 'codes',
    header: 'Certifications',
    width: 110,
    grow: 1,
    cell: (row) => (row.codes.length === 0 ? <span className="faint">–</span> : row.codes.join(', ')),
  },
  {
    id: 'amount',
    header: 'Amount',
    width: 96,
    grow: 0,
    align: 'end',
    cell: (row) =>
      row.channel === 'held' ? <span className="faint">–</span> : displayCents(row.amountCents),
  },
  {
    id: 'place',
    header: 'City and ZIP',
    width: 150,
    grow: 2,
    cell: (row) => (
      <span>
        {[row.city, row.state].filter((part) => part !== '').join(', ')}{' '}
        <span className="faint figures">{row.zip}</span>
      </span>
    ),
  },
  {
    id: 'channel',
    header: 'Goes by',
    width: 230,
    grow: 3,
    cell: (row) => <Channel row={row} />,
  },
];

function Channel({ row }: { readonly row: RunPieceRow }) {
  switch (row.channel) {
    case 'print':
      return <span className="soft">Mail</span>;
    case 'email':
      return <span className="soft">E-mail</span>;
    case 'held': {
      const detail = row.heldDetail === null ? '' : withSpokenDates(row.heldDetail, displayDate);
      return (
        <span title={detail}>
          <span className="piece__held">Held: {row.heldReason}</span>
          {detail === '' ? null : <span className="faint"> · {detail}</span>}
        </span>
      );
    }
  }
}
