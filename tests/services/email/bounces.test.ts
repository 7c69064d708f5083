import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { unwatchedWork } from '../../../electron/jobs/work.ts';
import { saveContact } from '../../../electron/services/contact.ts';
import { noteBounce, readBounces } from '../../../electron/services/email/bounces.ts';
import { emailRun } from '../../../electron/services/email/runs.ts';
import { sendRun } from '../../../electron/services/email/send.ts';
import { unsubscribe } from '../../../electron/services/email/unsubscribe.ts';
import { prepareRenewals } from '../../../electron/services/notices/prepare.ts';
import type { Office } from '../../../electron/services/office.ts';
import { emailPaper } from '../../../electron/services/reports/email-paper.ts';
import { memberPapers } from '../../../electron/services/reports/papers.ts';
import { LOGIN, type MailServer, startServer } from '../../mail/start-server.ts';
import { TODAY } from '../../temp-office.ts';
import { emailOffice, type Kept, kept } from './email-office.ts';

let root = '';
let server: MailServer;
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'standing-bounces-'));
  server = await startServer(root);
});
afterAll(async () => {
  await server.stop();
  rmSync(root, { recursive: true, force: true });
});

/** An office whose run of the month was e-mailed. */
async function sentOffice(): Promise<{ office: Office; run: string; emails: readonly Kept[] }> {
  const { office, run } = await emailOffice(250, server.port);
  await sendRun(office, { run: run.run, password: LOGIN.password }, unwatchedWork());
  return { office, run: run.run, emails: kept(office, run.run) };
}

function at(emails: readonly Kept[], index: number): Kept {
  const email = emails[index];
  if (email === undefined) throw new Error('The run has too few e-mails.');
  return email;
}

const member = (office: Office, id: number) =>
  office.db.sqlite
    .prepare<[number], { member_no: string; email_bad_reason: string | null; email_ok: number }>(
      'SELECT member_no, email_bad_reason, email_ok FROM member WHERE id = ?',
    )
    .get(id);

function report({ address, message_id }: Kept, status: string, action = 'failed'): string {
  return `Final-Recipient: rfc822; ${address}\nAction: ${action}\nStatus: ${status}\nDiagnostic-Code: smtp; no ${status}\n\nMessage-ID: ${message_id}\n\n`;
}

const prepareAgain = (office: Office) =>
  prepareRenewals(office, { month: '2026-12', asOf: TODAY, again: true }, unwatchedWork());

test('a pasted report: for good marks the address and lets the notice be given again, for now only tells', async () => {
  const { office, run, emails } = await sentOffice();
  const [hard, soft] = [at(emails, 0), at(emails, 1)];
  const text =
    report(hard, '5.1.1') +
    report(soft, '4.2.2', 'delayed') +
    report({ ...at(emails, 2), message_id: '<x@y>', address: 'nobody@else.example' }, '5.1.1');
  const entries = office.db.sqlite.prepare('SELECT count(*) FROM journal').pluck().get();
  expect(await readBounces(office, { text, dryRun: true })).toMatchObject({ marked: 0 });
  expect(office.db.sqlite.prepare('SELECT count(*) FROM journal').pluck().get()).toBe(entries);
  const read = await readBounces(office, { text, dryRun: false });
  expect(read.marked).toBe(1);
  expect(read.found.map((found) => [found.hard, found.run, found.position, found.memberNo === null])).toEqual(
    [
      [true, run, hard.position, false],
      [false, run, soft.position, false],
      [true, null, null, true],
    ],
  );
  expect((await emailRun(office, run)).states).toMatchObject({ bounced: 1, sent: emails.length - 1 });
  expect(member(office, hard.member_id)?.email_bad_reason).toBe('no 5.1.1');
  expect(member(office, soft.member_id)?.email_bad_reason).toBeNull();
  await expect(readBounces(office, { text: 'On holiday', dryRun: false })).rejects.toMatchObject({
    code: 'no-report',
  });
});

test('who bounced falls to paper in the next further run, and nobody else gets a second notice', async () => {
  const { office, emails } = await sentOffice();
  // The last by ZIP has an address.
  const bounced = at(emails, emails.length - 1);
  office.db.sqlite.prepare('UPDATE member SET mail_ok = 1').run();
  const usable = office.db.sqlite
    .prepare<[number], { id: number }>(
      'SELECT id FROM postal_address WHERE member_id = ? AND valid_to IS NULL AND bad_reason IS NULL',
    )
    .get(bounced.member_id);
  expect(usable).toBeDefined();
  office.db.sqlite
    .prepare(
      "UPDATE postal_address SET address1 = '12 Main St', address2 = '', city = 'Rosemont', state = 'IL', zip = '60018', country = 'US' WHERE id = ?",
    )
    .run(usable?.id);
  await readBounces(office, { text: report(bounced, '5.1.1'), dryRun: false });
  const again = await prepareAgain(office);
  const pieces = office.db.sqlite
    .prepare<[string], { member_id: number; channel: string }>(
      "SELECT member_id, channel FROM run_piece WHERE run_id = ? AND channel <> 'held'",
    )
    .all(again.run);
  expect(pieces.filter(({ member_id }) => member_id === bounced.member_id)).toEqual([
    { member_id: bounced.member_id, channel: 'print' },
  ]);
  const mailed = new Set(emails.map(({ member_id }) => member_id));
  expect(pieces.filter(({ member_id }) => mailed.has(member_id))).toHaveLength(1);
});

