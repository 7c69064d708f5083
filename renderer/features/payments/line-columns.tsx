import type { LineEntered } from '../../../shared/domain/receipts.ts';
import { displayCents } from '../../../shared/util/money.ts';
import { Link } from '../../app/navigation.tsx';
import { shortDate } from '../../components/short-date.ts';
import type { TableColumn } from '../../tables/types.ts';
import { STATE_WORDS } from './line-words.ts';
import { METHOD_WORDS } from './method-words.ts';
import { OutcomeMark } from './outcome-mark.tsx';

/** The lines of a file, column by column. */
export const LINE_COLUMNS: readonly TableColumn<LineEntered>[] = [
  {
    id: 'row',
    header: 'Row',
    width: 56,
    grow: 0,
    align: 'end',
    cell: ({ row }) => row.toLocaleString('en-US'),
  },
  {
    id: 'received',
    header: 'Received',
    width: 118,
    grow: 0,
    cell: ({ receivedOn }) => (receivedOn === null ? '–' : shortDate(receivedOn)),
  },
  {
    id: 'from',
    header: 'From, as the file says',
    width: 150,
    grow: 1,
    always: true,
    cell: ({ name, memberNo }) => (name === '' ? <span className="figures">{memberNo}</span> : name),
  },
  {
    id: 'number',
    header: 'Number',
    width: 96,
    grow: 0,
    offAtFirst: true,
    cell: ({ memberNo }) => <span className="figures">{memberNo}</span>,
  },
  {
    id: 'amount',
    header: 'Amount',
    width: 92,
    grow: 0,
    align: 'end',
    always: true,
    cell: ({ cents }) => (cents === null ? '–' : displayCents(cents)),
  },
  {
    id: 'outcome',
    header: 'Outcome',
    width: 128,
    grow: 0,
    always: true,
    cell: ({ outcome }) => <OutcomeMark outcome={outcome} />,
  },
  { id: 'now', header: 'Now', width: 200, grow: 3, always: true, cell: (line) => <Now line={line} /> },
  {
    id: 'paid',
    header: 'Paid by',
    width: 150,
    grow: 1,
    offAtFirst: true,
    cell: ({ method, reference }) => `${METHOD_WORDS[method]} ${reference}`,
  },
];

function Now({ line }: { readonly line: LineEntered }) {
  const { state, payments, why, leftBecause } = line;
  if (state === 'none') return <span className="soft">{why}</span>;
  if (state === 'left') return <span className="soft">Left: {leftBecause}</span>;
  if (payments.length === 0) {
    const open = state === 'open';
    return <span className={open ? 'line__open' : 'soft'}>{open ? why : STATE_WORDS[state]}</span>;
  }
  return (
    <span>
      {payments.map(({ payment, memberNo, memberName, code, cents }) => (
        <span key={payment}>
          <Link to={`/members/${encodeURIComponent(memberNo)}`} tabIndex={-1}>
            {memberName}
          </Link>{' '}
          <span className="soft">
            {code} {displayCents(cents)}{' '}
          </span>
        </span>
      ))}
    </span>
  );
}
