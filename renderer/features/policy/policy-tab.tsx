import { FlaskConical } from 'lucide-react';
import { useState } from 'react';
import { isUnconfirmed } from '../../../shared/domain/policy.ts';
import type { PolicyBookView } from '../../../shared/domain/policy-book.ts';
import { useAsk } from '../../api/use-ask.ts';
import { navigate, useQueryText } from '../../app/navigation.tsx';
import { Button } from '../../components/button.tsx';
import { Checkbox } from '../../components/field.tsx';
import { Banner, ErrorState, Skeleton } from '../../components/notices.tsx';
import { ConfirmMark } from './confirm-mark.tsx';
import { Decisions } from './decisions.tsx';
import { firstDay, policyGroups, unconfirmedCount } from './policy-groups.ts';
import { PolicyTable } from './policy-table.tsx';
import { Sentences } from './sentences.tsx';
import { SetDialog } from './set-dialog.tsx';
import { ValueDrawer, type ValueTask } from './value-drawer.tsx';
import { WithdrawDialog } from './withdraw-dialog.tsx';
import './policy.css';

/**
 * The policy book: every value that decides something, since when, by what authority, and the way to change it; what the office decided
 * so far; and the body's own sentences. `?value=annual-fee.RMA` opens one.
 */
export function PolicyTab() {
  const book = useAsk('policy.book', undefined);
  const today = useAsk('office.state', undefined).data?.today;
  if (book.error !== null) return <ErrorState error={book.error} onRetry={() => void book.refetch()} />;
  if (book.data === undefined || today === undefined) return <Skeleton width="100%" height="320px" />;
  return <Book book={book.data} today={today} />;
}

interface BookProps {
  readonly book: PolicyBookView;
  readonly today: string;
}

function Book({ book, today }: BookProps) {
  const [open, setOpen] = useState(false);
  const unconfirmed = unconfirmedCount(book.values, today);
  const values = open ? book.values.filter((each) => isUnconfirmed(each, today)) : book.values;
  const always = firstDay(book.values);
  const [text, setText] = useQueryText();
  return (
    <div className="policy">
      {unconfirmed === 0 ? null : (
        <Banner
          kind="warning"
          action={
            <Checkbox
              label={`Only these ${unconfirmed}`}
              checked={open}
              onChange={(event) => setOpen(event.target.checked)}
            />
          }
        >
          {unconfirmed} of {book.values.length} values are marked <ConfirmMark confirmed={false} />: the body
          publishes no figure, or an old one, so a default is used until the office confirms it. Whatever uses
          one says so.
        </Banner>
      )}
      <div className="buttons">
        <Button icon={FlaskConical} onClick={() => navigate('/settings/what-if')}>
          Try other values on everyone
        </Button>
      </div>
      {policyGroups(values).map((group) => (
        <PolicyTable
          key={group.title}
          group={group}
          today={today}
          always={always}
          onOpen={(name) => setText({ value: name })}
        />
      ))}
      <Trail book={book} />
      <Sentences sentences={book.sentences} />
      <OpenValue
        key={text.get('value')}
        book={book}
        name={text.get('value') ?? ''}
        today={today}
        always={always}
        onClose={() => setText({ value: '' })}
      />
    </div>
  );
}

/** Everything that the office decided, value by value, newest first. */
function Trail({ book }: { readonly book: PolicyBookView }) {
  const trail = useAsk('policy.trail', undefined).data ?? [];
  const known = new Map(book.values.map((history) => [history.name, history]));
  return (
    <section className="policy__group">
      <h2>What the office decided</h2>
      {trail.length === 0 ? (
        <p className="soft">Nothing yet: every value holds as the book has it. Choose one to change it.</p>
      ) : (
        <Decisions
          decisions={trail}
          named
          about={(name) => known.get(name) ?? { title: name, unit: 'points' }}
        />
      )}
    </section>
  );
}

interface OpenValueProps extends BookProps {
  readonly name: string;
  readonly always: string;
  readonly onClose: () => void;
}

/** The value that is looked at: its drawer, or the dialog of what is being decided. */
function OpenValue({ book, name, today, always, onClose }: OpenValueProps) {
  const [task, setTask] = useState<ValueTask | null>(null);
  const history = book.values.find((each) => each.name === name);
  if (history === undefined) return null;
  const back = () => setTask(null);
  if (task === null)
    return <ValueDrawer history={history} today={today} always={always} onTask={setTask} onClose={onClose} />;
  if (task.kind === 'withdraw')
    return <WithdrawDialog history={history} decision={task.decision} today={today} onClose={back} />;
  return <SetDialog history={history} today={today} confirming={task.kind === 'confirm'} onClose={back} />;
}
