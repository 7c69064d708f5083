import { describe, expect, test } from 'vitest';
import { decide } from '../../electron/rules/decision.ts';
import { isTimely, noticesIn } from '../../electron/rules/notices/notice-in.ts';
import { monthsDue, stepDay } from '../../electron/rules/notices/step-day.ts';
import type { NoticeStep, StepKind } from '../../shared/domain/notice-schedule.ts';
import { book, course, factsOn, fee, paid, type Told } from './build.ts';

interface Case {
  readonly why: string;
  readonly kind: StepKind;
  readonly month: string;
  readonly asOf: string;
  /** The step's day; the date asked about where it does not matter. */
  readonly day?: string;
  readonly told: Told;
  /** null = the notice is not for this certification. */
  readonly notice: { readonly forDate: string; readonly cents?: number; readonly lapsesOn?: string } | null;
  /** Whether it can still be sent; true where not said. */
  readonly timely?: boolean;
}

const C = '2019-12-05';
/** Paid up to the anniversary of 2025; the fee of 2026-12-05 is open. */
const OPEN: Told = { certifiedOn: C, fees: paid(C, 1, 6), activities: [course('a', '2022-01-10', 30)] };
const ROLLED = [course('a', '2022-01-10', 30), course('b', '2025-01-10', 30)];
const UP: Told = { certifiedOn: C, fees: paid(C, 1, 6), activities: ROLLED };
const PART: Told = { ...UP, fees: [...paid(C, 1, 6), fee(C, 7, 20_00)] };
const DONE: Told = { ...UP, fees: paid(C, 1, 7) };
const WAIVED: Told = { ...UP, fees: [...paid(C, 1, 6), fee(C, 7, 0, true)] };
/** Not bound by CCP: only fees count. Unpaid since the fee due on 2004-05-31. */
const OLD = '2000-05-20';
const LONG: Told = { certifiedOn: OLD, fees: paid(OLD, 1, 3) };
/** Bound; the cycle that began on 2022-12-05 ends on 2025-12-04. */
const SHORT: Told = { certifiedOn: C, fees: paid(C, 1, 20), activities: [course('a', '2022-01-10', 30)] };

