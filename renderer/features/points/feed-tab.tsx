import { FileInput } from 'lucide-react';
import { useCallback, useState } from 'react';
import { useAct } from '../../api/use-act.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useJob } from '../../api/use-job.ts';
import { Link, useQueryText } from '../../app/navigation.tsx';
import { useDroppedFiles } from '../../app/use-dropped-files.ts';
import { Button } from '../../components/button.tsx';
import { Banner, ErrorBanner, ErrorState, Skeleton } from '../../components/notices.tsx';
import { PlainTable } from '../../components/plain-table.tsx';
import { shortDate } from '../../components/short-date.ts';
import { Working } from '../../components/working.tsx';
import { FeedQueue } from './feed-queue.tsx';
import { FeedSettled } from './feed-settled.tsx';
import { TableScroll } from './table-scroll.tsx';
import './feed.css';
import './points.css';

const ORIGIN_WORDS = {
  dropped: 'dropped or chosen',
  command: 'by command',
  watched: 'watched folder',
} as const;

/** AMT's online activities: files come in by being dropped, chosen or laid in the watched folder; what cannot be told whose it is waits in a queue. */
export function FeedTab() {
  const state = useAsk('feed.state', undefined);
  const [text, setText] = useQueryText();
  const choose = useAct('feed.chooseFile');
  const take = useJob('feed.take', true);
  const [refused, setRefused] = useState<string | null>(null);
  const { start } = take;
  const takeFiles = useCallback(
    async (files: readonly string[]) => {
      setRefused(files.length > 1 ? 'One file at a time: the first one is taken in now.' : null);
      const [file] = files;
      if (file !== undefined) await start({ file });
    },
    [start],
  );
  const over = useDroppedFiles(takeFiles);
  if (state.error !== null) return <ErrorState error={state.error} onRetry={() => void state.refetch()} />;
  if (state.data === undefined) return <Skeleton height="200px" />;
  const { folder, waiting, files } = state.data;
  const settled = text.get('show') === 'settled';
  return (
    <div className={over ? 'feed feed--over' : 'feed'}>
      <div className="feed__bar">
        <p className="soft">
          Drop AMT’s file here.{' '}
          {folder === null ? (
            <>
              No folder is watched: <Link to="/settings?tab=feed">set one in Settings</Link>.
            </>
          ) : (
            <>
              Files laid in <span className="selectable">{folder}</span> are taken by themselves (
              <Link to="/settings?tab=feed">change</Link>).
            </>
          )}
        </p>
        <div className="buttons">
          <Button onClick={() => setText({ show: settled ? '' : 'settled' })}>
            {settled ? 'Show the queue' : 'Show what was settled'}
          </Button>
          <Button
            look="primary"
            icon={FileInput}
            onClick={() =>
              choose.mutate(undefined, {
                onSuccess: (file) => (file === null ? undefined : void takeFiles([file])),
              })
            }
          >
            Choose a file…
          </Button>
        </div>
      </div>
      {refused === null ? null : <Banner kind="info">{refused}</Banner>}
      {take.running ? (
        <Working title="Taking in online activities" job={take.job} onCancel={take.cancel} />
      ) : null}
      {take.error === null ? null : <ErrorBanner error={take.error} />}
      {take.result === null ? null : (
        <Banner kind="info">
          {take.result.file}: {take.result.recorded} recorded, {take.result.known} known before,{' '}
          {take.result.queued} waiting in the queue.
        </Banner>
      )}
      {settled ? <FeedSettled /> : <FeedQueue waiting={waiting} />}
      {files.length === 0 ? null : (
        <section aria-label="Files taken">
          <h2>Files taken</h2>
          <TableScroll label="Files taken">
            <PlainTable
              label="Files taken"
              rows={files}
              rowKey={(file) => `${file.name} ${file.takenOn} ${file.rows}`}
              columns={[
                { header: 'Taken', cell: ({ takenOn }) => shortDate(takenOn) },
                {
                  header: 'File',
                  cell: ({ name }) => <span className="selectable">{name}</span>,
                  wide: true,
                },
                { header: 'How', cell: ({ origin, takenBy }) => `${ORIGIN_WORDS[origin]}, ${takenBy}` },
                { header: 'Rows', cell: ({ rows }) => rows.toLocaleString('en-US'), align: 'end' },
                {
                  header: 'Recorded',
                  cell: ({ recorded }) => recorded.toLocaleString('en-US'),
                  align: 'end',
                },
                { header: 'Waiting', cell: (file) => file.waiting.toLocaleString('en-US'), align: 'end' },
              ]}
            />
          </TableScroll>
        </section>
      )}
    </div>
  );
}
