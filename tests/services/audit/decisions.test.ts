import { describe, expect, test } from 'vitest';
import { unwatchedWork } from '../../../electron/jobs/work.ts';
import { openCases } from '../../../electron/repositories/open-cases.ts';
import { appeal } from '../../../electron/services/audit/desk/appeal.ts';
import { decideCase, secondReview } from '../../../electron/services/audit/desk/decide.ts';
import { findActivity } from '../../../electron/services/audit/desk/find.ts';
import { takeStep } from '../../../electron/services/audit/desk/step.ts';
import { substitute } from '../../../electron/services/audit/desk/substitute.ts';
import { verifyOffice } from '../../../electron/services/backup/verify.ts';
import { saveManagers } from '../../../electron/services/managers.ts';
import type { Office } from '../../../electron/services/office.ts';
import { TODAY } from '../../temp-office.ts';
import { as, findAll, NAME, officeWithCase, rma, seen, sendLetters, steps } from './desk-office.ts';

const NOW = { reason: '', citation: null } as const;

/** Proposed by the first reviewer, agreed by another, and final with its letter. */
async function fail(office: Office, audit: number, today = TODAY): Promise<Office> {
  await decideCase(office, { audit, outcome: 'non-compliant', ...NOW });
  const other = await as(office, 'Ben Okafor', today);
  await secondReview(other, { audit, by: null, agrees: true, note: '' });
  await sendLetters(other, 'audit-non-compliant', today);
  return other;
}

