import { expect, test } from 'vitest';
import { STANDING_STATUSES } from '../../../shared/domain/standing.ts';
import { tempFolder } from '../../temp-office.ts';
import { simulate, yearLine } from './simulate.ts';

// The whole office of 5,000 is run by hand: `node tests/bench/simulation.ts`. This is the same office with fewer people in it.
const OFFICE = { seed: 2015, from: '2015-01-01', sweepDaily: false, comparedDaily: 8 } as const;

test('an office run day by day from 2015 to 2026 never shows a standing that a fresh evaluation would not, rolls no cycle twice and loses no activity', async () => {
  const report = await simulate({ ...OFFICE, folder: tempFolder(), members: 300, to: '2026-12-31' });
  console.log(report.years.map(yearLine).join('\n'));
  console.log(`${report.compared} standings compared; ${JSON.stringify(report.totals)}`);
  expect(report.differences).toEqual([]);
  expect(report.rolledTwice).toEqual([]);
  expect(report.lostActivities).toEqual([]);
  expect(report.years.map(({ year }) => year)).toEqual(Array.from({ length: 12 }, (_, n) => 2015 + n));
  // It lived: everything that can happen to a certification happened, so that agreeing means something.
  for (const status of STANDING_STATUSES)
    expect(
      report.years.reduce((sum, { byStatus }) => sum + byStatus[status], 0),
      status,
    ).toBeGreaterThan(10);
  for (const [what, count] of Object.entries(report.totals)) expect(count, what).toBeGreaterThan(3);
}, 600_000);

test('the same seed gives the same office', async () => {
  const run = () => simulate({ ...OFFICE, folder: tempFolder(), members: 25, to: '2017-06-30' });
  const [first, second] = [await run(), await run()];
  expect(second.digest).toBe(first.digest);
}, 120_000);
