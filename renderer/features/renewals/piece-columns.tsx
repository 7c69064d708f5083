import type { RunPieceRow } from '../../../shared/domain/renewals.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import { displayCents } from '../../../shared/util/money.ts';
import { Link } from '../../app/navigation.tsx';
import type { TableColumn } from '../../tables/types.ts';
import { HeldFix } from './held-fix.tsx';
import { sentenceCase, withSpokenDates } from './piece-filter.ts';

type PieceColumn = TableColumn<RunPieceRow>;

const MEMBER: PieceColumn = {
  id: 'member',
  header: 'Member',
  width: 180,
  grow: 2,
  always: true,
  cell: (row) => (
    <Link to={`/members/${row.memberNo}`} className="piece__member" tabIndex={-1}>
      {row.memberName}
    </Link>
  ),
};

const NUMBER: PieceColumn = {
  id: 'memberNo',
  header: 'Number',
  width: 108,
  grow: 0,
  cell: (row) => <span className="figures">{row.memberNo}</span>,
};

const PLACE: PieceColumn = {
  id: 'place',
  header: 'City and ZIP',
  width: 210,
  grow: 2,
  cell: (row) => (
    <span>
      {[row.city, row.state].filter((part) => part !== '').join(', ')}{' '}
      <span className="faint figures">{row.zip}</span>
    </span>
  ),
};

/** The list of a run's pieces, column by column. */
export const PIECE_COLUMNS: readonly PieceColumn[] = [
  {
    id: 'sheet',
    header: 'Sheet',
    width: 70,
    grow: 0,
    align: 'end',
    always: true,
    cell: (row) => (row.sheet === null ? NONE : row.sheet.toLocaleString('en-US')),
  },
  MEMBER,
  NUMBER,
  {
    id: 'codes',
    header: 'Certifications',
    width: 112,
    grow: 1,
    cell: (row) => (row.codes.length === 0 ? NONE : row.codes.join(', ')),
  },
  {
    id: 'amount',
    header: 'Amount',
    width: 96,
    grow: 0,
    align: 'end',
    cell: (row) => (row.channel === 'held' ? NONE : displayCents(row.amountCents)),
  },
  PLACE,
  { id: 'channel', header: 'Goes by', width: 210, grow: 2, cell: (row) => goesBy(row) },
];

/** The list where only held pieces are shown: the reason has the room that sheet and amount do not need. */
export const HELD_COLUMNS: readonly PieceColumn[] = [
  MEMBER,
  NUMBER,
  PLACE,
  { id: 'reason', header: 'Held because', width: 170, grow: 1, always: true, cell: (row) => reason(row) },
  {
    id: 'detail',
    header: 'More',
    width: 190,
    grow: 4,
    cell: (row) => <span title={detail(row)}>{detail(row)}</span>,
  },
];

/** The same where some of the pieces can be put right. */
export const HELD_FIX_COLUMNS: readonly PieceColumn[] = [
  ...HELD_COLUMNS,
  { id: 'fix', header: 'Put right', width: 200, grow: 0, cell: (row) => <HeldFix row={row} /> },
];

const NONE = <span className="faint">–</span>;

function goesBy(row: RunPieceRow) {
  switch (row.channel) {
    case 'print':
      return <span className="soft">Mail</span>;
    case 'email':
      return <span className="soft">E-mail</span>;
    case 'held':
      return (
        <span title={detail(row)} className="piece__held">
          Held: {row.heldReason}
        </span>
      );
  }
}

function reason({ heldReason }: RunPieceRow) {
  return <span className="piece__held">{heldReason === null ? '' : sentenceCase(heldReason)}</span>;
}

function detail({ heldDetail }: RunPieceRow): string {
  return heldDetail === null ? '' : withSpokenDates(heldDetail, displayDate);
}
