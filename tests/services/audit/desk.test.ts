import { describe, expect, test } from 'vitest';
import { caseRows } from '../../../electron/repositories/audit-worklist.ts';
import { assign, tallies } from '../../../electron/services/audit/desk/assign.ts';
import { findActivity, noteEvidence } from '../../../electron/services/audit/desk/find.ts';
import { takeStep } from '../../../electron/services/audit/desk/step.ts';
import { substitute } from '../../../electron/services/audit/desk/substitute.ts';
import type { Office } from '../../../electron/services/office.ts';
import type { CaseFilter, CaseSort } from '../../../shared/domain/audit-case.ts';
import { CASE_STATES, type CaseStep, movesFrom } from '../../../shared/domain/audit-steps.ts';
import type { ActivityDraft } from '../../../shared/domain/points.ts';
import { TODAY } from '../../temp-office.ts';
import { officeWithCase, rma, seen, steps } from './desk-office.ts';

async function journal(office: Office): Promise<readonly string[]> {
  return office.db.sqlite
    .prepare<[], string>("SELECT action FROM journal WHERE action LIKE 'audit.%' ORDER BY seq")
    .pluck()
    .all();
}

describe('the steps of a case', () => {
  test('each sets the day due by the office’s values, and keeps them as they were', async () => {
    const { office, audit } = await officeWithCase();
    const sent = await takeStep(office, { audit, to: 'notice-sent', on: '2026-11-10', note: '' });
    expect(sent).toMatchObject({ state: 'notice-sent', sinceOn: '2026-11-10', dueOn: '2026-12-10' });
    const longer = await takeStep(office, { audit, to: 'extension', on: TODAY, note: 'Illness' });
    expect(longer).toMatchObject({ state: 'extension', dueOn: '2026-12-24' });
    expect(longer.steps.map(({ to, value, note, actor }) => ({ to, value, note, actor }))).toEqual([
      {
        to: 'notice-sent',
        value: { name: 'audit-answer-days', days: 30, confirmed: false },
        note: '',
        actor: 'Test',
      },
      {
        to: 'extension',
        value: { name: 'audit-extension-days', days: 14, confirmed: false },
        note: 'Illness',
        actor: 'Test',
      },
    ]);
    expect(await journal(office)).toEqual(['audit.moved', 'audit.moved']);
  });

  test('a move that the table does not know, a day ahead and a missing note are refused', async () => {
    const { office, audit } = await officeWithCase();
    const all = CASE_STATES.filter(
      (one): one is CaseStep => !['selected', 'letter-waiting', 'decided', 'appealed'].includes(one),
    );
    for (const to of all.filter((one) => !movesFrom('selected').includes(one)))
      await expect(takeStep(office, { audit, to, on: TODAY, note: 'n' })).rejects.toMatchObject({
        code: 'step-not-allowed',
      });
    await expect(
      takeStep(office, { audit, to: 'notice-sent', on: '2026-11-23', note: '' }),
    ).rejects.toMatchObject({ code: 'date-impossible' });
    await takeStep(office, { audit, to: 'notice-sent', on: TODAY, note: '' });
    await expect(takeStep(office, { audit, to: 'extension', on: TODAY, note: ' ' })).rejects.toMatchObject({
      code: 'reason-missing',
    });
    expect((await seen(office, audit)).state).toBe('notice-sent');
    await expect(
      takeStep(office, { audit: 99_999, to: 'waiting', on: TODAY, note: '' }),
    ).rejects.toMatchObject({ code: 'audit-unknown' });
  });
});

describe('the worklist', () => {
  const open: CaseFilter = { state: 'open', owner: null, text: '' };
  const byDue: CaseSort = { by: 'due', descending: false };
  const page = { offset: 0, limit: 100 };

  test('what is overdue comes first; filters, owners and counts agree with it', async () => {
    const { office, audit } = await officeWithCase();
    const before = await tallies(office, TODAY, null);
    await takeStep(office, {
      audit,
      to: 'notice-sent',
      on: (await seen(office, audit)).selectedOn,
      note: '',
    });
    const { rows, total } = await caseRows(office.reader, open, byDue, TODAY, page);
    expect(rows[0]).toMatchObject({ audit, overdue: true });
    expect(rows.slice(1).every(({ dueOn }) => dueOn === null)).toBe(true);
    expect(total).toBe(before.open);
    const after = await assign(office, { audits: rows.slice(0, 2).map((row) => row.audit), owner: 'Ana' });
    expect(after).toEqual({ assigned: Math.min(2, rows.length), owner: 'Ana' });
    const counts = await tallies(office, TODAY, 'Test');
    expect(counts).toMatchObject({ overdue: before.overdue + 1, open: before.open });
    expect(counts.owners.find(({ owner }) => owner === 'Ana')).toMatchObject({
      open: after.assigned,
      overdue: 1,
    });
    expect(counts.reviewers).toEqual(['Test', 'Ana']);
    const named = await caseRows(office.reader, { ...open, owner: 'Ana' }, byDue, TODAY, page);
    expect(named.total).toBe(after.assigned);
    const nobody = await caseRows(office.reader, { ...open, owner: '' }, byDue, TODAY, page);
    expect(nobody.total).toBe(before.open - after.assigned);
    const overdue = await caseRows(office.reader, { ...open, state: 'overdue' }, byDue, TODAY, page);
    expect(overdue.rows.map((row) => row.audit)).toContain(audit);
    const found = await caseRows(office.reader, { ...open, text: 'candice WEATHER' }, byDue, TODAY, page);
    expect(found.rows.map((row) => row.memberName)).toEqual(['Candice Weatherspoon']);
    expect(await assign(office, { audits: [audit], owner: 'Ana' })).toEqual({ assigned: 0, owner: 'Ana' });
  });

  test('audits decided before there was a desk are decided cases', async () => {
    const { office } = await officeWithCase();
    const { rows } = await caseRows(office.reader, { ...open, state: 'decided' }, byDue, TODAY, page);
    expect(rows.length).toBeGreaterThan(1);
    for (const row of rows) {
      expect(row.outcome).not.toBeNull();
      expect((await seen(office, row.audit)).next).toEqual([]);
    }
  });
});

