import type { WorklistName, WorklistRow } from '../../../shared/domain/worklists.ts';
import { isFindingList } from '../../../shared/domain/worklists.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import { displayCents } from '../../../shared/util/money.ts';
import type { TableColumn } from '../../tables/types.ts';
import { shortDate } from '../short-date.ts';
import { CodeMark } from '../status.tsx';
import { CAUSE_WORDS, daysWords, isNearLine, LIST_WORDS, noticeWords } from './words.ts';

type Column = TableColumn<WorklistRow>;

const MEMBER: Column = {
  id: 'member',
  header: 'Member',
  width: 150,
  grow: 1,
  sortable: true,
  always: true,
  cell: (row) => <span className="worklist__member">{row.memberName}</span>,
};

const NUMBER: Column = {
  id: 'memberNo',
  header: 'Number',
  width: 90,
  grow: 0,
  cell: (row) => <span className="figures">{row.memberNo}</span>,
};

const CODE: Column = {
  id: 'code',
  header: 'For',
  width: 84,
  grow: 0,
  sortable: true,
  cell: (row) =>
    row.code === null ? <span className="faint">all</span> : <CodeMark code={row.code} status={row.status} />,
};

const POINTS: Column = {
  id: 'points',
  header: 'Points',
  width: 100,
  grow: 0,
  align: 'end',
  cell: (row) => `${row.counted} of ${row.required}`,
};

const OUTSTANDING: Column = {
  id: 'outstanding',
  header: 'To go',
  width: 68,
  grow: 0,
  align: 'end',
  sortable: true,
  cell: (row) => String(row.outstanding),
};

const OWED: Column = {
  id: 'owed',
  header: 'Owed',
  width: 84,
  grow: 0,
  align: 'end',
  sortable: true,
  cell: (row) => displayCents(row.owedCents),
};

const STATE: Column = {
  id: 'state',
  header: 'State',
  width: 60,
  grow: 0,
  offAtFirst: true,
  cell: (row) => row.state,
};

const WHAT: Column = {
  id: 'what',
  header: 'What is the matter',
  width: 180,
  grow: 3,
  cell: (row) => <span title={row.text}>{row.text}</span>,
};

const SETTLE: Column = {
  id: 'settle',
  header: 'What settles it',
  width: 180,
  grow: 3,
  cell: (row) => <span title={row.settle}>{row.settle}</span>,
};

function dateColumn(list: WorklistName): Column {
  return {
    id: 'on',
    header: LIST_WORDS[list].date,
    width: 118,
    grow: 0,
    sortable: true,
    cell: (row) => <span title={daysWords(row.days)}>{shortDate(row.on)}</span>,
  };
}

const DAYS: Column = {
  id: 'days',
  header: 'Days',
  width: 96,
  grow: 0,
  cell: (row) => <span className="soft">{daysWords(row.days)}</span>,
};

/** @param today for the line that is crossed soon */
function lapsedColumns(today: string): readonly Column[] {
  return [
    { id: 'cause', header: 'By', width: 70, grow: 0, cell: (row) => causeOf(row) },
    {
      id: 'years',
      header: 'Years',
      width: 60,
      grow: 0,
      align: 'end',
      cell: (row) => String(row.lapse?.years ?? ''),
    },
    {
      id: 'line',
      header: 'Exam only from',
      width: 150,
      grow: 1,
      cell: (row) => <Line row={row} today={today} />,
    },
    {
      id: 'routes',
      header: 'Back by',
      width: 96,
      grow: 0,
      cell: (row) => (row.lapse?.routes.includes('ccp') === true ? 'CCP or exam' : 'exam only'),
    },
    {
      id: 'notice',
      header: 'Lapse notice',
      width: 130,
      grow: 1,
      cell: (row) => (row.lapse === null ? '' : noticeWords(row.lapse.notice)),
    },
  ];
}

function causeOf({ lapse }: WorklistRow): string {
  return lapse === null ? '' : CAUSE_WORDS[lapse.cause];
}

function Line({ row, today }: { readonly row: WorklistRow; readonly today: string }) {
  if (row.lapse === null) return null;
  const date = displayDate(row.lapse.examOnlyFrom);
  if (row.lapse.appliedOn !== null) return <span className="soft">{date} (application waits)</span>;
  if (!row.lapse.routes.includes('ccp')) return <span className="soft">since {date}</span>;
  if (!isNearLine(row, today)) return <span>{date}</span>;
  return (
    <span className="worklist__near">
      <span aria-hidden="true">◐ </span>
      {date}
    </span>
  );
}

/** What a table beside an open row keeps: the row itself says the rest. */
const BESIDE_A_ROW: ReadonlySet<string> = new Set([
  'member',
  'code',
  'on',
  'points',
  'outstanding',
  'owed',
  'years',
  'line',
  'what',
]);

/** The columns that are left when a row stands open beside the table. */
export function besideARow(columns: readonly Column[]): readonly Column[] {
  return columns.filter(({ id }) => BESIDE_A_ROW.has(id));
}

/** The columns of a list; a sortable column's id is what the question sorts by. */
export function columnsOf(list: WorklistName, today: string): readonly Column[] {
  const head = [MEMBER, NUMBER, CODE, dateColumn(list)];
  if (list === 'lapsed') return [...head, ...lapsedColumns(today), { ...OWED, offAtFirst: true }, STATE];
  if (list === 'past-due') return [...head, OWED, { ...SETTLE, header: 'What cures it' }, STATE];
  if (list === 'roll-blocked') return [...head, OWED, WHAT, STATE];
  if (isFindingList(list)) return [...head, WHAT, STATE];
  if (list === 'ending') return [...head, DAYS, POINTS, OUTSTANDING, SETTLE, STATE];
  return [...head, POINTS, OUTSTANDING, SETTLE, STATE];
}
