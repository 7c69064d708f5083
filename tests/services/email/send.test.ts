import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { documentPath } from '../../../electron/documents/store.ts';
import { startWork, unwatchedWork } from '../../../electron/jobs/work.ts';
import { verifyOffice } from '../../../electron/services/backup/verify.ts';
import { resolveEmail, resolveFromLog } from '../../../electron/services/email/resolve.ts';
import { emailRun } from '../../../electron/services/email/runs.ts';
import { sendRun } from '../../../electron/services/email/send.ts';
import { writeToFolder } from '../../../electron/services/email/to-folder.ts';
import type { Office } from '../../../electron/services/office.ts';
import { LOGIN, type MailServer, startServer } from '../../mail/start-server.ts';
import { tempFolder } from '../../temp-office.ts';
import { behave, emailOffice, kept } from './email-office.ts';

let root = '';
let server: MailServer;
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'standing-email-'));
  server = await startServer(root);
});
afterAll(async () => {
  await server.stop();
  rmSync(root, { recursive: true, force: true });
});

const send = (office: Office, run: string, work = unwatchedWork()) =>
  sendRun(office, { run, password: LOGIN.password, retryAfter: [60, 120], silence: 3000 }, work);
const takenFor = (office: Office, run: string) => {
  const ids = new Set(kept(office, run).map(({ message_id }) => message_id));
  return server.taken().filter(({ messageId }) => ids.has(messageId));
};
const scalar = (office: Office, sql: string): unknown => office.db.sqlite.prepare(sql).pluck().get();

test('everyone gets the e-mail once, and sending again sends nothing', async () => {
  const { office, run } = await emailOffice(250, server.port);
  expect(run.toEmail).toBeGreaterThan(5);
  const report = await send(office, run.run);
  expect(report).toMatchObject({ total: run.toEmail, sentNow: run.toEmail, waiting: 0, unreachable: 0 });
  expect(report.states).toMatchObject({ sent: run.toEmail, recorded: 0, unknown: 0 });
  expect(
    takenFor(office, run.run)
      .map(({ address }) => address)
      .sort(),
  ).toEqual(
    kept(office, run.run)
      .map(({ address }) => address)
      .sort(),
  );
  for (const { outcome, eml_sha256 } of kept(office, run.run)) {
    expect(outcome).toMatch(/^250 2\.0\.0 Ok: queued as /);
    const bytes = readFileSync(documentPath(office.folder, eml_sha256 ?? ''));
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(eml_sha256);
  }
  expect(await send(office, run.run)).toMatchObject({ sentNow: 0 });
  expect(takenFor(office, run.run)).toHaveLength(run.toEmail);
  expect(await verifyOffice(office, unwatchedWork())).toMatchObject({ ok: true });
});

test('refused, put off, cut, slow: each ends as it should, and nobody gets it twice', async () => {
  const { office, run } = await emailOffice(400, server.port);
  const behaviours = [
    'refused',
    'grey',
    'slow',
    'spam',
    'full',
    'policy',
    'cut-data',
    'cut-after',
    'grey',
    'refused',
  ];
  expect(run.toEmail).toBeGreaterThan(behaviours.length);
  behave(office, run.run, behaviours);
  await send(office, run.run);
  const states = kept(office, run.run).map(({ state }) => state);
  const cutData = states[6] === 'unknown' ? 'unknown' : 'sent';
  expect(states.slice(0, behaviours.length)).toEqual([
    'refused',
    'sent',
    'sent',
    'refused',
    'sent',
    'refused',
    cutData,
    'unknown',
    'sent',
    'refused',
  ]);
  expect(states.slice(behaviours.length).every((state) => state === 'sent')).toBe(true);
  expect(kept(office, run.run)[1]?.attempts).toBe(2);
  // Only an address that the server does not know is marked, but every refused notice may be given again.
  expect(scalar(office, 'SELECT count(*) FROM member WHERE email_bad_reason IS NOT NULL')).toBe(2);
  expect(scalar(office, 'SELECT email_bad_reason FROM member WHERE email_bad_reason IS NOT NULL')).toBe(
    '550 5.1.1 No such user here',
  );
  expect(scalar(office, "SELECT count(DISTINCT position) FROM notice_given WHERE failed = 'refused'")).toBe(
    4,
  );

  const settled = await resolveFromLog(office, { run: run.run, file: server.log }, unwatchedWork());
  expect(settled.arrived).toBe(1);
  await send(office, run.run);
  const report = await emailRun(office, run.run);
  expect(report.states).toMatchObject({ sent: run.toEmail - 4, refused: 4, unknown: 0, recorded: 0 });
  const addresses = takenFor(office, run.run).map(({ address }) => address);
  expect(new Set(addresses).size).toBe(addresses.length);
  expect(addresses).toHaveLength(run.toEmail - 4);
  expect(await verifyOffice(office, unwatchedWork())).toMatchObject({ ok: true });
});

