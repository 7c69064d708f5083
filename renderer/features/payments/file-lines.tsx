import { Check } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import {
  LINE_OUTCOMES,
  type LineEntered,
  type LineOutcome,
  type ReceiptFile,
} from '../../../shared/domain/receipts.ts';
import { toErrorShape } from '../../../shared/ipc/errors.ts';
import { ask } from '../../api/ask.ts';
import { useAct } from '../../api/use-act.ts';
import { useRows } from '../../api/use-rows.ts';
import { useQueryText } from '../../app/navigation.tsx';
import { useKeys } from '../../app/use-keys.ts';
import { Button } from '../../components/button.tsx';
import { CountChip } from '../../components/count-chip.tsx';
import { EmptyState } from '../../components/notices.tsx';
import { sayDone, sayError } from '../../components/toast.tsx';
import { ColumnMenu } from '../../tables/column-menu.tsx';
import { DataTable } from '../../tables/data-table.tsx';
import { useDataTable } from '../../tables/use-data-table.ts';
import { AssignDialog } from './assign-dialog.tsx';
import { canAccept, canFind, canLeave, canUndo } from './line-actions.ts';
import { LINE_COLUMNS } from './line-columns.tsx';
import { LinePanel } from './line-panel.tsx';
import { OUTCOME_WORDS } from './line-words.ts';
import { ReasonDialog } from './reason-dialog.tsx';

type Shown = 'open' | 'left' | LineOutcome | null;

/** The lines of a file, worked one after the other without leaving the list. */
export function FileLines({ file }: { readonly file: ReceiptFile }) {
  const [text, setText] = useQueryText();
  const asked = text.get('show');
  // What there is to do when the file is opened stays in sight when it is done.
  const [first] = useState<Shown>(file.states.open.count > 0 ? 'open' : null);
  const show = asked === 'all' ? null : (CHOICES.find((one) => one === asked) ?? first);
  const setShow = (next: Shown) => setText({ show: next ?? 'all' });
  const [line, setLine] = useState<LineEntered | undefined>(undefined);
  const [asking, setAsking] = useState<'find' | 'leave' | 'undo' | null>(null);
  const accept = useAct('reconcile.accept');
  const { deposit } = file;

  const acceptIt = () => {
    if (line === undefined || !canAccept(line) || accept.isPending) return;
    const { row, outcome } = line;
    accept.mutate(
      { deposit, row },
      {
        onSuccess: (done) =>
          sayDone(
            done.text,
            outcome === 'back' ? null : { text: 'Undo', run: () => void undoAtOnce(deposit, row) },
          ),
        onError: (error) => sayError(toErrorShape(error)),
      },
    );
  };
  const open = (what: 'find' | 'leave' | 'undo', can: (one: LineEntered) => boolean) => () => {
    if (line !== undefined && can(line)) setAsking(what);
  };
  const find = open('find', canFind);
  const leave = open('leave', canLeave);
  const undo = open('undo', canUndo);
  useKeys('Lines of the file', [
    { keys: ['ArrowUp', 'ArrowDown'], does: 'Move in the list' },
    { keys: 'a', does: 'Accept what is suggested', run: acceptIt },
    { keys: 'm', does: 'Look up whose it is', run: find },
    { keys: 'Enter', does: 'The same' },
    { keys: 'l', does: 'Leave it, with a reason', run: leave },
    { keys: 'u', does: 'Take back what was done about it', run: undo },
  ]);
  const question = { deposit, show };
  const model = useDataTable({
    id: 'file-lines',
    label: 'Lines of the file',
    columns: LINE_COLUMNS,
    source: useRows('reconcile.lines', question),
    rowId: (one: LineEntered) => String(one.row),
    rowName: (one: LineEntered) => `row ${one.row}`,
    sort: { by: 'row', descending: false },
    onSort: () => undefined,
    onOpen: (one: LineEntered) => {
      setLine(one);
      if (canFind(one)) setAsking('find');
    },
    onActive: setLine,
    onEscape: () => setShow(null),
    question: JSON.stringify(question),
  });
  const list = useRef<HTMLDivElement>(null);
  // The keyboard starts in the list.
  useEffect(() => list.current?.querySelector<HTMLElement>('[role="grid"]')?.focus(), []);
  return (
    <>
      <div className="file-lines__bar">
        <fieldset className="chips">
          <legend className="visually-hidden">Lines listed</legend>
          <CountChip
            text="To work"
            count={file.states.open.count}
            on={show === 'open'}
            onPress={() => setShow('open')}
          />
          <CountChip text="All" count={allLines(file)} on={show === null} onPress={() => setShow(null)} />
          <span className="chips__line" aria-hidden="true" />
          {LINE_OUTCOMES.filter((outcome) => file.tallies[outcome].count > 0).map((outcome) => (
            <CountChip
              key={outcome}
              text={OUTCOME_WORDS[outcome]}
              count={file.tallies[outcome].count}
              on={show === outcome}
              onPress={() => setShow(outcome)}
            />
          ))}
          {file.states.left.count > 0 ? (
            <CountChip
              text="Left"
              count={file.states.left.count}
              on={show === 'left'}
              onPress={() => setShow('left')}
            />
          ) : null}
        </fieldset>
        <ColumnMenu model={model} />
      </div>
      <div className="file-lines">
        <div className="file-lines__list" ref={list}>
          <DataTable
            model={model}
            empty={
              <EmptyState
                icon={Check}
                title={show === 'open' ? 'No line is left to work' : 'No line is listed here'}
                action={<Button onClick={() => setShow(null)}>Show all lines</Button>}
              >
                {show === 'open' ? 'Each is assigned, or left with a reason.' : null}
              </EmptyState>
            }
          />
        </div>
        <LinePanel
          line={line}
          busy={accept.isPending}
          onAccept={acceptIt}
          onFind={find}
          onLeave={leave}
          onUndo={undo}
        />
      </div>
      {line === undefined || asking === null ? null : asking === 'find' ? (
        <AssignDialog
          entry={{ remittance: line.remittance ?? 0, unassignedCents: line.unassignedCents }}
          onClose={() => setAsking(null)}
        />
      ) : (
        <ReasonDialog
          what={asking}
          deposit={deposit}
          line={line}
          onClose={() => setAsking(null)}
          onDone={(done) => {
            setAsking(null);
            sayDone(done.text);
          }}
        />
      )}
    </>
  );
}

const CHOICES = ['open', 'left', ...LINE_OUTCOMES] as const;

function allLines({ tallies }: ReceiptFile): number {
  return LINE_OUTCOMES.reduce((sum, outcome) => sum + tallies[outcome].count, 0);
}

async function undoAtOnce(deposit: number, row: number): Promise<void> {
  try {
    const { text } = await ask('reconcile.undo', { deposit, row, reason: 'Taken back at once' });
    sayDone(text);
  } catch (error) {
    sayError(toErrorShape(error));
  }
}
