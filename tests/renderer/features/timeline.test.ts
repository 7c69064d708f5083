import { describe, expect, it } from 'vitest';
import {
  cycleLabel,
  cycleName,
  cycleProgress,
  cycleWords,
} from '../../../renderer/features/member-page/timeline/cycle-words.ts';
import { feeMark, feeWords } from '../../../renderer/features/member-page/timeline/fee-mark.ts';
import { nextPart } from '../../../renderer/features/member-page/timeline/next-part.ts';
import { timeSpan, xOf } from '../../../renderer/features/member-page/timeline/span.ts';
import type { CycleSpan, FeeYear } from '../../../shared/domain/member-page.ts';
import { addYears, dayBefore, lastDayOfMonth } from '../../../shared/util/dates.ts';

const TODAY = '2026-11-22';
const fee = (yearStart: string, state: FeeYear['state'], paidCents = 0): FeeYear => ({
  yearStart,
  dueOn: lastDayOfMonth(yearStart),
  amountCents: 50_00,
  paidCents,
  state,
});
const cycle = (start: string, more: Partial<CycleSpan> = {}): CycleSpan => ({
  start,
  end: dayBefore(addYears(start, 3)),
  state: 'rolled',
  required: 30,
  counted: 30,
  attested: false,
  ...more,
});

describe('a year’s fee', () => {
  it.each([
    [fee('2025-05-01', 'paid', 50_00), 'paid', '2025–26: $50.00, paid'],
    [fee('2025-05-01', 'waived'), 'waived', '2025–26: $50.00, waived'],
    [fee('2026-05-01', 'unpaid'), 'past-due', '2026–27: $50.00, past due since 31 May 2026'],
    [
      fee('2026-05-01', 'part-paid', 20_00),
      'past-due',
      '2026–27: $50.00, past due since 31 May 2026, $20.00 of $50.00 paid',
    ],
    [
      fee('2026-05-01', 'not-invoiced'),
      'past-due',
      '2026–27: $50.00, past due since 31 May 2026, not invoiced yet',
    ],
    [fee('2026-11-14', 'unpaid'), 'due', '2026–27: $50.00, due by 30 November 2026'],
    [fee('2026-11-30', 'not-invoiced'), 'due', '2026–27: $50.00, due by 30 November 2026, not invoiced yet'],
    [fee('2026-12-01', 'unpaid'), 'upcoming', '2026–27: $50.00, due by 31 December 2026'],
    [fee('2027-05-01', 'upcoming'), 'upcoming', '2027–28: $50.00, due by 31 May 2027'],
    [fee('1999-05-01', 'paid', 50_00), 'paid', '1999–00: $50.00, paid'],
  ] as const)('%j is drawn %s and said %j', (year, mark, words) => {
    expect(feeMark(year, TODAY)).toBe(mark);
    expect(feeWords(year, TODAY)).toBe(words);
  });
});

