import { describe, expect, test } from 'vitest';
import { unwatchedWork } from '../../../electron/jobs/work.ts';
import { caseRows } from '../../../electron/repositories/audit-worklist.ts';
import { decideCase, secondReview } from '../../../electron/services/audit/desk/decide.ts';
import { dropLetter } from '../../../electron/services/audit/desk/drop-letter.ts';
import { takeStep } from '../../../electron/services/audit/desk/step.ts';
import { drawAudit } from '../../../electron/services/audit/draw.ts';
import { verifyOffice } from '../../../electron/services/backup/verify.ts';
import { saveManagers } from '../../../electron/services/managers.ts';
import { markMailed, unmarkMailed } from '../../../electron/services/notices/mark-mailed.ts';
import { prepareRun } from '../../../electron/services/notices/prepare.ts';
import { printRun } from '../../../electron/services/notices/print.ts';
import { markSpoiled } from '../../../electron/services/notices/spoiled.ts';
import { decidePolicy } from '../../../electron/services/policy/decide.ts';
import { parseSheetCode } from '../../../shared/domain/sheet-code.ts';
import { layout } from '../../printing/poppler.ts';
import { sampleOffice, TODAY } from '../../temp-office.ts';
import { as, findAll, officeWithCase, seen, sendLetters, steps } from './desk-office.ts';

import { failed, file, NOW, prepare, print } from './letter-runs.ts';

describe('the notice sent by its run', () => {
  const officeWithNotice = async () => {
    const { office, audit } = await officeWithCase();
    office.db.sqlite.exec('UPDATE member SET mail_ok = 1');
    const { selectedOn } = await seen(office, audit);
    const month = selectedOn.slice(0, 7);
    const run = (again = false) =>
      prepareRun(office, { step: 'audit', month, asOf: TODAY, again }, unwatchedWork());
    const gap = async () => (await seen(office, audit)).noNotice;
    return { office, audit, run, gap };
  };

  test('mailing begins the days to answer, and taking it back is a step that leads back', async () => {
    const { office, audit, run, gap } = await officeWithNotice();
    expect(await gap()).toBe('No notice prepared yet');
    const notices = await run();
    expect(await gap()).toBe(`In run ${notices.run}, not printed yet`);
    await print(office, notices);
    expect(await gap()).toBe(`In run ${notices.run}, printed, not marked as mailed`);
    await markMailed(office, { run: notices.run, on: TODAY });
    const sent = await seen(office, audit);
    expect(sent).toMatchObject({ state: 'notice-sent', sinceOn: TODAY, dueOn: '2026-12-22', noNotice: null });
    expect(sent.steps).toMatchObject([
      { run: notices.run, value: { name: 'audit-answer-days', days: 30, confirmed: false } },
    ]);
    await markMailed(office, { run: notices.run, on: TODAY });
    expect((await seen(office, audit)).steps).toHaveLength(1);
    await unmarkMailed(office, notices.run);
    const back = await seen(office, audit);
    expect(back).toMatchObject({ state: 'selected', dueOn: null });
    expect(back.steps.map(({ to, takenBack }) => [to, takenBack])).toEqual([
      ['notice-sent', true],
      ['selected', false],
    ]);
    await markMailed(office, { run: notices.run, on: TODAY });
    await steps(office, audit, 'received');
    await unmarkMailed(office, notices.run);
    expect((await seen(office, audit)).state).toBe('received');
    expect(await verifyOffice(office, unwatchedWork())).toMatchObject({ ok: true });
  });

  test('a held piece does not move its case, and the worklist says why; a spoiled sheet keeps the run from being mailed', async () => {
    const office = await sampleOffice(200);
    const drawn = { year: 2026, rate: null, size: 6, seed: 'a lottery', reason: null };
    await drawAudit(office, drawn, TODAY, unwatchedWork());
    office.db.sqlite.exec('UPDATE member SET mail_ok = 1');
    office.db.sqlite.exec(
      `UPDATE member SET mail_ok = 0, email_ok = 0 WHERE id =
         (SELECT c.member_id FROM audit a JOIN certification c ON c.id = a.certification_id WHERE a.selected_on = '${TODAY}' ORDER BY a.id LIMIT 1)`,
    );
    const month = TODAY.slice(0, 7);
    const request = { step: 'audit', month, asOf: TODAY, again: false };
    const notices = await prepareRun(office, request, unwatchedWork());
    expect(notices.held).toBeGreaterThan(0);
    await print(office, notices);
    await markSpoiled(office, { run: notices.run, sheets: '1', reason: 'Coffee' });
    await expect(markMailed(office, { run: notices.run, on: TODAY })).rejects.toMatchObject({
      code: 'spoiled-waiting',
    });
    const selected = async () =>
      (
        await caseRows(
          office.reader,
          { state: 'selected', owner: null, text: '' },
          { by: 'due', descending: false },
          TODAY,
          { offset: 0, limit: 100 },
        )
      ).rows.filter(({ selectedOn }) => selectedOn === TODAY);
    expect(await selected()).toHaveLength(6);
    const whole = { run: notices.run, from: null, to: null, spoiled: true, outFile: file() };
    await printRun(office, whole, unwatchedWork());
    await markMailed(office, { run: notices.run, on: TODAY });
    const left = await selected();
    expect(left).toHaveLength(notices.held);
    for (const { noNotice } of left)
      expect(noNotice).toMatch(new RegExp(`^Held: .* \\(run ${notices.run}\\)`));
    expect(left.map(({ noNotice }) => noNotice).join()).toContain('Asked for no mail');
  });
});

