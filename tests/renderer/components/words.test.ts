import { describe, expect, it } from 'vitest';
import { progressWords, secondsLeft, timeLeftWords } from '../../../renderer/components/progress-words.ts';
import { shortDate } from '../../../renderer/components/short-date.ts';
import { nextTab } from '../../../renderer/components/tabs.tsx';

const at = (done: number, total: number | null) => ({ doing: 'Printing', done, total, cancellable: true });

describe('how far and how long still', () => {
  it.each([
    [null, ''],
    [at(0, 812), '0 of 812'],
    [at(1204, 100_000), '1,204 of 100,000'],
    [at(1204, null), '1,204'],
  ])('%j is said %j', (progress, words) => {
    expect(progressWords(progress)).toBe(words);
  });

  it.each([
    ['a quarter done in 10 s', at(25, 100), 10_000, 30],
    ['all done', at(100, 100), 10_000, 0],
    ['too early to say', at(25, 100), 900, null],
    ['nothing done', at(0, 100), 10_000, null],
    ['no end known', at(25, null), 10_000, null],
    ['nothing heard', null, 10_000, null],
  ])('%s', (_, progress, elapsed, seconds) => {
    expect(secondsLeft(progress, elapsed)).toBe(seconds);
  });

  it.each([
    [null, ''],
    [2, ''],
    [4, 'about 5 seconds left'],
    [33, 'about 35 seconds left'],
    [62, 'about a minute left'],
    [200, 'about 3 minutes left'],
  ])('%s seconds are said %j', (seconds, words) => {
    expect(timeLeftWords(seconds)).toBe(words);
  });
});

it.each([
  ['2026-05-01', '1 May 2026'],
  ['2026-12-28', '28 Dec 2026'],
  ['2027-09-30', '30 Sep 2027'],
])('%s is short for tables as %s', (date, short) => {
  expect(shortDate(date)).toBe(short);
});

it.each([
  ['ArrowRight', 4, 0],
  ['ArrowRight', 0, 1],
  ['ArrowLeft', 0, 4],
  ['Home', 3, 0],
  ['End', 0, 4],
  ['ArrowDown', 0, null],
])('%s on tab %i of five leads to %s', (key, index, next) => {
  expect(nextTab(key, index, 5)).toBe(next);
});
