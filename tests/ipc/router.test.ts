import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { OWN_PAGE, openDesk, type TestDesk, valued } from './desk.ts';

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

describe('what the router refuses', () => {
  let desk: TestDesk;
  beforeAll(() => {
    desk = openDesk();
  });
  afterAll(() => desk.close());

  test.each<readonly [name: string, sender: { url: string; isMainFrame: boolean }]>([
    ['a page from elsewhere', { url: 'https://example.org/', isMainFrame: true }],
    ['a file', { url: 'file:///tmp/index.html', isMainFrame: true }],
    ['a frame inside the window', { url: 'app://standing/', isMainFrame: false }],
    ['a frame that is gone', { url: '', isMainFrame: false }],
  ])('%s', async (_name, sender) => {
    const logged = desk.told.logged.length;
    const answer = await desk.askAs(sender, 'office.state', undefined);
    expect(answer).toMatchObject({ ok: false, error: { code: 'wrong-sender' } });
    expect(desk.told.logged).toHaveLength(logged + 1);
  });

  test.each(['office.delete', '__proto__', 'toString', ''])('the unknown channel “%s”', async (name) => {
    const answer = await desk.askAs(OWN_PAGE, name, undefined);
    expect(answer).toMatchObject({ ok: false, error: { code: 'unknown-channel' } });
  });

  test.each<readonly [name: string, input: unknown, path: string]>([
    ['office.open', undefined, 'office.open'],
    ['office.open', { folder: 7 }, 'office.open › folder'],
    ['members.lookup', { text: 'Ada', limit: 1000 }, 'members.lookup › limit'],
    [
      'members.query',
      {
        filter: { status: ['active', 'dead'] },
        sort: { by: 'name', descending: false },
        offset: 0,
        limit: 10,
      },
      'members.query › filter › status › 1',
    ],
    ['renewals.markMailed', { run: '2026-12-A', on: '2026-02-30' }, 'renewals.markMailed › on'],
    ['renewals.print', { run: '../../x', from: null, to: null }, 'renewals.print › run'],
    ['office.saveProfile', { ...PROFILE, name: '  ' }, 'office.saveProfile › name'],
    ['sweep.run', { dryRun: 'yes' }, 'sweep.run › dryRun'],
  ])('%s with a bad input, naming its path', async (name, input, path) => {
    const answer = await desk.askAs(OWN_PAGE, name, input);
    expect(answer).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
    expect(answer.ok ? '' : answer.error.message).toContain(`${path}:`);
  });

  test.each([
    ['today.view', undefined],
    ['members.lookup', { text: 'Ada', limit: 5 }],
    ['office.saveProfile', PROFILE],
  ] as const)('%s while no office is open', async (name, input) => {
    expect(await desk.askAs(OWN_PAGE, name, input)).toMatchObject({
      ok: false,
      error: { code: 'no-office' },
    });
  });
});

describe('an office', () => {
  let desk: TestDesk;
  beforeEach(() => {
    desk = openDesk();
  });
  afterEach(() => desk.close());

  test('is made, open at both threads, and closed whole', async () => {
    const state = valued(await desk.ask('office.createEmpty', { folder: null }));
    expect(state).toMatchObject({
      office: { folder: join(desk.folder, 'office'), members: 0, sample: false },
      notOpened: null,
      today: '2026-11-22',
      actor: 'Ada',
    });
    expect(existsSync(join(desk.folder, 'office', 'office.lock.json'))).toBe(true);
    expect(valued(await desk.ask('office.close', undefined)).office).toBeNull();
    expect(existsSync(join(desk.folder, 'office', 'office.lock.json'))).toBe(false);
    expect(existsSync(join(desk.folder, 'office', 'office.db-wal'))).toBe(false);
  });

  test('shows at the reader what was just saved, and tells the window what is stale', async () => {
    valued(await desk.ask('office.createEmpty', { folder: null }));
    valued(await desk.ask('office.saveProfile', PROFILE));
    expect(valued(await desk.ask('office.profile', undefined))).toEqual(PROFILE);
    expect(valued(await desk.ask('office.state', undefined)).office?.profile.name).toBe(PROFILE.name);
    expect(desk.told.changed).toContain('office');
  });

  test('that another Standing holds is refused in one sentence, without a stack', async () => {
    const other = openDesk();
    try {
      const folder = join(other.folder, 'office');
      valued(await other.ask('office.createEmpty', { folder: null }));
      const answer = await desk.ask('office.open', { folder });
      expect(answer).toMatchObject({ ok: false, error: { code: 'office-locked' } });
      expect(answer.ok ? [] : Object.keys(answer.error)).toEqual(['code', 'message', 'fix']);
      expect(JSON.stringify(answer)).not.toMatch(/ at |\.ts:\d/);
    } finally {
      await other.close();
    }
  });

  test('that could not be opened at the start is part of the state until another one is', async () => {
    mkdirSync(join(desk.folder, 'broken'));
    writeFileSync(
      join(desk.folder, 'broken', 'office.db'),
      'this is no database, and long enough to be read as one',
    );
    desk.threads.openAtStart(join(desk.folder, 'broken'), false);
    const state = valued(await desk.ask('office.state', undefined));
    expect(state).toMatchObject({ office: null, notOpened: { code: 'database-damaged' } });
    valued(await desk.ask('office.createEmpty', { folder: null }));
    expect(valued(await desk.ask('office.state', undefined)).notOpened).toBeNull();
  });

  test('a folder named at the start without an office in it is a first start', async () => {
    desk.threads.openAtStart(join(desk.folder, 'nothing'), true);
    expect(valued(await desk.ask('office.state', undefined))).toMatchObject({
      office: null,
      notOpened: null,
    });
  });

  test('opening another one lets go of the first', async () => {
    const [first, second] = [join(desk.folder, 'first'), join(desk.folder, 'second')];
    valued(await desk.ask('office.createEmpty', { folder: first }));
    valued(await desk.ask('office.createEmpty', { folder: second }));
    expect(existsSync(join(first, 'office.lock.json'))).toBe(false);
    expect(valued(await desk.ask('office.open', { folder: first })).office?.folder).toBe(first);
    expect(await desk.ask('office.open', { folder: join(desk.folder, 'third') })).toMatchObject({
      error: { code: 'office-missing' },
    });
    expect(valued(await desk.ask('office.state', undefined)).office?.folder).toBe(first);
  });
});
