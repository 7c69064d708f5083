import { randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { ChannelName } from '../../shared/ipc/contract.ts';
import { toErrorShape } from '../../shared/ipc/errors.ts';
import type { JobEvent } from '../../shared/ipc/events.ts';
import { throttled } from './throttle.ts';
import { startWork, throwIfCancelled, type Work } from './work.ts';

/**
 * Where work waits for its turn: what works on the office's data in one row, what mostly waits for a mail server in another, so that
 * neither holds the other up.
 */
export type Lane = 'work' | 'mail';

/** Long work, in each lane one piece at a time in the order in which it was asked for. */
export interface JobQueue {
  /** Puts work in the queue; its progress and end are told as events. @returns the job's id */
  add(channel: ChannelName, run: (work: Work, job: string) => Promise<unknown>, lane?: Lane): string;
  /** Asks a waiting or running job to stop; one that is over, or unknown, is left alone. */
  cancel(job: string): void;
  cancelAll(): void;
  /** Cancels all of a lane and answers when nothing of it runs any more. */
  endLane(lane: Lane): Promise<void>;
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
  const jobs = new Map<string, { readonly controller: AbortController; readonly lane: Lane }>();
  const last: Record<Lane, Promise<void>> = { work: Promise.resolve(), mail: Promise.resolve() };

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
    add(channel, run, lane = 'work') {
      const job = randomUUID();
      const controller = new AbortController();
      jobs.set(job, { controller, lane });
      last[lane] = last[lane].then(() => carryOut(job, channel, controller.signal, run));
      return job;
    },
    cancel(job) {
      jobs.get(job)?.controller.abort();
    },
    cancelAll() {
      for (const { controller } of jobs.values()) controller.abort();
    },
    endLane(lane) {
      for (const job of jobs.values()) if (job.lane === lane) job.controller.abort();
      return last[lane];
    },
    get size() {
      return jobs.size;
    },
    idle: async () => {
      await Promise.all(Object.values(last));
    },
  };
}
