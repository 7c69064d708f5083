import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  addYears,
  addYearsToKey,
  calendarDate,
  dateKey,
  dateOfKey,
  dayBefore,
  dayOf,
  daysBetween,
  daysInMonth,
  displayDate,
  epochDay,
  firstDayOfMonth,
  fromEpochDay,
  isCalendarDate,
  isLeapYear,
  keyOfDayBefore,
  lastDayOfMonth,
  monthOf,
  monthText,
  yearOf,
} from '../../shared/util/dates.ts';
import { SEED } from '../property-seed.ts';

const { PlainDate } = Temporal;

/** 0001-01-01 to 9999-12-31, days around leap days and centuries more often. */
const someDate = fc.oneof(
  { weight: 5, arbitrary: dayFrom('1900-01-01', 73_000) },
  { weight: 1, arbitrary: dayFrom('0001-01-01', 3_652_058) },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.integer({ min: 1, max: 2500 }), fc.integer({ min: -2, max: 2 })).map(nearMarch),
  },
);

function dayFrom(first: string, days: number): fc.Arbitrary<string> {
  return fc
    .integer({ min: 0, max: days })
    .map((after) => PlainDate.from(first).add({ days: after }).toString());
}

function nearMarch([year, days]: [number, number]): string {
  return PlainDate.from({ year, month: 3, day: 1 }).add({ days }).toString();
}

/** Each of our functions beside what Temporal says. */
const BESIDE: readonly [
  name: string,
  (date: string, n: number) => unknown,
  (date: Temporal.PlainDate, n: number) => unknown,
][] = [
  ['yearOf', yearOf, (d) => d.year],
  ['monthOf', monthOf, (d) => d.month],
  ['dayOf', dayOf, (d) => d.day],
  ['isLeapYear', (d) => isLeapYear(yearOf(d)), (d) => d.inLeapYear],
  ['daysInMonth', (d) => daysInMonth(yearOf(d), monthOf(d)), (d) => d.daysInMonth],
  ['lastDayOfMonth', lastDayOfMonth, (d) => d.with({ day: d.daysInMonth }).toString()],
  ['firstDayOfMonth', firstDayOfMonth, (d) => d.with({ day: 1 }).toString()],
  ['monthText', monthText, (d) => d.toPlainYearMonth().toString()],
  ['epochDay', epochDay, (d) => PlainDate.from('1970-01-01').until(d).days],
  ['fromEpochDay', (d) => fromEpochDay(epochDay(d)), (d) => d.toString()],
  ['calendarDate', (d) => calendarDate(yearOf(d), monthOf(d), dayOf(d)), (d) => d.toString()],
  ['dateKey', dateKey, (d) => d.year * 10_000 + d.month * 100 + d.day],
  ['dateOfKey', (d) => dateOfKey(dateKey(d)), (d) => d.toString()],
  ['addYears', (d, n) => addYears(d, n % 60), (d, n) => d.add({ years: n % 60 }).toString()],
  ['addMonths', (d, n) => addMonths(d, n), (d, n) => d.add({ months: n }).toString()],
  ['addDays', (d, n) => addDays(d, n), (d, n) => d.add({ days: n }).toString()],
  ['daysBetween', (d, n) => daysBetween(d, addDays(d, n)), (_, n) => n],
  [
    'addYearsToKey',
    (d, n) => dateOfKey(addYearsToKey(dateKey(d), n % 60)),
    (d, n) => d.add({ years: n % 60 }).toString(),
  ],
];

describe('calendar dates beside Temporal', () => {
  it.each(BESIDE)('%s', (_, ours, theirs) => {
    fc.assert(
      fc.property(someDate, fc.integer({ min: 0, max: 1500 }), (date, n) => {
        const day = PlainDate.from(date);
        fc.pre(day.year + n / 12 < 9900);
        expect(ours(date, n)).toEqual(theirs(day, n));
      }),
      { numRuns: 500, seed: SEED },
    );
  });

  it('goes back as it goes forward', () => {
    fc.assert(
      fc.property(dayFrom('1900-01-01', 73_000), fc.integer({ min: 0, max: 700 }), (date, n) => {
        const day = PlainDate.from(date);
        expect(addMonths(date, -n)).toBe(day.subtract({ months: n }).toString());
        expect(addDays(date, -n)).toBe(day.subtract({ days: n }).toString());
        expect(dayBefore(date)).toBe(day.subtract({ days: 1 }).toString());
        expect(keyOfDayBefore(dateKey(date))).toBe(dateKey(dayBefore(date)));
      }),
    );
  });

  it('orders keys, and text, as dates', () => {
    fc.assert(
      fc.property(someDate, someDate, (a, b) => {
        const order = PlainDate.compare(a, b);
        expect(Math.sign(dateKey(a) - dateKey(b))).toBe(order);
        expect(a < b ? -1 : a > b ? 1 : 0).toBe(order);
      }),
    );
  });
});

describe('what is a calendar date', () => {
  it.each([
    ['2024-02-29', true],
    ['2023-02-29', false],
    ['1900-02-29', false],
    ['2000-02-29', true],
    ['2023-04-31', false],
    ['2023-13-01', false],
    ['2023-00-10', false],
    ['2023-01-00', false],
    ['0000-01-01', false],
    ['2023-1-1', false],
    ['2023-01-01 ', false],
    ['2023-01-01T00:00', false],
    ['2023/01/01', false],
    ['', false],
    [20230101, false],
    [null, false],
  ])('%j: %s', (text, is) => {
    expect(isCalendarDate(text)).toBe(is);
  });

  it('is shown as people write it', () => {
    expect(displayDate('2026-05-01')).toBe('1 May 2026');
  });
});
