import type { WorkProgress } from '../../shared/domain/job.ts';

/** `1,204 of 100,000`, or `1,204` while the end is unknown; empty before the first word. */
export function progressWords(progress: WorkProgress | null): string {
  if (progress === null) return '';
  const done = progress.done.toLocaleString('en-US');
  return progress.total === null ? done : `${done} of ${progress.total.toLocaleString('en-US')}`;
}

/**
 * How long still, in whole seconds, from the pace so far; null while it is too early to say.
 * @param elapsedMs since it started
 */
export function secondsLeft(progress: WorkProgress | null, elapsedMs: number): number | null {
  if (progress === null || progress.total === null || progress.done <= 0 || elapsedMs < 1_000) return null;
  const left = Math.max(0, progress.total - progress.done);
  return Math.ceil(((elapsedMs / progress.done) * left) / 1_000);
}

/** `about 2 minutes left`; empty while it is not known or nearly over. */
export function timeLeftWords(seconds: number | null): string {
  if (seconds === null || seconds < 3) return '';
  if (seconds < 60) return `about ${Math.max(5, Math.round(seconds / 5) * 5)} seconds left`;
  const minutes = Math.round(seconds / 60);
  return minutes === 1 ? 'about a minute left' : `about ${minutes} minutes left`;
}
