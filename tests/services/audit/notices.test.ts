import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { unwatchedWork } from '../../../electron/jobs/work.ts';
import { drawAudit } from '../../../electron/services/audit/draw.ts';
import { auditForCause } from '../../../electron/services/audit/for-cause.ts';
import { auditNotices, reprintCovers } from '../../../electron/services/audit/notices.ts';
import { verifyOffice } from '../../../electron/services/backup/verify.ts';
import { saveMailSettings } from '../../../electron/services/email/settings.ts';
import { writeToFolder } from '../../../electron/services/email/to-folder.ts';
import { dueSteps, monthCompleteness } from '../../../electron/services/notices/completeness.ts';
import { markMailed } from '../../../electron/services/notices/mark-mailed.ts';
import { prepareRun } from '../../../electron/services/notices/prepare.ts';
import { printRun } from '../../../electron/services/notices/print.ts';
import { sentPage } from '../../../electron/services/notices/sent-page.ts';
import { markSpoiled } from '../../../electron/services/notices/spoiled.ts';
import type { Office } from '../../../electron/services/office.ts';
import { runPostal } from '../../../electron/services/postal/run-postal.ts';
import { CODES_ON_A_COVER, parseCaseCode } from '../../../shared/domain/case-code.ts';
import type { CertificationCode } from '../../../shared/domain/codes.ts';
import type { RunSummary } from '../../../shared/domain/renewals.ts';
import { parseSheetCode } from '../../../shared/domain/sheet-code.ts';
import { settingsFor } from '../../mail/start-server.ts';
import { codes, layout } from '../../printing/poppler.ts';
import { sampleOffice, TODAY, tempFolder } from '../../temp-office.ts';

const MONTH = TODAY.slice(0, 7);

/** An office with a draw of today, of so many. */
async function drawnOffice(size: number): Promise<Office> {
  const office = await sampleOffice(200);
  const order = { year: 2026, rate: null, size, seed: 'lottery of 9 January', reason: null };
  await drawAudit(office, order, TODAY, unwatchedWork());
  return office;
}

const prepare = (office: Office, again = false): Promise<RunSummary> =>
  prepareRun(office, { step: 'audit', month: MONTH, asOf: TODAY, again }, unwatchedWork());

const print = (office: Office, { run }: RunSummary, more: object = {}) =>
  printRun(
    office,
    { run, from: null, to: null, outFile: join(tempFolder(), 'audit.pdf'), ...more },
    unwatchedWork(),
  );

/** Each audit selected today with its member, as `700412 17`. */
const selected = (office: Office, condition = '1'): unknown[] =>
  office.db.sqlite
    .prepare(
      `SELECT m.member_no || ' ' || a.id FROM audit a JOIN certification c ON c.id = a.certification_id JOIN member m ON m.id = c.member_id
         WHERE a.selected_on = ? AND a.outcome IS NULL AND ${condition} ORDER BY 1`,
    )
    .pluck()
    .all(TODAY);

/** Each audit that the pieces of a run tell of, in the same words. */
const told = (office: Office, run: string): unknown[] =>
  office.db.sqlite
    .prepare(
      `SELECT m.member_no || ' ' || json_extract(l.value, '$.audit.audit') FROM run_piece p JOIN member m ON m.id = p.member_id, json_each(p.content, '$.lines') l
         WHERE p.run_id = ? ORDER BY 1`,
    )
    .pluck()
    .all(run);

test('PB-AUD-2: everyone whom the draw selected gets the notice, once, and the proof of completeness says so', async () => {
  const office = await drawnOffice(12);
  office.db.sqlite.exec('UPDATE member SET mail_ok = 1, email_ok = 1 WHERE deceased_on IS NULL');
  const before = await dueSteps(office, '2026-11-30', unwatchedWork());
  expect(before.find(({ step }) => step === 'audit')).toMatchObject({ month: MONTH, certifications: 12 });
  const run = await prepare(office);
  expect(run.toPrint).toBeGreaterThan(6);
  expect(run.selected).toBe(new Set(selected(office).map((each) => String(each).split(' ')[0])).size);
  expect(told(office, run.run).length + run.held).toBeGreaterThanOrEqual(12);
  if (run.held === 0) expect(told(office, run.run)).toEqual(selected(office));
  expect(await prepare(office)).toEqual(run);
  const again = await prepare(office, true);
  expect(told(office, again.run)).toEqual([]);
  const step = async () =>
    (await monthCompleteness(office, MONTH, TODAY, unwatchedWork())).steps.find(
      (one) => one.step === 'audit',
    );
  expect(await step()).toMatchObject({ should: 12, had: 0 });
  await print(office, run);
  await markMailed(office, { run: run.run, on: TODAY });
  const proof = await step();
  expect(proof?.had).toBe(12 - (proof?.missing.length ?? 0));
  expect(proof?.had).toBeGreaterThan(6);
  expect((proof?.missing ?? []).filter(({ why }) => why !== 'held' && why !== 'not-emailed')).toEqual([]);
  expect(await verifyOffice(office, unwatchedWork())).toMatchObject({ ok: true });
});

