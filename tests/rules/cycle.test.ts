import { describe, expect, it } from 'vitest';
import { course, fee, job, paid, standingOn, type Told } from './build.ts';

interface Case {
  readonly why: string;
  readonly asOf: string;
  readonly told: Told;
  /** Fields of the cycle to compare. */
  readonly cycle: object;
  readonly attention?: readonly string[];
}

const C = '2019-05-01';
const PAID: Told = { certifiedOn: C, fees: paid(C, 1, 20) };
const FIRST = { start: '2019-05-01', end: '2022-04-30' };
const SECOND = { start: '2022-05-01', end: '2025-04-30' };
const THIRD = { start: '2025-05-01', end: '2028-04-30' };
const enough = course('enough', '2021-03-01', 30);
const refused = course('refused', '2021-03-02', 10, { finding: 'rejected' });
const audit = (closedOn: string | null, outcome: 'compliant' | 'non-compliant' | null) => [
  { cycleStart: C, selectedOn: '2023-01-15', closedOn, outcome },
];

const CASES: readonly Case[] = [
  {
    why: 'the last day is inside',
    asOf: '2022-04-30',
    told: { ...PAID, activities: [enough] },
    cycle: FIRST,
  },
  {
    why: 'it rolls the day after its end',
    asOf: '2022-05-01',
    told: { ...PAID, activities: [enough] },
    cycle: SECOND,
  },
  {
    why: 'points of the first day and of the last count; nothing is carried over',
    asOf: '2022-05-01',
    told: { ...PAID, activities: [course('a', '2019-05-01', 20), course('b', '2022-04-30', 20)] },
    cycle: { ...SECOND, counted: 0, outstanding: 30 },
  },
  {
    why: 'points of the day before the first day do not count',
    asOf: '2022-05-01',
    told: { ...PAID, activities: [course('a', '2019-04-30', 20), course('b', '2022-04-30', 20)] },
    cycle: { ...FIRST, counted: 20, outstanding: 10 },
  },
  {
    why: 'rolled by attestation on the last day',
    asOf: '2022-05-01',
    told: { ...PAID, attestations: [{ cycleStart: C, attestedOn: '2022-04-30' }] },
    cycle: SECOND,
  },
  {
    why: 'an attestation leaves nothing outstanding and counts no points',
    asOf: '2022-04-30',
    told: { ...PAID, attestations: [{ cycleStart: C, attestedOn: '2022-04-20' }] },
    cycle: { ...FIRST, counted: 0, outstanding: 0, attested: true },
  },
  {
    why: 'a fee due by its end is unpaid: points there, the roll is blocked',
    asOf: '2022-05-01',
    told: { ...PAID, activities: [enough], fees: [fee(C, 1, 50_00), fee(C, 2, 0)] },
    ...{ cycle: FIRST, attention: ['roll-blocked'] },
  },
  {
    why: 'on its last day nothing is blocked yet',
    asOf: '2022-04-30',
    told: { ...PAID, activities: [enough], fees: [fee(C, 1, 50_00), fee(C, 2, 0)] },
    ...{ cycle: FIRST, attention: [] },
  },
  {
    why: 'the fee of the anniversary on which the next cycle starts falls due after its end',
    asOf: '2022-06-01',
    told: { ...PAID, activities: [enough], fees: paid(C, 1, 2) },
    ...{ cycle: SECOND, attention: [] },
  },
  {
    why: 'a cycle that could have rolled does not when an earlier one has not',
    asOf: '2025-05-01',
    told: { ...PAID, activities: [course('late', '2023-03-01', 30)] },
    cycle: { ...FIRST, counted: 0 },
  },
  {
    why: 'two cycles, both rolled',
    asOf: '2025-05-01',
    told: { ...PAID, activities: [enough, course('next', '2023-03-01', 30)] },
    cycle: THIRD,
  },
  {
    why: 'rejected on review does not count',
    asOf: '2022-05-01',
    told: { ...PAID, activities: [course('a', '2021-03-01', 20), refused] },
    cycle: { ...FIRST, counted: 20, outstanding: 10 },
  },
  {
    why: 'in an audited cycle it does for the roll: the outcome decides, not the finding',
    asOf: '2023-03-01',
    told: { ...PAID, activities: [course('a', '2021-03-01', 20), refused], audits: audit(null, null) },
    ...{ cycle: SECOND, attention: ['audit-open'] },
  },
  {
    why: 'but what is shown as counted leaves it out',
    asOf: '2023-03-01',
    told: {
      certifiedOn: C,
      fees: [fee(C, 1, 50_00)],
      activities: [course('a', '2021-03-01', 20), refused],
      audits: audit(null, null),
    },
    cycle: { ...FIRST, counted: 20, outstanding: 10 },
    attention: ['audit-open', 'roll-blocked'],
  },
  {
    why: 'audited as compliant rolls whatever is recorded',
    asOf: '2023-04-01',
    told: { ...PAID, audits: audit('2023-03-31', 'compliant') },
    ...{ cycle: SECOND, attention: [] },
  },
  {
    why: 'short of points a year and a day before the end is no matter yet',
    ...{ asOf: '2021-04-30', told: PAID, cycle: { ...FIRST, outstanding: 30 }, attention: [] },
  },
  {
    why: 'the first of the last 365 days',
    ...{ asOf: '2021-05-01', told: PAID, cycle: FIRST, attention: ['points-outstanding'] },
  },
  {
    why: 'the last of them',
    ...{ asOf: '2022-04-30', told: PAID, cycle: FIRST, attention: ['points-outstanding'] },
  },
  { why: 'after the end it is a lapse instead', asOf: '2022-05-01', told: PAID, cycle: FIRST, attention: [] },
  {
    why: 'halves of points add up without rounding',
    asOf: '2022-04-30',
    told: { ...PAID, activities: [course('a', C, 0.1), course('b', C, 0.2), course('c', C, 29.5)] },
    cycle: { counted: 29.8, outstanding: 0.2 },
  },
  {
    why: 'Feb 29: the third anniversary is Feb 28, so the cycle ends on Feb 27',
    asOf: '2023-02-27',
    told: { certifiedOn: '2020-02-29', fees: paid('2020-02-29', 1, 9) },
    cycle: { start: '2020-02-29', end: '2023-02-27' },
  },
  {
    why: 'and the fourth cycle ends on Feb 28 before the twelfth anniversary of Feb 29',
    asOf: '2031-06-01',
    told: {
      certifiedOn: '2000-02-29',
      recertifiedOn: '2020-02-29',
      fees: paid('2020-02-29', 1, 20),
      attestations: ['2020-02-29', '2023-02-28', '2026-02-28'].map((cycleStart) => ({
        cycleStart,
        attestedOn: cycleStart,
      })),
    },
    cycle: { start: '2029-02-28', end: '2032-02-28' },
  },
  {
    why: 'not bound: nothing is required, the points are shown, fees alone roll it',
    asOf: '2010-01-01',
    told: {
      certifiedOn: '2004-03-10',
      fees: paid('2004-03-10', 1, 5),
      activities: [course('a', '2008-01-01', 7)],
    },
    cycle: { start: '2007-03-10', end: '2010-03-09', required: 0, counted: 7, outstanding: 0 },
  },
  {
    why: 'after recertification the cycle restarts on that date and only what was done from then on counts',
    asOf: '2024-01-01',
    told: {
      certifiedOn: C,
      recertifiedOn: '2022-09-15',
      fees: paid('2022-09-15', 1, 1),
      activities: [course('old', '2022-09-14', 30), course('new', '2022-09-15', 4)],
    },
    cycle: {
      ...{ start: '2022-09-15', end: '2025-09-14', counted: 4 },
      excluded: [
        {
          id: 'old',
          citation: 'SC-CCP-5',
          why: 'completed 2022-09-14, before the cycle began on 2022-09-15',
        },
      ],
    },
  },
];

