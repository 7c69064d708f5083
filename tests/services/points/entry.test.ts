import { describe, expect, test } from 'vitest';
import type { Office } from '../../../electron/services/office.ts';
import { enterActivity } from '../../../electron/services/points/enter.ts';
import { memberPoints } from '../../../electron/services/points/member-points.ts';
import { previewActivity } from '../../../electron/services/points/preview.ts';
import { explain } from '../../../electron/services/standing.ts';
import type { ActivityDraft, EntryVerdict } from '../../../shared/domain/points.ts';
import { TODAY } from '../../temp-office.ts';
import { ANN, moneyFaults } from '../payments/small-office.ts';
import { BO, draft, employment, enter, LAPSING, pointsOffice, verdictFor } from './points-office.ts';

const NONE = { job: false, knowledge: false, degree: false };

describe('at the moment of entry, before anything is saved, the desk is told', () => {
  interface Case {
    /** The sentence that decides. */
    readonly id: string;
    readonly why: string;
    readonly member?: string;
    readonly code?: string;
    readonly typed: ActivityDraft;
    readonly counts: boolean;
    readonly points?: number;
    readonly says: string;
    readonly remedy?: string;
  }
  const cases: readonly Case[] = [
    {
      id: 'SC-CCP-4',
      why: 'an activity of the cycle counts',
      typed: draft(),
      counts: true,
      points: 6,
      says: '6 points for the cycle from 1 May 2025 to 30 April 2028.',
    },
    {
      id: 'SC-CCP-4',
      why: 'the first day of the cycle is inside',
      typed: draft({ completedOn: '2025-05-01' }),
      counts: true,
      points: 6,
      says: '6 points for the cycle from 1 May 2025',
    },
    {
      id: 'SC-CCP-5',
      why: 'the day before the cycle is not',
      typed: draft({ completedOn: '2025-04-30' }),
      counts: false,
      says: 'Completed on 30 April 2025, before the cycle began on 1 May 2025.',
      remedy: 'Only what was completed from 1 May 2025 to 30 April 2028 counts now',
    },
    {
      id: 'SC-CCP-4',
      why: 'what was completed after an ended cycle does not count for it',
      member: LAPSING,
      code: 'RPT',
      typed: draft({ completedOn: '2026-04-01' }),
      counts: false,
      says: 'Completed on 1 April 2026, after the cycle ended on 31 March 2026, which has not rolled.',
      remedy:
        'It counts for the cycle from 1 April 2026 once the one before has rolled: 24 points are missing',
    },
    {
      id: 'PB-CCP-7',
      why: 'SC-CCP-1: without any of the three criteria nothing counts',
      typed: draft({ criteria: NONE }),
      counts: false,
      says: 'It meets none of the three criteria.',
      remedy: 'Mark the criterion that it meets',
    },
    {
      id: 'SC-CCP-4',
      why: 'PB-CCP-7: one criterion of SC-CCP-1 is enough',
      typed: draft({ criteria: { ...NONE, degree: true } }),
      counts: true,
      points: 6,
      says: '6 points',
    },
    {
      id: 'SC-CCP-5',
      why: 'SC-CCP-2: an employment before a cycle that began after 2020 can never count',
      typed: employment('2018-06-01', '2020-12-31'),
      counts: false,
      says: 'Employed from 1 June 2018 to 31 December 2020, before the cycle began',
      remedy: 'Nothing does: this cycle began after 31 December 2020.',
    },
    {
      id: 'SC-CCP-2',
      why: 'an employment that goes on in such a cycle neither',
      typed: employment('2024-01-01', null),
      counts: false,
      says: 'No day of the employment lies in the cycle from 1 May 2025, on or before 31 December 2020.',
      remedy: 'Record education or another category instead.',
    },
    {
      id: 'PB-CCP-6',
      why: 'retaking the examination earns nothing',
      typed: draft({ title: 'Retook the RMA examination', hours: null, claimed: 10 }),
      counts: false,
      says: 'Retaking the examination earns no points.',
      remedy: 'If it was a course, name the course in the title.',
    },
    {
      id: 'SC-CCP-4',
      why: 'PB-CCP-6: a course about examinations is a course',
      typed: draft({ title: 'Physical examination skills' }),
      counts: true,
      points: 6,
      says: '6 points',
    },
    {
      id: 'SC-CCP-4',
      why: 'PB-CCP-1: for whom CCP is voluntary it counts, and nothing depends on it',
      member: BO,
      typed: draft(),
      counts: true,
      points: 6,
      says: 'RMA is not bound by CCP: nothing depends on it.',
    },
    {
      id: 'SC-CCP-8',
      why: 'an online activity of AMT’s counts with the points that AMT gave',
      typed: draft({ source: 'amt-online', hours: 1, claimed: 2.5 }),
      counts: true,
      points: 2.5,
      says: '2.5 points',
    },
  ];
  test.each(cases)(
    '$id: $why',
    async ({ id, member, code = 'RMA', typed, counts, points = 0, says, remedy }) => {
      const office = await pointsOffice();
      const verdict = await verdictFor(office, code, typed, member);
      expect(verdict).toMatchObject({ counts, points, why: expect.stringContaining(says) });
      expect(verdict.quoted[0]?.id).toBe(id);
      expect(verdict.quoted[0]?.text).not.toBe('');
      if (remedy === undefined) expect(verdict.remedy).toBeNull();
      else expect(verdict.remedy).toContain(remedy);
      expect(await recorded(office)).toBe(0);
    },
  );

  test('SC-CCP-5 SC-CCP-7: nothing is carried from a cycle that has rolled', async () => {
    const office = await pointsOffice([
      { memberNo: ANN, name: ['Ann', 'Lee'], code: 'RPT', certifiedOn: '2022-05-01', fees: 4, paid: 4 },
    ]);
    await enter(office, draft({ completedOn: '2024-01-01', hours: 24 }));
    const verdict = await verdictFor(office, 'RPT', draft({ completedOn: '2025-04-30' }));
    expect(verdict).toMatchObject({ counts: false, fallsIn: { end: '2025-04-30', state: 'rolled' } });
    expect(verdict.quoted.map(({ id }) => id)).toEqual(['SC-CCP-5', 'SC-CCP-7']);
    expect(verdict.remedy).toContain('It is kept for an audit of that cycle.');
    expect(verdict.change.changed).toBe(false);
  });

  test('SC-CCP-2: the part of an employment in the cycle and up to 2020 counts, in proportion to its days', async () => {
    const office = await pointsOffice([
      { memberNo: ANN, name: ['Ann', 'Lee'], code: 'RMA', certifiedOn: '2018-01-01', fees: 8, paid: 8 },
    ]);
    // 731 days, of which the 366 of 2020 count.
    const verdict = await verdictFor(office, 'RMA', employment('2020-01-01', '2021-12-31', 10));
    expect(verdict).toMatchObject({ counts: true, points: 5, fallsIn: { end: '2020-12-31' } });
    expect(verdict.why).toContain('Only its days in the cycle up to 31 December 2020 count.');
    expect(verdict.quoted[0]?.id).toBe('SC-CCP-2');
  });

  test('SC-CCP-3 SC-CCP-7: what is to go, and that the cycle has its points', async () => {
    const office = await pointsOffice();
    const some = await verdictFor(office, 'RMA', draft());
    expect(some.outlook).toMatchObject({
      text: '24 points to go by 30 April 2028.',
      quoted: { id: 'SC-CCP-3' },
    });
    const all = await verdictFor(office, 'RMA', draft({ hours: 30 }));
    expect(all.outlook.text).toContain('it rolls after 30 April 2028 if no fee due by then is unpaid');
    expect(all.outlook.quoted.id).toBe('SC-CCP-7');
    expect(all.change).toMatchObject({
      before: { outstanding: 30 },
      after: { outstanding: 0 },
      changed: true,
    });
  });

  test('SC-CCP-3: recording what was missing in an ended cycle is shown to lift the lapse', async () => {
    const office = await pointsOffice();
    const verdict = await verdictFor(office, 'RPT', draft({ completedOn: '2025-12-01', hours: 24 }), LAPSING);
    expect(verdict.change).toMatchObject({
      before: { status: 'lapsed', cycleEnd: '2026-03-31' },
      after: { status: 'active', cycleEnd: '2029-03-31' },
    });
  });
});

