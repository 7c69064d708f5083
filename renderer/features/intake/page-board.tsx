import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { IntakePart } from '../../../shared/domain/intake.ts';
import type { PageStep } from '../../../shared/domain/page-order.ts';
import { placeBeside } from '../../../shared/domain/page-order.ts';
import { useAct } from '../../api/use-act.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useKeys } from '../../app/use-keys.ts';
import { ErrorState, Skeleton } from '../../components/notices.tsx';
import { sayError } from '../../components/toast.tsx';
import { BOARD_KEYS, BoardBar, type BoardDeeds, deedOf } from './board-bar.tsx';
import { BoardPart } from './board-part.tsx';
import { pageBeyond } from './page-beyond.ts';
import { PutBackDialog } from './put-back-dialog.tsx';
import './page-board.css';

interface PageBoardProps {
  /** The part whose document is shown. */
  readonly part: IntakePart;
  /** The page that is looked at; null = the first of the part. */
  readonly page: number | null;
  readonly onPage: (page: number, part: IntakePart) => void;
  readonly onOpen: () => void;
}

/**
 * All pages of a document, part by part, to be put in order: split, joined, moved, turned, taken out, each step taken back with `z`. The file
 * stays as it came.
 */
export function PageBoard({ part, page: asked, onPage, onOpen }: PageBoardProps) {
  const pages = useAsk('intake.pages', { document: part.document }, { keepPrevious: true });
  const arrange = useAct('intake.arrange');
  const back = useAct('intake.arrangeBack');
  const [dragged, setDragged] = useState<number | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const [returning, setReturning] = useState<IntakePart | null>(null);
  const board = useRef<HTMLElement>(null);
  const working = useRef(false);
  const parts = pages.data?.document === part.document ? pages.data.parts : [];
  const holds = (number: number | null) =>
    parts.find(({ leaves }) => leaves.some((leaf) => leaf.page === number));
  const page = holds(asked) === undefined ? (part.leaves[0]?.page ?? 1) : (asked ?? 1);
  const own = holds(page);
  const buttonOf = (number: number) =>
    board.current?.querySelector<HTMLButtonElement>(`[data-page="${number}"]`) ?? null;

  // A page that moved into another part is drawn anew there: whoever works on it stays with it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the pages are other ones
  useEffect(() => {
    if (working.current) buttonOf(page)?.focus();
  }, [pages.data]);

  if (pages.error !== null) return <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />;

  const busy = arrange.isPending || back.isPending;
  const step = (one: PageStep) => {
    if (busy) return;
    working.current = true;
    arrange.mutate({ document: part.document, step: one }, { onError: sayError });
  };
  const goBack = (which: 'undo' | 'redo') => {
    if (busy) return;
    working.current = true;
    back.mutate({ document: part.document, which }, { onError: sayError });
  };
  const open = own?.state === 'waiting';
  const next = parts[parts.findIndex((one) => one.part === own?.part) + 1];
  const beside = (by: 1 | -1) => {
    const to = placeBeside(parts, page, by);
    return open && parts.find((one) => one.part === to?.part)?.state === 'waiting' ? to : null;
  };
  const last = own?.leaves.at(-1)?.page === page;
  const does = (able: boolean, one: PageStep) => (able ? () => step(one) : null);
  const [before, after] = [beside(-1), beside(1)];
  const deeds: BoardDeeds = {
    split: does(open && !last, { does: 'split', page }),
    join: does(open && next?.state === 'waiting', { does: 'join', page }),
    turn: does(open, { does: 'turn', page, clockwise: true }),
    out: does(open && (own?.leaves.length ?? 0) > 1, { does: 'take-out', page }),
    before: before === null ? null : () => step(before),
    after: after === null ? null : () => step(after),
    undo: (pages.data?.undo ?? null) === null ? null : () => goBack('undo'),
    redo: (pages.data?.redo ?? null) === null ? null : () => goBack('redo'),
    putBack: own === undefined || open ? null : () => flushSync(() => setReturning(own)),
  };
  const drop = (target: IntakePart, place: number) => {
    if (dragged !== null && target.state === 'waiting') {
      const from = target.leaves.findIndex((leaf) => leaf.page === dragged);
      step({
        does: 'move',
        page: dragged,
        part: target.part,
        place: place - (from >= 0 && from < place ? 1 : 0),
      });
    }
    setDragged(null);
    setOver(null);
  };
  return (
    <section
      ref={board}
      className="page-board"
      aria-label={`All pages of ${part.name}`}
      onBlur={({ relatedTarget }) => {
        if (relatedTarget !== null && board.current?.contains(relatedTarget) !== true)
          working.current = false;
      }}
      onKeyDown={(event) => {
        if (document.querySelector('dialog[open]') !== null) return;
        const beyond = event.altKey ? null : pageBeyond(board.current, page, event.key);
        if (beyond !== null) buttonOf(beyond)?.focus();
        const name = deedOf(event);
        if (name !== null) deeds[name]?.();
        if (event.key === 'Enter' && event.target === buttonOf(page)) onOpen();
        else if (beyond === null && name === null) return;
        event.preventDefault();
      }}
    >
      <BoardKeys />
      <BoardBar deeds={deeds} />
      {pages.data === undefined ? <Skeleton height="220px" /> : null}
      {parts.map((one, at) => (
        <BoardPart
          key={one.part}
          part={one}
          number={at + 1}
          page={page}
          over={dragged === null ? null : over}
          onChoose={(number) => onPage(number, one)}
          onOpen={onOpen}
          onDrag={setDragged}
          onOver={setOver}
          onDrop={(place) => drop(one, place)}
        />
      ))}
      {returning === null ? null : <PutBackDialog part={returning} onClose={() => setReturning(null)} />}
    </section>
  );
}

function BoardKeys() {
  useKeys('All pages', BOARD_KEYS);
  return null;
}
