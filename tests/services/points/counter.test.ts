import BetterSqlite3 from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unwatchedWork } from '../../../electron/jobs/work.ts';
import type { Office } from '../../../electron/services/office.ts';
import {
  correctActivity,
  previewCounter,
  withdrawActivity,
} from '../../../electron/services/points/counter.ts';
import { memberPoints } from '../../../electron/services/points/member-points.ts';
import { explain } from '../../../electron/services/standing.ts';
import { sweep } from '../../../electron/services/sweep/sweep.ts';
import type { ActivityDraft } from '../../../shared/domain/points.ts';
import { SEED } from '../../property-seed.ts';
import { TODAY } from '../../temp-office.ts';
import { ANN, moneyFaults } from '../payments/small-office.ts';
import { draft, enter, LAPSING, pointsOffice } from './points-office.ts';

const correction = (activity: number, corrected: ActivityDraft) => ({
  activity,
  draft: corrected,
  reason: 'the certificate says so',
  confirmDoubts: false,
});

async function counted(office: Office, memberNo = ANN): Promise<Readonly<Record<string, number>>> {
  const standings = await explain(office, memberNo, TODAY);
  return Object.fromEntries(standings.map(({ code, cycle }) => [code, cycle.counted]));
}

describe('correcting an activity', () => {
  interface Case {
    readonly why: string;
    readonly corrected: ActivityDraft;
    readonly leaves: Readonly<Record<string, number>>;
  }
  const cases: readonly Case[] = [
    { why: 'fewer hours', corrected: draft({ hours: 4 }), leaves: { MT: 4, RMA: 4 } },
    {
      why: 'SC-CCP-5: a date before one of the cycles',
      corrected: draft({ completedOn: '2025-04-30' }),
      leaves: { MT: 6, RMA: 0 },
    },
    {
      why: 'PB-CCP-7: no criterion met after all',
      corrected: draft({ criteria: { job: false, knowledge: false, degree: false } }),
      leaves: { MT: 0, RMA: 0 },
    },
    {
      why: 'PB-CCP-6: an examination taken again',
      corrected: draft({ title: 'Exam retake' }),
      leaves: { MT: 0, RMA: 0 },
    },
  ];
  test.each(cases)('$why: shown before, then so, the old one kept', async ({ corrected, leaves }) => {
    const office = await pointsOffice();
    const old = await enter(office, draft());
    const before = await counted(office);
    const { changes } = await previewCounter(office, old, corrected, TODAY);
    expect(Object.fromEntries(changes.map((one) => [one.code, one.before.counted]))).toEqual(before);
    expect(Object.fromEntries(changes.map((one) => [one.code, one.after.counted]))).toEqual(leaves);
    expect(await counted(office)).toEqual(before);
    const { activity } = await correctActivity(office, correction(old, corrected));
    expect(await counted(office)).toEqual(leaves);
    const { activities } = await memberPoints(office, ANN, TODAY);
    expect(activities.find((one) => one.activity === old)).toMatchObject({
      title: 'Phlebotomy update',
      granted: 6,
      counter: {
        kind: 'corrected',
        on: TODAY,
        reason: 'the certificate says so',
        by: 'Test',
        replacedBy: activity,
      },
      countedFor: [],
    });
    expect(activities.find((one) => one.activity === activity)).toMatchObject({
      counter: null,
      replaces: old,
    });
    expect(await moneyFaults(office)).toEqual([]);
  });

  test('frees its share of the cap for itself', async () => {
    const office = await pointsOffice();
    const paper = draft({ category: 'authorship', title: 'Paper', hours: 15 });
    const old = await enter(office, paper);
    await correctActivity(office, correction(old, { ...paper, hours: 10 }));
    expect((await counted(office)).RMA).toBe(10);
  });

  test('grants anew what the cap had cut, once there is room', async () => {
    const office = await pointsOffice();
    const paper = (title: string, hours: number) => draft({ category: 'authorship', title, hours });
    const first = await enter(office, paper('First', 12));
    const second = await enter(office, paper('Second', 8));
    expect((await counted(office)).RMA).toBe(15);
    const { couldHaveMore } = await previewCounter(office, first, null, TODAY);
    expect(couldHaveMore).toEqual(['Second']);
    await withdrawActivity(office, { activity: first, reason: 'never published' });
    expect((await counted(office)).RMA).toBe(3);
    await correctActivity(office, correction(second, paper('Second', 8)));
    expect((await counted(office)).RMA).toBe(8);
  });

  test('keeps what a review found', async () => {
    const office = await pointsOffice();
    const old = await enter(office, draft());
    office.db.sqlite.prepare("UPDATE activity SET finding = 'rejected' WHERE id = ?").run(old);
    await correctActivity(office, correction(old, draft({ hours: 20 })));
    expect((await counted(office)).RMA).toBe(0);
  });
});

