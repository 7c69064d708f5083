// biome-ignore-all lint/a11y/useSemanticElements: a grid of positioned rows cannot be a <table>; its roles say what it is
import { ArrowDown, ArrowUp } from 'lucide-react';
import { memo } from 'react';
import type { DataTableModel } from './use-data-table.ts';

interface TableHeaderProps<Row extends object> {
  readonly model: DataTableModel<Row>;
}

/** The row of headers that stays at the top; pressing a sortable one sorts by it, pressing it again turns the order round. */
function Header<Row extends object>({ model }: TableHeaderProps<Row>) {
  const headers = model.table.getHeaderGroups()[0]?.headers ?? [];
  return (
    <div role="rowgroup" className="data-table__head" style={{ minWidth: model.leastWidth }}>
      <div
        role="row"
        tabIndex={-1}
        aria-rowindex={1}
        className="table-row table-row--head"
        style={{ gridTemplateColumns: model.template }}
      >
        {model.selectable ? (
          <div role="columnheader" tabIndex={-1} aria-colindex={1} className="table-cell">
            <span className="visually-hidden">Picked</span>
          </div>
        ) : null}
        {headers.map((header, index) => {
          const column = model.columns[index];
          if (column === undefined) return null;
          const sorted = model.sort.by === column.id;
          const Arrow = model.sort.descending ? ArrowDown : ArrowUp;
          return (
            <div
              key={header.id}
              role="columnheader"
              tabIndex={-1}
              aria-colindex={index + 1 + (model.selectable ? 1 : 0)}
              aria-sort={sorted ? (model.sort.descending ? 'descending' : 'ascending') : undefined}
              className={`table-cell ${column.align === 'end' ? 'table-cell--end' : ''}`}
            >
              {header.column.getCanSort() ? (
                <button type="button" className="table-sort" onClick={() => model.sortBy(column.id)}>
                  {column.header}
                  {sorted ? <Arrow size={13} aria-hidden /> : null}
                </button>
              ) : (
                column.header
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** The header, drawn again only when the table's model changes, not while it scrolls. `memo` forgets the type parameter, which the cast gives back. */
export const TableHeader = memo(Header) as typeof Header;