describe('findings', () => {
  test('the latest holds, the earlier stay, and the rules read none of it before the decision', async () => {
    const { office, audit } = await officeWithCase();
    const before = await rma(office);
    await steps(office, audit, 'notice-sent', 'received', 'in-review');
    const first = (await seen(office, audit)).activities[0]?.activity ?? 0;
    const order = { audit, activity: first, points: null, note: '' };
    await findActivity(office, { ...order, verdict: 'rejected', reason: 'name-missing' });
    await findActivity(office, { ...order, verdict: 'reduced', points: 1.5, reason: 'hours-not-shown' });
    const view = await findActivity(office, { ...order, verdict: 'accepted', reason: 'duplicate' });
    const activity = view.activities.find((one) => one.activity === first);
    expect(activity?.finding).toMatchObject({ verdict: 'accepted', points: activity?.counted, reason: null });
    expect(activity?.earlier.map(({ verdict, points }) => [verdict, points])).toEqual([
      ['rejected', 0],
      ['reduced', 1.5],
    ]);
    expect(view.computed.counted).toBe(activity?.counted);
    const after = await rma(office);
    expect(after).toEqual(before);
    const kept = office.db.sqlite
      .prepare<[number], string | null>('SELECT finding FROM activity WHERE id = ?')
      .pluck()
      .get(first);
    expect(kept).toBeNull();
    expect(() => office.db.sqlite.exec('UPDATE audit_finding SET points = 99')).toThrow('stays on record');
    expect(() => office.db.sqlite.exec('DELETE FROM audit_finding')).toThrow('stays on record');
  });

  test('are refused outside the review, outside the cycle, without a reason, and where the proof lacks something', async () => {
    const { office, audit } = await officeWithCase();
    const { activities, outside } = await seen(office, audit);
    const activity = activities[0]?.activity ?? 0;
    const accept = { audit, activity, verdict: 'accepted', points: null, reason: null, note: '' } as const;
    await expect(findActivity(office, accept)).rejects.toMatchObject({ code: 'audit-not-in-review' });
    await steps(office, audit, 'received', 'in-review');
    await expect(
      findActivity(office, { ...accept, activity: outside[0]?.activity ?? 0 }),
    ).rejects.toMatchObject({ code: 'activity-not-claimed', message: expect.stringContaining('SC-CCP-4') });
    await expect(findActivity(office, { ...accept, verdict: 'rejected' })).rejects.toMatchObject({
      code: 'finding-reason',
    });
    for (const points of [null, 0, 0.001, 9999])
      await expect(
        findActivity(office, { ...accept, verdict: 'reduced', points, reason: 'hours-not-shown' }),
      ).rejects.toMatchObject({ code: 'finding-points' });
    await noteEvidence(office, { audit, activity, items: ['hours'], shown: false });
    await expect(findActivity(office, accept)).rejects.toMatchObject({ code: 'evidence-missing' });
    await noteEvidence(office, { audit, activity, items: ['hours'], shown: true });
    const view = await findActivity(office, accept);
    expect(view.activities[0]?.evidence).toEqual({ hours: true });
    expect(await journal(office)).toEqual([
      'audit.moved',
      'audit.moved',
      'audit.evidence-noted',
      'audit.evidence-noted',
      'audit.found',
    ]);
  });

  const COURSE: ActivityDraft = {
    category: 'professional-education',
    title: 'Sterile technique refresher',
    provider: 'County College',
    completedOn: '2024-03-01',
    employedFrom: null,
    employedTo: null,
    hours: 5,
    claimed: null,
    criteria: { job: true, knowledge: false, degree: false },
    source: 'staff',
    evidence: 'seen',
  };

  test('SC-CCP-4, SC-CCP-5: only an activity of the cycle stands in the place of a rejected one', async () => {
    const { office, audit } = await officeWithCase();
    await steps(office, audit, 'received', 'in-review');
    const { activities, cycleStart } = await seen(office, audit);
    const replaces = activities[0]?.activity ?? 0;
    const put = (draft: Partial<ActivityDraft> = {}) =>
      substitute(office, { audit, replaces, draft: { ...COURSE, ...draft } });
    await expect(put()).rejects.toMatchObject({ code: 'not-rejected' });
    await findActivity(office, {
      audit,
      activity: replaces,
      verdict: 'rejected',
      points: null,
      reason: 'duplicate',
      note: '',
    });
    await expect(put({ completedOn: '2022-05-13' })).rejects.toMatchObject({
      code: 'substitute-outside',
      message: expect.stringMatching(/before the cycle began on .*\(SC-CCP-5\)/),
    });
    await expect(put({ completedOn: '2025-05-14' })).rejects.toMatchObject({
      code: 'substitute-outside',
      message: expect.stringMatching(/after the cycle ended on .*\(SC-CCP-4\)/),
    });
    expect(cycleStart).toBe('2022-05-14');
    const view = await put();
    const added = view.activities.find(({ substituteFor }) => substituteFor === replaces);
    expect(added).toMatchObject({ title: COURSE.title, counted: 5, finding: null });
    await expect(put()).rejects.toMatchObject({ code: 'substitute-known' });
    expect((await seen(office, audit)).activities).toHaveLength(activities.length + 1);
  });
});
