import { entryOn, isUnconfirmed, type PolicyHistory } from '../../../shared/domain/policy.ts';
import type { PolicyValueView, ShownDecision } from '../../../shared/domain/policy-decisions.ts';
import { useAsk } from '../../api/use-ask.ts';
import { Link } from '../../app/navigation.tsx';
import { Button } from '../../components/button.tsx';
import { Drawer } from '../../components/dialog.tsx';
import { ErrorState, Skeleton } from '../../components/notices.tsx';
import { shortDate } from '../../components/short-date.ts';
import { ConfirmMark } from './confirm-mark.tsx';
import { Decisions } from './decisions.tsx';
import { valueWords } from './policy-groups.ts';

/** What can be done about a value. */
export type ValueTask =
  | { readonly kind: 'set' }
  | { readonly kind: 'confirm' }
  | { readonly kind: 'withdraw'; readonly decision: ShownDecision };

interface ValueDrawerProps {
  readonly history: PolicyHistory;
  readonly today: string;
  /** From this day on means: always. */
  readonly always: string;
  readonly onTask: (task: ValueTask) => void;
  readonly onClose: () => void;
}

/** One policy value: what holds from when, what the office decided about it, and the ways to decide. */
export function ValueDrawer({ history, today, always, onTask, onClose }: ValueDrawerProps) {
  const view = useAsk('policy.value', { name: history.name });
  const now = entryOn(history, today);
  const open = isUnconfirmed(history, today);
  return (
    <Drawer
      title={history.title}
      onClose={onClose}
      footer={
        <>
          {open && now !== undefined ? (
            <Button onClick={() => onTask({ kind: 'confirm' })}>Confirm {valueWords(now)}…</Button>
          ) : null}
          <Button look="primary" onClick={() => onTask({ kind: 'set' })}>
            Change from a day on…
          </Button>
        </>
      }
    >
      {view.error !== null ? (
        <ErrorState error={view.error} onRetry={() => void view.refetch()} />
      ) : view.data === undefined ? (
        <Skeleton height="200px" />
      ) : (
        <Known
          view={view.data}
          today={today}
          always={always}
          onWithdraw={(decision) => onTask({ kind: 'withdraw', decision })}
        />
      )}
    </Drawer>
  );
}

interface KnownProps {
  readonly view: PolicyValueView;
  readonly today: string;
  readonly always: string;
  readonly onWithdraw: (decision: ShownDecision) => void;
}

function Known({ view, today, always, onWithdraw }: KnownProps) {
  const { history, book, decisions } = view;
  return (
    <div className="value-drawer">
      <p className="soft">
        Each day is judged by the value in force on it.{' '}
        <Link to={`/settings/what-if?value=${encodeURIComponent(history.name)}`}>Try another value</Link>{' '}
        without changing it.
      </p>
      <section>
        <h3>What holds from when</h3>
        <Entries history={history} today={today} always={always} />
      </section>
      {decisions.length === 0 ? (
        <p>The office has decided nothing about it; the book’s own value holds.</p>
      ) : (
        <>
          <section>
            <h3>What the office decided</h3>
            <Decisions decisions={decisions} about={() => history} onWithdraw={onWithdraw} />
          </section>
          <section>
            <h3>As the book has it</h3>
            <Entries history={book} today={null} always={always} />
          </section>
        </>
      )}
    </div>
  );
}

interface EntriesProps {
  readonly history: PolicyHistory;
  /** null where none of them is the one in force. */
  readonly today: string | null;
  readonly always: string;
}

/** Values with the first day of each, newest first. */
function Entries({ history, today, always }: EntriesProps) {
  const now = today === null ? undefined : entryOn(history, today);
  return (
    <ol className="held">
      {history.entries.toReversed().map((entry) => (
        <li key={entry.from} className={`held__one ${entry === now ? 'held__one--now' : ''}`}>
          <span className="figures">{entry.from === always ? 'Always' : shortDate(entry.from)}</span>
          <span className="figures">
            {valueWords(entry)}
            {entry === now ? ', now' : ''}
          </span>
          <ConfirmMark confirmed={entry.confirmed} byOffice={entry.decision !== undefined} />
          <span className="held__source">{entry.reference}</span>
        </li>
      ))}
    </ol>
  );
}
