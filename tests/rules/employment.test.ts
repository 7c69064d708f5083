import { describe, expect, it } from 'vitest';
import { course, job, paid, standingOn } from './build.ts';

// SC-CCP-2 and policy.md C4: points in proportion to the days in the cycle and on or before 2020-12-31, rounded down.

interface Case {
  readonly why: string;
  readonly certifiedOn: string;
  readonly asOf: string;
  readonly work: readonly [from: string, to: string | null, points: number];
  readonly counted: number;
}

const CASES: readonly Case[] = [
  {
    why: 'wholly inside: all of it',
    ...{ certifiedOn: '2018-01-01', asOf: '2020-06-01', work: ['2018-01-01', '2018-12-31', 12], counted: 12 },
  },
  {
    why: 'half of it before the cycle',
    ...{ certifiedOn: '2019-01-01', asOf: '2021-06-01', work: ['2018-01-01', '2019-12-31', 12] },
    counted: 6, // 365 of 730 days
  },
  {
    why: 'half of it after 2020',
    ...{ certifiedOn: '2019-05-01', asOf: '2022-04-01', work: ['2020-12-30', '2021-01-02', 12] },
    counted: 6, // 2 of 4 days
  },
  {
    why: 'rounded down to whole points',
    ...{ certifiedOn: '2019-05-01', asOf: '2022-04-01', work: ['2020-12-31', '2021-01-02', 11] },
    counted: 3, // a third of 11
  },
  {
    why: 'one day on the last day that counts',
    ...{ certifiedOn: '2019-05-01', asOf: '2022-04-01', work: ['2020-12-31', '2020-12-31', 4], counted: 4 },
  },
  {
    why: 'the day after it',
    ...{ certifiedOn: '2019-05-01', asOf: '2022-04-01', work: ['2021-01-01', '2021-01-01', 4], counted: 0 },
  },
  {
    why: 'the day before it',
    ...{ certifiedOn: '2019-05-01', asOf: '2022-04-01', work: ['2020-12-30', '2020-12-30', 4], counted: 4 },
  },
  {
    why: 'still employed: the whole employment goes up to the date asked about',
    ...{ certifiedOn: '2019-05-01', asOf: '2022-04-30', work: ['2019-05-01', null, 1096] },
    counted: 611, // one point a day from 2019-05-01 to 2020-12-31
  },
  {
    why: 'an end after the date asked about is not reached yet',
    ...{ certifiedOn: '2019-05-01', asOf: '2019-05-10', work: ['2019-05-01', '2030-01-01', 10], counted: 10 },
  },
  {
    why: 'not begun by the date asked about',
    ...{ certifiedOn: '2019-05-01', asOf: '2019-05-10', work: ['2019-06-01', null, 10], counted: 0 },
  },
  {
    why: 'a cycle that starts on the last day that counts',
    ...{ certifiedOn: '2020-12-31', asOf: '2022-01-01', work: ['2020-12-31', '2020-12-31', 4], counted: 4 },
  },
  {
    why: 'a cycle that starts after 2020 has none',
    ...{ certifiedOn: '2021-01-01', asOf: '2022-01-01', work: ['2020-01-01', '2022-12-31', 30], counted: 0 },
  },
];

describe('employment', () => {
  it.each(CASES)('$why', ({ certifiedOn, asOf, work: [from, to, points], counted }) => {
    const activities = [job('work', from, to, points)];
    expect(standingOn(asOf, { certifiedOn, activities }).cycle.counted).toBe(counted);
  });

  it('counts in each of two cycles for its own part', () => {
    // 2015-07-01 to 2020-12-31 are 2011 days, one point each: 1096 lie in the first cycle, 915 in the second.
    const told = {
      certifiedOn: '2015-07-01',
      fees: paid('2015-07-01', 1, 9),
      activities: [job('work', '2015-07-01', '2020-12-31', 2011)],
    };
    expect(
      standingOn('2018-06-30', { ...told, activities: [job('work', '2015-07-01', '2018-06-30', 1096)] }).cycle
        .counted,
    ).toBe(1096);
    expect(standingOn('2021-01-01', told).cycle).toMatchObject({ start: '2018-07-01', counted: 915 });
  });

  it('stands beside other activities', () => {
    const activities = [job('work', '2020-12-31', '2021-01-02', 11), course('c', '2021-01-01', 4)];
    expect(standingOn('2022-04-01', { certifiedOn: '2019-05-01', activities }).cycle.counted).toBe(3 + 4);
  });
});
