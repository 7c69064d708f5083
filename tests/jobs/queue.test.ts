import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { jobQueue } from '../../electron/jobs/queue.ts';
import { StandingError } from '../../shared/ipc/errors.ts';
import type { JobEvent } from '../../shared/ipc/events.ts';

function queueWithNotes() {
  const events: JobEvent[] = [];
  const unforeseen: unknown[] = [];
  const queue = jobQueue(
    (event) => events.push(event),
    (error) => unforeseen.push(error),
  );
  return { queue, events, unforeseen };
}

describe('a queue of jobs', () => {
  test('runs one at a time, in the order asked for', async () => {
    const { queue } = queueWithNotes();
    const steps: string[] = [];
    for (const name of ['first', 'second', 'third']) {
      queue.add('sweep.run', async () => {
        steps.push(`${name} began`);
        await pause(5);
        steps.push(`${name} ended`);
      });
    }
    expect(queue.size).toBe(3);
    await queue.idle();
    expect(steps).toEqual(['first', 'second', 'third'].flatMap((name) => [`${name} began`, `${name} ended`]));
    expect(queue.size).toBe(0);
  });

  test('tells nothing of a job before its id is known, then its result', async () => {
    const { queue, events } = queueWithNotes();
    const job = queue.add('sweep.run', async () => 'done well');
    await Promise.resolve();
    expect(events).toEqual([]);
    await queue.idle();
    expect(events).toEqual([{ job, channel: 'sweep.run', kind: 'done', result: 'done well' }]);
  });

  test('cancels a running job at its next breath, and the next one runs all the same', async () => {
    const { queue, events } = queueWithNotes();
    const cancelled = queue.add('sweep.run', async (work) => {
      for (;;) {
        await pause(1);
        await work.breathe();
      }
    });
    const after = queue.add('backup.verify', async () => 1);
    await pause(10);
    queue.cancel(cancelled);
    await queue.idle();
    expect(events.map(({ job, kind }) => [job, kind])).toEqual([
      [cancelled, 'failed'],
      [after, 'done'],
    ]);
    expect(events[0]).toMatchObject({ error: { code: 'cancelled' } });
  });

  test('never begins a job that was cancelled while it waited', async () => {
    const { queue, events } = queueWithNotes();
    let began = false;
    queue.add('sweep.run', () => pause(10));
    const waiting = queue.add('sweep.run', async () => {
      began = true;
    });
    queue.cancel(waiting);
    await queue.idle();
    expect(began).toBe(false);
    expect(events.find(({ job }) => job === waiting)).toMatchObject({ error: { code: 'cancelled' } });
  });

  test('words an expected failure as it is and keeps the stack of an unexpected one for the log', async () => {
    const { queue, events, unforeseen } = queueWithNotes();
    queue.add('sweep.run', () =>
      Promise.reject(new StandingError('disk-full', 'The disk is full.', 'Free some.')),
    );
    const crash = new Error('boom');
    queue.add('sweep.run', () => Promise.reject(crash));
    await queue.idle();
    expect(events[0]).toMatchObject({
      error: { code: 'disk-full', message: 'The disk is full.', fix: 'Free some.' },
    });
    expect(events[1]).toMatchObject({ error: { code: 'unexpected' } });
    expect(Object.keys(events[1]?.kind === 'failed' ? events[1].error : {})).toEqual([
      'code',
      'message',
      'fix',
    ]);
    expect(unforeseen).toEqual([crash]);
  });
});

describe('progress', () => {
  test('comes at most ten times a second, but with every turn of the work and at last', async () => {
    const { queue, events } = queueWithNotes();
    queue.add('sweep.run', async (work) => {
      for (let done = 1; done <= 1000; done += 1)
        work.progress({ doing: 'Judging', done, total: 1000, cancellable: true });
      work.progress({ doing: 'Writing', done: 0, total: null, cancellable: true });
      work.progress({ doing: 'Writing', done: 1, total: null, cancellable: false });
      work.progress({ doing: 'Writing', done: 2, total: null, cancellable: false });
    });
    await queue.idle();
    const shown = events.flatMap((event) => (event.kind === 'progress' ? [event.progress] : []));
    expect(shown.map(({ doing, done, cancellable }) => [doing, done, cancellable])).toEqual([
      ['Judging', 1, true],
      ['Writing', 0, true],
      ['Writing', 1, false],
      ['Writing', 2, false],
    ]);
  });
});
