import type { Job } from '../api/jobs.ts';
import { Button } from './button.tsx';
import { ProgressBar } from './progress.tsx';
import { progressWords } from './progress-words.ts';
import './working.css';

interface WorkingProps {
  readonly title: string;
  readonly job: Job | null;
  readonly onCancel: () => void;
  /** Said below instead of the usual. */
  readonly note?: string;
}

/** Long work in the place of the button that started it: what, how far, Cancel. */
export function Working({
  title,
  job,
  onCancel,
  note = 'You can keep working; nothing is half done if you cancel.',
}: WorkingProps) {
  const progress = job?.progress ?? null;
  return (
    <div className="working">
      <div className="working__line">
        <strong>{title}</strong>
        <span className="soft figures">{progressWords(progress)}</span>
        <Button
          className="working__cancel"
          busy={job?.cancelling ?? false}
          disabled={progress?.cancellable === false}
          onClick={onCancel}
        >
          {job?.cancelling === true ? 'Cancelling…' : 'Cancel'}
        </Button>
      </div>
      <ProgressBar label={title} progress={progress} />
      <p className="faint">
        {progress?.cancellable === false ? 'This part finishes by itself. You can keep working.' : note}
      </p>
    </div>
  );
}
