import { workerData } from 'node:worker_threads';
import { systemClock } from '../platform/clock.ts';
import { type OfficeView, viewOffice } from '../services/office.ts';
import type { ReaderDesk } from './handlers.ts';
import type { ThreadStart } from './messages.ts';
import { noOffice } from './no-office.ts';
import { officeState } from './office-state.ts';
import { READER } from './reader-channels.ts';
import { type OrderHandlers, serve } from './serve.ts';

/** The reader thread: lists and lookups over a read-only connection, while the office thread writes. */

// Handed over by startThread.
const start = workerData as ThreadStart;
const clock = systemClock(start.asOf);
let current: (OfficeView & { close(): void }) | null = null;

const desk: ReaderDesk = {
  get view() {
    if (current === null) throw noOffice();
    return current;
  },
  today: () => clock.today(),
};

const orders: OrderHandlers<'view' | 'state' | 'exportMembers' | 'exportWorklist'> = {
  view({ folder }) {
    current?.close();
    current = null;
    if (folder !== null) current = viewOffice({ folder, clock, resources: start.resources });
    return null;
  },
  state: () => officeState(current, start, clock.today()),
  async exportMembers({ file, ...query }) {
    const { exportMembers } = await import('../services/members-export.ts');
    return exportMembers(desk.view, query, file);
  },
  async exportWorklist({ file, ...query }) {
    const { exportWorklist } = await import('../services/worklists/export.ts');
    return exportWorklist(desk.view, query, file, clock.today());
  },
};

// Inputs were parsed by the router with the very schema of their channel, so a handler may be called with what arrives.
const handlers = READER as Partial<Record<string, (desk: ReaderDesk, input: unknown) => unknown>>;
const orderHandlers = orders as Partial<Record<string, (input: unknown) => unknown>>;

serve(
  (name, input) => {
    const handler = handlers[name];
    if (handler === undefined) throw new Error(`The reader thread does not answer ${name}.`);
    return handler(desk, input);
  },
  (name, input) => {
    const order = orderHandlers[name];
    if (order === undefined) throw new Error(`The reader thread takes no order ${name}.`);
    return order(input);
  },
);
