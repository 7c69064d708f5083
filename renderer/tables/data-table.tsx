// biome-ignore-all lint/a11y/useSemanticElements: a grid of positioned rows cannot be a <table>; its roles say what it is
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { useLook } from '../app/theme.ts';
import { ErrorState } from '../components/notices.tsx';
import { useKeptRow } from './kept-row.ts';
import { tableMove } from './keyboard.ts';
import { recallPlace, rememberPlace } from './remembered-place.ts';
import { TableHeader } from './table-header.tsx';
import { rowElementId, TableRow } from './table-row.tsx';
import type { DataTableModel } from './use-data-table.ts';
import './data-table.css';

const ROW_PIXELS = { comfortable: 36, compact: 28 } as const;
const SKELETON_ROWS = 24;
/** Rows drawn beyond what is in sight, above and below. */
const OVERSCAN = 6;
/** More than are ever drawn at once, so that row elements are used again for other rows instead of being made anew. */
const SLOTS = 128;

/** Picked, or the one that stands open beside the table. */
function isMarked<Row extends object>(model: DataTableModel<Row>, row: Row): boolean {
  const id = model.rowId(row);
  return id === model.openRow || model.selection.has(id);
}

interface DataTableProps<Row extends object> {
  readonly model: DataTableModel<Row>;
  /** Shown when no row answers the question: says what to change. */
  readonly empty: ReactNode;
}

/**
 * A table of any length: only the rows in sight are drawn, the header stays, and the keyboard does everything (arrows, Page, Home, End,
 * Enter, Space, Shift with arrows, Esc). The focus stays on the grid, which names the active row.
 */
export function DataTable<Row extends object>({ model, empty }: DataTableProps<Row>) {
  const { source, question } = model;
  const scroller = useRef<HTMLDivElement>(null);
  const remembered = useRef(recallPlace(model.id, question));
  const [active, setActive] = useState(remembered.current.active);
  const [anchor, setAnchor] = useState(active);
  const rowHeight = ROW_PIXELS[useLook().rows];
  const total = source.total;
  const count = total ?? SKELETON_ROWS;

  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: OVERSCAN,
    initialOffset: remembered.current.offset,
    scrollPaddingStart: rowHeight,
    rangeExtractor: (range) => {
      const rows = defaultRangeExtractor(range);
      // The active row stays in the document, so that the grid can name it.
      if (active >= 0 && active < count && !rows.includes(active)) rows.push(active);
      return rows.sort((a, b) => a - b);
    },
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: the virtualizer is one object for the table's life
  useEffect(() => virtualizer.measure(), [rowHeight]);

  const first = virtualizer.range?.startIndex ?? 0;
  const last = virtualizer.range?.endIndex ?? 0;
  const { show } = source;
  useEffect(() => show(first, last), [show, first, last]);

  // Another question: from the top.
  const asked = useRef(question);
  useEffect(() => {
    if (asked.current === question) return;
    asked.current = question;
    setActive(-1);
    // Where it is at the top already, asking for it would lay everything out at once.
    if ((virtualizer.scrollOffset ?? 0) > 0) scroller.current?.scrollTo({ top: 0 });
  }, [question, virtualizer]);

  const { onActive } = model;
  const activeNow = active < 0 ? undefined : source.row(active);
  useEffect(() => onActive?.(activeNow), [onActive, activeNow]);
  useKeptRow(model, active, setActive);
  // The list may have become shorter than where the keyboard was.
  useEffect(() => {
    if (total !== null && total > 0 && active >= total) setActive(total - 1);
  }, [total, active]);

  const place = useRef({ offset: 0, active });
  place.current = { offset: virtualizer.scrollOffset ?? 0, active };
  useEffect(() => () => rememberPlace(model.id, asked.current, place.current), [model.id]);

  const pick = useCallback(
    (index: number) => {
      const row = source.row(index);
      if (row === undefined) return;
      const id = model.rowId(row);
      model.setSelection((before) => {
        const next = new Map(before);
        if (!next.delete(id)) next.set(id, row);
        return next;
      });
    },
    [source, model],
  );

  const pickRange = (from: number, to: number) => {
    model.setSelection((before) => {
      const next = new Map(before);
      for (let index = Math.min(from, to); index <= Math.max(from, to); index++) {
        const row = source.row(index);
        if (row !== undefined) next.set(model.rowId(row), row);
      }
      return next;
    });
  };

  const open = (index: number) => {
    const row = source.row(index);
    if (row !== undefined) model.onOpen(row);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    // Presses on a header's or cell's own control are that control's.
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    const rowsInSight = Math.floor(event.currentTarget.clientHeight / rowHeight) - 1;
    const move = tableMove(event.key, event.shiftKey, { active, total: total ?? 0, rowsInSight });
    if (move === null) return;
    event.preventDefault();
    if (move.kind === 'open') open(active);
    else if (move.kind === 'pick') {
      if (model.selectable) pick(active);
    } else if (move.kind === 'clear') {
      if (model.selection.size > 0) model.setSelection(() => new Map());
      else model.onEscape?.();
    } else {
      if (move.extend && model.selectable) pickRange(anchor < 0 ? move.row : anchor, move.row);
      else setAnchor(move.row);
      setActive(move.row);
      virtualizer.scrollToIndex(move.row);
      model.onMove?.(source.row(move.row));
    }
  };

  if (source.error !== null) return <ErrorState error={source.error} onRetry={source.retry} />;

  const activeRow = active >= 0 && active < count ? rowElementId(model.id, active) : undefined;
  return (
    <>
      <div
        ref={scroller}
        className={`data-table ${total === 0 ? 'data-table--empty' : ''}`}
        role="grid"
        tabIndex={0}
        aria-label={model.label}
        aria-rowcount={total === null ? -1 : total + 1}
        aria-colcount={model.columns.length + (model.selectable ? 1 : 0)}
        aria-multiselectable={model.selectable || undefined}
        aria-busy={total === null || source.changing}
        aria-activedescendant={activeRow}
        onKeyDown={onKeyDown}
        onFocus={(event) => {
          if (event.target === event.currentTarget && active < 0 && count > 0) setActive(first);
        }}
      >
        <TableHeader model={model} />
        {total === 0 ? null : (
          <div
            role="rowgroup"
            className="data-table__body"
            style={{ height: virtualizer.getTotalSize(), minWidth: model.leastWidth }}
          >
            {virtualizer.getVirtualItems().map((item) => {
              const row = source.row(item.index);
              return (
                <TableRow
                  key={item.index === active ? 'active' : item.index % SLOTS}
                  tableId={model.id}
                  index={item.index}
                  top={item.start}
                  row={row}
                  columns={model.columns}
                  template={model.template}
                  selectable={model.selectable}
                  picked={row !== undefined && isMarked(model, row)}
                  active={item.index === active}
                  name={row === undefined ? '' : model.rowName(row)}
                  onPick={pick}
                  onOpen={(index) => {
                    setActive(index);
                    setAnchor(index);
                    open(index);
                  }}
                />
              );
            })}
          </div>
        )}
      </div>
      {total === 0 ? <div className="data-table__empty">{empty}</div> : null}
    </>
  );
}
