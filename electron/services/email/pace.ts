import { setTimeout } from 'node:timers/promises';
import { throwIfCancelled } from '../../jobs/work.ts';

/** Lets something happen at most so often a minute, evenly. */
export interface Pace {
  /** When the next may happen. @throws StandingError `cancelled` */
  next(): Promise<void>;
}

export function paceOf(perMinute: number, signal: AbortSignal): Pace {
  const interval = 60_000 / perMinute;
  let free = 0;
  return {
    async next() {
      const now = performance.now();
      const wait = free - now;
      free = Math.max(now, free) + interval;
      await pause(wait, signal);
    },
  };
}

/** Waits so many ms. @throws StandingError `cancelled`, at once */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  if (ms > 0) await setTimeout(ms, null, { signal }).catch(() => undefined);
  throwIfCancelled(signal);
}
