import { randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { ChannelName } from '../../shared/ipc/contract.ts';
import { toErrorShape } from '../../shared/ipc/errors.ts';
import type { JobEvent } from '../../shared/ipc/events.ts';
import { throttled } from './throttle.ts';
import { startWork, throwIfCancelled, type Work } from './work.ts';

/** Long work, one piece at a time in the order in which it was asked for. */
export interface JobQueue {
  /** Puts work in the queue; its progress and end are told as events. @returns the job's id */
  add(channel: ChannelName, run: (work: Work, job: string) => Promise<unknown>): string;
  /** Asks a waiting or running job to stop; one that is over, or unknown, is left alone. */
  cancel(job: string): void;
  cancelAll(): void;
  /** How many are waiting or running. */
  readonly size: number;
  /** When nothing waits or runs any more. */
  idle(): Promise<void>;
}

/**
 * @param tell receives every event; progress at most ten times a second a job
 * @param failed receives what nobody foresaw, for the log
 */
export function jobQueue(tell: (event: JobEvent) => void, failed: (error: unknown) => void): JobQueue {
  const jobs = new Map<string, AbortController>();
  let last: Promise<void> = Promise.resolve();

  async function carryOut(
    job: string,
    channel: ChannelName,
    signal: AbortSignal,
    run: (work: Work, job: string) => Promise<unknown>,
  ): Promise<void> {
    const progress = throttled((value) => tell({ job, channel, kind: 'progress', progress: value }));
    try {
      // The caller learns the job's id before its first event.
      await setImmediate();
      throwIfCancelled(signal);
      const result = await run(startWork(signal, progress.show), job);
      progress.flush();
      tell({ job, channel, kind: 'done', result });
    } catch (error) {
      const shape = toErrorShape(error);
      if (shape.code === 'unexpected') failed(error);
      tell({ job, channel, kind: 'failed', error: shape });
    } finally {
      jobs.delete(job);
    }
  }

  return {
    add(channel, run) {
      const job = randomUUID();
      const controller = new AbortController();
      jobs.set(job, controller);
      last = last.then(() => carryOut(job, channel, controller.signal, run));
      return job;
    },
    cancel(job) {
      jobs.get(job)?.abort();
    },
    cancelAll() {
      for (const controller of jobs.values()) controller.abort();
    },
    get size() {
      return jobs.size;
    },
    idle: () => last,
  };
}
