import { join } from 'node:path';
import { expect, test } from 'vitest';
import { keepBytes } from '../../../electron/documents/store.ts';
import { unwatchedWork } from '../../../electron/jobs/work.ts';
import { prepareRenewals } from '../../../electron/services/notices/prepare.ts';
import { printRun } from '../../../electron/services/notices/print.ts';
import { reevaluatePiece } from '../../../electron/services/notices/re-evaluate.ts';
import { sentPage } from '../../../electron/services/notices/sent-page.ts';
import { markSpoiled } from '../../../electron/services/notices/spoiled.ts';
import type { Office } from '../../../electron/services/office.ts';
import { layout } from '../../printing/poppler.ts';
import { sampleOffice, TODAY, tempFolder } from '../../temp-office.ts';

async function officeWithRun(): Promise<{ office: Office; run: string }> {
  const office = await sampleOffice(700);
  const { run } = await prepareRenewals(
    office,
    { month: '2026-12', asOf: TODAY, again: false },
    unwatchedWork(),
  );
  return { office, run };
}

const print = (office: Office, run: string, more: object = {}) =>
  printRun(
    office,
    { run, from: null, to: null, outFile: join(tempFolder(), 'a.pdf'), ...more },
    unwatchedWork(),
  );

function memberOf(office: Office, run: string, condition: string): string {
  const found: unknown = office.db.sqlite
    .prepare(
      `SELECT m.member_no FROM run_piece p JOIN member m ON m.id = p.member_id WHERE p.run_id = ? AND ${condition} LIMIT 1`,
    )
    .pluck()
    .get(run);
  if (typeof found !== 'string') throw new Error(`The sample has a piece with ${condition}.`);
  return found;
}

test.each([
  ['the whole run', {}],
  ['the whole run with blank backs', { duplex: true }],
  ['some sheets', { from: 4, to: 8 }],
])('the very page is found in the kept PDF of %s', async (_, more) => {
  const { office, run } = await officeWithRun();
  await print(office, run, more);
  const memberNo = memberOf(office, run, 'p.sheet = 6');
  const sent = await sentPage(office, run, memberNo);
  if (sent.channel !== 'print') throw new Error('It is printed.');
  const page = layout(sent.file, sent.page, sent.page);
  expect(page).toContain(`Sheet 6 of ${sent.sheets}`);
  expect(page).toContain(memberNo);
});

test('a reprint of spoiled sheets is the page that went out', async () => {
  const { office, run } = await officeWithRun();
  const whole = await print(office, run);
  await markSpoiled(office, { run, sheets: '2,6', reason: 'coffee' });
  const again = await print(office, run, { spoiled: true });
  const of = async (sheet: number) => {
    const sent = await sentPage(office, run, memberOf(office, run, `p.sheet = ${sheet}`));
    return sent.channel === 'print' ? [sent.sha256, sent.page] : null;
  };
  expect(await of(6)).toEqual([again.sha256, 2]);
  expect(await of(3)).toEqual([whole.sha256, 3]);
});

test('what was not sent is said', async () => {
  const { office, run } = await officeWithRun();
  const sheet = memberOf(office, run, 'p.sheet = 1');
  await expect(sentPage(office, run, sheet)).rejects.toMatchObject({ code: 'not-printed' });
  await print(office, run, { from: 2, to: 3 });
  await expect(sentPage(office, run, sheet)).rejects.toMatchObject({ code: 'not-printed' });
  const held = memberOf(office, run, "p.channel = 'held'");
  await expect(sentPage(office, run, held)).rejects.toMatchObject({ code: 'held-back' });
  await expect(sentPage(office, run, 'nobody')).rejects.toMatchObject({ code: 'not-in-run' });
  const emailed = memberOf(office, run, "p.channel = 'email'");
  await expect(sentPage(office, run, emailed)).rejects.toMatchObject({ code: 'not-e-mailed' });
});

test('the very message of an e-mailed piece is shown', async () => {
  const { office, run } = await officeWithRun();
  const memberNo = memberOf(office, run, "p.channel = 'email'");
  const message = 'Subject: Renewal\r\n\r\nDear Rosa,\r\n';
  const sha256 = await keepBytes(office.folder, Buffer.from(message));
  await office.act((write) => {
    write.db.sqlite
      .prepare(
        `INSERT INTO email_message (run_id, position, member_id, address, message_id, state, recorded_at, eml_sha256)
         SELECT p.run_id, p.position, p.member_id, 'rosa@example.org', '<1@x>', 'sent', '2026-11-22T12:00:00.000Z', ?
         FROM run_piece p JOIN member m ON m.id = p.member_id WHERE p.run_id = ? AND m.member_no = ?`,
      )
      .run(sha256, run, memberNo);
    write.journal({ action: 'test.e-mailed', subject: 'run', subjectId: run, detail: null });
  });
  expect(await sentPage(office, run, memberNo)).toMatchObject({
    channel: 'email',
    address: 'rosa@example.org',
    message,
  });
});

test('a held piece is evaluated again, and the run stays as it is', async () => {
  const office = await sampleOffice(300);
  const first = await prepareRenewals(
    office,
    { month: '2026-12', asOf: TODAY, again: false },
    unwatchedWork(),
  );
  const memberNo = memberOf(office, first.run, 'p.sheet = 3');
  await expect(reevaluatePiece(office, first.run, memberNo, TODAY)).rejects.toMatchObject({
    code: 'not-held',
  });
  const city = (name: string, emailOk: 0 | 1) =>
    office.act((write) => {
      const { sqlite } = write.db;
      sqlite.prepare('UPDATE member SET email_ok = ? WHERE member_no = ?').run(emailOk, memberNo);
      sqlite
        .prepare(
          'UPDATE postal_address SET city = ? WHERE valid_to IS NULL AND member_id = (SELECT id FROM member WHERE member_no = ?)',
        )
        .run(name, memberNo);
      write.journal({ action: 'test.moved', subject: 'member', subjectId: memberNo, detail: null });
    });
  await city('', 0);
  const { run } = await prepareRenewals(
    office,
    { month: '2027-12', asOf: TODAY, again: false },
    unwatchedWork(),
  );
  const before = office.db.sqlite.prepare('SELECT * FROM run_piece WHERE run_id = ?').all(run);
  const again = () => reevaluatePiece(office, run, memberNo, TODAY);
  expect(await again()).toMatchObject({ channel: 'held', text: expect.stringContaining('city is missing') });
  await city('Rosemont', 0);
  expect(await again()).toMatchObject({ channel: 'print', text: expect.stringContaining('further run') });
  expect(office.db.sqlite.prepare('SELECT * FROM run_piece WHERE run_id = ?').all(run)).toEqual(before);
});
