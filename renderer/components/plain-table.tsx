import type { ReactNode } from 'react';
import './plain-table.css';

export interface PlainColumn<Row> {
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** Numbers and money stand at the end, with figures that line up. */
  readonly align?: 'end';
  /** Takes what room is left. */
  readonly wide?: boolean;
}

interface PlainTableProps<Row> {
  /** What the table is, read aloud. */
  readonly label: string;
  readonly columns: readonly PlainColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string | number;
}

/** A short table drawn whole; for lists that may be long use `tables/data-table.tsx`. */
export function PlainTable<Row>({ label, columns, rows, rowKey }: PlainTableProps<Row>) {
  return (
    <table className="plain-table">
      <caption className="visually-hidden">{label}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.header} scope="col" className={cellClass(column)}>
              {column.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            {columns.map((column) => (
              <td key={column.header} className={cellClass(column)}>
                {column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function cellClass<Row>(column: PlainColumn<Row>): string {
  return `${column.align === 'end' ? 'at-end figures' : ''} ${column.wide === true ? 'wide' : ''}`;
}
