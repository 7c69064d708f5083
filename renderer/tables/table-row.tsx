// biome-ignore-all lint/a11y/useSemanticElements: a grid of positioned rows cannot be a <table>; its roles say what it is
import { type MouseEvent, memo, type ReactNode } from 'react';
import { Skeleton } from '../components/notices.tsx';
import type { TableColumn } from './types.ts';

interface TableRowProps<Row> {
  readonly tableId: string;
  /** Place in the whole list, from 0. */
  readonly index: number;
  /** Pixels from the top of the body. */
  readonly top: number;
  /** undefined while it is on its way. */
  readonly row: Row | undefined;
  readonly columns: readonly TableColumn<Row>[];
  readonly template: string;
  readonly selectable: boolean;
  readonly picked: boolean;
  readonly active: boolean;
  readonly name: string;
  readonly onPick: (index: number) => void;
  readonly onOpen: (index: number) => void;
}

export function rowElementId(tableId: string, index: number): string {
  return `${tableId}-row-${index}`;
}

function Row<Row>(props: TableRowProps<Row>): ReactNode {
  const { index, row, columns, picked, active, selectable } = props;
  const onClick = (event: MouseEvent<HTMLElement>) => {
    // Someone who marks text to copy it does not mean to open the row.
    if (window.getSelection()?.isCollapsed === false) return;
    event.preventDefault();
    props.onOpen(index);
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the grid's
    <div
      role="row"
      tabIndex={-1}
      id={rowElementId(props.tableId, index)}
      aria-rowindex={index + 2}
      aria-selected={selectable ? picked : undefined}
      className={`table-row ${active ? 'table-row--active' : ''} ${picked ? 'table-row--picked' : ''}`}
      style={{ gridTemplateColumns: props.template, transform: `translateY(${props.top}px)` }}
      onClick={onClick}
    >
      {selectable ? (
        // biome-ignore lint/a11y/useKeyWithClickEvents: a larger target round the check box; the keys are the grid's
        <div
          role="gridcell"
          tabIndex={-1}
          aria-colindex={1}
          className="table-cell table-cell--check"
          onClick={(event) => {
            event.stopPropagation();
            props.onPick(index);
          }}
        >
          <input
            type="checkbox"
            className="check"
            tabIndex={-1}
            checked={picked}
            readOnly
            aria-label={`Pick ${props.name}`}
          />
        </div>
      ) : null}
      {columns.map((column, at) => (
        <div
          key={column.id}
          role="gridcell"
          tabIndex={-1}
          aria-colindex={at + 1 + (selectable ? 1 : 0)}
          className={`table-cell ${column.align === 'end' ? 'table-cell--end figures' : ''}`}
        >
          {row === undefined ? (
            <Skeleton width={`${45 + ((index * 7 + at * 13) % 40)}%`} />
          ) : (
            column.cell(row)
          )}
        </div>
      ))}
    </div>
  );
}

/** One row; drawn again only when what it shows changes. `memo` forgets the type parameter, which the cast gives back. */
export const TableRow = memo(Row, (before, after) =>
  Object.entries(after).every(
    ([name, value]) => typeof value === 'function' || Reflect.get(before, name) === value,
  ),
) as typeof Row;
