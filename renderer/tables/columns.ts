import type { TableColumn, TableSort } from './types.ts';

/** Width of the column of check boxes, pixels. */
export const CHECK_WIDTH = 40;

/** What `grid-template-columns` of the header and of every row is. */
export function gridTemplate(
  columns: readonly Pick<TableColumn<never>, 'width' | 'grow'>[],
  selectable: boolean,
): string {
  const tracks = columns.map(({ width, grow }) =>
    grow > 0 ? `minmax(${width}px, ${grow}fr)` : `${width}px`,
  );
  return [...(selectable ? [`${CHECK_WIDTH}px`] : []), ...tracks].join(' ');
}

/** The narrowest the columns can be together, pixels. */
export function leastWidth(
  columns: readonly Pick<TableColumn<never>, 'width'>[],
  selectable: boolean,
): number {
  return columns.reduce((sum, column) => sum + column.width, selectable ? CHECK_WIDTH : 0);
}

/** Which columns are off: as remembered, else as each column says; what cannot be off never is. */
export function visibility<Row>(
  columns: readonly TableColumn<Row>[],
  remembered: Readonly<Record<string, boolean>> | null,
): Record<string, boolean> {
  return Object.fromEntries(
    columns.map((column) => [
      column.id,
      column.always === true || (remembered?.[column.id] ?? column.offAtFirst !== true),
    ]),
  );
}

/** The sort after a press on a header: the other way round on the same column, else from its beginning. */
export function nextSort<By extends string>(current: TableSort<By>, by: By): TableSort<By> {
  return current.by === by ? { by, descending: !current.descending } : { by, descending: false };
}

/** What is remembered of a table's columns, or null for nothing usable. */
export function readRemembered(text: string | null): Record<string, boolean> | null {
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return null;
    return Object.fromEntries(Object.entries(value).filter(([, on]) => typeof on === 'boolean'));
  } catch {
    return null;
  }
}