describe('what keeps an activity from being entered at all', () => {
  const cases: readonly (readonly [why: string, typed: ActivityDraft, field: string, says: string])[] = [
    ['no title', draft({ title: '  ' }), 'title', 'Say what it was'],
    ['a card number', draft({ title: '4111 1111 1111 1111' }), 'title', 'card number'],
    ['no day', draft({ completedOn: null }), 'completedOn', 'Give the day'],
    [
      'SC-CCP-4: a day ahead is not earned yet',
      draft({ completedOn: '2026-11-23' }),
      'completedOn',
      'lies ahead',
    ],
    [
      'SC-CCP-4: an employment’s end ahead',
      employment('2020-01-01', '2027-01-01'),
      'employedTo',
      'Leave the last day empty',
    ],
    [
      'an employment that ends before it begins',
      employment('2020-01-01', '2019-01-01'),
      'employedTo',
      'before the first',
    ],
    ['a year mistyped', draft({ completedOn: '1026-03-01' }), 'completedOn', 'check the year'],
    ['neither hours nor points', draft({ hours: null }), 'hours', 'Type the hours'],
    ['three decimals', draft({ hours: 1.125 }), 'hours', 'at most two decimals'],
  ];
  test.each(cases)('%s', async (_why, typed, field, says) => {
    const office = await pointsOffice();
    const { problem, verdicts } = await previewActivity(office, { ...typed, memberNo: ANN }, TODAY);
    expect(problem).toMatchObject({ field, text: expect.stringContaining(says) });
    expect(verdicts).toEqual([]);
    const entering = enterActivity(office, { ...typed, memberNo: ANN }, true);
    await expect(entering).rejects.toMatchObject({ code: 'activity-impossible' });
    expect(await recorded(office)).toBe(0);
  });
});

