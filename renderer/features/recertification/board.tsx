import { ArrowRightLeft } from 'lucide-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { ApplicationSummary } from '../../../shared/domain/recertification.ts';
import {
  BY_ROUTE,
  RECERTIFICATION_WORDS,
  type RecertificationStatus,
} from '../../../shared/domain/recertification-steps.ts';
import { useAsk } from '../../api/use-ask.ts';
import { Link, navigate } from '../../app/navigation.tsx';
import { useKeys } from '../../app/use-keys.ts';
import { IconButton } from '../../components/button.tsx';
import { ErrorState, Skeleton } from '../../components/notices.tsx';
import { Pager, usePage } from '../../components/pager.tsx';
import { shortDate } from '../../components/short-date.ts';
import { sayError } from '../../components/toast.tsx';
import { type BoardColumn, boardOf, cardBeside, statusOnDrop } from './board-columns.ts';
import { MoveDialog } from './move-dialog.tsx';
import { StepDialog } from './step-dialog.tsx';
import { cardNote } from './words.ts';

/** As many open applications as a board can hold at a time. */
const MOST = 300;

/** The open applications by status; a card is moved by the mouse, or with M by the keyboard. */
export function Board({ today }: { readonly today: string }) {
  const page = usePage(MOST);
  const { offset, limit } = page;
  const list = useAsk(
    'recertification.list',
    { state: 'open', memberNo: null, offset, limit },
    { keepPrevious: true },
  );
  const [moved, setMoved] = useState<ApplicationSummary | null>(null);
  const [step, setStep] = useState<{ of: ApplicationSummary; to: RecertificationStatus } | null>(null);
  const board = useRef<HTMLDivElement>(null);
  const columns = boardOf(list.data?.rows ?? []);
  const counts = columns.map(({ cards }) => cards.length);
  const focused = () => {
    const at = document.activeElement?.closest<HTMLElement>('[data-application]')?.dataset.application;
    return list.data?.rows.find(({ application }) => String(application) === at) ?? null;
  };
  useKeys('Board', [
    { keys: ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'], does: 'Go from card to card' },
    { keys: 'Enter', does: 'Open the application' },
    { keys: 'm', does: 'Move the card: what each step needs', run: () => setMoved(focused()) },
  ]);
  if (list.error !== null) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  if (list.data === undefined) return <Skeleton height="320px" />;

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const card =
      event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-application]') : null;
    if (card === null || event.ctrlKey || event.metaKey || event.altKey) return;
    const at = { column: Number(card.dataset.column), row: Number(card.dataset.row) };
    const next = cardBeside(counts, at, event.key);
    if (next === null) return;
    event.preventDefault();
    board.current
      ?.querySelector<HTMLElement>(`[data-column="${next.column}"][data-row="${next.row}"] .board-card__name`)
      ?.focus();
  };
  const drop = (application: string, column: BoardColumn) => {
    const of = list.data.rows.find((row) => String(row.application) === application);
    if (of === undefined || column.statuses.includes(of.status)) return;
    if (column.id === 'closed') return setMoved(of);
    const to = statusOnDrop(of, column);
    if (to !== null) return setStep({ of, to });
    sayError({
      code: 'step-not-allowed',
      message: `From “${RECERTIFICATION_WORDS[of.status]}” an application ${BY_ROUTE[of.route]} does not come to “${column.title}”.`,
      fix: 'Press M on the card to see where it can go.',
    });
  };
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrow keys go from card to card; the cards themselves are links */}
      <div ref={board} className="board" onKeyDown={onKeyDown}>
        {columns.map((column, at) => (
          <Column key={column.id} column={column} place={at} onMove={setMoved} onDrop={drop} />
        ))}
      </div>
      <Pager page={page} total={list.data.total} />
      {moved === null ? null : (
        <MoveDialog
          of={moved}
          onClose={() => setMoved(null)}
          onChoose={(to) => {
            setStep({ of: moved, to });
            setMoved(null);
          }}
        />
      )}
      {step === null ? null : (
        <StepDialog of={step.of} to={step.to} today={today} onClose={() => setStep(null)} />
      )}
    </>
  );
}

interface ColumnProps {
  readonly column: BoardColumn & { readonly cards: readonly ApplicationSummary[] };
  readonly place: number;
  readonly onMove: (of: ApplicationSummary) => void;
  readonly onDrop: (application: string, column: BoardColumn) => void;
}

function Column({ column, place, onMove, onDrop }: ColumnProps) {
  const [over, setOver] = useState(false);
  const { id, title, cards } = column;
  return (
    <section
      className={`board__column ${over ? 'board__column--over' : ''}`}
      aria-label={title}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onDrop(event.dataTransfer.getData('text/plain'), column);
      }}
    >
      <h2 className="board__title">
        {title} {id === 'closed' ? null : <span className="board__count figures">{cards.length}</span>}
      </h2>
      {id === 'closed' ? (
        <p className="board__hint">
          Drop a card here to close it.{' '}
          <Link to="/recertification?tab=list&state=closed">See those closed</Link>
        </p>
      ) : (
        <ul className="board__cards">
          {cards.map((card, row) => (
            <Card key={card.application} card={card} place={place} row={row} onMove={onMove} />
          ))}
        </ul>
      )}
    </section>
  );
}

interface CardProps {
  readonly card: ApplicationSummary;
  readonly place: number;
  readonly row: number;
  readonly onMove: (of: ApplicationSummary) => void;
}

function Card({ card, place, row, onMove }: CardProps) {
  const { application, memberName, memberNo, code, route, sinceOn } = card;
  return (
    <li
      className="board-card"
      draggable
      data-application={application}
      data-column={place}
      data-row={row}
      onDragStart={(event) => {
        event.dataTransfer.setData('text/plain', String(application));
        event.dataTransfer.effectAllowed = 'move';
      }}
    >
      <div className="board-card__top">
        <Link to={`/recertification/${application}`} className="board-card__name" draggable={false}>
          {memberName}
        </Link>
        <IconButton
          icon={ArrowRightLeft}
          label={`Move ${memberName}, ${code}`}
          onClick={() => onMove(card)}
        />
      </div>
      <p className="soft">
        <strong>{code}</strong> {BY_ROUTE[route]} <span className="figures">{memberNo}</span>
      </p>
      <p className={card.missing > 0 ? 'board-card__note board-card__note--missing' : 'board-card__note'}>
        {cardNote(card)}
      </p>
      <p className="faint">since {shortDate(sinceOn)}</p>
    </li>
  );
}

/** Opens an application. */
export function openApplication({ application }: ApplicationSummary): void {
  navigate(`/recertification/${application}`);
}
