import { describe, expect, test } from 'vitest';
import { unwatchedWork } from '../../../electron/jobs/work.ts';
import { appeal } from '../../../electron/services/audit/desk/appeal.ts';
import { decideCase } from '../../../electron/services/audit/desk/decide.ts';
import { declareFinal } from '../../../electron/services/audit/desk/declare-final.ts';
import { withdrawDecision } from '../../../electron/services/audit/desk/withdraw.ts';
import { lettersWaiting } from '../../../electron/services/audit/letters/waiting.ts';
import { verifyOffice } from '../../../electron/services/backup/verify.ts';
import { resolveEmail } from '../../../electron/services/email/resolve.ts';
import { recordReturned, undoReturned } from '../../../electron/services/mail/returned.ts';
import { saveManagers } from '../../../electron/services/managers.ts';
import { markMailed, unmarkMailed } from '../../../electron/services/notices/mark-mailed.ts';
import { TODAY } from '../../temp-office.ts';
import { as, findAll, rma, seen, sendLetters } from './desk-office.ts';

import { failed, NOW, prepare, print, unreachable } from './letter-runs.ts';

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
