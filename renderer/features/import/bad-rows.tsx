import { useMemo, useState } from 'react';
import { describeRejected, type ImportReport, type RejectedRow } from '../../../shared/domain/import.ts';
import { DataTable } from '../../tables/data-table.tsx';
import { listedRows } from '../../tables/listed-rows.ts';
import type { TableColumn } from '../../tables/types.ts';
import { useDataTable } from '../../tables/use-data-table.ts';
import { columnWords, count } from './import-words.ts';

const COLUMNS: readonly TableColumn<RejectedRow>[] = [
  {
    id: 'row',
    header: 'Row',
    width: 84,
    grow: 0,
    align: 'end',
    always: true,
    cell: (row) => count(row.row),
  },
  {
    id: 'column',
    header: 'Column',
    width: 130,
    grow: 0,
    cell: (row) => (row.column === '' ? <span className="faint">Whole row</span> : columnWords(row.column)),
  },
  {
    id: 'value',
    header: 'Value',
    width: 130,
    grow: 1,
    cell: (row) =>
      row.value === '' ? <span className="faint">Empty</span> : <span title={row.value}>{row.value}</span>,
  },
  {
    id: 'message',
    header: 'What is wrong',
    width: 300,
    grow: 4,
    cell: (row) => <span title={row.message}>{row.message}</span>,
  },
];

/** The rows that cannot be imported: where, what is there and what is wrong with it. */
export function BadRows({ report }: { readonly report: ImportReport }) {
  const [opened, setOpened] = useState<RejectedRow | null>(null);
  const source = useMemo(() => listedRows(report.rejected), [report]);
  const model = useDataTable({
    id: 'bad-rows',
    label: 'Rows that cannot be imported',
    columns: COLUMNS,
    source,
    rowId: (row) => `${row.row} ${row.column}`,
    rowName: (row) => `row ${row.row}`,
    sort: { by: 'row', descending: false },
    onSort: () => undefined,
    onOpen: setOpened,
    question: 'bad-rows',
  });
  const unlisted = report.rejectedCount - report.rejected.length;
  return (
    <>
      <div className="bad-rows">
        <DataTable model={model} empty={null} />
      </div>
      <p className="bad-rows__whole selectable" role="status">
        {opened === null ? 'Press a row to read all that is said of it.' : `${describeRejected(opened)}.`}
      </p>
      {unlisted > 0 ? (
        <p className="soft figures">and {count(unlisted)} more, all in the CSV file of the bad rows</p>
      ) : null}
    </>
  );
}
