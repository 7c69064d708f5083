import { join } from 'node:path';
import { expect, test } from 'vitest';
import { unwatchedWork } from '../../../electron/jobs/work.ts';
import { caseRows } from '../../../electron/repositories/audit-worklist.ts';
import { addStep } from '../../../electron/repositories/audit-writes.ts';
import { takeStep } from '../../../electron/services/audit/desk/step.ts';
import { drawAudit } from '../../../electron/services/audit/draw.ts';
import { verifyOffice } from '../../../electron/services/backup/verify.ts';
import { recordReturned, undoReturned } from '../../../electron/services/mail/returned.ts';
import { markMailed, unmarkMailed } from '../../../electron/services/notices/mark-mailed.ts';
import { prepareRun } from '../../../electron/services/notices/prepare.ts';
import { printRun } from '../../../electron/services/notices/print.ts';
import type { Office } from '../../../electron/services/office.ts';
import type { CaseRow } from '../../../shared/domain/audit-case.ts';
import type { RunSummary } from '../../../shared/domain/renewals.ts';
import { sampleOffice, TODAY, tempFolder } from '../../temp-office.ts';
import { as } from './desk-office.ts';

const LATER = '2026-12-14';

/** An office whose draw of two was told by post, and the run that told it; or whose run is printed alone. */
async function toldOffice(mailed = true): Promise<{ readonly office: Office; readonly run: RunSummary }> {
  const office = await sampleOffice(200);
  office.db.sqlite.exec(
    `UPDATE member SET mail_ok = 1, email_ok = 0 WHERE deceased_on IS NULL;
     UPDATE postal_address SET bad_reason = NULL WHERE valid_to IS NULL`,
  );
  const order = { year: 2026, rate: null, size: 2, seed: 'lottery of 9 January', reason: null };
  await drawAudit(office, order, TODAY, unwatchedWork());
  const run = await send(office, TODAY, false, mailed);
  expect(run).toMatchObject({ toPrint: 2, held: 0 });
  return { office, run };
}

async function send(office: Office, on: string, again: boolean, mailed = true): Promise<RunSummary> {
  const order = { step: 'audit', month: TODAY.slice(0, 7), asOf: on, again };
  const run = await prepareRun(office, order, unwatchedWork());
  if (run.toPrint === 0) return run;
  const outFile = join(tempFolder(), 'notices.pdf');
  await printRun(office, { run: run.run, from: null, to: null, outFile }, unwatchedWork());
  if (mailed) await markMailed(office, { run: run.run, on });
  return run;
}

/** The drawn case of the member of a sheet. */
async function caseOf(office: Office, run: RunSummary, sheet = 1): Promise<CaseRow> {
  const memberNo = office.db.sqlite
    .prepare<[string, number], string>(
      'SELECT m.member_no FROM run_piece p JOIN member m ON m.id = p.member_id WHERE p.run_id = ? AND p.sheet = ?',
    )
    .pluck()
    .get(run.run, sheet);
  const { rows } = await caseRows(
    office.reader,
    { state: 'all', owner: null, text: memberNo ?? '?' },
    { by: 'due', descending: false },
    TODAY,
    { offset: 0, limit: 9 },
  );
  const found = rows.find(({ selectedOn }) => selectedOn === TODAY);
  if (found === undefined) throw new Error('The draw selected the member.');
  return found;
}

const comesBack = (office: Office, { run }: RunSummary, sheet = 1) =>
  recordReturned(office, { text: `${run} ${sheet}`, reason: 'unknown', note: '', on: TODAY });

