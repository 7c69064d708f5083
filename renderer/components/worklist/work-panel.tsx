import { ArrowUpRight, X } from 'lucide-react';
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { MarkKind, WorklistItem, WorklistName } from '../../../shared/domain/worklists.ts';
import { ask } from '../../api/ask.ts';
import { useAct } from '../../api/use-act.ts';
import { useAsk } from '../../api/use-ask.ts';
import { Link } from '../../app/navigation.tsx';
import { useKeys } from '../../app/use-keys.ts';
import { IconButton } from '../button.tsx';
import { ErrorState, Skeleton } from '../notices.tsx';
import { StatusMark } from '../status.tsx';
import { sayDone, sayError } from '../toast.tsx';
import { Trail } from '../trail/trail.tsx';
import { focusTable } from './focus-table.ts';
import { MarkDialog } from './mark-dialog.tsx';
import { MarksList } from './marks-list.tsx';
import { OpenFees } from './open-fees.tsx';
import { PanelLinks } from './panel-links.tsx';
import { daysWords } from './words.ts';
import { actionsOf, type WorkFormName } from './work-actions.ts';
import { WorkButtons } from './work-buttons.tsx';
import type { WorkForms } from './work-forms.ts';

/** The row that is worked. */
export interface WorkedRow {
  readonly list: WorklistName;
  readonly item: string;
  readonly memberNo: string;
}

export interface ListActions {
  readonly found: WorklistItem;
  /** What the list's own screen did was saved. */
  readonly onSaved: (words: string) => void;
}

interface WorkPanelProps {
  readonly row: WorkedRow;
  readonly forms: WorkForms;
  /** How often it was asked to work the row by keyboard: each time the focus comes here. 0 = never, the keyboard stays on the table. */
  readonly entered: number;
  readonly onClose: () => void;
  /** The row has left the list. */
  readonly onLeft: (item: string) => void;
  readonly actions?: (about: ListActions) => ReactNode;
}

/** The row that is being worked: what is the matter, how the member stands and why, and everything that can be done about it without leaving the list. */
export function WorkPanel({ row: worked, forms, entered, onClose, onLeft, actions }: WorkPanelProps) {
  const found = useAsk('worklists.item', worked, { keepPrevious: true });
  const heading = useRef<HTMLHeadingElement>(null);
  // What is drawn may still be the row before; nothing is done about that one any more.
  const there = found.data !== undefined && !found.isPlaceholderData;
  useFocusOnEntry(heading, entered, there);
  // A dialog gives the focus back to what opened it, which is gone with the row; after that it goes to the table.
  useEffect(() => focusTable, []);
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
  const { memberName, standings, headlines, marks, row, memberNo } = found.data;
  const { Cycle } = forms;
  return (
    <aside className="work-panel" aria-label={`Row: ${memberName}`} aria-busy={!there}>
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
      {standings.map(({ code }) => (
        <p key={code} className="work-panel__stands selectable">
          {standings.length > 1 ? <strong>{code}: </strong> : null}
          {headlines[code]}
        </p>
      ))}
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
      <Work
        key={`${worked.list} ${worked.item}`}
        {...{ worked, forms, there, onClose, onLeft }}
        found={found.data}
      >
        {(onSaved) => actions?.({ found: found.data, onSaved })}
      </Work>
      <MarksList marks={marks} reversals={found.data.reversals} />
      <Cycle
        memberNo={memberNo}
        code={row?.code ?? (standings.length === 1 ? (standings[0]?.code ?? null) : null)}
      />
      <OpenFees memberNo={memberNo} code={row?.code ?? null} />
      <div className="work-panel__marks-bar">
        <Link to={`/members/${encodeURIComponent(memberNo)}?tab=cycles`} className="button button--quiet">
          <ArrowUpRight size={16} strokeWidth={1.75} aria-hidden />
          <span>Open member</span>
        </Link>
        <PanelLinks list={worked.list} memberNo={memberNo} row={row} />
      </div>
      {standings.map(({ code, reasons }) => (
        <section key={code} className="work-panel__why" aria-label={`Why ${code} stands so`}>
          <h3>Why {code}?</h3>
          <Trail id={`why-${code}`} code={code} reasons={reasons} />
        </section>
      ))}
    </aside>
  );
}

interface WorkProps extends Pick<WorkPanelProps, 'forms' | 'onClose' | 'onLeft'> {
  readonly worked: WorkedRow;
  readonly found: WorklistItem;
  readonly there: boolean;
  readonly children: (onSaved: (words: string) => void) => ReactNode;
}

/** What is done about the row: its keys, its buttons, and the form that is open. */
function Work({ worked, found, there, forms, onClose, onLeft, children }: WorkProps) {
  const [form, setForm] = useState<WorkFormName | null>(null);
  const [marking, setMarking] = useState<'note' | 'snoozed' | null>(null);
  const mark = useAct('worklists.mark');
  const { list, item, memberNo } = worked;
  const open = (what: () => void) => {
    if (there) what();
  };
  const onSaved = (words: string) =>
    void ask('worklists.item', worked).then(({ row }) => {
      sayDone(row === null ? `${words} Off the list.` : `${words} Still on the list: ${row.text}`);
      if (row === null) onLeft(item);
    }, sayError);
  const settle = (kind: MarkKind) =>
    open(() => {
      const of = { list, item, memberNo, until: null, text: '' };
      // The keyboard may have gone on to another row by the time that this one is marked: it is told all the same.
      void mark.mutateAsync({ ...of, kind }).then(() => {
        if (kind !== 'done') return;
        sayDone(`${found.memberName} is done: off the list.`, {
          text: 'Undo',
          run: () => void ask('worklists.mark', { ...of, kind: 'back' }).catch(sayError),
        });
        onLeft(item);
      }, sayError);
    });
  useKeys('Row', [
    ...actionsOf(list).map(({ form: name, key, text }) => ({
      keys: key,
      does: text.replace('…', ''),
      run: () => open(() => setForm(name)),
    })),
    { keys: 'n', does: 'Note', run: () => open(() => setMarking('note')) },
    { keys: 's', does: 'Snooze until a date', run: () => open(() => setMarking('snoozed')) },
    { keys: 'd', does: 'Done', run: () => settle('done') },
    { keys: 'Escape', does: 'Close the row', run: onClose },
  ]);
  const Form = form === null ? null : forms[form];
  return (
    <>
      <WorkButtons
        found={found}
        busy={mark.isPending}
        onForm={(name) => open(() => setForm(name))}
        onMark={(kind) => open(() => setMarking(kind))}
        onSettle={settle}
      >
        {children(onSaved)}
      </WorkButtons>
      {Form === null ? null : (
        <Form
          memberNo={memberNo}
          memberName={found.memberName}
          code={found.row?.code ?? null}
          item={item}
          onClose={() => setForm(null)}
          onSaved={onSaved}
        />
      )}
      {marking === null ? null : (
        <MarkDialog
          kind={marking}
          row={worked}
          onClose={(saved) => {
            setMarking(null);
            if (saved && marking === 'snoozed') onLeft(item);
          }}
        />
      )}
    </>
  );
}

function useFocusOnEntry(
  heading: { readonly current: HTMLElement | null },
  entered: number,
  there: boolean,
): void {
  const met = useRef(0);
  useLayoutEffect(() => {
    if (!there || entered === met.current) return;
    met.current = entered;
    if (entered > 0) heading.current?.focus();
  }, [there, entered, heading]);
}