describe('the cycle', () => {
  it.each(CASES)('$asOf: $why', ({ asOf, told, cycle, attention }) => {
    const standing = standingOn(asOf, told);
    expect(standing.cycle).toMatchObject(cycle);
    if (attention !== undefined) expect(standing.attention).toEqual(attention);
  });
});

describe('activities that do not count', () => {
  const none = { job: false, knowledge: false, degree: false };
  const TABLE: readonly [why: string, activity: Told['activities'], excluded: readonly string[]][] = [
    ['completed before the certification', [course('x', '2019-04-30', 5)], ['x SC-CCP-5']],
    ['completed on the first day', [course('x', '2019-05-01', 5)], []],
    ['completed on the last day', [course('x', '2022-04-30', 5)], []],
    ['completed after the end', [course('x', '2022-05-01', 5)], ['x SC-CCP-4']],
    ['no criterion met', [course('x', '2021-01-01', 5, { criteria: none })], ['x SC-CCP-1']],
    ['one criterion is enough', [course('x', '2021-01-01', 5, { criteria: { ...none, degree: true } })], []],
    ['rejected on review', [course('x', '2021-01-01', 5, { finding: 'rejected' })], ['x SC-CCP-1']],
    ['accepted on review', [course('x', '2021-01-01', 5, { finding: 'accepted' })], []],
    ['employed only after 2020', [job('x', '2021-01-01', '2021-06-30', 5)], ['x SC-CCP-2']],
    ['employed up to the first day of the cycle', [job('x', '2018-01-01', '2019-05-01', 5)], []],
    ['employed up to the day before', [job('x', '2018-01-01', '2019-04-30', 5)], ['x SC-CCP-5']],
    ['employed on the last day that counts', [job('x', '2020-12-31', '2021-06-30', 5)], []],
    ['employed after the cycle', [job('x', '2022-05-01', null, 5)], ['x SC-CCP-4']],
    [
      'listed by id, whatever the order',
      [course('b', '2022-05-01', 5), course('a', '2018-05-01', 5)],
      ['a SC-CCP-5', 'b SC-CCP-4'],
    ],
  ];

  it.each(TABLE)('%s', (_, activities = [], excluded) => {
    const { cycle } = standingOn('2022-04-30', { ...PAID, activities });
    expect(cycle.excluded.map(({ id, citation }) => `${id} ${citation}`)).toEqual(excluded);
  });

  it('leaves out what is part of a rolled cycle, whether it counted there or not', () => {
    const activities = [
      enough,
      course('none', '2020-01-01', 5, { criteria: none }),
      job('work', '2018-01-01', '2023-01-01', 5),
      course('before', '2019-04-30', 5),
    ];
    const { cycle } = standingOn('2023-04-30', { ...PAID, activities });
    expect(cycle.start).toBe(SECOND.start);
    expect(cycle.excluded.map(({ id }) => id)).toEqual(['before']);
  });

  it('takes the edges of rolled cycles exactly', () => {
    const activities = [
      enough,
      course('last', '2022-04-30', 5, { finding: 'rejected' }),
      course('first', '2022-05-01', 5, { finding: 'rejected' }),
      job('until', '2018-01-01', '2019-05-01', 5),
      job('earlier', '2018-01-01', '2019-04-30', 5),
    ];
    const { cycle } = standingOn('2023-04-30', { ...PAID, activities });
    expect(cycle.excluded.map(({ id }) => id)).toEqual(['earlier', 'first']);
  });
});

