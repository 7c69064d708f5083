import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { unwatchedWork } from '../../../electron/jobs/work.ts';
import { exportBadges } from '../../../electron/services/badges/export.ts';
import { listRequests, requestFor, withdraw } from '../../../electron/services/badges/requests.ts';
import { saveTemplates, takeTemplateFile } from '../../../electron/services/badges/settings.ts';
import { writeAgain } from '../../../electron/services/badges/write-files.ts';
import type { Office } from '../../../electron/services/office.ts';
import { tempFolder } from '../../temp-office.ts';
import { credlyOffice, csvFile, readBack } from './credly-office.ts';

const ALL = { step: null, memberNo: null, offset: 0, limit: 100 };

async function askForAll(office: Office): Promise<void> {
  for (const [memberNo, code] of [
    ['700001', 'RMA'],
    ['700002', 'MT'],
    ['700003', 'RMA'],
    ['700004', 'RMA'],
    ['700005', 'RMA'],
    ['700006', 'AHI'],
  ] as const)
    await requestFor(office, { memberNo, code, reason: null });
}

function exporting(office: Office, folder: string, again: readonly number[] | null = null) {
  return exportBadges(office, { folder, again }, unwatchedWork());
}

test('SC-RECERT-1: who can have a badge is in the file as Credly wants it, who cannot is held with the reason', async () => {
  const office = await credlyOffice();
  await askForAll(office);
  const template = csvFile(
    '﻿"Recipient Email (Required)",Badge Template ID (Required),Locale,First Name,Last Name,Issued at,Issuer Earner ID\r\nexample@example.org,x,,A,B,01/01/26,\r\n',
  );
  await takeTemplateFile(office, template, unwatchedWork());
  const folder = tempFolder();
  const report = await exporting(office, folder);
  expect(report.held.map(({ memberNo, hold }) => [memberNo, hold])).toEqual([
    ['700003', 'no-email'],
    ['700004', 'bad-email'],
    ['700005', 'deceased'],
    ['700006', 'no-template'],
  ]);
  expect(report).toMatchObject({ export: 1, rows: 2 });
  const { rows, text } = await readBack(join(folder, 'credly-issue-1.csv'));
  expect(rows).toEqual([
    [
      'Recipient Email (Required)',
      'Badge Template ID (Required)',
      'Locale',
      'First Name',
      'Last Name',
      'Issued at',
      'Issuer Earner ID',
    ],
    ['ann@example.org', 'rma-template', '', 'Ann', 'Lee', '05/01/26', '700001'],
    // The day of the recertification; a name that a spreadsheet would calculate is neutralised.
    ['jo@example.org', 'mt-template', '', "'=cmd|x", 'Núñez, "Jo"', '09/30/26', '700002'],
  ]);
  expect(text.startsWith('"Recipient') || text.startsWith('Recipient')).toBe(true);
});

test('a request is exported once; what was held goes out when its reason is gone; once more only by number', async () => {
  const office = await credlyOffice();
  await askForAll(office);
  const folder = tempFolder();
  await exporting(office, folder);
  expect(await exporting(office, folder)).toMatchObject({ export: null, rows: 0, files: [] });
  await saveTemplates(office, { RMA: 'rma-template', MT: 'mt-template', AHI: 'ahi-template' });
  expect(await exporting(office, folder)).toMatchObject({ export: 2, rows: 1 });
  const again = await exporting(office, folder, [1]);
  expect(again).toMatchObject({ export: 3, rows: 1 });
  const { rows } = await listRequests(office, ALL);
  expect(rows.map(({ request, step, exportedIn }) => [request, step, exportedIn])).toEqual([
    [6, 'exported', 2],
    [5, 'held', null],
    [4, 'held', null],
    [3, 'held', null],
    [2, 'exported', 1],
    [1, 'exported', 3],
  ]);
  expect(readdirSync(folder).sort()).toEqual([1, 2, 3].map((number) => `credly-issue-${number}.csv`));
  const firsts = office.db.sqlite.prepare('SELECT request_id FROM badge_exported WHERE again = 0').pluck();
  expect(firsts.all()).toEqual([1, 2, 6]);
});

test('the very files of an export can be had again', async () => {
  const office = await credlyOffice();
  await askForAll(office);
  const [first, second] = [tempFolder(), tempFolder()];
  const { files } = await exporting(office, first);
  const again = await writeAgain(office, 1, second);
  expect(again.map(({ sha256 }) => sha256)).toEqual(files.map(({ sha256 }) => sha256));
  const name = 'credly-issue-1.csv';
  expect((await readBack(join(second, name))).text).toBe((await readBack(join(first, name))).text);
  await expect(writeAgain(office, 9, second)).rejects.toMatchObject({ code: 'export-unknown' });
});

test('a file has at most 5,000 rows', async () => {
  const office = await credlyOffice();
  office.db.sqlite.exec(`
    WITH RECURSIVE n(i) AS (SELECT 100 UNION ALL SELECT i + 1 FROM n WHERE i < 5102)
    INSERT INTO member (id, member_no, first_name, last_name, sort_name, email)
      SELECT i, 'N' || i, 'First' || i, 'Last' || i, 'last' || i, 'm' || i || '@example.org' FROM n;
    INSERT INTO certification (id, member_id, code, certified_on) SELECT id, id, 'RMA', '2026-05-01' FROM member WHERE id >= 100;
    INSERT INTO badge_request (certification_id, reason, requested_on, actor)
      SELECT id, 'certified', '2026-11-01', 'Test' FROM certification WHERE id >= 100;
  `);
  const folder = tempFolder();
  const report = await exporting(office, folder);
  expect(report.files.map(({ rows }) => rows)).toEqual([5000, 3]);
  const first = await readBack(join(folder, 'credly-issue-1-part-1-of-2.csv'));
  const second = await readBack(join(folder, 'credly-issue-1-part-2-of-2.csv'));
  expect([first.rows.length, second.rows.length]).toEqual([5001, 4]);
  const emails = [...first.rows.slice(1), ...second.rows.slice(1)].map((cells) => cells[1]);
  expect(new Set(emails).size).toBe(5003);
});

test.each([
  ['no e-mail column', 'Badge Template ID,First Name,Last Name,Issued at\r\n', /recipient e-mail/],
  ['two missing', 'Badge Template ID,Email,First Name\r\n', /last name, issued at/],
])('a template without what Credly requires is refused: %s', async (_, text, said) => {
  const office = await credlyOffice();
  await expect(takeTemplateFile(office, csvFile(text), unwatchedWork())).rejects.toMatchObject({
    code: 'badge-columns',
    message: expect.stringMatching(said),
  });
});

test('a request is withdrawn before it is exported, never after; then it can be made anew', async () => {
  const office = await credlyOffice();
  const made = await requestFor(office, { memberNo: '700001', code: 'RMA', reason: null });
  await expect(withdraw(office, made.request, ' ')).rejects.toMatchObject({ code: 'reason-missing' });
  expect(await withdraw(office, made.request, 'by mistake')).toMatchObject({ step: 'withdrawn' });
  const anew = await requestFor(office, { memberNo: '700001', code: 'RMA', reason: null });
  expect(anew.request).not.toBe(made.request);
  await exporting(office, tempFolder());
  await expect(withdraw(office, anew.request, 'too late')).rejects.toMatchObject({
    code: 'request-exported',
  });
  await expect(exporting(office, tempFolder(), [made.request])).rejects.toMatchObject({
    code: 'request-withdrawn',
  });
});
