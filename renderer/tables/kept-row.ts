import { useEffect, useRef } from 'react';
import type { RowSource } from '../api/use-rows.ts';
import type { DataTableModel } from './use-data-table.ts';

/** How far a row is looked for, above and below where it was. */
const REACH = 200;

/**
 * While a row stands open beside the table, the keyboard stays on its row when rows above it come or go. Where the row itself has left the
 * list, the keyboard stays in its place, which is now the next row's.
 */
export function useKeptRow<Row extends object>(
  { source, rowId, openRow, question }: DataTableModel<Row>,
  active: number,
  setActive: (active: number) => void,
): void {
  const before = useRef<{ readonly question: string; readonly active: number; readonly id: string } | null>(
    null,
  );
  const row = active < 0 ? undefined : source.row(active);
  const id = row === undefined ? null : rowId(row);
  useEffect(() => {
    if (id === null) return;
    const was = before.current;
    before.current = { question, active, id };
    if (openRow === null || was === null || was.id === id) return;
    if (was.active !== active || was.question !== question) return;
    const moved = placeNear(source, rowId, was.id, active);
    if (moved === null) return;
    before.current = { question, active: moved, id: was.id };
    setActive(moved);
  });
}

/** Where a row now is near where it was; null where it is not. */
export function placeNear<Row>(
  source: Pick<RowSource<Row>, 'row'>,
  rowId: (row: Row) => string,
  id: string,
  near: number,
): number | null {
  for (let away = 1; away <= REACH; away++)
    for (const index of [near + away, near - away]) {
      const row = index < 0 ? undefined : source.row(index);
      if (row !== undefined && rowId(row) === id) return index;
    }
  return null;
}
