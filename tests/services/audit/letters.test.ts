import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { unwatchedWork } from '../../../electron/jobs/work.ts';
import { caseRows } from '../../../electron/repositories/audit-worklist.ts';
import { appeal } from '../../../electron/services/audit/desk/appeal.ts';
import { decideCase, secondReview } from '../../../electron/services/audit/desk/decide.ts';
import { declareFinal } from '../../../electron/services/audit/desk/declare-final.ts';
import { dropLetter } from '../../../electron/services/audit/desk/drop-letter.ts';
import { takeStep } from '../../../electron/services/audit/desk/step.ts';
import { withdrawDecision } from '../../../electron/services/audit/desk/withdraw.ts';
import { drawAudit } from '../../../electron/services/audit/draw.ts';
import { prepareLetters } from '../../../electron/services/audit/letters/prepare.ts';
import { lettersWaiting } from '../../../electron/services/audit/letters/waiting.ts';
import { verifyOffice } from '../../../electron/services/backup/verify.ts';
import { resolveEmail } from '../../../electron/services/email/resolve.ts';
import { recordReturned, undoReturned } from '../../../electron/services/mail/returned.ts';
import { saveManagers } from '../../../electron/services/managers.ts';
import { markMailed, unmarkMailed } from '../../../electron/services/notices/mark-mailed.ts';
import { prepareRun } from '../../../electron/services/notices/prepare.ts';
import { printRun } from '../../../electron/services/notices/print.ts';
import { markSpoiled } from '../../../electron/services/notices/spoiled.ts';
import type { Office } from '../../../electron/services/office.ts';
import { decidePolicy } from '../../../electron/services/policy/decide.ts';
import type { AuditLetterKind } from '../../../shared/domain/audit-letters.ts';
import type { RunSummary } from '../../../shared/domain/renewals.ts';
import { parseSheetCode } from '../../../shared/domain/sheet-code.ts';
import { layout } from '../../printing/poppler.ts';
import { sampleOffice, TODAY, tempFolder } from '../../temp-office.ts';
import { as, findAll, NAME, officeWithCase, rma, seen, sendLetters, steps } from './desk-office.ts';

const NOW = { reason: '', citation: null } as const;

const file = () => join(tempFolder(), 'letters.pdf');
const print = (office: Office, { run }: RunSummary, outFile = file()) =>
  printRun(office, { run, from: null, to: null, outFile }, unwatchedWork());
const prepare = (office: Office, kind: AuditLetterKind, asOf = TODAY) =>
  prepareLetters(office, { kind, asOf }, unwatchedWork());

/** The case in review with everything rejected, proposed by one and agreed by another. */
async function failed(): Promise<{ readonly office: Office; readonly audit: number }> {
  const { office, audit } = await officeWithCase();
  await steps(office, audit, 'received', 'in-review');
  await findAll(office, audit, 'rejected', 'not-related');
  await decideCase(office, { audit, outcome: 'non-compliant', ...NOW });
  const ben = await as(office, 'Ben Okafor');
  await secondReview(ben, { audit, by: null, agrees: true, note: '' });
  return { office: ben, audit };
}

/** No address that post reaches, and no e-mail. */
const unreachable = (office: Office) =>
  office.db.sqlite
    .prepare("UPDATE member SET mail_ok = 0, email_ok = 0, email = '' WHERE last_name = ?")
    .run(NAME);

