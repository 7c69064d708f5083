import { useEffect, useRef } from 'react';
import type { SweepReport } from '../../../shared/domain/sweep.ts';
import { useJob } from '../../api/use-job.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { EmptyState, ErrorBanner } from '../../components/notices.tsx';
import { ProgressBar } from '../../components/progress.tsx';
import { progressWords } from '../../components/progress-words.ts';
import { changeCount } from './change-groups.ts';
import { SweepChanges } from './sweep-changes.tsx';
import './sweep.css';

/** Brings the standings up to date: first what would change and why, then, on a press, the change itself. */
export function SweepDialog({ onClose }: { readonly onClose: () => void }) {
  const foreseen = useJob('sweep.run');
  const made = useJob('sweep.run');
  const { start } = foreseen;

  const asked = useRef(false);
  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    void start({ dryRun: true });
  }, [start]);

  const done = made.result;
  useEffect(() => {
    // The strip keeps the line that says what was done.
    if (done !== null) onClose();
  }, [done, onClose]);

  const running = foreseen.running ? foreseen : made.running ? made : null;
  const report = foreseen.result;
  const close = () => {
    if (foreseen.running) foreseen.cancel();
    else foreseen.reset();
    onClose();
  };

  return (
    <Dialog
      title="Bring standings up to date"
      size="large"
      onClose={close}
      footer={
        report === null || changeCount(report) === 0 ? (
          <Button onClick={close}>{report === null && foreseen.running ? 'Cancel' : 'Close'}</Button>
        ) : (
          <>
            <Button onClick={close}>{made.running ? 'Go on in the background' : 'Not now'}</Button>
            <Button look="primary" busy={made.running} onClick={() => void made.start({ dryRun: false })}>
              {changeCount(report) === 1
                ? 'Make this change'
                : `Make these ${changeCount(report).toLocaleString('en-US')} changes`}
            </Button>
          </>
        )
      }
    >
      <div className="sweep">
        {foreseen.error === null ? null : <ErrorBanner error={foreseen.error} />}
        {made.error === null ? null : <ErrorBanner error={made.error} />}
        {running === null ? null : (
          <div className="sweep__progress" role="status">
            <p>
              {running === made ? 'Making the changes' : 'Working out what would change'}
              <span className="soft figures"> {progressWords(running.job?.progress ?? null)}</span>
            </p>
            <ProgressBar label="Bringing standings up to date" progress={running.job?.progress ?? null} />
          </div>
        )}
        {report === null ? null : <Foreseen report={report} />}
      </div>
    </Dialog>
  );
}

function Foreseen({ report }: { readonly report: SweepReport }) {
  if (changeCount(report) > 0) return <SweepChanges report={report} />;
  return (
    <EmptyState title="Everything is up to date.">
      {report.evaluated.toLocaleString('en-US')} certifications were judged; no fee is to be invoiced, no
      cycle rolls and none has newly lapsed.
    </EmptyState>
  );
}
