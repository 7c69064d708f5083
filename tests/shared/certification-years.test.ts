import { describe, expect, it } from 'vitest';
import {
  anniversaryNumber,
  completedYears,
  cycleDates,
  dueOnOfYear,
  feeDueOn,
  isCycleStart,
  PUBLISHED_CYCLE_YEARS,
} from '../../shared/domain/certification-years.ts';
import { dateKey } from '../../shared/util/dates.ts';
import { book } from '../rules/build.ts';

describe('certification years (policy.md C2)', () => {
  it.each([
    ['2019-05-01', '2019-05-01', 0],
    ['2019-05-01', '2020-05-01', 1],
    ['2019-05-01', '2020-05-02', -1],
    ['2019-05-01', '2020-06-01', -1],
    ['2019-05-01', '2018-05-01', -1],
    ['2020-02-29', '2021-02-28', 1],
    ['2020-02-29', '2021-03-01', -1],
    ['2020-02-29', '2024-02-29', 4],
    ['2020-02-29', '2024-02-28', -1],
    ['2021-02-28', '2024-02-28', 3],
    ['2021-02-28', '2024-02-29', -1],
  ])('of %s, %s is anniversary %i', (anchor, date, n) => {
    expect(anniversaryNumber(dateKey(anchor), dateKey(date))).toBe(n);
  });

  it.each([
    ['2019-05-01', '2020-04-30', 0],
    ['2019-05-01', '2020-05-01', 1],
    ['2020-02-29', '2021-02-27', 0],
    ['2020-02-29', '2021-02-28', 1],
    ['2020-02-29', '2024-02-28', 3],
    ['2020-02-29', '2024-02-29', 4],
  ])('from %s to %s are %i full years', (anchor, on, years) => {
    expect(completedYears(dateKey(anchor), dateKey(on))).toBe(years);
  });

  it('falls due on the last day of the month', () => {
    expect(feeDueOn('2020-02-29')).toBe('2020-02-29');
    expect(feeDueOn('2021-12-01')).toBe('2021-12-31');
    expect(dueOnOfYear('2020-02-29', 1)).toBe('2021-02-28');
    expect(dueOnOfYear('2021-02-28', 3)).toBe('2024-02-29');
  });
});

describe('cycles (policy.md C3)', () => {
  it.each([
    ['2019-05-01', 0, '2019-05-01', '2022-04-30'],
    ['2019-05-01', 1, '2022-05-01', '2025-04-30'],
    ['2019-01-01', 0, '2019-01-01', '2021-12-31'],
    ['2020-02-29', 0, '2020-02-29', '2023-02-27'],
    ['2020-02-29', 1, '2023-02-28', '2026-02-27'],
    ['2020-02-29', 3, '2029-02-28', '2032-02-28'],
    ['2021-03-01', 0, '2021-03-01', '2024-02-29'],
  ])('of %s, cycle %i is %s to %s', (anchor, index, start, end) => {
    expect(cycleDates(anchor, index, PUBLISHED_CYCLE_YEARS)).toEqual({ start, end });
    expect(isCycleStart(anchor, start, PUBLISHED_CYCLE_YEARS)).toBe(true);
    expect(isCycleStart(anchor, end, PUBLISHED_CYCLE_YEARS)).toBe(false);
  });

  it('are as long as the policy book says', () => {
    expect(book.value('cycle-years', '2019-05-01').value).toBe(PUBLISHED_CYCLE_YEARS);
  });
});
