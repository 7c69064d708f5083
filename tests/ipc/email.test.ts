import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LOGIN, type MailServer, settingsFor, startServer } from '../mail/start-server.ts';
import { openDesk, type TestDesk, valued } from './desk.ts';

let root = '';
let server: MailServer;
let desk: TestDesk;
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'standing-email-ipc-'));
  server = await startServer(root);
  desk = openDesk();
  await desk.finish('office.createSample', { folder: null, members: 1200 });
});
afterAll(async () => {
  await desk.close();
  await server.stop();
  rmSync(root, { recursive: true, force: true });
});

test('from the settings to the sent run, the password kept by the shell alone', async () => {
  const settings = settingsFor(server.port);
  expect(valued(await desk.ask('email.saveSettings', settings))).toEqual(settings);
  expect(valued(await desk.ask('email.login', undefined))).toEqual({ kept: false, available: true });
  expect(await desk.finish('email.try', { settings, password: null })).toMatchObject({
    kind: 'failed',
    error: { code: 'mail-password-missing' },
  });
  expect(await desk.finish('email.try', { settings, password: 'wrong' })).toMatchObject({
    kind: 'failed',
    error: { code: 'mail-login-refused' },
  });
  expect(valued(await desk.ask('email.keepPassword', { password: LOGIN.password }))).toMatchObject({
    kept: true,
  });
  expect(await desk.finish('email.try', { settings, password: null })).toMatchObject({
    kind: 'done',
    result: null,
  });

  const prepared = await desk.finish('renewals.prepare', { month: '2026-12', again: false });
  expect(prepared.kind).toBe('done');
  const run = '2026-12-A';
  const before = valued(await desk.ask('email.run', { run }));
  expect(before.total).toBeGreaterThan(0);
  expect(before.waiting).toBe(before.total);
  const sent = await desk.finish('email.send', { run, password: null });
  expect(sent).toMatchObject({ kind: 'done', result: { sentNow: before.total, waiting: 0 } });
  expect(server.taken()).toHaveLength(before.total);
  const list = valued(await desk.ask('email.list', { run, state: 'sent', offset: 0, limit: 100 }));
  expect(list.total).toBe(before.total);
  const [first] = list.rows;
  expect(
    valued(await desk.ask('email.bounce', { who: first?.memberNo ?? '', reason: 'gone' })),
  ).toMatchObject({
    marked: 1,
    found: [{ run, position: first?.position }],
  });
  expect(valued(await desk.ask('email.run', { run })).states).toMatchObject({
    bounced: 1,
    sent: before.total - 1,
  });
  expect(JSON.stringify(desk.told)).not.toContain(LOGIN.password);
  expect(valued(await desk.ask('email.keepPassword', { password: null }))).toMatchObject({ kept: false });
});

test('other work does not wait for e-mails, and e-mails do not keep an office from being closed', async () => {
  const slow = settingsFor(server.port, { perMinute: 1 });
  valued(await desk.ask('email.saveSettings', slow));
  valued(await desk.ask('email.keepPassword', { password: LOGIN.password }));
  valued(await desk.ask('email.keepPassword', { password: LOGIN.password }));
  await desk.finish('renewals.prepare', { month: '2027-02', again: false });
  // The first goes at once, the next one after a minute.
  expect(valued(await desk.ask('email.run', { run: '2027-02-A' })).waiting).toBeGreaterThan(1);
  const { job } = valued(await desk.ask('email.send', { run: '2027-02-A', password: null }));
  expect((await desk.finish('backup.verify', undefined)).kind).toBe('done');
  expect(desk.told.jobs.filter((event) => event.job === job && event.kind !== 'progress')).toEqual([]);
  valued(await desk.ask('office.close', undefined));
  expect(await desk.lastEvent(job)).toMatchObject({ kind: 'failed', error: { code: 'cancelled' } });
});
