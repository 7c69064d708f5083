import { expect, test } from 'vitest';
import { weeksOf } from '../../../renderer/features/renewals/calendar-days.ts';

test.each([
  ['2026-02', 4, '2026-02-01', '2026-02-28', 0],
  ['2026-11', 5, '2026-11-01', '2026-11-30', 0],
  ['2026-08', 6, '2026-08-01', '2026-08-31', 6],
  ['2028-02', 5, '2028-02-01', '2028-02-29', 2],
])('%s has %i weeks, and each of its days once in its place', (month, weeks, first, last, weekday) => {
  const found = weeksOf(month);
  expect(found).toHaveLength(weeks);
  expect(found.map((week) => week.length)).toEqual(found.map(() => 7));
  const days = found.flat().filter((day) => day !== null);
  expect([days[0], days.at(-1)]).toEqual([first, last]);
  expect(days).toEqual([...new Set(days)].sort());
  expect(found[0]?.indexOf(first)).toBe(weekday);
});
