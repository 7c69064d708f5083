import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { unwatchedWork } from '../../../electron/jobs/work.ts';
import { drawAudit } from '../../../electron/services/audit/draw.ts';
import { verifyOffice } from '../../../electron/services/backup/verify.ts';
import { noteBounce, readBounces } from '../../../electron/services/email/bounces.ts';
import { emailRun } from '../../../electron/services/email/runs.ts';
import { sendRun } from '../../../electron/services/email/send.ts';
import { saveMailSettings } from '../../../electron/services/email/settings.ts';
import { recordReturned } from '../../../electron/services/mail/returned.ts';
import { markMailed } from '../../../electron/services/notices/mark-mailed.ts';
import { prepareRun } from '../../../electron/services/notices/prepare.ts';
import { printRun } from '../../../electron/services/notices/print.ts';
import type { Office } from '../../../electron/services/office.ts';
import type { RunSummary } from '../../../shared/domain/renewals.ts';
import { LOGIN, type MailServer, settingsFor, startServer } from '../../mail/start-server.ts';
import { sampleOffice, TODAY, tempFolder } from '../../temp-office.ts';
import { kept } from './email-office.ts';

let root = '';
let server: MailServer;
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'standing-copies-'));
  server = await startServer(root);
});
afterAll(async () => {
  await server.stop();
  rmSync(root, { recursive: true, force: true });
});

/** The audit notices of a draw of twelve: all by post, four of them with an e-mail address, one more by e-mail alone. */
async function notices(): Promise<{ readonly office: Office; readonly run: RunSummary }> {
  const office = await sampleOffice(200);
  const order = { year: 2026, rate: null, size: 12, seed: 'a lottery', reason: null };
  await drawAudit(office, order, TODAY, unwatchedWork());
  const drawn = `(SELECT c.member_id FROM audit a JOIN certification c ON c.id = a.certification_id WHERE a.selected_on = '${TODAY}')`;
  office.db.sqlite.exec(`UPDATE member SET mail_ok = 1, email_ok = 0, email_bad_reason = NULL WHERE id IN ${drawn};
    UPDATE member SET email_ok = 1, email = 'm' || member_no || '@members.example' WHERE id IN (SELECT id FROM member WHERE id IN ${drawn} ORDER BY id LIMIT 5);
    UPDATE member SET mail_ok = 0 WHERE id = (SELECT min(id) FROM member WHERE id IN ${drawn});`);
  await saveMailSettings(office, settingsFor(server.port, {}));
  const request = { step: 'audit', month: TODAY.slice(0, 7), asOf: TODAY, again: false };
  return { office, run: await prepareRun(office, request, unwatchedWork()) };
}

const send = (office: Office, { run }: RunSummary) =>
  sendRun(office, { run, password: LOGIN.password, retryAfter: [] }, unwatchedWork());
const scalar = (office: Office, sql: string): unknown => office.db.sqlite.prepare(sql).pluck().get();

test('PB-AUD-2: who can be reached both ways gets the sheet and the same by e-mail, once, and the sum stays right', async () => {
  const { office, run } = await notices();
  expect(run.toEmail + run.alsoEmailed).toBe(5);
  expect(run.alsoEmailed).toBeGreaterThan(2);
  expect(run.held).toBe(0);
  expect(run.selected).toBe(run.toPrint + run.toEmail + run.held);
  const before = server.taken().length;
  const report = await send(office, run);
  expect(report).toMatchObject({ total: 5, sentNow: 5, waiting: 0, unreachable: 0 });
  const messages = kept(office, run.run);
  expect(messages).toHaveLength(5);
  const taken = server.taken().slice(before);
  expect(taken.map(({ messageId }) => messageId).sort()).toEqual(
    messages.map((one) => one.message_id).sort(),
  );
  for (const { text } of taken) expect(text).toContain('Cover sheets.pdf');
  expect(await send(office, run)).toMatchObject({ total: 5, sentNow: 0 });
  expect(server.taken().slice(before)).toHaveLength(5);

  // The e-mail alone is that member’s notice; beside a sheet, the sheet is.
  const told = () => scalar(office, "SELECT count(*) FROM audit WHERE state = 'notice-sent'");
  expect(told()).toBe(run.toEmail);
  const outFile = join(tempFolder(), 'audit.pdf');
  await printRun(office, { run: run.run, from: null, to: null, outFile }, unwatchedWork());
  await markMailed(office, { run: run.run, on: TODAY });
  expect(told()).toBe(run.selected);
  expect(await verifyOffice(office, unwatchedWork())).toMatchObject({ ok: true });
});

