import { FolderOpen } from 'lucide-react';
import { useEffect, useState } from 'react';
import { toErrorShape } from '../../../shared/ipc/errors.ts';
import { useAct } from '../../api/use-act.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useJob } from '../../api/use-job.ts';
import { navigate } from '../../app/navigation.tsx';
import { Button } from '../../components/button.tsx';
import { ErrorBanner } from '../../components/notices.tsx';
import { Working } from '../../components/working.tsx';
import { FolderQuestion } from './folder-question.tsx';
import { type Beginning, KindQuestion } from './kind-question.tsx';
import './first-start.css';

/** Members of a sample office: enough that lists and a month's run look like an office's. */
const SAMPLE_MEMBERS = 2_000;

/** What shows while no office is open: two questions, and an office is there. */
export function FirstStartScreen() {
  const state = useAsk('office.state', undefined).data;
  const [beginning, setBeginning] = useState<Beginning>('sample');
  const [folder, setFolder] = useState<string | null>(null);
  const sample = useJob('office.createSample');
  const create = useAct('office.createEmpty');
  const open = useAct('office.open');
  const choose = useAct('office.chooseFolder');
  const busy = create.isPending || open.isPending;

  useEffect(() => {
    document.title = 'Welcome to Standing';
  }, []);

  const begin = () => {
    open.reset();
    create.reset();
    if (beginning === 'sample') {
      navigate('/today');
      void sample.start({ folder, members: SAMPLE_MEMBERS });
    } else create.mutate({ folder }, { onSuccess: () => navigate('/import') });
  };
  const openExisting = () =>
    choose.mutate(
      { purpose: 'open' },
      {
        onSuccess: (chosen) => {
          if (chosen === null) return;
          create.reset();
          sample.reset();
          open.mutate({ folder: chosen }, { onSuccess: () => navigate('/today') });
        },
      },
    );

  const failure = open.error ?? create.error ?? choose.error;
  const error = failure === null ? (sample.error ?? state?.notOpened ?? null) : toErrorShape(failure);
  return (
    <div className="welcome">
      <div className="welcome__column">
        <header className="welcome__head">
          <h1>Welcome to Standing</h1>
          <p className="soft">
            The desk of a certification office: look a member up, see where each certification stands and why,
            and mail a month’s renewal notices without one going missing.
          </p>
        </header>
        {error === null ? null : <ErrorBanner error={error} />}
        {sample.running ? (
          <Working
            title="Making the sample office"
            job={sample.job}
            onCancel={sample.cancel}
            note="It opens as soon as it is ready. If you cancel, nothing is left behind."
          />
        ) : (
          <form
            className="welcome__form"
            onSubmit={(event) => {
              event.preventDefault();
              if (!busy) begin();
            }}
          >
            <KindQuestion chosen={beginning} onChoose={setBeginning} />
            <FolderQuestion
              folder={folder}
              usual={(beginning === 'sample' ? state?.sampleFolder : state?.defaultFolder) ?? ''}
              onChange={setFolder}
            />
            <div className="buttons">
              <Button type="submit" look="primary" busy={busy}>
                {beginning === 'sample' ? 'Make the sample office' : 'Make the office and go on to its files'}
              </Button>
              <Button
                look="quiet"
                icon={FolderOpen}
                busy={choose.isPending || open.isPending}
                onClick={openExisting}
              >
                Open an existing office…
              </Button>
            </div>
          </form>
        )}
      </div>
    </div>
  );
}