const CASES: readonly Case[] = [
  {
    why: 'the anniversary lies in the month',
    kind: 'renewal',
    month: '2026-12',
    asOf: '2026-11-01',
    told: UP,
    notice: { forDate: '2026-12-05', cents: 50_00 },
  },
  { why: 'another month', kind: 'renewal', month: '2026-11', asOf: '2026-11-01', told: UP, notice: null },
  {
    why: 'after part payment only the rest',
    kind: 'renewal',
    month: '2026-12',
    asOf: '2026-11-01',
    told: PART,
    notice: { forDate: '2026-12-05', cents: 30_00 },
  },
  { why: 'paid', kind: 'renewal', month: '2026-12', asOf: '2026-11-01', told: DONE, notice: null },
  { why: 'waived', kind: 'renewal', month: '2026-12', asOf: '2026-11-01', told: WAIVED, notice: null },
  {
    why: 'arrears alone are reason enough',
    kind: 'renewal',
    month: '2026-12',
    asOf: '2026-11-01',
    told: { ...UP, fees: [...paid(C, 1, 5), fee(C, 6, 10_00), fee(C, 7, 50_00)] },
    notice: { forDate: '2026-12-05', cents: 40_00 },
  },
  {
    why: 'lapsed by points: the open cycle ended',
    kind: 'renewal',
    month: '2026-12',
    asOf: '2026-11-01',
    told: OPEN,
    notice: null,
  },
  {
    why: 'unpaid in its month',
    kind: 'reminder',
    month: '2026-12',
    asOf: '2026-12-15',
    told: UP,
    notice: { forDate: '2026-12-05', cents: 50_00 },
  },
  {
    why: 'only the rest',
    kind: 'reminder',
    month: '2026-12',
    asOf: '2026-12-15',
    told: PART,
    notice: { forDate: '2026-12-05', cents: 30_00 },
  },
  {
    why: 'on the due date still',
    kind: 'reminder',
    month: '2026-12',
    asOf: '2026-12-31',
    told: UP,
    notice: { forDate: '2026-12-05' },
  },
  {
    why: 'after it no more',
    kind: 'reminder',
    month: '2026-12',
    asOf: '2027-01-01',
    told: UP,
    notice: { forDate: '2026-12-05' },
    timely: false,
  },
  { why: 'paid', kind: 'reminder', month: '2026-12', asOf: '2026-12-15', told: DONE, notice: null },
  {
    why: 'not on the due date',
    kind: 'past-due',
    month: '2026-12',
    asOf: '2026-12-31',
    told: UP,
    notice: null,
  },
  {
    why: 'from the day after',
    kind: 'past-due',
    month: '2026-12',
    asOf: '2027-01-01',
    told: UP,
    notice: { forDate: '2026-12-05', cents: 50_00 },
  },
  {
    why: 'only the rest',
    kind: 'past-due',
    month: '2026-12',
    asOf: '2027-03-01',
    told: PART,
    notice: { forDate: '2026-12-05', cents: 30_00 },
  },
  { why: 'paid', kind: 'past-due', month: '2026-12', asOf: '2027-03-01', told: DONE, notice: null },
  {
    why: 'last year’s fee has its own month',
    kind: 'past-due',
    month: '2025-12',
    asOf: '2027-03-01',
    told: UP,
    notice: null,
  },
  {
    why: 'before the lapse, for all that is owed',
    kind: 'final',
    month: '2007-05',
    asOf: '2007-03-02',
    told: LONG,
    notice: { forDate: '2004-05-20', cents: 3 * 50_00, lapsesOn: '2007-05-31' },
  },
  { why: 'not a month early', kind: 'final', month: '2007-04', asOf: '2007-03-02', told: LONG, notice: null },
  {
    why: 'the day before the lapse still',
    kind: 'final',
    month: '2007-05',
    asOf: '2007-05-30',
    day: '2007-03-02',
    told: LONG,
    notice: { forDate: '2004-05-20', lapsesOn: '2007-05-31' },
  },
  {
    why: 'lapsed: should have had it, too late now',
    kind: 'final',
    month: '2007-05',
    asOf: '2007-05-31',
    day: '2007-03-02',
    told: LONG,
    notice: { forDate: '2004-05-20' },
    timely: false,
  },
  {
    why: 'paying the oldest moves it a year on',
    kind: 'final',
    month: '2007-05',
    asOf: '2007-03-02',
    told: { ...LONG, fees: paid(OLD, 1, 4) },
    notice: null,
  },
  {
    why: 'paying the oldest: in that year',
    kind: 'final',
    month: '2008-05',
    asOf: '2008-03-02',
    told: { ...LONG, fees: paid(OLD, 1, 4) },
    notice: { forDate: '2005-05-20', lapsesOn: '2008-05-31' },
  },
  {
    why: 'points short before the cycle’s end',
    kind: 'ccp',
    month: '2025-12',
    asOf: '2025-06-04',
    told: SHORT,
    notice: { forDate: '2025-12-04' },
  },
  {
    why: 'the end’s month only',
    kind: 'ccp',
    month: '2025-11',
    asOf: '2025-06-04',
    told: SHORT,
    notice: null,
  },
  {
    why: 'on the last day still',
    kind: 'ccp',
    month: '2025-12',
    asOf: '2025-12-04',
    told: SHORT,
    notice: { forDate: '2025-12-04' },
  },
  {
    why: 'ended: should have had it, too late now',
    kind: 'ccp',
    month: '2025-12',
    asOf: '2025-12-05',
    day: '2025-10-02',
    told: SHORT,
    notice: { forDate: '2025-12-04' },
    timely: false,
  },
  {
    why: 'points there',
    kind: 'ccp',
    month: '2025-12',
    asOf: '2025-06-04',
    told: { ...SHORT, activities: ROLLED },
    notice: null,
  },
  {
    why: 'attested',
    kind: 'ccp',
    month: '2025-12',
    asOf: '2025-06-04',
    told: { ...SHORT, attestations: [{ cycleStart: '2022-12-05', attestedOn: '2025-05-01' }] },
    notice: null,
  },
  {
    why: 'not bound by CCP',
    kind: 'ccp',
    month: '2003-05',
    asOf: '2003-01-01',
    told: { certifiedOn: OLD, fees: paid(OLD, 1, 9) },
    notice: null,
  },
  {
    why: 'by points: the day after the end',
    kind: 'lapse',
    month: '2025-12',
    asOf: '2026-01-01',
    told: SHORT,
    notice: { forDate: '2025-12-04' },
  },
  {
    why: 'by points: not before',
    kind: 'lapse',
    month: '2025-12',
    asOf: '2025-12-04',
    told: SHORT,
    notice: null,
  },
  {
    why: 'by fees: 36 months after the due date',
    kind: 'lapse',
    month: '2007-05',
    asOf: '2007-06-01',
    told: LONG,
    notice: { forDate: '2004-05-31' },
  },
  {
    why: 'by fees: in no other month',
    kind: 'lapse',
    month: '2007-06',
    asOf: '2007-06-30',
    told: LONG,
    notice: null,
  },
  {
    why: 'by audit: the day it closed',
    kind: 'lapse',
    month: '2026-03',
    asOf: '2026-04-01',
    told: {
      ...UP,
      audits: [
        {
          cycleStart: '2022-12-05',
          selectedOn: '2026-01-15',
          closedOn: '2026-03-20',
          outcome: 'non-compliant',
        },
      ],
    },
    notice: { forDate: '2026-03-20' },
  },
  {
    why: 'cured: paid before',
    kind: 'lapse',
    month: '2007-05',
    asOf: '2007-06-01',
    told: { ...LONG, fees: paid(OLD, 1, 7) },
    notice: null,
  },
  {
    why: 'lapsed before the step’s day',
    kind: 'past-due',
    month: '2006-05',
    asOf: '2007-08-01',
    day: '2007-07-30',
    told: LONG,
    notice: null,
  },
  {
    why: 'lapsed only after it',
    kind: 'past-due',
    month: '2006-05',
    asOf: '2007-08-01',
    day: '2006-07-30',
    told: LONG,
    notice: { forDate: '2006-05-20' },
    timely: false,
  },
];

