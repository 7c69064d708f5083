import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { FeedRow } from '../../../shared/domain/feed.ts';
import { useAct } from '../../api/use-act.ts';
import { useAsk } from '../../api/use-ask.ts';
import { WhoField } from '../../app/lookup/who-field.tsx';
import { useKeys } from '../../app/use-keys.ts';
import { Button } from '../../components/button.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../components/notices.tsx';
import { shortDate } from '../../components/short-date.ts';
import { sayDone, sayError } from '../../components/toast.tsx';
import { DismissDialog } from './dismiss-dialog.tsx';
import { memberMeant } from './member-meant.ts';
import { pointsWords } from './words.ts';

const SHOWN = 50;

/** What of the feed could not be recorded by itself, worked one row after the other: 1, 2, 3 takes a suggestion, `f` finds another, `d` dismisses. */
export function FeedQueue({ waiting }: { readonly waiting: number }) {
  const queue = useAsk('feed.rows', { state: 'waiting', offset: 0, limit: SHOWN }, { keepPrevious: true });
  const [at, setAt] = useState(0);
  const [dismissing, setDismissing] = useState<FeedRow | null>(null);
  const assign = useAct('feed.assign');
  const undo = useAct('feed.undo');
  const who = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const rows = queue.data?.rows ?? [];
  const place = Math.min(at, Math.max(0, rows.length - 1));
  const row = rows[place];

  useEffect(() => {
    list.current?.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' });
  });

  const undoing = (settled: FeedRow) => ({
    text: 'Undo',
    run: () => undo.mutate({ row: settled.id }, { onError: sayError }),
  });
  const record = (memberNo: string | undefined) => {
    if (row === undefined || memberNo === undefined || assign.isPending) return;
    assign.mutate(
      { row: row.id, memberNo },
      {
        onSuccess: (settled) => {
          sayDone(
            `“${row.content.title}” recorded for ${settled.member?.name ?? 'the member'}.`,
            undoing(settled),
          );
          list.current?.focus();
        },
        onError: sayError,
      },
    );
  };
  const take = (n: number) => record(row?.suggestions[n]?.memberNo);
  useKeys('Queue of the online feed', [
    { keys: ['ArrowDown', 'j'], does: 'Next row', run: () => setAt(Math.min(rows.length - 1, place + 1)) },
    { keys: ['ArrowUp', 'k'], does: 'Row before', run: () => setAt(Math.max(0, place - 1)) },
    { keys: '1', does: 'Record it for the first suggestion', run: () => take(0) },
    { keys: '2', does: '… for the second', run: () => take(1) },
    { keys: '3', does: '… for the third', run: () => take(2) },
    { keys: 'f', does: 'Find the member', run: () => who.current?.focus() },
    { keys: 'd', does: 'Dismiss it', run: () => flushSync(() => setDismissing(row ?? null)) },
  ]);

  if (queue.error !== null) return <ErrorState error={queue.error} onRetry={() => void queue.refetch()} />;
  if (queue.data === undefined) return <Skeleton height="200px" />;
  if (row === undefined)
    return (
      <EmptyState title="Nothing waits">
        Every online activity that AMT sent is recorded with the member it is about.
      </EmptyState>
    );
  return (
    <section aria-label="Queue" className="feed-queue">
      <ul ref={list} className="feed-queue__rows" aria-label="Rows that wait">
        {rows.map((one, index) => (
          <li key={one.id}>
            <button
              type="button"
              className="feed-queue__row"
              aria-current={index === place}
              onClick={() => setAt(index)}
            >
              <span className="feed-queue__name">
                {one.content.name || one.content.memberNo || 'Nobody named'}
              </span>
              <span className="soft">{one.content.title || one.file}</span>
            </button>
          </li>
        ))}
        {waiting > rows.length ? (
          <li className="soft feed-queue__more">
            {(waiting - rows.length).toLocaleString('en-US')} more come up as these are worked.
          </li>
        ) : null}
      </ul>
      <div className="feed-queue__work">
        <h2>{row.content.title || 'A row without a title'}</h2>
        <p className="figures">
          {[
            row.content.completedOn === '' ? '' : shortDate(row.content.completedOn),
            row.content.points === null ? '' : pointsWords(row.content.points),
            row.content.provider,
          ]
            .filter((part) => part !== '')
            .join(' · ')}
        </p>
        <dl className="feed-queue__facts">
          <Fact name="Member number" value={row.content.memberNo} />
          <Fact name="Name" value={row.content.name} />
          <Fact name="E-mail" value={row.content.email} />
          <Fact name="AMT’s number" value={row.content.externalId} />
          <Fact name="From" value={`${row.file}, row ${row.row}`} />
        </dl>
        <p className="points-not">{row.why}</p>
        {row.content.problems.length > 0 ? (
          <p className="soft">
            It cannot be recorded as it is: have AMT send it again, or enter it by hand and dismiss it.
          </p>
        ) : (
          <>
            <h3>Whose is it?</h3>
            {row.suggestions.length === 0 ? <p className="soft">No one comes near.</p> : null}
            <ol className="feed-queue__suggestions">
              {row.suggestions.map((suggestion, index) => (
                <li key={suggestion.memberNo}>
                  <Button onClick={() => record(suggestion.memberNo)}>
                    <kbd>{index + 1}</kbd> {suggestion.name}{' '}
                    <span className="figures soft">
                      {suggestion.memberNo} · {suggestion.codes} · {suggestion.because}
                    </span>
                  </Button>
                </li>
              ))}
            </ol>
            <WhoField
              ref={who}
              label="Somebody else (f)"
              hint="A member number or name; Enter records it"
              recognise={memberMeant}
              onMember={({ memberNo }) => record(memberNo)}
              onEmpty={() => undefined}
            />
          </>
        )}
        <Button onClick={() => setDismissing(row)}>Dismiss… (d)</Button>
      </div>
      {dismissing === null ? null : (
        <DismissDialog
          row={dismissing}
          onClose={() => setDismissing(null)}
          onDismissed={(settled) => sayDone('Dismissed.', undoing(settled))}
        />
      )}
    </section>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  if (value === '') return null;
  return (
    <>
      <dt>{name}</dt>
      <dd className="selectable figures">{value}</dd>
    </>
  );
}