describe('the letters on the way', () => {
  test('more asked: what is missing activity by activity, its day, and a cover sheet for each; then dropped, or overtaken', async () => {
    const { office, audit } = await officeWithCase();
    office.db.sqlite.exec('UPDATE member SET mail_ok = 1');
    await steps(office, audit, 'received', 'in-review');
    await findAll(office, audit, 'rejected', 'hours-not-shown');
    await takeStep(office, { audit, to: 'more-asked', on: TODAY, note: 'The hours of each course' });
    const run = await prepare(office, 'audit-more-asked');
    const pdf = file();
    await print(office, run, pdf);
    const [pages = 0] = run.pagesBySheet ?? [];
    const { activities } = await seen(office, audit);
    const judged = activities.filter(({ excluded }) => excluded === null);
    expect(pages).toBe(1 + 1 + 1 + judged.length);
    const letter = layout(pdf, 1, 1);
    expect(letter).toContain('by 6 December 2026: The hours of each course');
    const list = layout(pdf, 2, 2);
    for (const { title } of judged) expect(list).toContain(title);
    expect(list.match(/Hours not shown\./g)).toHaveLength(judged.length);
    expect(letter.match(/ST1\.\S+/)?.map(parseSheetCode)).toMatchObject([
      { run: run.run, sheet: 1, purpose: 'AM' },
    ]);
    const [own] = (await seen(office, audit)).letters;
    expect(own).toMatchObject({ state: 'printed', run: run.run });
    const dropped = await dropLetter(office, { audit, letter: own?.letter ?? 0, reason: 'The papers came' });
    expect(dropped.letters).toMatchObject([{ state: 'dropped' }]);
    await expect(prepare(office, 'audit-more-asked')).rejects.toMatchObject({ code: 'no-letters-waiting' });
    await steps(office, audit, 'in-review', 'extension', 'in-review');
    await decideCase(office, { audit, outcome: 'non-compliant', ...NOW });
    const ben = await as(office, 'Ben Okafor');
    const view = await secondReview(ben, { audit, by: null, agrees: true, note: '' });
    expect(view.letters.map(({ kind, state, detail }) => [kind, state, detail])).toEqual([
      ['audit-more-asked', 'dropped', 'The papers came'],
      ['audit-extension', 'dropped', 'Overtaken by the decision'],
      ['audit-non-compliant', 'waiting', ''],
    ]);
  });

  test('a letter whose day has passed is held; the receipt is acknowledged only where the office says so', async () => {
    const { office, audit } = await officeWithCase();
    await steps(office, audit, 'received', 'in-review');
    expect((await seen(office, audit)).letters).toEqual([]);
    await findAll(office, audit, 'rejected', 'hours-not-shown');
    await takeStep(office, { audit, to: 'more-asked', on: TODAY, note: 'The hours' });
    const late = await as(office, 'Ana', '2026-12-07');
    expect((await prepare(late, 'audit-more-asked', '2026-12-07')).heldBy).toEqual([
      { reason: 'its day has passed', count: 1 },
    ]);
    await saveManagers(late, ['Ana']);
    const asked = { name: 'audit-acknowledgment-days', value: 5, from: '2026-12-07', reason: 'Members ask' };
    const change = { kind: 'set', ...asked, reference: 'Office meeting', approvedBy: null } as const;
    await decidePolicy(late, change, '2026-12-07', unwatchedWork());
    await takeStep(late, { audit, to: 'received', on: '2026-12-07', note: '' });
    const run = await sendLetters(late, 'audit-received', '2026-12-07');
    expect(run).toMatchObject({ kind: 'audit-received', selected: 1 });
    expect((await seen(late, audit, '2026-12-07')).letters.at(-1)).toMatchObject({
      state: 'sent',
      sentOn: '2026-12-07',
    });
  });

  test('a letter that is held as its day has passed keeps back no later one to the same member', async () => {
    const { office, audit } = await officeWithCase();
    await steps(office, audit, 'received', 'in-review', 'more-asked');
    const day = '2026-12-07';
    const late = await as(office, 'Ana', day);
    late.db.sqlite.exec('UPDATE member SET mail_ok = 1');
    await prepare(late, 'audit-more-asked', day);
    for (const to of ['received', 'in-review', 'more-asked'] as const)
      await takeStep(late, { audit, to, on: day, note: 'The hours' });
    expect(await prepare(late, 'audit-more-asked', day)).toMatchObject({ selected: 1, toPrint: 1, held: 0 });
    expect((await seen(late, audit, day)).letters.map(({ state }) => state)).toEqual(['held', 'prepared']);
  });

  test('a case whose cycle is gone by a corrected date keeps back no letter of another', async () => {
    const { office, audit } = await officeWithCase();
    const drawn = { year: 2026, rate: null, size: 1, seed: 'a lottery', reason: null };
    await drawAudit(office, drawn, TODAY, unwatchedWork());
    const other = office.db.sqlite.prepare<[], number>('SELECT max(id) FROM audit').pluck().get() ?? 0;
    for (const one of [audit, other]) await steps(office, one, 'received', 'in-review', 'more-asked');
    office.db.sqlite
      .prepare(
        "UPDATE certification SET certified_on = date(certified_on, '+1 day') WHERE id = (SELECT certification_id FROM audit WHERE id = ?)",
      )
      .run(audit);
    expect(await prepare(office, 'audit-more-asked')).toMatchObject({ selected: 1 });
    await expect(prepare(office, 'audit-more-asked')).rejects.toMatchObject({ code: 'audit-cycle' });
  });

  test('SC-RECERT-1 to -3: the letter of a non-compliant decision says why, the ways back and the last day to appeal', async () => {
    const { office } = await failed();
    office.db.sqlite.exec('UPDATE member SET mail_ok = 1');
    const run = await prepare(office, 'audit-non-compliant');
    const pdf = file();
    await print(office, run, pdf);
    const text = layout(pdf, 1, 1);
    for (const words of ['SC-LAPSE-3', 'SC-RECERT-1', 'SC-RECERT-3', 'Not compliant', '22 December 2026'])
      expect(text).toContain(words);
    expect(layout(pdf, 2, 2)).toContain('Title not related.');
    const again = file();
    const first = await print(office, run, again);
    expect((await print(office, run)).sha256).toBe(first.sha256);
  });
});