test('the draw says who waits for a notice and which runs told them; a member’s cover sheets are printed once more', async () => {
  const office = await drawnOffice(2);
  office.db.sqlite.exec('UPDATE member SET mail_ok = 1 WHERE deceased_on IS NULL');
  const [memberNo = ''] = String(selected(office)[0]).split(' ');
  const covers = () => reprintCovers(office, { memberNo, outFile: join(tempFolder(), 'covers.pdf') });
  await expect(covers()).rejects.toMatchObject({ code: 'no-audit-notice' });
  const about = () => auditNotices(office, 2026, 1, TODAY);
  const none = { step: 'audit', month: MONTH, answerDays: 30, answerDaysConfirmed: false };
  expect(await about()).toEqual({ ...none, open: 2, waiting: 2, runs: [] });
  const run = await prepare(office);
  expect(await about()).toMatchObject({
    open: 2,
    waiting: run.held,
    runs: [{ run: run.run, mailedOn: null }],
  });
  const { pages, file } = await covers();
  expect(layout(file, 1, pages).match(/Cover sheet \d+ of \d+/g)).toHaveLength(pages);
  expect((await covers()).sha256).toBe((await covers()).sha256);
});

test('an audit for cause gets its notice with a further run, without a word of a draw; a closed one gets none', async () => {
  const office = await drawnOffice(3);
  office.db.sqlite.exec('UPDATE member SET mail_ok = 1, email_ok = 0 WHERE deceased_on IS NULL');
  await prepare(office);
  await auditForCause(office, { ...candidateForCause(office), reason: 'A letter of an employer' }, TODAY);
  const run = await prepare(office, true);
  expect(told(office, run.run)).toEqual(selected(office, 'a.for_cause IS NOT NULL'));
  const { file } = await print(office, run);
  const letter = layout(file, 1, 1).replaceAll(/\s+/g, ' ');
  expect(letter).toContain('It was opened for a reason');
  expect(letter).not.toMatch(/random|PB-AUD-1|A letter of an employer/);
  office.db.sqlite.exec(
    `UPDATE audit SET closed_on = '${TODAY}', outcome = 'compliant' WHERE selected_on = '${TODAY}'`,
  );
  const none = await prepare(office, true);
  expect(none).toMatchObject({ selected: 0 });
});

/** Somebody with an address whose last cycle rolled and is not audited. */
function candidateForCause(office: Office): { readonly memberNo: string; readonly code: CertificationCode } {
  const found = office.db.sqlite
    .prepare<[], { memberNo: string; code: CertificationCode }>(
      `SELECT m.member_no AS memberNo, c.code FROM certification c JOIN member m ON m.id = c.member_id
         JOIN postal_address d ON d.member_id = m.id AND d.valid_to IS NULL AND d.country = 'US' AND d.bad_reason IS NULL
         WHERE c.certified_on BETWEEN '2008-01-01' AND '2018-12-31' AND c.recertified_on IS NULL AND m.deceased_on IS NULL
           AND NOT EXISTS (SELECT 1 FROM audit a JOIN certification o ON o.id = a.certification_id WHERE o.member_id = m.id)
           AND EXISTS (SELECT 1 FROM attestation t WHERE t.certification_id = c.id) ORDER BY m.id LIMIT 1`,
    )
    .get();
  if (found === undefined) throw new Error('The sample has such a member.');
  return found;
}

test('each cover sheet leads to its own case and activity, and the same run gives the same bytes', async () => {
  const office = await drawnOffice(3);
  office.db.sqlite.exec('UPDATE member SET mail_ok = 1 WHERE deceased_on IS NULL');
  const run = await prepare(office);
  const first = await print(office, run);
  expect((await print(office, run)).sha256).toBe(first.sha256);
  const read = codesByPage(first.file);
  const wanted = office.db.sqlite
    .prepare<[string, string], { sheet: number; audit: number; activity: number | null }>(
      `SELECT p.sheet, l.value ->> '$.audit.audit' AS audit, NULL AS activity, l.key, -1 AS nth FROM run_piece p, json_each(p.content, '$.lines') l WHERE p.run_id = ? AND p.sheet > 0
       UNION ALL SELECT p.sheet, l.value ->> '$.audit.audit', a.value ->> '$.activity', l.key, a.key FROM run_piece p, json_each(p.content, '$.lines') l, json_each(l.value, '$.audit.activities') a
         WHERE p.run_id = ? AND p.sheet > 0 ORDER BY 1, 4, 5`,
    )
    .all(run.run, run.run);
  const expected = Array.from({ length: run.toPrint }, (_, at) => at + 1).flatMap((sheet) => [
    `sheet ${sheet}`,
    ...wanted
      .filter((one) => one.sheet === sheet)
      .map(({ audit, activity }) => `case ${audit} ${activity ?? '-'}`),
  ]);
  expect(read.map(meaning)).toEqual(expected);
  expect(wanted.filter(({ activity }) => activity !== null).length).toBeGreaterThan(3);
  for (const { audit, activity } of wanted.filter((one) => one.activity !== null)) {
    const owner =
      'SELECT c.member_id FROM audit a JOIN certification c ON c.id = a.certification_id WHERE a.id = ?';
    expect(
      office.db.sqlite.prepare('SELECT member_id FROM activity WHERE id = ?').pluck().get(activity),
    ).toBe(office.db.sqlite.prepare(owner).pluck().get(audit));
  }
  expect(run.pagesBySheet?.reduce((sum, pages) => sum + pages, 0)).toBe(read.length);
  const postal = await runPostal(office, run.run);
  expect(postal.heaviestOunces).toBeGreaterThan(postal.pieceOunces);
  expect(postal.totalOunces).toBeGreaterThan(postal.pieceOunces * run.toPrint);
});

