import {
  columnVisibilityFeature,
  createColumnHelper,
  type ReactTable,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useMemo, useState } from 'react';
import type { RowSource } from '../api/use-rows.ts';
import { gridTemplate, leastWidth, nextSort, readRemembered, visibility } from './columns.ts';
import type { Selection, TableColumn, TableSort } from './types.ts';

const FEATURES = tableFeatures({ columnVisibilityFeature, rowSortingFeature });
// The rows come by index from their source; the model is about columns.
const NO_ROWS: never[] = [];

interface DataTableOptions<Row extends object, By extends string> {
  /** What is remembered on this computer is kept under it. */
  readonly id: string;
  /** What the rows are, read aloud: `Members`. */
  readonly label: string;
  readonly columns: readonly TableColumn<Row>[];
  readonly source: RowSource<Row>;
  readonly rowId: (row: Row) => string;
  /** What the row is called, for its check box. */
  readonly rowName: (row: Row) => string;
  readonly sort: TableSort<By>;
  readonly onSort: (sort: TableSort<By>) => void;
  readonly onOpen: (row: Row) => void;
  /** The row that the keyboard is on, whenever it becomes another; the same function each time. */
  readonly onActive?: (row: Row | undefined) => void;
  /** The keyboard was moved to a row; undefined while its page is on its way. */
  readonly onMove?: (row: Row | undefined) => void;
  /** Esc with nothing picked. */
  readonly onEscape?: () => void;
  /** Changes with the question; the table then starts at its top. */
  readonly question: string;
  readonly selectable?: boolean;
  /** The id of the row that stands open beside the table, which is marked; null where none does. */
  readonly openRow?: string | null;
}

/** Everything that the parts of one table share. */
export interface DataTableModel<Row extends object> {
  readonly id: string;
  readonly label: string;
  readonly table: ReactTable<typeof FEATURES, Row>;
  /** Those that are on, in order. */
  readonly columns: readonly TableColumn<Row>[];
  readonly allColumns: readonly TableColumn<Row>[];
  readonly template: string;
  readonly leastWidth: number;
  readonly source: RowSource<Row>;
  readonly rowId: (row: Row) => string;
  readonly rowName: (row: Row) => string;
  readonly sort: TableSort;
  readonly sortBy: (columnId: string) => void;
  readonly onOpen: (row: Row) => void;
  readonly onActive: ((row: Row | undefined) => void) | undefined;
  readonly onMove: ((row: Row | undefined) => void) | undefined;
  readonly onEscape: (() => void) | undefined;
  readonly question: string;
  readonly selectable: boolean;
  readonly openRow: string | null;
  readonly selection: Selection<Row>;
  readonly setSelection: (change: (before: Selection<Row>) => Selection<Row>) => void;
  readonly isOn: (columnId: string) => boolean;
  readonly setOn: (columnId: string, on: boolean) => void;
}

/**
 * The model of a table over rows that come page by page: which columns are on (remembered), how it is sorted, what is picked.
 * `<DataTable model={model} empty={…} />` draws it, `<ColumnMenu model={model} />` chooses its columns.
 */
export function useDataTable<Row extends object, By extends string>(
  options: DataTableOptions<Row, By>,
): DataTableModel<Row> {
  const { id, columns: all, sort, onSort } = options;
  const selectable = options.selectable ?? false;
  const [selection, setSelection] = useState<Selection<Row>>(() => new Map());
  const [shown, setShown] = useState(() =>
    visibility(all, readRemembered(localStorage.getItem(`standing.table.${id}`))),
  );

  const columnDefs = useMemo(() => {
    const helper = createColumnHelper<typeof FEATURES, Row>();
    return all.map((column) =>
      helper.accessor((row): unknown => row, {
        id: column.id,
        header: column.header,
        enableHiding: column.always !== true,
        enableSorting: column.sortable === true,
      }),
    );
  }, [all]);

  const table = useTable({
    features: FEATURES,
    columns: columnDefs,
    data: NO_ROWS,
    manualSorting: true,
    state: { columnVisibility: shown, sorting: [{ id: sort.by, desc: sort.descending }] },
    onColumnVisibilityChange: (change) => {
      const next = typeof change === 'function' ? change(shown) : change;
      localStorage.setItem(`standing.table.${id}`, JSON.stringify(next));
      setShown(next);
    },
  });

  const columns = useMemo(() => all.filter((column) => shown[column.id] !== false), [all, shown]);

  return {
    id,
    label: options.label,
    table,
    columns,
    allColumns: all,
    template: gridTemplate(columns, selectable),
    leastWidth: leastWidth(columns, selectable),
    source: options.source,
    rowId: options.rowId,
    rowName: options.rowName,
    sort,
    sortBy: (columnId) => {
      // Only sortable columns are asked for, and their ids are what the question sorts by.
      onSort(nextSort(sort, columnId as By));
    },
    onOpen: options.onOpen,
    onActive: options.onActive,
    onMove: options.onMove,
    onEscape: options.onEscape,
    question: options.question,
    selectable,
    openRow: options.openRow ?? null,
    selection,
    setSelection,
    isOn: (columnId) => table.getColumn(columnId)?.getIsVisible() ?? false,
    setOn: (columnId, on) => table.getColumn(columnId)?.toggleVisibility(on),
  };
}