test('PB-AUD-2: a notice that the post brought back asked for nothing; the next run tells the member, and its days begin then', async () => {
  const { office, run } = await toldOffice();
  expect(await caseOf(office, run)).toMatchObject({ state: 'notice-sent', dueOn: '2026-12-22' });
  await comesBack(office, run);
  expect(await caseOf(office, run)).toMatchObject({
    state: 'selected',
    dueOn: null,
    noNotice: `The notice came back (run ${run.run})`,
  });
  expect(await caseOf(office, run, 2)).toMatchObject({ state: 'notice-sent', dueOn: '2026-12-22' });

  const later = await as(office, 'Test', LATER);
  // The address is bad, so that the piece is held until there is another one; the other member has been told.
  const held = await send(later, LATER, true);
  expect(held).toMatchObject({ selected: 2, toPrint: 0, held: 2 });
  later.db.sqlite.exec('UPDATE postal_address SET bad_reason = NULL WHERE valid_to IS NULL');
  const again = await send(later, LATER, true);
  expect(again).toMatchObject({ selected: 2, toPrint: 1, held: 1 });
  expect(await caseOf(later, run)).toMatchObject({
    state: 'notice-sent',
    dueOn: '2027-01-13',
    noNotice: null,
  });
  await expect(undoReturned(later, run.run, 1)).rejects.toMatchObject({ code: 'given-again' });
  expect(await verifyOffice(later, unwatchedWork())).toMatchObject({ ok: true });
});

test('a notice that had not come back after all counts as sent again, with the days it had', async () => {
  const { office, run } = await toldOffice();
  await comesBack(office, run);
  await undoReturned(office, run.run, 1);
  expect(await caseOf(office, run)).toMatchObject({ state: 'notice-sent', dueOn: '2026-12-22' });
  await comesBack(office, run);
  await undoReturned(office, run.run, 1);
  await unmarkMailed(office, run.run);
  for (const sheet of [1, 2])
    expect(await caseOf(office, run, sheet)).toMatchObject({ state: 'selected', dueOn: null });
});

test('that is so from the day it was mailed, so that papers that came in between can be noted', async () => {
  const { office, run } = await toldOffice();
  await comesBack(office, run);
  const later = await as(office, 'Test', LATER);
  await undoReturned(later, run.run, 1);
  const { audit, sinceOn } = await caseOf(later, run);
  expect(sinceOn).toBe(TODAY);
  await takeStep(later, { audit, to: 'received', on: '2026-12-01', note: '' });
});

test('the first of two notices that came back had not after all: the case is told by it', async () => {
  const { office, run } = await toldOffice();
  await comesBack(office, run);
  office.db.sqlite.exec('UPDATE postal_address SET bad_reason = NULL WHERE valid_to IS NULL');
  const second = await send(office, TODAY, true);
  const { audit } = await caseOf(office, run);
  await comesBack(office, second);
  expect(await caseOf(office, run)).toMatchObject({ audit, state: 'selected' });
  await undoReturned(office, run.run, 1);
  expect(await caseOf(office, run)).toMatchObject({
    state: 'notice-sent',
    sinceOn: TODAY,
    dueOn: '2026-12-22',
  });
});

test('a notice noted as returned before its run was marked as mailed tells its case once it had not come back', async () => {
  const { office, run } = await toldOffice(false);
  await comesBack(office, run);
  await markMailed(office, { run: run.run, on: TODAY });
  expect(await caseOf(office, run)).toMatchObject({ state: 'selected' });
  await undoReturned(office, run.run, 1);
  for (const sheet of [1, 2])
    expect(await caseOf(office, run, sheet)).toMatchObject({ state: 'notice-sent', dueOn: '2026-12-22' });
});

test('taking the mailing back leaves a case alone whose notice came back before', async () => {
  const { office, run } = await toldOffice();
  await comesBack(office, run);
  await unmarkMailed(office, run.run);
  expect(await caseOf(office, run)).toMatchObject({ state: 'selected' });
  await undoReturned(office, run.run, 1);
  expect(await caseOf(office, run)).toMatchObject({ state: 'selected' });
  await markMailed(office, { run: run.run, on: TODAY });
  expect(await caseOf(office, run)).toMatchObject({ state: 'notice-sent' });
});

test('a case whose papers came stays where it is', async () => {
  const { office, run } = await toldOffice();
  const { audit } = await caseOf(office, run);
  await office.act(async (write) => {
    await addStep(write, audit, {
      ...{ from: 'notice-sent', to: 'received', on: TODAY, dueOn: null, value: null, note: '' },
    });
    write.journal({ action: 'test.moved', subject: 'office', subjectId: 'test', detail: null });
  });
  await comesBack(office, run);
  expect(await caseOf(office, run)).toMatchObject({ state: 'received' });
});
