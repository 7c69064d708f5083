import { Archive, FolderOpen } from 'lucide-react';
import { ask } from '../../api/ask.ts';
import { useAct } from '../../api/use-act.ts';
import { useJob } from '../../api/use-job.ts';
import { Button } from '../../components/button.tsx';
import { CopyButton } from '../../components/copy-button.tsx';
import { ErrorBanner } from '../../components/notices.tsx';
import { Card } from '../../components/screen.tsx';
import { sayError } from '../../components/toast.tsx';
import { Working } from '../../components/working.tsx';
import { byteWords } from './byte-words.ts';

/** Makes a backup and shows the file that came of it. */
export function BackUp() {
  const backup = useJob('backup.create', true);
  const choose = useAct('backup.chooseTarget');
  const made = backup.result;
  return (
    <Card title="Back up">
      <div className="backup__body">
        <p className="soft">
          Members, documents, runs and the journal go into one file, which is opened and verified as soon as
          it is written. You can keep working meanwhile.
        </p>
        {backup.error === null ? null : <ErrorBanner error={backup.error} />}
        {backup.running ? (
          <Working title="Backing up the office" job={backup.job} onCancel={backup.cancel} />
        ) : (
          <div className="buttons">
            <Button look="primary" icon={Archive} onClick={() => void backup.start({ file: null })}>
              Back up now
            </Button>
            <Button
              busy={choose.isPending}
              onClick={() =>
                choose.mutate(undefined, {
                  onSuccess: (file) => {
                    if (file !== null) void backup.start({ file });
                  },
                  onError: sayError,
                })
              }
            >
              Back up to another place…
            </Button>
          </div>
        )}
        {made === null ? null : (
          <div role="status">
            <dl className="made">
              <div>
                <dt>File</dt>
                <dd>
                  <span className="selectable">{made.file}</span>
                  <Button
                    look="quiet"
                    icon={FolderOpen}
                    onClick={() => void ask('shell.showFile', { file: made.file }).catch(sayError)}
                  >
                    Show the file
                  </Button>
                </dd>
              </div>
              <div>
                <dt>Size</dt>
                <dd className="figures">
                  {byteWords(made.size)}, {made.files.toLocaleString('en-US')}{' '}
                  {made.files === 1 ? 'file' : 'files'}, verified
                </dd>
              </div>
              <div>
                <dt>SHA-256</dt>
                <dd>
                  <span className="selectable made__hash">{made.sha256}</span>
                  <CopyButton text={made.sha256} label="Copy the SHA-256" />
                </dd>
              </div>
            </dl>
          </div>
        )}
      </div>
    </Card>
  );
}
