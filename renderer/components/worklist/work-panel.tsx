import { ArrowUpRight, Check, Clock, NotebookPen, Undo2, X } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { MarkKind, WorklistItem, WorklistName } from '../../../shared/domain/worklists.ts';
import { useAct } from '../../api/use-act.ts';
import { useAsk } from '../../api/use-ask.ts';
import { Link } from '../../app/navigation.tsx';
import { useKeys } from '../../app/use-keys.ts';
import { Button, IconButton } from '../button.tsx';
import { ErrorState, Skeleton } from '../notices.tsx';
import { StatusMark } from '../status.tsx';
import { sayDone, sayError } from '../toast.tsx';
import { Trail } from '../trail/trail.tsx';
import { focusTable } from './focus-table.ts';
import { MarkDialog } from './mark-dialog.tsx';
import { MarksList } from './marks-list.tsx';
import { PanelLinks } from './panel-links.tsx';
import { daysWords } from './words.ts';

interface WorkPanelProps {
  readonly list: WorklistName;
  readonly item: string;
  readonly memberNo: string;
  readonly onClose: () => void;
  readonly actions?: (item: WorklistItem) => ReactNode;
}

/** The row that is being worked: what is the matter, how the member stands and why, what was done, and what can be done now. */
export function WorkPanel({ list, item, memberNo, onClose, actions }: WorkPanelProps) {
  const found = useAsk('worklists.item', { list, item, memberNo }, { keepPrevious: true });
  const heading = useRef<HTMLHeadingElement>(null);
  const [marking, setMarking] = useState<'note' | 'snoozed' | null>(null);
  const mark = useAct('worklists.mark');
  const there = found.data !== undefined;
  useEffect(() => {
    if (there) heading.current?.focus();
  }, [there]);
  // A dialog gives the focus back to what opened it, which is gone with the row; after that it goes to the table.
  useEffect(() => focusTable, []);
  const settle = (kind: MarkKind) =>
    mark.mutate(
      { list, item, memberNo, kind, until: null, text: '' },
      {
        onSuccess: () => {
          if (kind !== 'done') return;
          sayDone('Done: off the list.', {
            text: 'Undo',
            run: () => mark.mutate({ list, item, memberNo, kind: 'back', until: null, text: '' }),
          });
          onClose();
        },
        onError: sayError,
      },
    );
  useKeys('Row', [
    { keys: 'n', does: 'Note', run: () => setMarking('note') },
    { keys: 's', does: 'Snooze until a date', run: () => setMarking('snoozed') },
    { keys: 'd', does: 'Done', run: () => settle('done') },
    { keys: 'Escape', does: 'Close the row', run: onClose },
  ]);
  if (found.error !== null)
    return (
      <aside className="work-panel" aria-label="Row">
        <ErrorState error={found.error} onRetry={() => void found.refetch()} />
      </aside>
    );
  if (found.data === undefined)
    return (
      <aside className="work-panel" aria-label="Row" aria-busy="true">
        <Skeleton width="60%" />
        <Skeleton height="120px" />
      </aside>
    );
  const { row, memberName, standings, marks } = found.data;
  return (
    <aside className="work-panel" aria-label={`Row: ${memberName}`}>
      <header className="work-panel__header">
        <h2 ref={heading} tabIndex={-1}>
          {memberName}
        </h2>
        <IconButton icon={X} label="Close (Esc)" onClick={onClose} />
      </header>
      <p className="work-panel__who">
        <span className="selectable figures">{memberNo}</span>
        {standings.map(({ code, status }) => (
          <StatusMark key={code} status={status} of={code} look="badge" />
        ))}
      </p>
      {row === null ? (
        <p className="work-panel__matter">Nothing is the matter any more: this row is settled.</p>
      ) : (
        <div className="work-panel__matter">
          <p>
            <strong>{row.text}</strong> <span className="soft">{daysWords(row.days)}</span>
          </p>
          <p>{row.settle}</p>
        </div>
      )}
      <div className="work-panel__actions">
        <Link to={`/members/${encodeURIComponent(memberNo)}?tab=cycles`} className="button button--plain">
          <ArrowUpRight size={16} strokeWidth={1.75} aria-hidden />
          <span>Open member</span>
        </Link>
        <PanelLinks list={list} memberNo={memberNo} row={row} />
        {actions?.(found.data)}
      </div>
      <div className="work-panel__marks-bar">
        <Button look="quiet" icon={NotebookPen} onClick={() => setMarking('note')}>
          Note…
        </Button>
        <Button look="quiet" icon={Clock} onClick={() => setMarking('snoozed')}>
          Snooze…
        </Button>
        {row?.done === true || row?.awayUntil !== null ? (
          <Button look="quiet" icon={Undo2} busy={mark.isPending} onClick={() => settle('back')}>
            Back on the list
          </Button>
        ) : (
          <Button look="quiet" icon={Check} busy={mark.isPending} onClick={() => settle('done')}>
            Done
          </Button>
        )}
      </div>
      <MarksList marks={marks} reversals={found.data.reversals} />
      {standings.map(({ code, reasons }) => (
        <section key={code} className="work-panel__why" aria-label={`Why ${code} stands so`}>
          <h3>Why {code}?</h3>
          <Trail id={`why-${code}`} code={code} reasons={reasons} />
        </section>
      ))}
      {marking === null ? null : (
        <MarkDialog
          kind={marking}
          row={{ list, item, memberNo }}
          onClose={(saved) => {
            setMarking(null);
            if (saved && marking === 'snoozed') onClose();
          }}
        />
      )}
    </aside>
  );
}
