import { ArchiveRestore, File, Folder } from 'lucide-react';
import { useState } from 'react';
import { useAct } from '../../api/use-act.ts';
import { useJob } from '../../api/use-job.ts';
import { Button } from '../../components/button.tsx';
import { ErrorBanner } from '../../components/notices.tsx';
import { Card } from '../../components/screen.tsx';
import { sayError } from '../../components/toast.tsx';
import { Working } from '../../components/working.tsx';

/** Restores a backup into a new folder: which file, where to, and what will happen before it happens. */
export function Restore() {
  const restore = useJob('backup.restore', true);
  const source = useAct('backup.chooseSource');
  const target = useAct('office.chooseFolder');
  const [file, setFile] = useState<string | null>(null);
  const [folder, setFolder] = useState<string | null>(null);
  return (
    <Card title="Restore">
      <div className="backup__body">
        <p className="soft">
          The backup is verified, unpacked into a new folder and then opened. The office that is open now
          stays in its own folder, untouched. A damaged file is refused before anything is written.
        </p>
        {restore.error === null ? null : <ErrorBanner error={restore.error} />}
        {restore.running ? (
          <Working title="Restoring the backup" job={restore.job} onCancel={restore.cancel} />
        ) : (
          <>
            <ol className="restore">
              <li>
                <Button
                  icon={File}
                  busy={source.isPending}
                  onClick={() =>
                    source.mutate(undefined, {
                      onSuccess: (chosen) => setFile((before) => chosen ?? before),
                      onError: sayError,
                    })
                  }
                >
                  Choose the backup…
                </Button>
                <span className={file === null ? 'faint' : 'restore__path selectable'}>
                  {file ?? 'No file chosen'}
                </span>
              </li>
              <li>
                <Button
                  icon={Folder}
                  busy={target.isPending}
                  onClick={() =>
                    target.mutate(
                      { purpose: 'new' },
                      { onSuccess: (chosen) => setFolder((before) => chosen ?? before), onError: sayError },
                    )
                  }
                >
                  Choose a new folder…
                </Button>
                <span className={folder === null ? 'faint' : 'restore__path selectable'}>
                  {folder ?? 'No folder chosen'}
                </span>
              </li>
            </ol>
            <div className="buttons">
              <Button
                icon={ArchiveRestore}
                disabled={file === null || folder === null}
                onClick={() => {
                  if (file !== null && folder !== null) void restore.start({ file, folder });
                }}
              >
                Restore into the new folder and open it
              </Button>
            </div>
          </>
        )}
      </div>
    </Card>
  );
}