describe('decisions', () => {
  test('SC-CCP-3: what was shown is compliant: decided by one person, final with its letter, and no standing changes', async () => {
    const { office, audit } = await officeWithCase();
    await steps(office, audit, 'notice-sent', 'received', 'in-review');
    await expect(decideCase(office, { audit, outcome: 'compliant', ...NOW })).rejects.toMatchObject({
      code: 'outcome-not-found',
    });
    await findAll(office, audit, 'accepted');
    const waiting = await decideCase(office, { audit, outcome: 'compliant', ...NOW });
    expect(waiting).toMatchObject({ state: 'letter-waiting', outcome: null, dueOn: null, next: [] });
    await sendLetters(office, 'audit-compliant');
    const view = await seen(office, audit);
    expect(view).toMatchObject({ state: 'decided', outcome: 'compliant', dueOn: null, next: [] });
    expect(view.decisions).toMatchObject([
      { outcome: 'compliant', decidedBy: 'Test', secondBy: null, citation: 'SC-CCP-3', reversal: false },
    ]);
    const standing = await rma(office);
    expect(standing).toMatchObject({ status: 'active', lapse: null, attention: [] });
    expect(standing.cycle.start).toBe('2025-05-14');
    expect(await verifyOffice(office, unwatchedWork())).toMatchObject({ ok: true });
  });

  test('contract: rejected activities of an audited cycle still count for its roll; a compliant outcome holds it', async () => {
    const { office, audit } = await officeWithCase();
    await steps(office, audit, 'received', 'in-review');
    const { activities, required } = await seen(office, audit);
    const rolled = (await rma(office)).cycle.start;
    // The first is rejected, and a substitute of the cycle shows what it lacks.
    const [first] = activities;
    await findAll(office, audit, 'accepted');
    await findActivity(office, {
      audit,
      activity: first?.activity ?? 0,
      verdict: 'rejected',
      points: null,
      reason: 'not-related',
      note: '',
    });
    const short = await seen(office, audit);
    if (short.computed.counted < required) {
      const draft = {
        title: 'Phlebotomy seminar',
        provider: 'College',
        category: 'professional-education',
        completedOn: '2024-01-05',
        employedFrom: null,
        employedTo: null,
        hours: 30,
        claimed: null,
        criteria: { job: true, knowledge: true, degree: false },
        source: 'staff',
        evidence: 'seen',
      } as const;
      const put = await substitute(office, { audit, replaces: first?.activity ?? 0, draft });
      const added = put.activities.find(({ substituteFor }) => substituteFor !== null)?.activity ?? 0;
      await findActivity(office, {
        audit,
        activity: added,
        verdict: 'accepted',
        points: null,
        reason: null,
        note: '',
      });
    }
    await decideCase(office, { audit, outcome: 'compliant', ...NOW });
    await sendLetters(office, 'audit-compliant');
    const after = await rma(office);
    expect(after).toMatchObject({ status: 'active', lapse: null });
    expect(after.cycle.start).toBe(rolled);
    const findings = office.db.sqlite
      .prepare<[number], string>('SELECT finding FROM activity WHERE id = ?')
      .pluck()
      .get(first?.activity ?? 0);
    expect(findings).toBe('rejected');
  });

  test('SC-LAPSE-3: unable to demonstrate compliance: a second reviewer agrees, and with the letter the member lapses by audit with both ways back', async () => {
    const { office, audit } = await officeWithCase();
    await steps(office, audit, 'notice-sent', 'received', 'in-review');
    await findAll(office, audit, 'rejected', 'not-related');
    const proposed = await decideCase(office, { audit, outcome: 'non-compliant', ...NOW });
    expect(proposed).toMatchObject({
      state: 'in-review',
      outcome: null,
      proposal: { by: 'Test', role: 'first' },
    });
    expect((await rma(office)).lapse).toBeNull();
    for (const by of [null, ' test ', 'TEST'])
      await expect(secondReview(office, { audit, by, agrees: true, note: '' })).rejects.toMatchObject({
        code: 'second-reviewer',
      });
    await expect(
      secondReview(office, { audit, by: 'Somebody', agrees: true, note: '' }),
    ).rejects.toMatchObject({ code: 'manager-needed' });
    const ben = await as(office, 'Ben Okafor');
    const waiting = await secondReview(ben, { audit, by: null, agrees: true, note: '' });
    expect(waiting).toMatchObject({ state: 'letter-waiting', outcome: null, proposal: null, appealBy: null });
    expect((await rma(ben)).lapse).toBeNull();
    await sendLetters(ben, 'audit-non-compliant');
    const view = await seen(ben, audit);
    expect(view).toMatchObject({
      state: 'decided',
      outcome: 'non-compliant',
      proposal: null,
      appealBy: '2026-12-22',
    });
    expect(view.decisions).toMatchObject([
      { decidedBy: 'Test', secondBy: 'Ben Okafor', citation: 'SC-LAPSE-3', counted: 0, required: 30 },
    ]);
    const standing = await rma(ben);
    expect(standing).toMatchObject({
      status: 'lapsed',
      lapse: { cause: 'audit', since: TODAY },
      routes: ['ccp', 'exam'],
    });
    expect(standing.reasons.map(({ citation }) => citation)).toContain('SC-LAPSE-3');
    const kept = ben.db.sqlite
      .prepare(
        'SELECT s.lapse_cause FROM standing s JOIN audit a ON a.certification_id = s.certification_id WHERE a.id = ?',
      )
      .pluck()
      .get(audit);
    expect(kept).toBe('audit');
  });

  test('PB-AUD-3: who gives no proof by the day due is non-compliant, and not a day before', async () => {
    const { office, audit } = await officeWithCase();
    await takeStep(office, { audit, to: 'notice-sent', on: TODAY, note: '' });
    await takeStep(office, { audit, to: 'in-review', on: TODAY, note: '' });
    await expect(decideCase(office, { audit, outcome: 'non-compliant', ...NOW })).rejects.toMatchObject({
      code: 'outcome-not-found',
    });
    const later = await as(office, 'Test', '2026-12-23');
    expect((await seen(later, audit, '2026-12-23')).computed.reasons.map(({ citation }) => citation)).toEqual(
      ['PB-AUD-3', 'SC-LAPSE-3'],
    );
    const ben = await fail(later, audit, '2026-12-23');
    expect((await rma(ben, '2026-12-23')).lapse).toEqual({ cause: 'audit', since: '2026-12-23' });

    // The days of an appeal are the office’s: without new proof it need not wait until they are over.
    await appeal(ben, { audit, receivedOn: '2026-12-23', grounds: 'It was late', approvedBy: null });
    const upheld = { audit, outcome: 'non-compliant', reason: 'Nothing came', citation: null } as const;
    expect(await decideCase(ben, upheld)).toMatchObject({
      state: 'appealed',
      proposal: { by: 'Ben Okafor' },
      computed: { outcome: 'non-compliant' },
    });
  });

  test('a second reviewer who disagrees sends the case back; a new finding ends a proposal', async () => {
    const { office, audit } = await officeWithCase();
    await saveManagers(office, ['Mona Ruiz']);
    await steps(office, audit, 'received', 'in-review');
    await findAll(office, audit, 'rejected', 'duplicate');
    await decideCase(office, { audit, outcome: 'non-compliant', ...NOW });
    await expect(
      secondReview(office, { audit, by: 'Mona Ruiz', agrees: false, note: '' }),
    ).rejects.toMatchObject({ code: 'reason-missing' });
    const back = await secondReview(office, {
      audit,
      by: 'Mona Ruiz',
      agrees: false,
      note: 'They are two courses',
    });
    expect(back).toMatchObject({ state: 'in-review', proposal: null, outcome: null });
    expect(back.opinions.map(({ role, agrees, by }) => [role, agrees, by])).toEqual([
      ['first', null, 'Test'],
      ['second', false, 'Mona Ruiz'],
    ]);
    await decideCase(office, { audit, outcome: 'non-compliant', ...NOW });
    await findAll(office, audit, 'accepted');
    await expect(
      secondReview(office, { audit, by: 'Mona Ruiz', agrees: true, note: '' }),
    ).rejects.toMatchObject({ code: 'nothing-proposed' });
  });

  test('PB-AUD-2: more is asked once; then what is missing decides', async () => {
    const { office, audit } = await officeWithCase();
    await steps(office, audit, 'received', 'in-review');
    await findAll(office, audit, 'rejected', 'hours-not-shown');
    expect((await seen(office, audit)).computed.outcome).toBe('more-asked');
    const asked = await takeStep(office, {
      audit,
      to: 'more-asked',
      on: TODAY,
      note: 'The hours of each course',
    });
    expect(asked.dueOn).toBe('2026-12-06');
    await steps(office, audit, 'in-review');
    expect((await seen(office, audit)).computed.outcome).toBe('non-compliant');
  });
});

