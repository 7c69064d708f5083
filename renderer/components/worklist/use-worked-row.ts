import { useCallback, useEffect, useRef, useState } from 'react';
import type { WorklistRow } from '../../../shared/domain/worklists.ts';
import { useQueryText } from '../../app/navigation.tsx';
import { focusTable } from './focus-table.ts';

/** Milliseconds that the keyboard rests on a row before the panel shows it. */
const REST = 80;

/**
 * The row that stands open beside the list (`?item=c17:2024-05-01&of=700412`): it follows the keyboard through the table, and when it has left
 * the list the next one takes its place.
 * @param total how many rows the list has; null while that is not known
 */
export function useWorkedRow(total: number | null) {
  const [text, setText] = useQueryText();
  const item = text.get('item') ?? '';
  const memberNo = text.get('of') ?? '';
  const isOpen = item !== '' && memberNo !== '';
  const [entered, setEntered] = useState(isOpen ? 1 : 0);
  const now = useRef({ item, setText, total });
  now.current = { item, setText, total };
  const active = useRef<WorklistRow | undefined>(undefined);
  /** The next row that the keyboard comes to is shown; `left` has gone and is not it. */
  const wanted = useRef<{ readonly left: string } | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const show = useCallback((row: Pick<WorklistRow, 'item' | 'memberNo'>) => {
    clearTimeout(timer.current);
    wanted.current = null;
    now.current.setText({ item: row.item, of: row.memberNo });
  }, []);
  /** Goes on to the row that the keyboard is on, once it is another than the one that has left; closes where none is left. */
  const goOn = useCallback(() => {
    const next = active.current;
    if (wanted.current === null) return;
    if (now.current.total === 0) show({ item: '', memberNo: '' });
    else if (next !== undefined && next.item !== wanted.current.left) show(next);
  }, [show]);
  const onActive = useCallback(
    (row: WorklistRow | undefined) => {
      active.current = row;
      goOn();
    },
    [goOn],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever the list has become shorter
  useEffect(goOn, [goOn, total]);

  const onMove = (row: WorklistRow | undefined) => {
    clearTimeout(timer.current);
    if (row === undefined) wanted.current = { left: item };
    else timer.current = setTimeout(() => show(row), REST);
  };
  const onOpen = (row: WorklistRow) => {
    show(row);
    setEntered((times) => times + 1);
  };
  const close = () => {
    setEntered(0);
    show({ item: '', memberNo: '' });
  };
  const onLeft = (left: string) => {
    if (now.current.item !== left) return;
    setEntered(0);
    // The dialog that saved it gives the focus back first.
    setTimeout(focusTable);
    wanted.current = { left };
    // The list may have been read again already.
    goOn();
  };
  return { item, memberNo, isOpen, entered, onActive, onMove, onOpen, onLeft, close };
}
