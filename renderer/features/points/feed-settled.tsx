import { useState } from 'react';
import { useAct } from '../../api/use-act.ts';
import { useAsk } from '../../api/use-ask.ts';
import { Link } from '../../app/navigation.tsx';
import { Button } from '../../components/button.tsx';
import { Select } from '../../components/field.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../components/notices.tsx';
import { Pager, usePage } from '../../components/pager.tsx';
import { PlainTable } from '../../components/plain-table.tsx';
import { shortDate } from '../../components/short-date.ts';
import { sayDone, sayError } from '../../components/toast.tsx';
import { TableScroll } from './table-scroll.tsx';

const SHOWN = 100;

/** What of the feed was recorded or dismissed, the newest first, with the way back into the queue. */
export function FeedSettled() {
  const [state, setState] = useState<'recorded' | 'dismissed'>('recorded');
  const page = usePage(SHOWN, state);
  const { offset, limit } = page;
  const settled = useAsk('feed.rows', { state, offset, limit }, { keepPrevious: true });
  const undo = useAct('feed.undo');
  if (settled.error !== null)
    return <ErrorState error={settled.error} onRetry={() => void settled.refetch()} />;
  if (settled.data === undefined) return <Skeleton height="200px" />;
  const { rows, total } = settled.data;
  return (
    <section aria-label="Settled rows" className="feed">
      <div className="feed__choice">
        <Select
          label="Show"
          value={state}
          options={[
            { value: 'recorded', text: 'Recorded' },
            { value: 'dismissed', text: 'Dismissed' },
          ]}
          onChange={(event) => setState(event.target.value === 'dismissed' ? 'dismissed' : 'recorded')}
        />
        <p className="soft">{total.toLocaleString('en-US')} in all.</p>
      </div>
      {rows.length === 0 ? (
        <EmptyState title={state === 'recorded' ? 'Nothing is recorded yet' : 'Nothing was dismissed'} />
      ) : (
        <TableScroll label="Settled rows">
          <PlainTable
            label="Settled rows"
            rows={rows}
            rowKey={({ id }) => id}
            columns={[
              {
                header: 'Completed',
                cell: ({ content }) => (content.completedOn === '' ? '' : shortDate(content.completedOn)),
              },
              { header: 'Points', cell: ({ content }) => content.points ?? '', align: 'end' },
              { header: 'What', cell: ({ content }) => content.title, wide: true },
              {
                header: 'Member',
                cell: ({ member, content, why }) =>
                  member === null ? (
                    <span className="soft">
                      {content.name}: {why}
                    </span>
                  ) : (
                    <Link to={`/members/${member.memberNo}?tab=points`}>{member.name}</Link>
                  ),
              },
              {
                header: 'Settled by',
                cell: ({ settledBy, settledOn }) =>
                  settledBy === null ? 'itself' : `${settledBy}, ${shortDate(settledOn ?? '')}`,
              },
              {
                header: 'Change',
                cell: ({ id, content }) => (
                  <Button
                    look="quiet"
                    onClick={() =>
                      undo.mutate(
                        { row: id },
                        {
                          onSuccess: () => sayDone(`“${content.title}” waits in the queue again.`),
                          onError: sayError,
                        },
                      )
                    }
                  >
                    Undo<span className="visually-hidden"> {content.title}</span>
                  </Button>
                ),
              },
            ]}
          />
        </TableScroll>
      )}
      <Pager page={page} total={total} />
    </section>
  );
}