describe('appeals', () => {
  async function failed() {
    const { office, audit } = await officeWithCase();
    await steps(office, audit, 'received', 'in-review');
    await findAll(office, audit, 'rejected', 'not-related');
    return { office: await fail(office, audit), audit };
  }

  test('SC-LAPSE-3: the decision stands while it is appealed, and an upheld one keeps its day', async () => {
    const { office, audit } = await failed();
    await expect(
      appeal(office, { audit, receivedOn: TODAY, grounds: ' ', approvedBy: null }),
    ).rejects.toMatchObject({ code: 'reason-missing' });
    const later = await as(office, 'Ana', '2026-12-10');
    const open = await appeal(later, {
      audit,
      receivedOn: '2026-12-09',
      grounds: 'Sent by fax',
      approvedBy: null,
    });
    expect(open).toMatchObject({ state: 'appealed', outcome: 'non-compliant', dueOn: '2027-01-08' });
    expect((await rma(later, '2026-12-10')).lapse).toEqual({ cause: 'audit', since: TODAY });
    await expect(decideCase(later, { audit, outcome: 'non-compliant', ...NOW })).rejects.toMatchObject({
      code: 'reason-missing',
    });
    await decideCase(later, { audit, outcome: 'non-compliant', reason: 'Nothing new came', citation: null });
    const cleo = await as(later, 'Cleo', '2026-12-11');
    await secondReview(cleo, { audit, by: null, agrees: true, note: '' });
    await sendLetters(cleo, 'audit-appeal-decision', '2026-12-11');
    const upheld = await seen(cleo, audit, '2026-12-11');
    expect(upheld.decisions.map(({ reversal, outcome }) => [reversal, outcome])).toEqual([
      [false, 'non-compliant'],
      [false, 'non-compliant'],
    ]);
    expect((await rma(cleo, '2026-12-11')).lapse).toEqual({ cause: 'audit', since: TODAY });
    expect(upheld.appealBy).toBe('2027-01-10');
  });

  test('a reversal is a new, cited decision beside the first, and the lapse is gone with its letter', async () => {
    const { office, audit } = await failed();
    const rolled = (await rma(office)).cycle.start;
    await appeal(office, {
      audit,
      receivedOn: TODAY,
      grounds: 'The courses were for the job',
      approvedBy: null,
    });
    await findAll(office, audit, 'accepted');
    await expect(
      decideCase(office, { audit, outcome: 'compliant', reason: 'They relate', citation: 'SC-NONE' }),
    ).rejects.toMatchObject({ code: 'citation-unknown' });
    await decideCase(office, { audit, outcome: 'compliant', reason: 'They relate', citation: 'SC-CCP-1' });
    expect((await rma(office)).status).toBe('lapsed');
    await sendLetters(office, 'audit-appeal-decision');
    const view = await seen(office, audit);
    expect(view.decisions.map(({ outcome, citation, reversal }) => [outcome, citation, reversal])).toEqual([
      ['non-compliant', 'SC-LAPSE-3', false],
      ['compliant', 'SC-CCP-1', true],
    ]);
    const standing = await rma(office);
    expect(standing).toMatchObject({ status: 'active', lapse: null, routes: [] });
    expect(standing.cycle.start).toBe(rolled);
    expect(() => office.db.sqlite.exec('DELETE FROM audit_decision')).toThrow('stays on record');
    expect(await verifyOffice(office, unwatchedWork())).toMatchObject({ ok: true });
  });

  test('a late appeal, or one against a compliant outcome, needs a manager', async () => {
    const { office, audit } = await failed();
    const late = await as(office, 'Ana', '2027-01-05');
    const order = { audit, receivedOn: '2026-12-23', grounds: 'Late', approvedBy: null };
    await expect(appeal(late, order)).rejects.toMatchObject({ code: 'manager-needed' });
    await saveManagers(late, ['Mona Ruiz']);
    expect((await appeal(late, { ...order, approvedBy: 'Mona Ruiz' })).state).toBe('appealed');
  });

  test('SC-DOC-1: documents are taken for a case that is open or appealed, until the letter of its decision is out', async () => {
    const { office, audit } = await failed();
    const memberId = office.db.sqlite
      .prepare<[string], number>('SELECT id FROM member WHERE last_name = ?')
      .pluck()
      .get(NAME);
    const open = async () => (await openCases(office.reader, memberId ?? 0)).map(({ id }) => id);
    expect(await open()).toEqual([]);
    await appeal(office, { audit, receivedOn: TODAY, grounds: 'Sent by fax', approvedBy: null });
    expect(await open()).toEqual([audit]);
    await findAll(office, audit, 'accepted');
    await decideCase(office, { audit, outcome: 'compliant', reason: 'It came', citation: null });
    expect(await open()).toEqual([audit]);
    await sendLetters(office, 'audit-appeal-decision');
    expect(await open()).toEqual([]);
  });

  test('what is not decided cannot be appealed', async () => {
    const { office, audit } = await officeWithCase();
    await expect(
      appeal(office, { audit, receivedOn: TODAY, grounds: 'x', approvedBy: null }),
    ).rejects.toMatchObject({ code: 'step-not-allowed' });
  });
});
