import { FolderOpen } from 'lucide-react';
import { useAct } from '../../api/use-act.ts';
import { useAsk } from '../../api/use-ask.ts';
import { Button } from '../../components/button.tsx';
import { Select } from '../../components/field.tsx';
import { ErrorBanner, ErrorState, Skeleton } from '../../components/notices.tsx';
import { Card } from '../../components/screen.tsx';
import { sayDone, sayError } from '../../components/toast.tsx';

/** The folder that the scanner writes to, and what happens to a file in it once it was taken. */
export function ScanFolderCard() {
  const scans = useAsk('intake.scanFolder', undefined);
  const choose = useAct('intake.chooseFolder');
  const save = useAct('intake.saveScanFolder');
  if (scans.error !== null) return <ErrorState error={scans.error} onRetry={() => void scans.refetch()} />;
  if (scans.data === undefined) return <Skeleton height="180px" />;
  const { folder, leave } = scans.data;
  const set = (to: string | null, stays: boolean) =>
    save.mutate(
      { folder: to, leave: stays },
      {
        onSuccess: () =>
          sayDone(
            to === null ? 'No scan folder is watched any more.' : 'The scan folder is watched from now on.',
          ),
      },
    );
  return (
    <Card title="Scan folder">
      <div className="intake-form">
        <p className="soft">
          Let the scanner write into a folder: a scan is taken in as soon as it is whole, whenever Standing is
          open. A scan leaves the folder only when the document is safely kept.
        </p>
        <p>
          {folder === null ? (
            'No folder is watched.'
          ) : (
            <span className="selectable intake__path">{folder}</span>
          )}
        </p>
        {save.error === null ? null : <ErrorBanner error={save.error} />}
        {folder === null ? null : (
          <Select
            label="Once a scan is taken in"
            value={leave ? 'leave' : 'move'}
            options={[
              { value: 'move', text: 'Move it to the folder “done” in it' },
              { value: 'leave', text: 'Leave it where it lies; it is not taken twice' },
            ]}
            onChange={(event) => set(folder, event.target.value === 'leave')}
          />
        )}
        <div className="buttons">
          <Button
            icon={FolderOpen}
            onClick={() =>
              choose.mutate(undefined, {
                onSuccess: (chosen) => (chosen === null ? undefined : set(chosen, leave)),
                onError: sayError,
              })
            }
          >
            {folder === null ? 'Choose a folder…' : 'Choose another folder…'}
          </Button>
          {folder === null ? null : <Button onClick={() => set(null, leave)}>Watch no folder</Button>}
        </div>
      </div>
    </Card>
  );
}