test('by hand, by number or address; a new address clears the mark', async () => {
  const { office, run, emails } = await sentOffice();
  const [first, second] = [at(emails, 0), at(emails, 1)];
  const memberNo = member(office, first.member_id)?.member_no ?? '';
  await noteBounce(office, { who: memberNo, reason: 'mailbox closed' });
  await noteBounce(office, { who: second.address.toUpperCase(), reason: 'gone' });
  expect((await emailRun(office, run)).states.bounced).toBe(2);
  expect(member(office, second.member_id)?.email_bad_reason).toBe('gone');
  await expect(noteBounce(office, { who: '999', reason: 'x' })).rejects.toMatchObject({
    code: 'member-unknown',
  });
  await expect(noteBounce(office, { who: memberNo, reason: ' ' })).rejects.toMatchObject({
    code: 'reason-missing',
  });
  const address = {
    address1: '1 A St',
    address2: '',
    city: 'Rosemont',
    state: 'IL',
    zip: '60018',
    country: 'US',
  };
  const contact = { memberNo, phone: '1', mailOk: true, emailOk: true, address };
  await saveContact(office, { ...contact, email: first.address });
  expect(member(office, first.member_id)?.email_bad_reason, 'the same address stays marked').toBe(
    'mailbox closed',
  );
  await saveContact(office, { ...contact, email: 'new@members.example' });
  expect(member(office, first.member_id)?.email_bad_reason).toBeNull();
});

test('a report on an address that the member has no more leaves the new one alone', async () => {
  const { office, run, emails } = await sentOffice();
  const email = at(emails, 0);
  office.db.sqlite
    .prepare("UPDATE member SET email = 'newer@members.example' WHERE id = ?")
    .run(email.member_id);
  await readBounces(office, { text: report(email, '5.1.1'), dryRun: false });
  expect((await emailRun(office, run)).states.bounced).toBe(1);
  expect(member(office, email.member_id)?.email_bad_reason).toBeNull();
});

test('a word of it that is said twice says nothing of the e-mail before', async () => {
  const { office, run, emails } = await sentOffice();
  const email = at(emails, 0);
  const memberNo = member(office, email.member_id)?.member_no ?? '';
  const again = await prepareAgain(office);
  office.db.sqlite
    .prepare(
      `INSERT INTO email_message (run_id, position, member_id, address, message_id, state, recorded_at)
       SELECT run_id, position, member_id, ?, '<later@x>', 'sent', '2026-11-22' FROM run_piece WHERE run_id = ? AND member_id = ?`,
    )
    .run(email.address, again.run, email.member_id);
  for (const reason of ['mailbox closed', 'closed']) await noteBounce(office, { who: memberNo, reason });
  expect(kept(office, again.run)).toMatchObject([{ state: 'bounced' }]);
  expect((await emailRun(office, run)).states.bounced).toBe(0);
  // Nor does a report that stands twice in what is pasted.
  const text = report(at(emails, 1), '5.1.1').repeat(2);
  await readBounces(office, { text, dryRun: false });
  expect((await emailRun(office, run)).states.bounced).toBe(1);
});

test('a report of a receipt says nothing of a notice, and one from a newer address nothing of the older', async () => {
  const { office, run, emails } = await sentOffice();
  const [told, moved] = [at(emails, 0), at(emails, 1)];
  const memberNo = member(office, told.member_id)?.member_no ?? '';
  const paper = { kind: 'statement', memberNo, from: '2025-01-01', to: TODAY } as const;
  await emailPaper(office, { paper, folder: null, password: LOGIN.password }, unwatchedWork());
  const [sent] = office.db.sqlite
    .prepare<[], { message_id: string }>('SELECT message_id FROM paper_email')
    .all();
  office.db.sqlite
    .prepare("UPDATE member SET email = 'newer@members.example' WHERE id = ?")
    .run(moved.member_id);
  const text =
    report({ ...told, message_id: sent?.message_id ?? '' }, '5.1.1').repeat(2) +
    report({ ...moved, address: 'newer@members.example', message_id: '<mail@elsewhere>' }, '5.1.1');
  expect(await readBounces(office, { text, dryRun: false })).toMatchObject({
    marked: 3,
    found: [{ memberNo, run: null }, { run: null }, { run: null }],
  });
  expect((await emailRun(office, run)).states.bounced).toBe(0);
  expect((await memberPapers(office, memberNo))[0]?.emails).toMatchObject([{ state: 'bounced' }]);
  for (const { member_id } of [told, moved])
    expect(member(office, member_id)?.email_bad_reason).toBe('no 5.1.1');
});

test('by hand, what went out last came back, a receipt too', async () => {
  const { office, run, emails } = await sentOffice();
  const memberNo = member(office, at(emails, 0).member_id)?.member_no ?? '';
  const paper = { kind: 'statement', memberNo, from: '2025-01-01', to: TODAY } as const;
  await emailPaper(office, { paper, folder: null, password: LOGIN.password }, unwatchedWork());
  office.db.sqlite.exec("UPDATE paper_email SET recorded_at = '2026-11-22T13:00:00.000Z'");
  await noteBounce(office, { who: memberNo, reason: 'gone' });
  expect((await emailRun(office, run)).states.bounced).toBe(0);
  expect((await memberPapers(office, memberNo))[0]?.emails).toMatchObject([{ state: 'bounced' }]);
});

test('who wants no e-mail is not e-mailed', async () => {
  const { office, emails } = await sentOffice();
  const email = at(emails, 0);
  expect(await unsubscribe(office, email.address)).toMatchObject({ changed: 1 });
  expect(await unsubscribe(office, email.address)).toMatchObject({ changed: 0 });
  expect(member(office, email.member_id)?.email_ok).toBe(0);
  await expect(unsubscribe(office, 'nobody@x.example')).rejects.toMatchObject({ code: 'member-unknown' });
});