describe('points are granted by rule', () => {
  const cases: readonly (readonly [why: string, typed: Partial<ActivityDraft>, granted: number])[] = [
    ['PB-CCP-5: the hours at the office’s points an hour', { hours: 6, claimed: null }, 6],
    ['SC-CCP-4: no more than is claimed', { hours: 6, claimed: 4 }, 4],
    ['SC-CCP-4: no more than was earned', { hours: 4, claimed: 6 }, 4],
    ['what is claimed, where the hours are not known', { hours: null, claimed: 4.5 }, 4.5],
    ['PB-CCP-6: nothing for the examination taken again', { title: 'Exam retake', hours: 8, claimed: 8 }, 0],
    ['SC-CCP-8: what AMT gave, whatever the hours', { source: 'amt-online', hours: 1, claimed: 2 }, 2],
  ];
  test.each(cases)('%s', async (_why, told, granted) => {
    const office = await pointsOffice();
    const typed = draft(told);
    const preview = await previewActivity(office, { ...typed, memberNo: ANN }, TODAY);
    expect(preview.granted).toBe(granted);
    expect(preview.steps.at(-1)?.points).toBe(granted);
    await enter(office, typed);
    const [standing] = (await explain(office, ANN, TODAY)).filter(({ code }) => code === 'RMA');
    expect(standing?.cycle.counted).toBe(granted);
  });

  test('PB-CCP-5: every category has its points an hour and its cap, marked as not confirmed by the office', async () => {
    const office = await pointsOffice();
    const { steps } = await previewActivity(office, { ...draft(), memberNo: ANN }, TODAY);
    expect(steps[0]?.value).toMatchObject({
      name: 'points-per-hour.professional-education',
      confirmed: false,
    });
    const { certifications } = await memberPoints(office, ANN, TODAY);
    expect(certifications[0]?.categories.map(({ category, cap }) => [category, cap])).toEqual([
      ['professional-education', 45],
      ['formal-education', 45],
      ['employment-verification', 15],
      ['authorship', 15],
      ['instructional-presentation', 15],
      ['organizational-participation', 15],
    ]);
  });
});