describe('nothing is final before the decision letter’s run', () => {
  test('SC-LAPSE-3: the rules read the outcome from the day of mailing on, and no more when that is taken back', async () => {
    const { office, audit } = await failed();
    const before = await rma(office);
    expect(before).toMatchObject({ status: 'active', lapse: null });
    const run = await prepare(office, 'audit-non-compliant');
    await print(office, run);
    expect(await rma(office)).toEqual(before);
    const later = await as(office, 'Ben Okafor', '2026-11-26');
    await expect(markMailed(later, { run: run.run, on: '2026-11-27' })).rejects.toMatchObject({
      code: 'mailed-in-future',
    });
    await markMailed(later, { run: run.run, on: '2026-11-25' });
    const decided = await seen(later, audit, '2026-11-26');
    expect(decided).toMatchObject({ state: 'decided', sinceOn: '2026-11-25', appealBy: '2026-12-25' });
    expect(decided.decisions).toMatchObject([
      { state: 'final', decidedOn: TODAY, final: { on: '2026-11-25', how: 'mailed', run: run.run } },
    ]);
    expect(await rma(later, '2026-11-24')).toMatchObject({ lapse: null });
    expect(await rma(later, '2026-11-26')).toMatchObject({
      status: 'lapsed',
      lapse: { cause: 'audit', since: '2026-11-25' },
      routes: ['ccp', 'exam'],
    });

    await unmarkMailed(later, run.run);
    const again = await seen(later, audit, '2026-11-26');
    expect(again).toMatchObject({ state: 'letter-waiting', outcome: null, appealBy: null });
    expect(again.decisions).toMatchObject([{ state: 'waiting', final: null }]);
    expect(again.steps.map(({ to, takenBack }) => [to, takenBack])).toEqual([
      ['received', false],
      ['in-review', false],
      ['letter-waiting', false],
      ['decided', true],
      ['letter-waiting', false],
    ]);
    expect(await rma(later)).toEqual(before);
    const rejected = later.db.sqlite
      .prepare(
        "SELECT count(*) FROM activity WHERE finding = 'rejected' AND id IN (SELECT activity_id FROM audit_finding)",
      )
      .pluck();
    expect(rejected.get()).toBe(0);
    await markMailed(later, { run: run.run, on: '2026-11-26' });
    expect((await rma(later, '2026-11-26')).lapse).toEqual({ cause: 'audit', since: '2026-11-26' });
    expect(rejected.get()).toBeGreaterThan(0);
    await unmarkMailed(later, run.run);
    const withdrawn = await withdrawDecision(later, { audit, reason: 'A page was overlooked' });
    expect(withdrawn).toMatchObject({ state: 'in-review', outcome: null, dueOn: '2026-12-06' });
    expect(await verifyOffice(later, unwatchedWork())).toMatchObject({ ok: true });
  });

  test('a mailing is not taken back once its decision was appealed', async () => {
    const { office, audit } = await failed();
    const run = await sendLetters(office, 'audit-non-compliant');
    await appeal(office, { audit, receivedOn: TODAY, grounds: 'Sent by fax', approvedBy: null });
    await expect(unmarkMailed(office, run.run)).rejects.toMatchObject({ code: 'case-moved-on' });
    expect((await rma(office)).lapse).toEqual({ cause: 'audit', since: TODAY });
    expect(await seen(office, audit)).toMatchObject({ state: 'appealed', outcome: 'non-compliant' });
  });

  test('an appeal’s reversal waits for its letter, and taking that back brings the lapse back with its own day', async () => {
    const { office, audit } = await failed();
    await sendLetters(office, 'audit-non-compliant');
    const later = await as(office, 'Ana', '2026-12-03');
    await appeal(later, { audit, receivedOn: '2026-12-01', grounds: 'They relate', approvedBy: null });
    expect((await lettersWaiting(later)).kinds).toMatchObject([
      { kind: 'audit-appeal-received', toPrepare: 1 },
    ]);
    await sendLetters(later, 'audit-appeal-received', '2026-12-03');
    await findAll(later, audit, 'accepted');
    await decideCase(later, { audit, outcome: 'compliant', reason: 'They relate', citation: 'SC-CCP-1' });
    const lapsed = { cause: 'audit', since: TODAY } as const;
    expect((await rma(later, '2026-12-03')).lapse).toEqual(lapsed);
    const run = await sendLetters(later, 'audit-appeal-decision', '2026-12-03');
    expect(await rma(later, '2026-12-03')).toMatchObject({ status: 'active', lapse: null });
    await unmarkMailed(later, run.run);
    expect((await rma(later, '2026-12-03')).lapse).toEqual(lapsed);
    expect(await seen(later, audit, '2026-12-03')).toMatchObject({
      state: 'letter-waiting',
      outcome: 'non-compliant',
    });
    await markMailed(later, { run: run.run, on: '2026-12-03' });
    const view = await seen(later, audit, '2026-12-03');
    expect(view.decisions.map(({ outcome, state, final }) => [outcome, state, final?.on])).toEqual([
      ['non-compliant', 'final', TODAY],
      ['compliant', 'final', '2026-12-03'],
    ]);
    expect(view).toMatchObject({ state: 'decided', outcome: 'compliant' });
    expect(await verifyOffice(later, unwatchedWork())).toMatchObject({ ok: true });
  });

  test('a decision is withdrawn with a reason: printed already, its sheet is taken out, and mailing the run moves nothing', async () => {
    const { office, audit } = await failed();
    const run = await prepare(office, 'audit-non-compliant');
    await print(office, run);
    await expect(withdrawDecision(office, { audit, reason: ' ' })).rejects.toMatchObject({
      code: 'reason-missing',
    });
    const open = await withdrawDecision(office, { audit, reason: 'A page was overlooked' });
    expect(open).toMatchObject({ state: 'in-review', outcome: null });
    expect(open.decisions).toMatchObject([{ state: 'withdrawn', final: null }]);
    expect(open.letters).toMatchObject([{ state: 'dropped', detail: 'A page was overlooked' }]);
    await expect(markMailed(office, { run: run.run, on: TODAY, count: 1 })).rejects.toMatchObject({
      code: 'count-differs',
    });
    const mailed = await markMailed(office, { run: run.run, on: TODAY, count: 0 });
    expect(mailed).toMatchObject({ mailedCount: 0, pulled: [{ sheet: 1, reason: 'A page was overlooked' }] });
    expect(await seen(office, audit)).toMatchObject({ state: 'in-review', outcome: null });
    expect((await rma(office)).lapse).toBeNull();
    await findAll(office, audit, 'accepted');
    await decideCase(office, { audit, outcome: 'compliant', ...NOW });
    await sendLetters(office, 'audit-compliant');
    const view = await seen(office, audit);
    expect(view).toMatchObject({ state: 'decided', outcome: 'compliant' });
    await expect(withdrawDecision(office, { audit, reason: 'x' })).rejects.toMatchObject({
      code: 'nothing-to-withdraw',
    });
  });

  test('a letter noted as returned before its run was marked as mailed makes its decision final once it had not come back', async () => {
    const { office, audit } = await failed();
    office.db.sqlite.exec('UPDATE member SET mail_ok = 1, email_ok = 0');
    const run = await prepare(office, 'audit-non-compliant');
    await print(office, run);
    await recordReturned(office, { text: `${run.run} 1`, reason: 'vacant', note: '', on: TODAY });
    await markMailed(office, { run: run.run, on: TODAY });
    expect(await seen(office, audit)).toMatchObject({ state: 'letter-waiting', outcome: null });
    await undoReturned(office, run.run, 1);
    expect(await seen(office, audit)).toMatchObject({ state: 'decided', outcome: 'non-compliant' });
    expect((await rma(office)).lapse).toEqual({ cause: 'audit', since: TODAY });
    expect(await verifyOffice(office, unwatchedWork())).toMatchObject({ ok: true });
  });

  test('a letter that had not come back after all is sent, though a later run held it', async () => {
    const { office, audit } = await failed();
    office.db.sqlite.exec('UPDATE member SET email_ok = 0');
    const { run } = await sendLetters(office, 'audit-non-compliant');
    await recordReturned(office, { text: `${run} 1`, reason: 'vacant', note: '', on: TODAY });
    expect(await prepare(office, 'audit-non-compliant')).toMatchObject({ selected: 1, held: 1 });
    await undoReturned(office, run, 1);
    expect((await seen(office, audit)).letters).toMatchObject([{ state: 'sent', run }]);
    await expect(prepare(office, 'audit-non-compliant')).rejects.toMatchObject({
      code: 'no-letters-waiting',
    });
  });

  test('a decision is not withdrawn while nobody knows whether the e-mail that told of it arrived', async () => {
    const { office, audit } = await failed();
    office.db.sqlite.exec("UPDATE member SET mail_ok = 0, email_ok = 1, email = 'm@members.example'");
    const { run, toEmail } = await prepare(office, 'audit-non-compliant');
    expect(toEmail).toBe(1);
    office.db.sqlite
      .prepare(
        `INSERT INTO email_message (run_id, position, member_id, address, message_id, state, recorded_at)
         SELECT run_id, position, member_id, 'm@members.example', '<1@office>', 'unknown', '' FROM run_piece WHERE run_id = ?`,
      )
      .run(run);
    const withdraw = () => withdrawDecision(office, { audit, reason: 'A page was overlooked' });
    await expect(withdraw()).rejects.toMatchObject({ code: 'letter-on-its-way' });
    await resolveEmail(office, { run, position: 1, as: 'send-again' });
    expect(await withdraw()).toMatchObject({ state: 'in-review' });
  });

  test('a held letter shows why; a manager declares the decision final with the way the member was told', async () => {
    const { office, audit } = await failed();
    unreachable(office);
    const order = {
      audit,
      on: TODAY,
      way: 'Certified mail 7021 0950, delivered',
      reason: 'No address takes post',
      approvedBy: 'Mona Ruiz',
    };
    await expect(declareFinal(office, order)).rejects.toMatchObject({ code: 'letter-not-held' });
    const run = await prepare(office, 'audit-non-compliant');
    expect(run).toMatchObject({ selected: 1, held: 1, toPrint: 0 });
    const { letters } = await seen(office, audit);
    expect(letters).toMatchObject([{ state: 'held', heldReason: 'asked for no mail', run: run.run }]);
    await expect(declareFinal(office, order)).rejects.toMatchObject({ code: 'manager-needed' });
    await saveManagers(office, ['Mona Ruiz']);
    await expect(declareFinal(office, { ...order, way: ' ' })).rejects.toMatchObject({ code: 'way-missing' });
    const view = await declareFinal(office, order);
    expect(view).toMatchObject({ state: 'decided', outcome: 'non-compliant', appealBy: '2026-12-22' });
    expect(view.decisions).toMatchObject([
      { final: { how: 'declared', way: order.way, reason: order.reason, approvedBy: 'Mona Ruiz' } },
    ]);
    expect((await rma(office)).lapse).toEqual({ cause: 'audit', since: TODAY });
    expect((await lettersWaiting(office)).letters).toEqual([]);
    expect(await verifyOffice(office, unwatchedWork())).toMatchObject({ ok: true });
  });
});

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
