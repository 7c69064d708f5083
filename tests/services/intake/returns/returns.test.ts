import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { documentPath } from '../../../../electron/documents/store.ts';
import { unwatchedWork } from '../../../../electron/jobs/work.ts';
import { assignPart, refusePart, undoPart } from '../../../../electron/services/intake/queue.ts';
import {
  returnCounts,
  returnLetters,
  savePapers,
} from '../../../../electron/services/intake/returns/list.ts';
import { prepareReturns } from '../../../../electron/services/intake/returns/prepare.ts';
import { recordReturned, undoReturned } from '../../../../electron/services/mail/returned.ts';
import { saveManagers } from '../../../../electron/services/managers.ts';
import { markMailed } from '../../../../electron/services/notices/mark-mailed.ts';
import { printRun } from '../../../../electron/services/notices/print.ts';
import { sentPage } from '../../../../electron/services/notices/sent-page.ts';
import type { Office } from '../../../../electron/services/office.ts';
import type { ReturnState } from '../../../../shared/domain/return-letters.ts';
import { read } from '../../../printing/poppler.ts';
import { TODAY, tempFolder } from '../../../temp-office.ts';
import { testReader } from '../audited-office.ts';
import { refusedOffice } from './refused-office.ts';

const reader = testReader();

const inState = async (office: Office, state: ReturnState) =>
  (await returnLetters(office, { state, offset: 0, limit: 100 })).rows;

async function printed(office: Office, run: string): Promise<string> {
  const outFile = join(tempFolder(), 'returns.pdf');
  await printRun(office, { run, from: null, to: null, outFile }, unwatchedWork());
  return outFile;
}

test('a run of return letters: one sheet a member, kept, shown on the member page, marked as mailed, printed the same again', async () => {
  const { office, refused } = await refusedOffice(reader, 2, [2, 1]);
  const [two, one] = refused;
  const waiting = await inState(office, 'waiting');
  expect(waiting.map(({ memberNo, papers, hold }) => [memberNo, papers, hold])).toEqual([
    [two?.memberNo, 'enclosed', null],
    [two?.memberNo, 'enclosed', null],
    [one?.memberNo, 'enclosed', null],
  ]);
  expect(await savePapers(office, waiting[1]?.letter ?? 0, 'shredded')).toMatchObject({ papers: 'shredded' });

  const run = await prepareReturns(office, TODAY);
  expect(run).toMatchObject({ kind: 'return', step: 'return', selected: 2, toPrint: 2, toEmail: 0, held: 0 });
  await expect(prepareReturns(office, TODAY)).rejects.toMatchObject({ code: 'nothing-to-return' });
  await expect(savePapers(office, waiting[0]?.letter ?? 0, 'file')).rejects.toMatchObject({
    code: 'letter-settled',
  });

  const pdf = await printed(office, run.run);
  const text = read('pdftotext', ['-layout', pdf, '-']).replaceAll(/\s+/g, ' ');
  for (const words of [
    'AMT does not accept documents for review and entry unless selected for the Annual CCP Audit or Recertification purposes.” Policy SC-DOC-1.',
    'Enclosed with the letter',
    'Shredded after scanning',
    'The papers marked as shredded were destroyed',
    'cover sheets: put each on top of its proof',
    `Run ${run.run} Sheet 1 of 2`,
  ])
    expect(text).toContain(words);
  expect(text).not.toContain('What came as a file');

  const sheet = (await inState(office, 'prepared')).find(({ memberNo }) => memberNo === two?.memberNo)?.sheet;
  const sent = await sentPage(office, run.run, two?.memberNo ?? '');
  expect(sent).toMatchObject({ channel: 'print', sheet, page: sheet });
  expect(sent.channel === 'print' && existsSync(documentPath(office.folder, sent.sha256 ?? ''))).toBe(true);
  await markMailed(office, { run: run.run, on: TODAY });
  expect(await returnCounts(office)).toEqual({
    waiting: 0,
    held: 0,
    prepared: 0,
    mailed: 3,
    withdrawn: 0,
    takeOut: [],
  });
  const before = read('sha256sum', [pdf]).slice(0, 64);
  expect(read('sha256sum', [await printed(office, run.run)]).slice(0, 64)).toBe(before);
}, 60_000);

test('a letter that cannot be sent waits with its reason and what mends it', async () => {
  const { office, refused } = await refusedOffice(reader, 3, [1, 1, 1]);
  const [noMail, noAddress, dead] = refused.map(({ memberId }) => memberId);
  office.db.sqlite.prepare('UPDATE member SET mail_ok = 0 WHERE id = ?').run(noMail);
  office.db.sqlite.prepare('DELETE FROM postal_address WHERE member_id = ?').run(noAddress);
  office.db.sqlite.prepare('UPDATE member SET deceased_on = ? WHERE id = ?').run(TODAY, dead);
  expect((await inState(office, 'waiting')).map(({ hold }) => [hold?.reason, hold?.fix])).toEqual([
    ['asked for no mail', expect.stringContaining('Allow post on the member’s page')],
    ['no usable address', 'Complete the address on the member’s page.'],
    ['deceased', expect.stringContaining('dismiss them')],
  ]);
  await expect(prepareReturns(office, TODAY)).rejects.toMatchObject({
    code: 'nothing-to-return',
    message: 'All 3 return letters that wait are held.',
  });
  office.db.sqlite.prepare('UPDATE member SET mail_ok = 1 WHERE id = ?').run(noMail);
  expect(await prepareReturns(office, TODAY)).toMatchObject({ selected: 1, toPrint: 1 });
  expect(await returnCounts(office)).toMatchObject({ waiting: 2, held: 2, prepared: 1 });
}, 60_000);

