import { expect, test } from 'vitest';
import { unwatchedWork } from '../../../electron/jobs/work.ts';
import { exportBadges } from '../../../electron/services/badges/export.ts';
import { importCredly } from '../../../electron/services/badges/import.ts';
import { listRequests, requestFor } from '../../../electron/services/badges/requests.ts';
import { saveTemplates } from '../../../electron/services/badges/settings.ts';
import type { Office } from '../../../electron/services/office.ts';
import { tempFolder } from '../../temp-office.ts';
import { CREDLY_HEADER, credlyOffice, csvFile } from './credly-office.ts';

function taking(office: Office, ...rows: readonly string[]) {
  return importCredly(office, csvFile(`${[CREDLY_HEADER, ...rows].join('\r\n')}\r\n`), unwatchedWork());
}

const ANN = 'b1,rma-template,ann@example.org,Ann,Lee,pending,2026-05-01 09:41:00 -0500,2026-05-02,700001';

test('SC-RECERT-1: issued, claimed and revoked are kept, and the same file twice changes nothing', async () => {
  const office = await credlyOffice();
  const journal = () => office.db.sqlite.prepare('SELECT count(*) FROM journal').pluck().get();
  const jo = 'b2,MT-TEMPLATE,jo@example.org,Jo,Núñez,accepted,09/30/26,,';
  expect(await taking(office, ANN, jo)).toMatchObject({ rows: 2, added: 2, changed: 0, unmatched: 0 });
  const after = journal();
  expect(await taking(office, ANN, jo)).toMatchObject({ added: 0, changed: 0, unchanged: 2 });
  expect(journal()).toBe(after);
  const claimed = ANN.replace('pending', 'accepted').replace('2026-05-02', '2026-05-09');
  expect(await taking(office, claimed, jo)).toMatchObject({ added: 0, changed: 1, unchanged: 1 });
  // An export of before tells nothing new.
  expect(await taking(office, ANN, jo)).toMatchObject({ added: 0, changed: 0, unchanged: 2 });
  const badges = office.db.sqlite
    .prepare('SELECT badge_id, certification_id, state, issued_on, state_on FROM credly_badge ORDER BY id')
    .all();
  expect(badges).toEqual([
    {
      badge_id: 'b1',
      certification_id: 1,
      state: 'claimed',
      issued_on: '2026-05-01',
      state_on: '2026-05-09',
    },
    { badge_id: 'b2', certification_id: 2, state: 'claimed', issued_on: '2026-09-30', state_on: null },
  ]);
  const [change] = office.db.sqlite
    .prepare<[], { before: string; after: string }>('SELECT before, after FROM credly_badge_change')
    .all();
  expect(JSON.parse(change?.before ?? '')).toMatchObject({ state: 'issued' });
  expect(JSON.parse(change?.after ?? '')).toMatchObject({ state: 'claimed' });
});

test('a request follows Credly’s list once it was imported after the export', async () => {
  const office = await credlyOffice();
  await requestFor(office, { memberNo: '700001', code: 'RMA', reason: null });
  await exportBadges(office, { folder: tempFolder(), again: null }, unwatchedWork());
  const step = async () =>
    (await listRequests(office, { step: null, memberNo: '700001', offset: 0, limit: 1 })).rows[0]?.step;
  expect(await step()).toBe('exported');
  await taking(office, ANN);
  expect(await step()).toBe('issued');
  await taking(office, ANN.replace('pending', 'revoked').replace('2026-05-02', '2026-11-20'));
  expect(await step()).toBe('revoked');
});

test('SC-RECERT-1: a badge from before the recertification is not the one that was asked for', async () => {
  const office = await credlyOffice();
  const before = 'b2,mt-template,jo@example.org,Jo,Núñez,revoked,2019-05-01,2024-01-05,700002';
  await taking(office, before);
  await requestFor(office, { memberNo: '700002', code: 'MT', reason: null });
  await exportBadges(office, { folder: tempFolder(), again: null }, unwatchedWork());
  const step = async () =>
    (await listRequests(office, { step: null, memberNo: '700002', offset: 0, limit: 1 })).rows[0]?.step;
  await taking(office, before, ANN);
  expect(await step()).toBe('exported');
  await taking(office, before, 'b3,mt-template,jo@example.org,Jo,Núñez,pending,2026-09-30,,700002');
  expect(await step()).toBe('issued');
});

test.each([
  ['a state nobody knows', ANN.replace('pending', 'melted'), 'State', 'is no state of a badge'],
  ['no e-mail', ANN.replace('ann@example.org', ''), 'Recipient Email', 'is empty'],
  ['no date', ANN.replace('2026-05-02', 'yesterday'), 'State Updated At', 'is no date'],
  ['a day that does not exist', ANN.replace('2026-05-02', '02/30/26'), 'State Updated At', 'is no date'],
])('a row with %s is told and left out', async (_, row, column, message) => {
  const office = await credlyOffice();
  const report = await taking(office, row, ANN.replace('b1', 'b9'));
  expect(report).toMatchObject({ rows: 2, added: 1 });
  expect(report.rejected).toEqual([
    { row: 2, column, value: expect.any(String), message: expect.stringContaining(message) },
  ]);
});

test('a badge listed twice counts once, and a file without its columns is refused by name', async () => {
  const office = await credlyOffice();
  const report = await taking(office, ANN, ANN);
  expect(report.rejected).toMatchObject([
    { row: 3, column: 'Badge ID', message: '“b1” is in row 2 already' },
  ]);
  const other = importCredly(office, csvFile('Name,Email\r\nAnn,ann@example.org\r\n'), unwatchedWork());
  await expect(other).rejects.toMatchObject({
    code: 'credly-columns',
    message: expect.stringContaining('“Badge ID”, “Badge Template ID”'),
  });
});

test('a badge of nobody known is kept and recognised once its template or member is known', async () => {
  const office = await credlyOffice();
  const amy = 'b6,ahi-template,AMY@example.org,Amy,Code,accepted,05/01/26,,';
  expect(await taking(office, amy)).toMatchObject({ added: 1, unmatched: 1 });
  await saveTemplates(office, { RMA: 'rma-template', MT: 'mt-template', AHI: 'ahi-template' });
  expect(await taking(office, amy)).toMatchObject({ added: 0, changed: 1, unmatched: 0 });
});
