import type { WorkProgress } from '../../shared/domain/job.ts';

const INTERVAL_MS = 100;

/**
 * Lets progress through at most ten times a second, but at once where the work turns to something else or can no longer be
 * cancelled. `flush` shows what was held back last.
 */
export function throttled(show: (progress: WorkProgress) => void): {
  show(progress: WorkProgress): void;
  flush(): void;
} {
  let shown: WorkProgress | null = null;
  let shownAt = Number.NEGATIVE_INFINITY;
  let held: WorkProgress | null = null;
  const pass = (progress: WorkProgress) => {
    shown = progress;
    shownAt = performance.now();
    held = null;
    show(progress);
  };
  return {
    show(progress) {
      const turned = shown?.doing !== progress.doing || shown.cancellable !== progress.cancellable;
      if (turned || performance.now() - shownAt >= INTERVAL_MS) pass(progress);
      else held = progress;
    },
    flush() {
      if (held !== null) pass(held);
    },
  };
}