test('one that is unknown is settled by hand; sent again it has the same Message-ID', async () => {
  const { office, run } = await emailOffice(250, server.port);
  behave(office, run.run, ['cut-after', 'cut-after']);
  await send(office, run.run);
  const [first, second] = kept(office, run.run).filter(({ state }) => state === 'unknown');
  if (first === undefined || second === undefined) throw new Error('There should be two.');
  await expect(resolveEmail(office, { run: run.run, position: 9999, as: 'arrived' })).rejects.toMatchObject({
    code: 'email-not-unknown',
  });
  await resolveEmail(office, { run: run.run, position: first.position, as: 'arrived' });
  await resolveEmail(office, { run: run.run, position: second.position, as: 'send-again' });
  await send(office, run.run);
  expect((await emailRun(office, run.run)).states).toMatchObject({ sent: run.toEmail, unknown: 0 });
  const times = (id: string) => server.taken().filter(({ messageId }) => messageId === id).length;
  expect(times(first.message_id)).toBe(1);
  expect(times(second.message_id)).toBe(2);
});

test('a cancelled send leaves everything settled, and goes on where it stopped', async () => {
  const { office, run } = await emailOffice(250, server.port, { perMinute: 600 });
  const controller = new AbortController();
  const work = startWork(controller.signal, ({ done }) => {
    if (done === 3) controller.abort();
  });
  await expect(send(office, run.run, work)).rejects.toMatchObject({ code: 'cancelled' });
  const { states } = await emailRun(office, run.run);
  expect(states['handing-over']).toBe(0);
  expect(states.sent).toBeGreaterThan(0);
  expect(states.recorded).toBeGreaterThan(0);
  await send(office, run.run);
  if ((await emailRun(office, run.run)).states.unknown > 0)
    await resolveFromLog(office, { run: run.run, file: server.log }, unwatchedWork());
  await send(office, run.run);
  expect((await emailRun(office, run.run)).states.sent).toBe(run.toEmail);
  expect(takenFor(office, run.run)).toHaveLength(run.toEmail);
});

test('what is the office’s own fault stops before everybody is refused', async () => {
  const { office, run } = await emailOffice(400, server.port);
  behave(
    office,
    run.run,
    Array.from({ length: 8 }, () => 'policy'),
  );
  await expect(send(office, run.run)).rejects.toMatchObject({ code: 'mail-refuses-everything' });
  expect((await emailRun(office, run.run)).states).toMatchObject({ refused: 5, recorded: run.toEmail - 5 });
  expect(scalar(office, 'SELECT count(*) FROM member WHERE email_bad_reason IS NOT NULL')).toBe(0);
});

test('a server that cannot be used changes nothing', async () => {
  const { office, run } = await emailOffice(250, server.port);
  const entries = scalar(office, 'SELECT count(*) FROM journal');
  await expect(sendRun(office, { run: run.run, password: 'wrong' }, unwatchedWork())).rejects.toMatchObject({
    code: 'mail-login-refused',
  });
  expect(scalar(office, 'SELECT count(*) FROM journal')).toBe(entries);
  expect(await emailRun(office, run.run)).toMatchObject({ waiting: run.toEmail });
});

