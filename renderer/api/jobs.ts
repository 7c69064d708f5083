import type { WorkProgress } from '../../shared/domain/job.ts';
import type { ChannelName, ChannelsAt } from '../../shared/ipc/contract.ts';
import type { ErrorShape } from '../../shared/ipc/errors.ts';
import { toErrorShape } from '../../shared/ipc/errors.ts';
import type { JobEvent } from '../../shared/ipc/events.ts';
import { ask } from './ask.ts';
import type { AskedOf } from './asked.ts';
import { bridge } from './bridge.ts';

export type JobChannel = ChannelsAt<'job'>;

/** A piece of long work as the window follows it. */
export interface Job {
  readonly id: string;
  readonly channel: ChannelName;
  /** What it was started with; undefined for one that this window did not start. */
  readonly input: unknown;
  readonly state: 'running' | 'done' | 'failed' | 'cancelled';
  /** Milliseconds of the window's clock. */
  readonly startedAt: number;
  readonly progress: WorkProgress | null;
  /** What the channel declares as its output; there when `done`. */
  readonly result: unknown;
  readonly error: ErrorShape | null;
  /** Someone asked to cancel it and it has not stopped yet. */
  readonly cancelling: boolean;
}

let jobs: readonly Job[] = [];
const listeners = new Set<() => void>();

/** All jobs of this session that nobody has dismissed, oldest first. */
export function currentJobs(): readonly Job[] {
  return jobs;
}

export function subscribeToJobs(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Follows every job that the main process tells about; returns the way to stop. */
export function followJobs(): () => void {
  return bridge().on('job', (event) => publish(applyJobEvent(jobs, event, Date.now())));
}

/** Starts long work and answers its id; progress and result arrive by `followJobs`. @throws StandingError when it is refused */
export async function startJob<Name extends JobChannel>(name: Name, input: AskedOf<Name>): Promise<string> {
  const { job } = await ask<JobChannel>(name, input);
  const known = jobs.find((one) => one.id === job);
  // Its first event may have come before this answer.
  const others = jobs.filter((one) => one.id !== job);
  publish([...others, { ...(known ?? newJob(job, name, Date.now())), input }]);
  return job;
}

/** Asks a job to stop; it leaves nothing half done and then reports itself cancelled. */
export async function cancelJob(id: string): Promise<void> {
  publish(jobs.map((job) => (job.id === id ? { ...job, cancelling: true } : job)));
  try {
    await ask('jobs.cancel', { job: id });
  } catch (error) {
    const shape = toErrorShape(error);
    publish(
      jobs.map((job) => (job.id === id ? { ...job, cancelling: false, error: job.error ?? shape } : job)),
    );
  }
}

/** Takes a finished job off the strip. */
export function dismissJob(id: string): void {
  publish(jobs.filter((job) => job.id !== id || job.state === 'running'));
}

/** The jobs after an event; a job first heard of by its event is added. */
export function applyJobEvent(known: readonly Job[], event: JobEvent, now: number): readonly Job[] {
  const before = known.find((job) => job.id === event.job) ?? newJob(event.job, event.channel, now);
  const after = afterEvent(before, event);
  return known.some((job) => job.id === event.job)
    ? known.map((job) => (job.id === event.job ? after : job))
    : [...known, after];
}

function afterEvent(job: Job, event: JobEvent): Job {
  switch (event.kind) {
    case 'progress':
      return { ...job, progress: event.progress };
    case 'done':
      return { ...job, state: 'done', result: event.result, cancelling: false };
    case 'failed':
      return {
        ...job,
        state: event.error.code === 'cancelled' ? 'cancelled' : 'failed',
        error: event.error,
        cancelling: false,
      };
  }
}

function newJob(id: string, channel: ChannelName, startedAt: number): Job {
  return {
    id,
    channel,
    input: undefined,
    state: 'running',
    startedAt,
    progress: null,
    result: undefined,
    error: null,
    cancelling: false,
  };
}

function publish(next: readonly Job[]): void {
  jobs = next;
  for (const listener of listeners) listener();
}
