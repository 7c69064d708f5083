import { useCallback, useRef, useState, useSyncExternalStore } from 'react';
import type { ResultOf } from '../../shared/ipc/contract.ts';
import { type ErrorShape, toErrorShape } from '../../shared/ipc/errors.ts';
import type { AskedOf } from './asked.ts';
import {
  cancelJob,
  currentJobs,
  dismissJob,
  type Job,
  type JobChannel,
  startJob,
  subscribeToJobs,
} from './jobs.ts';

/** All jobs, for the strip. */
export function useJobs(): readonly Job[] {
  return useSyncExternalStore(subscribeToJobs, currentJobs);
}

export interface JobHandle<Name extends JobChannel> {
  /** Starts it and resolves with its id, or null when it was refused (then `error` says why). A second press before that is the same start. */
  start(input: AskedOf<Name>): Promise<string | null>;
  cancel(): void;
  /** Forgets the last one, so that the screen is as before it started. */
  reset(): void;
  readonly job: Job | null;
  readonly running: boolean;
  /** The channel's result once it is done. */
  readonly result: ResultOf<Name> | null;
  /** Why it was refused or failed; null when cancelled. */
  readonly error: ErrorShape | null;
}

/**
 * One piece of long work that a screen starts and follows: `const sweep = useJob('sweep.run')`, then `sweep.start({ dryRun: true })`,
 * `sweep.job?.progress`, `sweep.result`. The strip at the bottom shows it too and goes on when the screen is left. With `adopt`, a screen
 * that opens while such a job runs (or has just ended) follows that one.
 */
export function useJob<Name extends JobChannel>(name: Name, adopt = false): JobHandle<Name> {
  const jobs = useJobs();
  const [started, setStarted] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<ErrorShape | null>(null);
  const job =
    jobs.find((one) => one.id === started) ??
    (adopt && started === null ? jobs.findLast((one) => one.channel === name) : undefined) ??
    null;

  const onItsWay = useRef<{ readonly input: string; readonly id: Promise<string | null> } | null>(null);
  const start = useCallback(
    (input: AskedOf<Name>) => {
      const text = String(JSON.stringify(input));
      if (onItsWay.current?.input === text) return onItsWay.current.id;
      const begin = async () => {
        setRefusal(null);
        try {
          const id = await startJob(name, input);
          setStarted(id);
          return id;
        } catch (error) {
          setRefusal(toErrorShape(error));
          return null;
        } finally {
          if (onItsWay.current === own) onItsWay.current = null;
        }
      };
      const own = { input: text, id: begin() };
      onItsWay.current = own;
      return own.id;
    },
    [name],
  );

  return {
    start,
    cancel: () => (job === null ? undefined : void cancelJob(job.id)),
    reset: () => {
      if (job !== null) dismissJob(job.id);
      setStarted(null);
      setRefusal(null);
    },
    job,
    running: job?.state === 'running',
    // The contract declares this channel's result; the event that carries it is not generic.
    result: job?.state === 'done' ? (job.result as ResultOf<Name>) : null,
    error: refusal ?? (job?.state === 'failed' ? job.error : null),
  };
}
