import { setImmediate } from 'node:timers/promises';
import type { WorkProgress } from '../../shared/domain/job.ts';
import { StandingError } from '../../shared/ipc/errors.ts';

/** Handed to every service that may take long: it reports how far it is, gives way, and learns that it was cancelled. */
export interface Work {
  readonly signal: AbortSignal;
  progress(progress: WorkProgress): void;
  /**
   * Call it often, outside transactions: gives way to other actions when 20 ms have passed since it last did.
   * @throws StandingError `cancelled`
   */
  breathe(): Promise<void>;
}

const GIVE_WAY_AFTER_MS = 20;

export function startWork(signal: AbortSignal, onProgress: (progress: WorkProgress) => void): Work {
  let lastGaveWay = performance.now();
  return {
    signal,
    progress: onProgress,
    async breathe() {
      throwIfCancelled(signal);
      if (performance.now() - lastGaveWay < GIVE_WAY_AFTER_MS) return;
      await setImmediate();
      lastGaveWay = performance.now();
      throwIfCancelled(signal);
    },
  };
}

/** Work that nobody watches and nobody cancels. */
export function unwatchedWork(): Work {
  return startWork(new AbortController().signal, () => undefined);
}

/** @throws StandingError `cancelled` */
export function throwIfCancelled(signal: AbortSignal): void {
  if (signal.aborted) throw new StandingError('cancelled', 'Cancelled; nothing was left half done.');
}