test('letting documents in withdraws the letter: before its run, in its pile, but not once it is mailed', async () => {
  const { office, refused } = await refusedOffice(reader, 3, [1, 1, 1]);
  await saveManagers(office, ['Test']);
  const letIn = async (at: number) => {
    const { memberNo = '', parts = [] } = refused[at] ?? {};
    const override = { reason: 'The director asked for it', approvedBy: null };
    return assignPart(office, { part: parts[0] ?? 0, memberNo, case: null, override }, TODAY);
  };
  expect(await letIn(0)).toMatchObject({ state: 'filed', allowedBy: 'Test', returnLetter: false });
  expect(await returnCounts(office)).toMatchObject({ waiting: 2, withdrawn: 1, takeOut: [] });

  const { run } = await prepareReturns(office, TODAY);
  await letIn(1);
  const counts = await returnCounts(office);
  expect(counts).toMatchObject({ prepared: 1, withdrawn: 2, takeOut: [{ run }] });

  await printed(office, run);
  const { pulled } = await markMailed(office, { run, on: TODAY, count: 1 });
  expect(pulled).toMatchObject([{ sheet: counts.takeOut[0]?.sheet }]);
  await undoPart(office, refused[2]?.parts[0] ?? 0, TODAY);
  expect(await returnCounts(office)).toMatchObject({ mailed: 1, withdrawn: 2, takeOut: [] });
}, 60_000);

test('a return letter that the post brings back is queued again with its papers, and once its address is good goes with the next run', async () => {
  const { office, refused } = await refusedOffice(reader, 2, [2, 1]);
  const two = refused[0];
  const first = (await inState(office, 'waiting')).find(({ memberNo }) => memberNo === two?.memberNo);
  await savePapers(office, first?.letter ?? 0, 'shredded');
  const run = await prepareReturns(office, TODAY);
  await printed(office, run.run);
  await markMailed(office, { run: run.run, on: TODAY });
  const sheet = (await inState(office, 'mailed')).find(({ memberNo }) => memberNo === two?.memberNo)?.sheet;
  const comesBack = () =>
    recordReturned(office, { text: `${run.run} ${sheet}`, reason: 'vacant', note: '', on: TODAY });
  await comesBack();
  const again = await inState(office, 'waiting');
  expect(again.map(({ memberNo, papers }) => [memberNo, papers])).toEqual([
    [two?.memberNo, 'shredded'],
    [two?.memberNo, 'enclosed'],
  ]);
  expect(again.every(({ hold }) => hold?.reason === 'no usable address')).toBe(true);
  const mailed = await inState(office, 'mailed');
  expect(mailed.filter(({ cameBackOn }) => cameBackOn === TODAY).map(({ memberNo }) => memberNo)).toEqual([
    two?.memberNo,
    two?.memberNo,
  ]);

  await undoReturned(office, run.run, sheet ?? 0);
  expect(await inState(office, 'waiting')).toEqual([]);
  await comesBack();
  office.db.sqlite.exec('UPDATE postal_address SET bad_reason = NULL WHERE valid_to IS NULL');
  expect(await prepareReturns(office, TODAY)).toMatchObject({ selected: 1, toPrint: 1 });
  await expect(undoReturned(office, run.run, sheet ?? 0)).rejects.toMatchObject({ code: 'given-again' });
});

/** One refused document whose letter was mailed, and how its sheet comes back. */
async function mailedBack() {
  const { office, refused } = await refusedOffice(reader, 1, [1]);
  const { memberNo = '', parts = [] } = refused[0] ?? {};
  const { run } = await prepareReturns(office, TODAY);
  await printed(office, run);
  await markMailed(office, { run, on: TODAY });
  const comesBack = () => recordReturned(office, { text: `${run} 1`, reason: 'vacant', note: '', on: TODAY });
  return { office, run, memberNo, part: parts[0] ?? 0, comesBack };
}

test('a letter that comes back is not queued again for documents that were let in since', async () => {
  const { office, memberNo, part, comesBack } = await mailedBack();
  await saveManagers(office, ['Test']);
  const override = { reason: 'The director asked for it', approvedBy: null };
  await assignPart(office, { part, memberNo, case: null, override }, TODAY);
  await comesBack();
  expect(await inState(office, 'waiting')).toEqual([]);
});

test('that a letter had not come back after all leaves the one alone that a later refusal queued', async () => {
  const { office, run, memberNo, part, comesBack } = await mailedBack();
  await undoPart(office, part, TODAY);
  await refusePart(office, { part, memberNo }, TODAY);
  const [later, ...more] = await inState(office, 'waiting');
  expect([later?.part, more]).toEqual([part, []]);
  await comesBack();
  expect(await inState(office, 'waiting')).toMatchObject([{ letter: later?.letter }]);
  await undoReturned(office, run, 1);
  expect(await inState(office, 'waiting')).toMatchObject([{ letter: later?.letter }]);
});
