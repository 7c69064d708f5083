import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { LOGIN, startServer } from '../mail/start-server.ts';
import { tempFolder } from '../temp-office.ts';
import { office, officeJson } from './command-line.ts';

const AUTHORITY = join(import.meta.dirname, '..', 'mail', 'certificates', 'authority.pem');

test('from naming the server to a settled run, on the command line', async () => {
  const root = tempFolder();
  const server = await startServer(root);
  onTestFinished(() => server.stop());
  const data = ['--data', join(root, 'office'), '--as-of', '2026-11-22'];
  await officeJson('init', '--sample', '300', ...data);
  const named = ['--host', 'localhost', '--port', String(server.port), '--user', LOGIN.user];
  const settings = await officeJson(
    'mail',
    'server',
    ...named,
    '--from',
    'office@standing.example',
    '--per-minute',
    '6000',
    '--authority',
    AUTHORITY,
    ...data,
  );
  expect(settings).toMatchObject({ host: 'localhost', security: 'starttls', perMinute: 6000 });
  await officeJson('notices', 'prepare', '--kind', 'renewal', '--month', '2026-12', ...data);

  const without = await office('notices', 'email', '2026-12-A', ...data);
  expect(without).toMatchObject({ code: 1, stderr: expect.stringContaining('STANDING_SMTP_PASSWORD') });
  process.env.STANDING_SMTP_PASSWORD = LOGIN.password;
  onTestFinished(() => {
    delete process.env.STANDING_SMTP_PASSWORD;
  });
  expect(await office('mail', 'server', '--try', ...data)).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('lets the office in'),
  });
  const report = (await officeJson('notices', 'email', '2026-12-A', ...data)) as { total: number };
  expect(report).toMatchObject({ sentNow: report.total, waiting: 0 });
  expect(report.total).toBeGreaterThan(0);
  expect(server.taken()).toHaveLength(report.total);
  const listed = (await officeJson('mail', 'list', '2026-12-A', ...data)) as {
    emails: { memberNo: string; address: string; messageId: string; state: string }[];
  };
  const [first] = listed.emails;
  expect(first?.state).toBe('sent');

  const file = join(root, 'report.txt');
  writeFileSync(
    file,
    `Final-Recipient: rfc822; ${first?.address}\nAction: failed\nStatus: 5.1.1\n\nMessage-ID: ${first?.messageId}\n`,
  );
  expect(await officeJson('mail', 'bounces', file, ...data)).toMatchObject({
    marked: 1,
    found: [{ memberNo: first?.memberNo, hard: true }],
  });
  expect(await officeJson('mail', 'resolve', '2026-12-A', '--from-log', server.log, ...data)).toMatchObject({
    unknown: 0,
  });
  expect(await officeJson('mail', 'unsubscribe', first?.memberNo ?? '', ...data)).toMatchObject({
    changed: 1,
  });
  expect(await office('mail', 'resolve', '2026-12-A', ...data)).toMatchObject({ code: 2 });
});

test('without a server, into a folder', async () => {
  const root = tempFolder();
  const data = ['--data', join(root, 'office'), '--as-of', '2026-11-22'];
  await officeJson('init', '--sample', '300', ...data);
  await officeJson('mail', 'server', '--delivery', 'folder', '--from', 'office@standing.example', ...data);
  await officeJson('notices', 'prepare', '--kind', 'renewal', '--month', '2026-12', ...data);
  const folder = join(root, 'eml');
  const report = (await officeJson('notices', 'email', '2026-12-A', '--to-folder', folder, ...data)) as {
    total: number;
  };
  expect(readdirSync(folder).filter((name) => name.endsWith('.eml'))).toHaveLength(report.total);
});