test.each(CASES)('$kind of $month on $asOf: $why', ({ kind, month, asOf, day, told, notice, timely }) => {
  const decision = decide(factsOn(asOf, told), book, asOf);
  const [found = null] = noticesIn(kind, month, decision, day ?? asOf, {});
  expect(found?.forDate ?? null).toBe(notice?.forDate ?? null);
  if (notice === null || found === null) return;
  expect(isTimely(kind, found, decision)).toBe(timely ?? true);
  if (notice.cents !== undefined) {
    expect((found.fee?.amountCents ?? 0) + (found.fee?.arrearsCents ?? 0)).toBe(notice.cents);
  }
  if (notice.lapsesOn !== undefined) expect(found.lapsesOn).toBe(notice.lapsesOn);
});

describe('a receipt', () => {
  const settled = (yearStart: string, on: string) => ({ yearStart, on, cents: 50_00, how: 'Check 1041' });
  const FEES = [settled('2025-12-05', '2026-11-20'), settled('2026-12-05', '2026-11-30')];
  test.each([
    [
      'tells of each year that was settled in the month',
      '2026-11',
      '2026-11-30',
      '2026-11-01',
      ['2025-12-05', '2026-12-05'],
    ],
    ['and of none before it was', '2026-11', '2026-11-29', '2026-11-01', ['2025-12-05']],
    ['waits the step’s days from each one’s own day', '2026-11', '2026-12-02', '2026-11-04', ['2025-12-05']],
    ['also into the month after', '2026-11', '2026-12-03', '2026-11-04', ['2025-12-05', '2026-12-05']],
    ['is for the month of the payment alone', '2026-12', '2026-12-31', '2026-12-01', []],
  ] as const)('%s', (_, month, asOf, day, years) => {
    const decision = decide(factsOn(asOf, DONE), book, asOf);
    const found = noticesIn('receipt', month, decision, day, { settled: FEES });
    expect(found.map(({ forDate }) => forDate)).toEqual(years);
    for (const notice of found) {
      expect(notice.paid).toMatchObject({ cents: 50_00, how: 'Check 1041' });
      expect(notice.fee?.yearEnd).toBe(notice.forDate.startsWith('2025') ? '2026-12-04' : '2027-12-04');
      expect(isTimely('receipt', notice, decision)).toBe(true);
    }
  });
});

describe('from which day on the run of a month is due', () => {
  const step = (anchor: NoticeStep['anchor'], offsetDays: number, offsetPolicy: string | null = null) => ({
    ...({ id: 'x', kind: 'renewal', title: 'X', channel: 'print-first', letter: 'renewal' } as const),
    ...{ anchor, offsetDays, offsetPolicy },
  });
  test.each([
    ['30 days before the anniversary month', step('anniversary-month', -30), '2026-12', '2026-11-01'],
    ['the 15th of it', step('anniversary-month', 14), '2026-12', '2026-12-15'],
    ['10 days after the due date', step('due-date', 10), '2026-12', '2027-01-10'],
    ['90 days before the lapse', step('lapse', -90), '2027-01', '2026-11-02'],
    ['receipts from the first of the month', step('payment', 0), '2026-11', '2026-11-01'],
    ['the day after the month of the lapse', step('lapse', 1), '2028-02', '2028-03-01'],
    [
      'by the policy book’s days',
      step('cycle-end', 0, 'ccp-notice-days-before-end.2'),
      '2027-05',
      '2026-11-02',
    ],
  ])('%s', (_, own, month, day) => {
    expect(stepDay(own, month, book)).toBe(day);
    expect(monthsDue(own, day, day, book)).toEqual([month]);
  });

  test('months that fall due in a year are twelve', () => {
    const found = monthsDue(step('due-date', 60), '2026-01-01', '2026-12-31', book);
    expect(found).toHaveLength(12);
    expect(new Set(found).size).toBe(12);
  });
});