test('a copy that cannot go or bounces leaves the printed notice given', async () => {
  const { office, run } = await notices();
  office.db.sqlite.exec(
    'UPDATE member SET email_ok = 0 WHERE id = (SELECT max(member_id) FROM run_piece WHERE email_copy = 1)',
  );
  expect(await emailRun(office, run.run)).toMatchObject({ total: 5, waiting: 4, unreachable: 1 });
  expect(await send(office, run)).toMatchObject({ total: 5, sentNow: 4, waiting: 0, unreachable: 1 });
  const copy = office.db.sqlite
    .prepare<[], { address: string; message_id: string }>(
      'SELECT e.address, e.message_id FROM email_message e JOIN run_piece p ON p.run_id = e.run_id AND p.position = e.position WHERE p.email_copy = 1 LIMIT 1',
    )
    .get();
  await readBounces(office, {
    text: `Final-Recipient: rfc822; ${copy?.address ?? ''}\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 nobody here\n\nMessage-ID: ${copy?.message_id ?? ''}\n`,
    dryRun: false,
  });
  expect(scalar(office, "SELECT count(*) FROM email_message WHERE state = 'bounced'")).toBe(1);
  expect(scalar(office, 'SELECT count(*) FROM notice_given WHERE failed IS NOT NULL')).toBe(0);
  const again = await prepareRun(
    office,
    { step: 'audit', month: TODAY.slice(0, 7), asOf: TODAY, again: true },
    unwatchedWork(),
  );
  expect(again).toMatchObject({ toPrint: 0, toEmail: 0 });
});

test('PB-AUD-2: a case waits for its notice again once neither the sheet nor the e-mail reached the member', async () => {
  const { office, run } = await notices();
  await send(office, run);
  const outFile = join(tempFolder(), 'audit.pdf');
  await printRun(office, { run: run.run, from: null, to: null, outFile }, unwatchedWork());
  await markMailed(office, { run: run.run, on: TODAY });
  const piece = (condition: string) =>
    office.db.sqlite
      .prepare<[string], { sheet: number; memberNo: string; address: string; member: number }>(
        `SELECT p.sheet, m.member_no AS memberNo, e.address, m.id AS member FROM run_piece p JOIN member m ON m.id = p.member_id
           JOIN email_message e ON e.run_id = p.run_id AND e.position = p.position WHERE p.run_id = ? AND ${condition} LIMIT 1`,
      )
      .get(run.run);
  const both = piece('p.email_copy = 1');
  const states = (member: number | undefined) =>
    office.db.sqlite
      .prepare(
        `SELECT DISTINCT a.state FROM audit a JOIN certification c ON c.id = a.certification_id WHERE c.member_id = ? AND a.selected_on = '${TODAY}'`,
      )
      .pluck()
      .all(member);
  await recordReturned(office, { text: `${run.run} ${both?.sheet}`, reason: 'moved', note: '', on: TODAY });
  expect(states(both?.member)).toEqual(['notice-sent']);
  await noteBounce(office, { who: both?.memberNo ?? '', reason: '550 nobody here' });
  expect(states(both?.member)).toEqual(['selected']);

  const emailed = piece("p.channel = 'email'");
  expect(states(emailed?.member)).toEqual(['notice-sent']);
  await noteBounce(office, { who: emailed?.memberNo ?? '', reason: '550 nobody here' });
  expect(states(emailed?.member)).toEqual(['selected']);
  expect(
    scalar(office, "SELECT count(*) FROM audit_step WHERE note LIKE '% bounced: 550 nobody here'"),
  ).toBeGreaterThan(1);
  expect(await verifyOffice(office, unwatchedWork())).toMatchObject({ ok: true });
});