test('SC-CCP-7: withdrawing what a rolled cycle rested on is shown to open it again, and lapse it', async () => {
  const office = await pointsOffice();
  const activity = await enter(office, draft({ completedOn: '2025-12-01', hours: 24 }), LAPSING);
  await sweep(office, { asOf: TODAY, dryRun: false }, unwatchedWork());
  const { changes } = await previewCounter(office, activity, null, TODAY);
  expect(changes).toMatchObject([
    {
      code: 'RPT',
      before: { status: 'active', cycleEnd: '2029-03-31' },
      after: { status: 'lapsed', cycleEnd: '2026-03-31' },
      changed: true,
    },
  ]);
  await withdrawActivity(office, { activity, reason: 'it was another member’s' });
  expect((await explain(office, LAPSING, TODAY))[0]).toMatchObject({ status: 'lapsed' });
});

describe('a counter-entry is refused', () => {
  const cases: readonly (readonly [
    code: string,
    run: (office: Office, activity: number) => Promise<unknown>,
  ])[] = [
    ['activity-unknown', (office) => withdrawActivity(office, { activity: 99, reason: 'x' })],
    ['reason-missing', (office, activity) => withdrawActivity(office, { activity, reason: '  ' })],
    ['nothing-changed', (office, activity) => correctActivity(office, correction(activity, draft()))],
    [
      'activity-impossible',
      (office, activity) => correctActivity(office, correction(activity, draft({ title: '' }))),
    ],
    [
      'activity-countered',
      async (office, activity) => {
        await withdrawActivity(office, { activity, reason: 'x' });
        return correctActivity(office, correction(activity, draft({ hours: 2 })));
      },
    ],
  ];
  test.each(cases)('%s', async (code, run) => {
    const office = await pointsOffice();
    const activity = await enter(office, draft());
    await expect(run(office, activity)).rejects.toMatchObject({ code });
  });

  test('as is every change to what is on record, by the database itself', async () => {
    const office = await pointsOffice();
    const activity = await enter(office, draft());
    const { sqlite } = office.db;
    for (const sql of [
      `UPDATE activity SET points = 30 WHERE id = ${activity}`,
      `UPDATE activity SET completed_on = '2024-01-01' WHERE id = ${activity}`,
      `UPDATE activity SET withdrawn_on = '${TODAY}' WHERE id = ${activity}`,
      `DELETE FROM activity WHERE id = ${activity}`,
    ])
      expect(() => sqlite.exec(sql), sql).toThrow(BetterSqlite3.SqliteError);
    await withdrawActivity(office, { activity, reason: 'x' });
    for (const sql of [
      `UPDATE activity SET withdrawn_on = NULL WHERE id = ${activity}`,
      'DELETE FROM activity_counter',
      "UPDATE activity_counter SET reason = 'y'",
    ])
      expect(() => sqlite.exec(sql), sql).toThrow(BetterSqlite3.SqliteError);
  });
});

test('whatever is entered, corrected and withdrawn: nothing is lost, what is foreseen happens, no cap is passed', async () => {
  const typed = fc.record({
    category: fc.constantFrom('professional-education', 'authorship', 'organizational-participation'),
    hours: fc.integer({ min: 0, max: 20 }),
    day: fc.constantFrom('2024-11-01', '2024-11-02', '2025-04-30', '2025-05-01', '2026-05-01', TODAY),
    job: fc.boolean(),
  });
  const step = fc.record({
    act: fc.constantFrom('enter', 'enter', 'correct', 'withdraw'),
    typed,
    at: fc.nat(20),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 9 }), async (steps) => {
      const office = await pointsOffice();
      let entered = 0;
      for (const [n, { act, typed: said, at }] of steps.entries()) {
        const { hours, day, job } = said;
        // The generator's own words are the categories'.
        const category = said.category as ActivityDraft['category'];
        const made = draft({
          category,
          title: `Number ${n}`,
          hours,
          completedOn: day,
          criteria: { job, knowledge: false, degree: false },
        });
        const standing = (await memberPoints(office, ANN, TODAY)).activities.filter(
          ({ counter }) => counter === null,
        );
        const chosen = standing[at % Math.max(1, standing.length)];
        if (act === 'enter' || chosen === undefined) {
          await enter(office, made);
          entered++;
          continue;
        }
        const corrected = act === 'correct' ? made : null;
        const { changes } = await previewCounter(office, chosen.activity, corrected, TODAY);
        if (corrected === null) await withdrawActivity(office, { activity: chosen.activity, reason: 'x' });
        else {
          await correctActivity(office, correction(chosen.activity, corrected));
          entered++;
        }
        expect(await counted(office)).toEqual(
          Object.fromEntries(changes.map(({ code, after }) => [code, after.counted])),
        );
      }
      const { activities, certifications } = await memberPoints(office, ANN, TODAY);
      expect(activities).toHaveLength(entered);
      for (const { categories } of certifications)
        for (const { counted: has, cap } of categories) expect(has).toBeLessThanOrEqual(cap);
      expect(await moneyFaults(office)).toEqual([]);
      await office.close();
    }),
    { numRuns: 12, seed: SEED },
  );
});
