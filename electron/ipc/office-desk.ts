import { resolve } from 'node:path';
import { StandingError } from '../../shared/ipc/errors.ts';
import { jobQueue } from '../jobs/queue.ts';
import { unwatchedWork } from '../jobs/work.ts';
import { systemClock } from '../platform/clock.ts';
import { hasUnfinishedDestructions } from '../repositories/destructions.ts';
import { scanWatch } from '../services/intake/scan-folder/watch.ts';
import { createOffice, type Office, type OfficeOptions, openOffice } from '../services/office.ts';
import type { OfficeDesk } from './handlers.ts';
import type { ThreadStart } from './messages.ts';
import { noOffice } from './no-office.ts';
import { type RelayedReader, relayedReader } from './relayed-reader.ts';
import { logUnexpected, type OrderHandlers, post } from './serve.ts';

/** The office thread's desk: the one open office with its writing connection, and the jobs on it. */
export interface Desk extends OfficeDesk {
  readonly orders: OrderHandlers<'open' | 'create' | 'close' | 'cancelJobs' | 'pagesRead' | 'holdPasted'>;
}

export function officeDesk(start: ThreadStart): Desk {
  const clock = systemClock(start.asOf);
  const jobs = jobQueue(
    (event) => post({ kind: 'job', event }),
    (error) => logUnexpected('job', error),
  );
  const reader: RelayedReader = relayedReader();
  let current: Office | null = null;
  // Several wait where other work goes before them.
  const held = new Map<number, Uint8Array>();
  let lastHeld = 0;

  const optionsFor = (folder: string): OfficeOptions => ({
    folder,
    actor: start.actor,
    clock,
    resources: start.resources,
  });
  async function adopt(office: Office | null): Promise<void> {
    // E-mails go on from where they stopped when their office is open again.
    await jobs.endLane('mail');
    const before = current;
    current = office;
    post({ kind: 'opened', folder: office?.folder ?? null });
    await before?.close();
  }
  const isOpen = (folder: string) => current !== null && resolve(current.folder) === resolve(folder);
  async function open(folder: string): Promise<void> {
    if (isOpen(folder)) return;
    const office = await openOffice(optionsFor(folder));
    await finishWhatWasInterrupted(office);
    await adopt(office);
  }
  return {
    get office() {
      if (current === null) throw noOffice();
      return current;
    },
    jobs,
    reader,
    scans: scanWatch(),
    pasted(number) {
      const handed = held.get(number) ?? null;
      held.delete(number);
      return handed;
    },
    start,
    clock,
    today: () => clock.today(),
    isOpen,
    adopt,
    open,
    orders: {
      async open({ folder }) {
        refuseDuringJobs(jobs.size);
        await open(folder);
        return null;
      },
      async create({ folder }) {
        refuseDuringJobs(jobs.size);
        await adopt(await createOffice(optionsFor(folder)));
        return null;
      },
      async close() {
        jobs.cancelAll();
        await jobs.idle();
        await adopt(null);
        return null;
      },
      pagesRead({ id, reading }) {
        reader.answered(id, reading);
        return null;
      },
      holdPasted({ bytes }) {
        lastHeld += 1;
        held.set(lastHeld, bytes);
        return lastHeld;
      },
      async cancelJobs() {
        jobs.cancelAll();
        await jobs.idle();
        return null;
      },
    },
  };
}

function refuseDuringJobs(running: number): void {
  if (running === 0) return;
  throw new StandingError(
    'job-running',
    'Standing is still working on this office.',
    'Wait until it is done, or cancel it, and try again.',
  );
}

/** An import, a payment file or a destruction that a crash cut off is completed or undone before anybody works on. */
async function finishWhatWasInterrupted(office: Office): Promise<void> {
  const { finishPendingImports } = await import('../services/import/index.ts');
  await finishPendingImports(office);
  const { finishPendingFiles } = await import('../services/reconcile/finish.ts');
  await finishPendingFiles(office);
  if (!(await hasUnfinishedDestructions(office.reader))) return;
  const { finishDestructions } = await import('../services/intake/retention/finish.ts');
  await finishDestructions(office, unwatchedWork());
}
