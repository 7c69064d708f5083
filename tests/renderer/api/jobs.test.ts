import { describe, expect, it } from 'vitest';
import { applyJobEvent, type Job } from '../../../renderer/api/jobs.ts';
import type { JobEvent } from '../../../shared/ipc/events.ts';

const RUNNING: Job = {
  id: 'j1',
  channel: 'sweep.run',
  input: { dryRun: true },
  state: 'running',
  startedAt: 1_000,
  progress: null,
  result: undefined,
  error: null,
  cancelling: true,
};
const base = { job: 'j1', channel: 'sweep.run' } as const;
const progress = { doing: 'Evaluating', done: 5, total: 10, cancellable: true };
const refused = { code: 'disk-full', message: 'The disk is full.', fix: 'Make room.' };
const cancelled = { code: 'cancelled', message: 'Cancelled.', fix: '' };

describe('a job after an event', () => {
  it.each<[string, JobEvent, Partial<Job>]>([
    ['progress', { ...base, kind: 'progress', progress }, { state: 'running', progress, cancelling: true }],
    ['done', { ...base, kind: 'done', result: 7 }, { state: 'done', result: 7, cancelling: false }],
    [
      'failed',
      { ...base, kind: 'failed', error: refused },
      { state: 'failed', error: refused, cancelling: false },
    ],
    [
      'cancelled',
      { ...base, kind: 'failed', error: cancelled },
      { state: 'cancelled', error: cancelled, cancelling: false },
    ],
  ])('%s', (_, event, expected) => {
    expect(applyJobEvent([RUNNING], event, 2_000)).toEqual([{ ...RUNNING, ...expected }]);
  });

  it('is added when its event comes before the answer that started it', () => {
    const jobs = applyJobEvent(
      [RUNNING],
      { job: 'j2', channel: 'import.start', kind: 'progress', progress },
      2_000,
    );
    expect(jobs.map((job) => [job.id, job.startedAt, job.progress?.done])).toEqual([
      ['j1', 1_000, undefined],
      ['j2', 2_000, 5],
    ]);
  });
});
