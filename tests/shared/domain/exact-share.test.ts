import { describe, expect, test } from 'vitest';
import { daysTaken } from '../../../shared/domain/audit-report.ts';
import { exactShare } from '../../../shared/domain/exact-share.ts';

describe('the exact interval of Clopper and Pearson', () => {
  // 0 of n and n of n have a closed form: 1 - 0.025^(1/n). The others are the values of R's binom.test.
  test.each<[number, number, number, number]>([
    [0, 10, 0, 1 - 0.025 ** (1 / 10)],
    [10, 10, 0.025 ** (1 / 10), 1],
    [1, 10, 0.0025286, 0.4450161],
    [2, 5, 0.0527449, 0.8533672],
    [5, 100, 0.0164319, 0.1128349],
    [0, 1, 0, 0.975],
  ])('%i of %i', (found, of, low, high) => {
    const share = exactShare(found, of);
    expect(share.low).toBeCloseTo(low, 6);
    expect(share.high).toBeCloseTo(high, 6);
    expect(share.share).toBe(found / of);
  });

  test('it holds for samples in which single chances are smaller than a number can be', () => {
    const { low, high } = exactShare(2_500, 50_000);
    expect(low).toBeGreaterThan(0.048);
    expect(low).toBeLessThan(0.05);
    expect(high).toBeGreaterThan(0.05);
    expect(high).toBeLessThan(0.052);
  });
});

describe('days that cases took', () => {
  const taken = (...days: readonly number[]) =>
    daysTaken(days.map((one, index) => ({ audit: index + 1, days: one })));

  test.each<[string, readonly number[], object | null]>([
    ['none', [], null],
    ['one', [7], { cases: 1, median: 7, ninth: 7, longest: 7, longestCase: 1 }],
    ['two: their mean', [8, 3], { cases: 2, median: 5.5, ninth: 8, longest: 8, longestCase: 1 }],
    ['ten: the ninth', [1, 2, 3, 4, 5, 6, 7, 8, 9, 90], { cases: 10, median: 5.5, ninth: 9, longest: 90 }],
    ['eleven', [11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1], { median: 6, ninth: 10, longest: 11, longestCase: 1 }],
  ])('%s', (_, days, expected) => {
    const found = taken(...days);
    if (expected === null) expect(found).toBeNull();
    else expect(found).toMatchObject(expected);
  });
});
