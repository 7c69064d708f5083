import { Check, Search, Undo2, X } from 'lucide-react';
import type { LineEntered } from '../../../shared/domain/receipts.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import { displayCents } from '../../../shared/util/money.ts';
import { Link } from '../../app/navigation.tsx';
import { Button } from '../../components/button.tsx';
import { KeyHint } from '../../components/key-hint.tsx';
import { canAccept, canFind, canLeave, canUndo } from './line-actions.ts';
import { STATE_WORDS } from './line-words.ts';
import { METHOD_WORDS } from './method-words.ts';
import { OutcomeMark } from './outcome-mark.tsx';

interface LinePanelProps {
  readonly line: LineEntered | undefined;
  readonly busy: boolean;
  readonly onAccept: () => void;
  readonly onFind: () => void;
  readonly onLeave: () => void;
  readonly onUndo: () => void;
}

/** The line that the keyboard is on: what the file says, what is suggested and why, and what can be done. */
export function LinePanel({ line, busy, onAccept, onFind, onLeave, onUndo }: LinePanelProps) {
  if (line === undefined)
    return (
      <aside className="line-panel" aria-label="Line">
        <p className="soft">Choose a line with the arrow keys to see what is suggested for it.</p>
      </aside>
    );
  const { row, name, memberNo, cents, receivedOn, method, reference, code, outcome, why, suggestion, state } =
    line;
  return (
    <aside className="line-panel" aria-label={`Line ${row}`}>
      <header className="line-panel__head">
        <h2>
          Row {row.toLocaleString('en-US')} ·{' '}
          <span className="figures">{cents === null ? '–' : displayCents(cents)}</span>
        </h2>
        <OutcomeMark outcome={outcome} />
      </header>
      <dl className="line-panel__facts">
        <dt>From</dt>
        <dd>{name === '' ? <span className="faint">no name</span> : name}</dd>
        <dt>Number</dt>
        <dd className="figures">{memberNo === '' ? <span className="faint">none</span> : memberNo}</dd>
        {code === '' ? null : (
          <>
            <dt>For</dt>
            <dd>{code}</dd>
          </>
        )}
        <dt>Received</dt>
        <dd>{receivedOn === null ? '–' : displayDate(receivedOn)}</dd>
        <dt>Paid by</dt>
        <dd className="line-panel__reference">
          {METHOD_WORDS[method]} {reference}
        </dd>
        <dt>Now</dt>
        <dd>{STATE_WORDS[state]}</dd>
      </dl>
      {why === '' ? null : <p className="line-panel__why">{why}</p>}
      {suggestion === null || !canAccept(line) ? null : (
        <p>
          Suggested:{' '}
          <Link to={`/members/${encodeURIComponent(suggestion.memberNo)}`}>{suggestion.memberName}</Link>{' '}
          <span className="figures soft">{suggestion.memberNo}</span>
        </p>
      )}
      {line.leftBecause === '' ? null : <p className="soft">Left: {line.leftBecause}</p>}
      <div className="line-panel__does">
        {canAccept(line) ? (
          <Button look="primary" icon={Check} busy={busy} onClick={onAccept}>
            {outcome === 'back' ? 'Mark its payment as bounced' : `It is ${suggestion?.memberName ?? ''}’s`}{' '}
            <Key name="A" />
          </Button>
        ) : null}
        {canFind(line) ? (
          <Button icon={Search} onClick={onFind}>
            Whose is it? <Key name="M" />
          </Button>
        ) : null}
        {canLeave(line) ? (
          <Button icon={X} onClick={onLeave}>
            Leave it… <Key name="L" />
          </Button>
        ) : null}
        {canUndo(line) ? (
          <Button icon={Undo2} onClick={onUndo}>
            Take it back… <Key name="U" />
          </Button>
        ) : null}
      </div>
    </aside>
  );
}

/** Shown beside the words, not read aloud as a part of them. */
function Key({ name }: { readonly name: string }) {
  return (
    <span aria-hidden="true">
      <KeyHint keys={[name]} />
    </span>
  );
}