describe('a cycle', () => {
  const open = cycle('2025-05-01', { state: 'open', counted: 10 });
  it.each([
    [cycle('2019-05-01'), '2019–22'],
    [cycle('1998-05-01'), '1998–01'],
    [cycle('2019-01-01'), '2019–22'],
  ])('%j is named %s', (span, name) => {
    expect(cycleName(span)).toBe(name);
  });

  it.each([
    [open, 400, '2025–28: 10 of 30, 20 to go'],
    [open, 140, '2025–28: 10 of 30'],
    [open, 80, '10 of 30'],
    [open, 30, ''],
    [cycle('2022-05-01', { attested: true }), 400, '2022–25 ✓ attested'],
    [cycle('2022-05-01', { attested: true }), 90, '2022–25 ✓'],
    [cycle('2022-05-01', { attested: true }), 30, '✓'],
    [cycle('2025-05-01', { state: 'open' }), 400, '2025–28: 30 of 30, complete'],
    [cycle('2025-05-01', { state: 'open', counted: 3, attested: true }), 400, '2025–28: attested'],
    [cycle('2025-05-01', { state: 'open', required: 0 }), 400, '2025–28: CCP voluntary'],
    [cycle('2028-05-01', { state: 'waiting', counted: 0 }), 400, '2028–31'],
  ])('%j in %i pixels is labelled %j', (span, width, label) => {
    expect(cycleLabel(span, width)).toBe(label);
  });

  it.each([
    [open, 'Cycle 1 May 2025 to 30 April 2028: 10 of 30 points, 20 to go', 1 / 3],
    [cycle('2022-05-01'), 'Cycle 1 May 2022 to 30 April 2025: complete, 30 of 30 points', 1],
    [
      cycle('2025-05-01', { state: 'open', required: 0, counted: 4 }),
      'Cycle 1 May 2025 to 30 April 2028: CCP voluntary, no points required',
      1,
    ],
    [
      cycle('2025-05-01', { state: 'open', counted: 3, attested: true }),
      'Cycle 1 May 2025 to 30 April 2028: 3 of 30 points, attested',
      1,
    ],
    [
      cycle('2028-05-01', { state: 'waiting', counted: 0 }),
      'Cycle 1 May 2028 to 30 April 2031: waits for the one before it',
      0,
    ],
    [
      cycle('2025-05-01', { state: 'open', counted: 99 }),
      'Cycle 1 May 2025 to 30 April 2028: 99 of 30 points',
      1,
    ],
  ])('%j is said %j and is %d done', (span, words, done) => {
    expect(cycleWords(span)).toBe(words);
    expect(cycleProgress(span)).toBeCloseTo(done, 6);
  });
});

describe('the stretch of time that is drawn', () => {
  const starts = Array.from({ length: 10 }, (_, n) => addYears('1996-11-14', n * 3 + 3));
  const cycles = starts.map((start) => cycle(start));
  const paid = Array.from({ length: 27 }, (_, n) => fee(addYears('1999-11-14', n), 'paid', 50_00));

  it.each([
    ['the last four cycles', paid, false, '2017-11-14', 18, true],
    ['all of it when asked', paid, true, '1999-11-14', 0, true],
    [
      'from the cycle of the oldest unpaid fee where that is earlier',
      paid.with(7, fee('2006-11-14', 'unpaid')),
      false,
      '2005-11-14',
      6,
      true,
    ],
    [
      'the last four where the unpaid fee lies in them',
      paid.with(20, fee('2019-11-14', 'unpaid')),
      false,
      '2017-11-14',
      18,
      true,
    ],
  ])('%s', (_, feeYears, whole, from, foldedYears, foldedSettled) => {
    const span = timeSpan({ feeYears, cycles }, TODAY, whole);
    expect(span).toMatchObject({ from, foldedYears, foldedSettled });
    expect(span.to).toBe(addYears('1999-11-14', 30));
  });

  it('places its first and last day at the margins and keeps what lies outside at them', () => {
    const span = timeSpan({ feeYears: paid, cycles }, TODAY, false);
    expect(xOf(span.from, span, 1000, 12)).toBe(12);
    expect(xOf(span.to, span, 1000, 12)).toBe(988);
    expect(xOf('2023-11-14', span, 1000, 12)).toBeCloseTo(500, 0);
    expect(xOf('1990-01-01', span, 1000, 12)).toBe(12);
    expect(xOf('2050-01-01', span, 1000, 12)).toBe(988);
  });
});

describe('the arrow keys on a timeline of three fees over two cycles', () => {
  const places = [100, 200, 300, 120, 280];
  it.each([
    ['ArrowRight', 0, 1],
    ['ArrowRight', 2, 2],
    ['ArrowLeft', 0, 0],
    ['End', 0, 2],
    ['Home', 2, 0],
    ['ArrowDown', 0, 3],
    ['ArrowDown', 2, 4],
    ['ArrowUp', 4, 2],
    ['ArrowUp', 1, 1],
    ['ArrowLeft', 3, 3],
    ['ArrowRight', 3, 4],
    ['End', 3, 4],
    ['Enter', 0, null],
  ])('%s on part %i leads to %s', (key, at, next) => {
    expect(nextPart(key, at, 3, places)).toBe(next);
  });
});
