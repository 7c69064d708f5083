import { useState } from 'react';
import type { PolicyBookView } from '../../../shared/domain/policy-book.ts';
import { useAsk } from '../../api/use-ask.ts';
import { Checkbox } from '../../components/field.tsx';
import { Banner, ErrorState, Skeleton } from '../../components/notices.tsx';
import { ConfirmMark } from './confirm-mark.tsx';
import { firstDay, isUnconfirmed, policyGroups, unconfirmedCount } from './policy-groups.ts';
import { PolicyTable } from './policy-table.tsx';
import { Sentences } from './sentences.tsx';

/** The policy book: every value that decides something, since when, by what authority; and the body's own sentences. */
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
  const unconfirmed = unconfirmedCount(book.values);
  const values = open ? book.values.filter(isUnconfirmed) : book.values;
  const always = firstDay(book.values);
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
      {policyGroups(values).map((group) => (
        <PolicyTable key={group.title} group={group} today={today} always={always} />
      ))}
      <Sentences sentences={book.sentences} />
    </div>
  );
}
