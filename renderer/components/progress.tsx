import type { WorkProgress } from '../../shared/domain/job.ts';
import './progress.css';

interface ProgressBarProps {
  readonly label: string;
  /** null while nothing is known. */
  readonly progress: WorkProgress | null;
}

/** How far long work is, as a bar; it moves without an end while the end is unknown. */
export function ProgressBar({ label, progress }: ProgressBarProps) {
  const total = progress?.total ?? null;
  return total === null || total === 0 ? (
    <progress className="progress" aria-label={label} />
  ) : (
    <progress className="progress" aria-label={label} value={progress?.done ?? 0} max={total} />
  );
}