describe('the cap of a category and cycle', () => {
  const paper = (hours: number, completedOn: string) =>
    draft({ category: 'authorship', title: `Paper of ${completedOn}`, hours, completedOn });

  test('counts what is granted there already, each certification by its own cycle', async () => {
    const office = await pointsOffice();
    // Within the MT's cycle alone, which began on 2 November 2024.
    await enter(office, paper(12, '2025-01-10'));
    const said = await previewActivity(office, { ...paper(8, '2026-01-10'), memberNo: ANN }, TODAY);
    const brief = ({ code, counts, points, cut }: EntryVerdict) => ({
      code,
      counts,
      points,
      cut: cut?.already,
    });
    expect(said.verdicts.map(brief)).toEqual([
      { code: 'MT', counts: true, points: 3, cut: 12 },
      { code: 'RMA', counts: true, points: 8, cut: undefined },
    ]);
    await enter(office, paper(8, '2026-01-10'));
    const counted = (await explain(office, ANN, TODAY)).map(({ code, cycle }) => [code, cycle.counted]);
    expect(counted).toEqual([
      ['MT', 15],
      ['RMA', 8],
    ]);
    const none = await verdictFor(office, 'MT', paper(1, '2026-02-10'));
    expect(none).toMatchObject({ counts: false, remedy: 'An activity of another category still counts.' });
    expect(none.cut?.value).toMatchObject({ name: 'points-cap.authorship', confirmed: false });
  });

  test('leaves whole points of an employment that goes beyond it', async () => {
    const office = await pointsOffice([
      { memberNo: ANN, name: ['Ann', 'Lee'], code: 'RMA', certifiedOn: '2018-01-01', fees: 8, paid: 8 },
    ]);
    const typed = employment('2018-01-01', '2021-12-31', 40);
    expect(await verdictFor(office, 'RMA', typed)).toMatchObject({
      points: 15,
      cut: { cap: 15, already: 0 },
    });
    await enter(office, typed);
    const [standing] = await explain(office, ANN, TODAY);
    expect(standing?.cycle.counted).toBe(15);
  });
});

describe('a doubtful duplicate is said before it is saved', () => {
  test('the same title, day and provider, however they are written', async () => {
    const office = await pointsOffice();
    await enter(office, draft());
    const again = { ...draft({ title: 'PHLEBOTOMY Update', provider: 'County  College' }), memberNo: ANN };
    const first = await enterActivity(office, again, false);
    expect(first.activity).toBeNull();
    expect(first.preview.doubts).toEqual([
      {
        kind: 'same-activity',
        text: '“Phlebotomy update” by County College on 1 March 2026 is recorded already with 6 points (Test).',
      },
    ]);
    expect(await recorded(office)).toBe(1);
    expect((await enterActivity(office, again, true)).activity).not.toBeNull();
    expect(await recorded(office)).toBe(2);
  });

  test.each([
    ['2019-12-31', '2020-06-01', 1],
    ['2017-01-01', '2018-01-01', 1],
    ['2020-01-01', '2020-06-01', 0],
    ['2016-01-01', null, 1],
  ] as const)(
    'employments from %s to %s over the same days as one of 2018 and 2019: %i',
    async (from, to, doubts) => {
      const office = await pointsOffice();
      await enter(office, employment('2018-01-01', '2019-12-31'));
      const said = await previewActivity(office, { ...employment(from, to), memberNo: ANN }, TODAY);
      expect(said.doubts).toHaveLength(doubts);
    },
  );
});

test('SC-CCP-6: what is entered is on record for its cycle, with who entered it and what shows it', async () => {
  const office = await pointsOffice();
  await enter(office, draft({ claimed: 9, evidence: 'seen', source: 'member' }));
  const { activities, certifications } = await memberPoints(office, ANN, TODAY);
  expect(activities).toMatchObject([
    {
      title: 'Phlebotomy update',
      hours: 6,
      claimed: 9,
      granted: 6,
      evidence: 'seen',
      source: 'member',
      enteredOn: TODAY,
      enteredBy: 'Test',
      countedFor: [
        { code: 'MT', counts: true, points: 6 },
        { code: 'RMA', counts: true, points: 6 },
      ],
    },
  ]);
  expect(certifications.map(({ code, counted, outstanding }) => [code, counted, outstanding])).toEqual([
    ['MT', 6, 39],
    ['RMA', 6, 24],
  ]);
  expect(await moneyFaults(office)).toEqual([]);
});

async function recorded({ db }: Office): Promise<number> {
  return db.sqlite.prepare<[], number>('SELECT count(*) FROM activity').pluck().get() ?? 0;
}
