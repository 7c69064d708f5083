import { workerData } from 'node:worker_threads';
import type { ChannelName } from '../../shared/ipc/contract.ts';
import type { Lane } from '../jobs/queue.ts';
import type { Work } from '../jobs/work.ts';
import { watchFeed } from './feed-watch.ts';
import type { OfficeDesk } from './handlers.ts';
import type { Subject, ThreadStart } from './messages.ts';
import { JOBS, OFFICE } from './office-channels.ts';
import { officeDesk } from './office-desk.ts';
import { watchScans } from './scan-watch.ts';
import { post, serve } from './serve.ts';

/** The office thread: owns the one writing connection, takes actions and jobs. */

// Handed over by startThread.
const desk = officeDesk(workerData as ThreadStart);

// Inputs were parsed by the router with the very schema of their channel, so a handler may be called with what arrives.
type Actions = Partial<
  Record<string, { changes: readonly Subject[]; answer(desk: OfficeDesk, input: unknown): unknown }>
>;
type Jobs = Partial<
  Record<
    string,
    {
      changes: readonly Subject[];
      lane?: Lane;
      run(desk: OfficeDesk, input: unknown, work: Work, job: string): Promise<unknown>;
    }
  >
>;
const actions = OFFICE as Actions;
const jobs = JOBS as Jobs;

serve(async (name, input) => {
  const job = jobs[name];
  if (job !== undefined) return { job: startJob(name, job, input) };
  const action = actions[name];
  if (action === undefined) throw new Error(`The office thread does not answer ${name}.`);
  const value = await action.answer(desk, input);
  announce(action.changes, name);
  return value;
}, answerOrder);

const seen = (subjects: readonly Subject[]) => announce(subjects, null);
watchFeed(desk, seen);
watchScans(desk, seen);

function startJob(name: ChannelName, job: NonNullable<Jobs[string]>, input: unknown): string {
  const run = async (work: Work, id: string): Promise<unknown> => {
    try {
      return await job.run(desk, input, work, id);
    } finally {
      // A cancelled job may have kept what it had finished.
      announce(job.changes, name);
    }
  };
  return desk.jobs.add(name, run, job.lane);
}

function announce(subjects: readonly Subject[], by: ChannelName | null): void {
  if (subjects.length > 0) post({ kind: 'changed', subjects, by });
}

function answerOrder(name: string, input: unknown): unknown {
  const orders = desk.orders as Partial<Record<string, (input: unknown) => unknown>>;
  const order = orders[name];
  if (order === undefined) throw new Error(`The office thread takes no order ${name}.`);
  return order(input);
}