// PB-CCP-2: "certified 5/1/2006 → pay annual fee before May 1, 2007; before May 1, 2008; and before May 1, 2009, when the
// CCP points are due too. Next cycle starts May 1, 2009." Due dates as policy.md C2 reads them: the month's last day.
describe('the body’s worked example (PB-CCP-2)', () => {
  const started: Told = { certifiedOn: '2006-05-01' };
  const points = [course('c', '2008-10-01', 30)];

  it.each([
    ['2007-04-30', started, 'active', '2007-05-31', '2006-05-01'],
    ['2007-05-01', started, 'due', '2007-05-31', '2006-05-01'],
    ['2008-05-01', { ...started, fees: paid('2006-05-01', 1, 1) }, 'due', '2008-05-31', '2006-05-01'],
    [
      '2009-04-30',
      { ...started, fees: paid('2006-05-01', 1, 2), activities: points },
      'active',
      '2009-05-31',
      '2006-05-01',
    ],
    [
      '2009-05-01',
      { ...started, fees: paid('2006-05-01', 1, 2), activities: points },
      'due',
      '2009-05-31',
      '2009-05-01',
    ],
    [
      '2009-05-01',
      { ...started, fees: paid('2006-05-01', 1, 3), activities: points },
      'active',
      '2010-05-31',
      '2009-05-01',
    ],
    ['2009-05-01', { ...started, fees: paid('2006-05-01', 1, 3) }, 'lapsed', '2010-05-31', '2006-05-01'],
  ])('%s %#', (asOf, told, status, nextDueOn, cycleStart) => {
    const standing = standingOn(asOf, told);
    expect([standing.status, standing.fees.nextDueOn, standing.cycle.start]).toEqual([
      status,
      nextDueOn,
      cycleStart,
    ]);
  });
});
