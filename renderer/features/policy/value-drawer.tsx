import { FlaskConical } from 'lucide-react';
import { entryOn, isUnconfirmed, type PolicyHistory } from '../../../shared/domain/policy.ts';
import type { PolicyValueView, ShownDecision } from '../../../shared/domain/policy-decisions.ts';
import { useAsk } from '../../api/use-ask.ts';
import { navigate } from '../../app/navigation.tsx';
import { Button } from '../../components/button.tsx';
import { Drawer } from '../../components/dialog.tsx';
import { ErrorState, Skeleton } from '../../components/notices.tsx';
import { PlainTable } from '../../components/plain-table.tsx';
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
          <Button
            icon={FlaskConical}
            onClick={() => navigate(`/what-if?value=${encodeURIComponent(history.name)}`)}
          >
            Try another value
          </Button>
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
        Each day is judged by the value in force on it. <span className="faint">{history.name}</span>
      </p>
      <section>
        <h3>What holds from when</h3>
        <Entries label="What holds from when" history={history} today={today} always={always} />
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
            <Entries label="As the book has it" history={book} today={null} always={always} />
          </section>
        </>
      )}
    </div>
  );
}

interface EntriesProps {
  readonly label: string;
  readonly history: PolicyHistory;
  /** null where none of them is the one in force. */
  readonly today: string | null;
  readonly always: string;
}

function Entries({ label, history, today, always }: EntriesProps) {
  const now = today === null ? undefined : entryOn(history, today);
  return (
    <PlainTable
      label={label}
      rows={history.entries.toReversed()}
      rowKey={({ from }) => from}
      columns={[
        { header: 'From', cell: ({ from }) => (from === always ? 'Always' : shortDate(from)) },
        {
          header: 'Value',
          align: 'end',
          cell: (entry) => (
            <span className={entry === now ? 'policy__now' : ''}>
              {valueWords(entry)}
              {entry === now ? ' now' : ''}
            </span>
          ),
        },
        {
          header: 'Status',
          cell: ({ confirmed, decision }) => (
            <ConfirmMark confirmed={confirmed} byOffice={decision !== undefined} />
          ),
        },
        {
          header: 'Reference',
          wide: true,
          cell: ({ reference }) => <span className="policy__reference">{reference}</span>,
        },
      ]}
    />
  );
}
