import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { countingThread } from '../../electron/ipc/counting-thread.ts';
import type { ReaderOrder } from '../../electron/ipc/messages.ts';
import type { Thread } from '../../electron/ipc/thread.ts';
import { openDesk, valued } from './desk.ts';

/** A thread that writes down what it is asked, and answers at once. */
function listening(said: string[], name: string): Thread<ReaderOrder> {
  return {
    async ask(question) {
      said.push(`${name}: ${question}`);
      return { ok: true, value: null };
    },
    async order(order, input) {
      said.push(`${name}: ${order} ${JSON.stringify(input)}`);
      return null as never;
    },
    async stop() {
      said.push(`${name}: stop`);
    },
  };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

test('the first question of the whole office goes to the reader, those after it to a thread of their own', async () => {
  const said: string[] = [];
  const counting = countingThread(listening(said, 'reader'), () => listening(said, 'counting'));
  await counting.now().ask('today.view', undefined);
  await settled();
  expect(said, 'there is no office to read yet').toEqual(['reader: today.view']);

  await counting.view('/offices/a');
  await counting.now().ask('today.view', undefined);
  await settled();
  await counting.now().ask('notices.due', undefined);
  await counting.view(null);
  await counting.stop();
  expect(said.slice(1)).toEqual([
    'reader: today.view',
    'counting: view {"folder":"/offices/a"}',
    'counting: notices.due',
    'counting: view {"folder":null}',
    'counting: stop',
  ]);
});

const PROFILE = {
  name: 'Certification Office',
  address: {
    address1: '1 Main St',
    address2: '',
    city: 'Springfield',
    state: 'IL',
    zip: '62701',
    country: 'US',
  },
  phone: '',
  email: '',
  website: '',
  logo: null,
};

const desk = openDesk();
afterAll(() => desk.close());

test('another office is counted as soon as it is open', async () => {
  const folders = ['first', 'second'].map((name) => join(desk.folder, name));
  for (const folder of folders) {
    valued(await desk.ask('office.createEmpty', { folder }));
    valued(await desk.ask('office.saveProfile', { ...PROFILE, name: folder }));
  }
  const nameless = async () =>
    valued(await desk.ask('today.view', undefined)).items.some(({ id }) => id === 'no-profile');
  expect(await nameless()).toBe(false);
  valued(await desk.ask('office.createEmpty', { folder: join(desk.folder, 'third') }));
  // Several times: the thread of its own takes over in between.
  for (let n = 0; n < 5; n++) expect(await nameless()).toBe(true);
  valued(await desk.ask('office.open', { folder: folders[1] ?? '' }));
  for (let n = 0; n < 5; n++) expect(await nameless()).toBe(false);
  expect(desk.told.logged).toEqual([]);
});