test('who wants no e-mail any more, or has another address, is not written to at the old one', async () => {
  const { office, run } = await emailOffice(250, server.port, { perMinute: 600 });
  const [gone, died, moved] = office.db.sqlite
    .prepare<[string], { member_id: number }>(
      "SELECT member_id FROM run_piece WHERE run_id = ? AND channel = 'email' ORDER BY position LIMIT 3",
    )
    .all(run.run);
  office.db.sqlite.prepare('UPDATE member SET email_ok = 0 WHERE id = ?').run(gone?.member_id);
  // These two are on record already.
  const controller = new AbortController();
  const stopped = startWork(controller.signal, ({ doing }) => {
    if (doing === 'Sending e-mails') controller.abort();
  });
  await expect(send(office, run.run, stopped)).rejects.toMatchObject({ code: 'cancelled' });
  office.db.sqlite.prepare("UPDATE member SET deceased_on = '2026-11-20' WHERE id = ?").run(died?.member_id);
  office.db.sqlite
    .prepare("UPDATE member SET email = 'new@members.example' WHERE id = ?")
    .run(moved?.member_id);
  const report = await send(office, run.run);
  expect(report).toMatchObject({ total: run.toEmail, unreachable: 1 });
  expect(report.states).toMatchObject({ refused: 1, sent: run.toEmail - 2 });
  expect(takenFor(office, run.run).filter(({ address }) => address === 'new@members.example')).toHaveLength(
    1,
  );
  expect(scalar(office, "SELECT count(DISTINCT position) FROM notice_given WHERE failed = 'refused'")).toBe(
    2,
  );
});

test('without a server, .eml files: each the bytes that are kept, and none twice', async () => {
  const { office, run } = await emailOffice(250, 1, { delivery: 'folder', host: '' });
  await expect(send(office, run.run)).rejects.toMatchObject({ code: 'mail-to-folder' });
  const folder = join(tempFolder(), 'eml');
  const controller = new AbortController();
  const stopped = startWork(controller.signal, ({ done }) => {
    if (done === 4) controller.abort();
  });
  await expect(writeToFolder(office, { run: run.run, folder }, stopped)).rejects.toMatchObject({
    code: 'cancelled',
  });
  const report = await writeToFolder(office, { run: run.run, folder }, unwatchedWork());
  expect(report).toMatchObject({ sentNow: run.toEmail - 4 });
  expect(report.states.sent).toBe(run.toEmail);
  const files = readdirSync(folder);
  expect(files).toHaveLength(run.toEmail);
  const hashes = files.map((name) =>
    createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('hex'),
  );
  expect(hashes.sort()).toEqual(
    kept(office, run.run)
      .map(({ eml_sha256 }) => eml_sha256)
      .sort(),
  );
  expect(kept(office, run.run).every(({ outcome }) => outcome === 'written to folder')).toBe(true);
});

test('who can be e-mailed no more once on record is in no folder either, and may be given the notice on paper', async () => {
  const { office, run } = await emailOffice(250, 1, { delivery: 'folder', host: '' });
  const folder = join(tempFolder(), 'eml');
  const controller = new AbortController();
  const stopped = startWork(controller.signal, ({ done }) => {
    if (done === 4) controller.abort();
  });
  await expect(writeToFolder(office, { run: run.run, folder }, stopped)).rejects.toMatchObject({
    code: 'cancelled',
  });
  const waiting = kept(office, run.run).find(({ state }) => state === 'recorded');
  office.db.sqlite.prepare('UPDATE member SET email_ok = 0 WHERE id = ?').run(waiting?.member_id);
  const { states } = await writeToFolder(office, { run: run.run, folder }, unwatchedWork());
  expect(states).toMatchObject({ recorded: 0, refused: 1, sent: run.toEmail - 1 });
  expect(scalar(office, "SELECT count(DISTINCT position) FROM notice_given WHERE failed = 'refused'")).toBe(
    1,
  );
});

test('the password is nowhere in the office', async () => {
  const secret = 'Tr0ub4dor&3-battery';
  const folder = mkdtempSync(join(root, 'secret-'));
  const own = await startServer(folder, { login: { user: LOGIN.user, password: secret } });
  onTestFinished(() => own.stop());
  const { office, run } = await emailOffice(250, own.port);
  await sendRun(office, { run: run.run, password: secret }, unwatchedWork());
  await expect(sendRun(office, { run: run.run, password: `${secret}!` }, unwatchedWork())).rejects.toThrow();
  expect(own.taken()).toHaveLength(run.toEmail);
  office.db.sqlite.pragma('wal_checkpoint(TRUNCATE)');
  for (const entry of readdirSync(office.folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const bytes = readFileSync(join(entry.parentPath, entry.name));
    expect(bytes.includes(secret), entry.name).toBe(false);
    expect(bytes.includes(Buffer.from(secret).toString('base64')), entry.name).toBe(false);
  }
});
