import { FolderOpen } from 'lucide-react';
import { useAct } from '../../api/use-act.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useJob } from '../../api/use-job.ts';
import { Button } from '../../components/button.tsx';
import { ErrorBanner, ErrorState, Skeleton } from '../../components/notices.tsx';
import { Card } from '../../components/screen.tsx';
import { sayDone } from '../../components/toast.tsx';
import './feed.css';

/** The folder that AMT's files of online activities are laid in, which Standing empties by itself. */
export function FeedFolderTab() {
  const state = useAsk('feed.state', undefined);
  const choose = useAct('feed.chooseFolder');
  const watch = useAct('feed.watch');
  const now = useJob('feed.takeFolder');
  if (state.error !== null) return <ErrorState error={state.error} onRetry={() => void state.refetch()} />;
  if (state.data === undefined) return <Skeleton height="140px" />;
  const { folder } = state.data;
  const set = (to: string | null) =>
    watch.mutate(
      { folder: to },
      {
        onSuccess: () =>
          sayDone(to === null ? 'No folder is watched any more.' : 'The folder is watched from now on.'),
      },
    );
  return (
    <Card title="Watched folder of the online feed">
      <div className="feed__card">
        <p className="soft">
          A file that is laid in the folder is taken in as soon as it is whole, and then moved to its folder
          “done”, or to “refused” with the reason beside it. This goes on whenever Standing is open.
        </p>
        <p>{folder === null ? 'No folder is watched.' : <span className="selectable">{folder}</span>}</p>
        {watch.error === null ? null : <ErrorBanner error={watch.error} />}
        {now.error === null ? null : <ErrorBanner error={now.error} />}
        <div className="buttons">
          <Button
            icon={FolderOpen}
            onClick={() =>
              choose.mutate(undefined, { onSuccess: (chosen) => (chosen === null ? undefined : set(chosen)) })
            }
          >
            {folder === null ? 'Choose a folder…' : 'Choose another folder…'}
          </Button>
          {folder === null ? null : (
            <>
              <Button busy={now.running} onClick={() => void now.start(undefined)}>
                Take what lies there now
              </Button>
              <Button onClick={() => set(null)}>Watch no folder</Button>
            </>
          )}
        </div>
      </div>
    </Card>
  );
}