/** The code of each page; a cover sheet has its own several times. */
function codesByPage(pdf: string): readonly string[] {
  return codes(pdf, mkdtempSync(join(tempFolder(), 'codes-'))).map((page) => {
    const [code = '', ...more] = page.split('\n');
    expect(more).toEqual(parseCaseCode(code) === null ? [] : Array(CODES_ON_A_COVER - 1).fill(code));
    return code;
  });
}

function meaning(text: string): string {
  const sheet = parseSheetCode(text);
  if (sheet !== null) return `sheet ${sheet.sheet}`;
  const code = parseCaseCode(text);
  return code === null ? text : `case ${code.audit} ${code.activity ?? '-'}`;
}

test('the page of a member is found in every kind of print, cover sheets counted', async () => {
  const office = await drawnOffice(6);
  office.db.sqlite.exec('UPDATE member SET mail_ok = 1 WHERE deceased_on IS NULL');
  const run = await prepare(office);
  const memberNo = office.db.sqlite
    .prepare(
      'SELECT m.member_no FROM run_piece p JOIN member m ON m.id = p.member_id WHERE p.run_id = ? AND p.sheet = 4',
    )
    .pluck()
    .get(run.run);
  for (const more of [{}, { duplex: true }, { from: 3, to: 5 }, { spoiled: true }]) {
    if ('spoiled' in more) await markSpoiled(office, { run: run.run, sheets: '2,4', reason: 'coffee' });
    const { sha256 } = await print(office, run, more);
    const sent = await sentPage(office, run.run, String(memberNo));
    if (sent.channel !== 'print') throw new Error('It is printed.');
    expect(sent.sha256).toBe(sha256);
    expect(layout(sent.file, sent.page, sent.page), JSON.stringify(more)).toContain(
      `Sheet 4 of ${sent.sheets}`,
    );
    expect(sent.pagesBySheet).toEqual(run.pagesBySheet);
  }
});

test('an e-mailed notice has its cover sheets with it as a PDF, the same to the byte whenever it is printed', async () => {
  const office = await drawnOffice(2);
  office.db.sqlite.exec(
    "UPDATE member SET mail_ok = 0, email_ok = 1, email = 'm' || member_no || '@members.example', email_bad_reason = NULL",
  );
  await saveMailSettings(office, settingsFor(25, {}));
  const run = await prepare(office);
  expect(run).toMatchObject({ toPrint: 0 });
  expect(run.toEmail).toBe(2);
  const folder = join(tempFolder(), 'out');
  await writeToFolder(office, { run: run.run, folder }, unwatchedWork());
  const files = readdirSync(folder);
  expect(files).toHaveLength(run.toEmail);
  const audits = new Set<number>();
  for (const name of files) {
    const message = readFileSync(join(folder, name), 'latin1');
    expect(message).toContain('filename="Cover sheets.pdf"');
    const base64 =
      /Content-Type: application\/pdf[\s\S]*?\r\n\r\n([A-Za-z0-9+/=\r\n]+)/.exec(message)?.[1] ?? '';
    const pdf = join(tempFolder(), 'covers.pdf');
    writeFileSync(pdf, Buffer.from(base64, 'base64'));
    const [whole, ...rest] = codesByPage(pdf).map(parseCaseCode);
    expect(whole?.activity).toBeNull();
    audits.add(whole?.audit ?? 0);
    expect(rest.every((one) => one !== null)).toBe(true);
    const memberNo = /^To: .*m(\d+)@members\.example/m.exec(message)?.[1] ?? '';
    const again = await reprintCovers(office, { memberNo, outFile: join(tempFolder(), 'again.pdf') });
    expect(readFileSync(again.file).equals(readFileSync(pdf))).toBe(true);
  }
  expect([...audits].sort()).toEqual(
    selected(office)
      .map((each) => Number(String(each).split(' ')[1]))
      .sort(),
  );
});
