import { describe, expect, it } from 'vitest';
import { historyOf } from '../../electron/policy/periods.ts';
import { PolicyBook } from '../../electron/policy/policy-book.ts';
import { book } from '../rules/build.ts';

const entry = (from: string, to: string | null, value: number) => ({
  ...{ from, to, value, reference: 'test', confirmed: true },
});
const twoPeriods = historyOf('test.json', {
  name: 'annual-fee.RMA',
  title: 'Annual fee',
  unit: 'cents',
  entries: [entry('2000-01-01', '2009-12-31', 40_00), entry('2010-01-01', null, 50_00)],
});
const dated = new PolicyBook([twoPeriods], []);

describe('a value on a date', () => {
  it.each([
    ['2000-01-01', 40_00],
    ['2009-12-31', 40_00],
    ['2010-01-01', 50_00],
    ['2026-01-01', 50_00],
  ])('on %s', (onDate, value) => {
    expect(dated.value('annual-fee.RMA', onDate).value).toBe(value);
  });

  it('throws before the first date, naming it', () => {
    expect(() => dated.value('annual-fee.RMA', '1999-12-31')).toThrow(
      'The policy book has no value of “annual-fee.RMA” for 1999-12-31: its first is in force from 2000-01-01.',
    );
    expect(() => book.value('points-required.MT', '1929-12-31')).toThrow('1930-01-01');
  });

  it('throws for a name that is not there, or is of the other kind', () => {
    expect(() => book.value('annual-fee.XYZ', '2020-01-01')).toThrow('no value “annual-fee.XYZ”');
    expect(() => book.value('ccp-bound-from', '2020-01-01')).toThrow('no value “ccp-bound-from”');
    expect(() => book.date('cycle-years', '2020-01-01')).toThrow('no value “cycle-years”');
    expect(() => book.sentence('SC-CCP-99')).toThrow('no sentence “SC-CCP-99”');
  });
});

describe('overrides', () => {
  const set = (value: number | string, from?: string, name = 'annual-fee.RMA') => ({
    ...{ name, value },
    ...(from === undefined ? {} : { from }),
  });
  const on = (policy: PolicyBook, date: string) => policy.value('annual-fee.RMA', date).value;

  it('are in force from their date on and leave what was before', () => {
    const policy = dated.withOverrides([set(60_00, '2020-07-01')]);
    expect(['2005-01-01', '2020-06-30', '2020-07-01'].map((d) => on(policy, d))).toEqual([
      40_00, 50_00, 60_00,
    ]);
    expect(policy.value('annual-fee.RMA', '2021-01-01')).toMatchObject({
      confirmed: true,
      from: '2020-07-01',
    });
    expect(on(dated, '2021-01-01')).toBe(50_00);
  });

  it('go before what the book says for later dates', () => {
    expect(on(dated.withOverrides([set(45_00, '2005-01-01')]), '2026-01-01')).toBe(45_00);
  });

  it('follow each other by date, whatever their order', () => {
    const policy = dated.withOverrides([set(70_00, '2022-01-01'), set(60_00, '2020-01-01')]);
    expect(['2021-12-31', '2022-01-01'].map((d) => on(policy, d))).toEqual([60_00, 70_00]);
  });

  it('without a date apply always, over those of the office', () => {
    const policy = dated.withOverrides([set(60_00, '2020-01-01')]).withOverrides([set(1_00)]);
    expect(['1960-01-01', '2005-01-01', '2030-01-01'].map((d) => on(policy, d))).toEqual([1_00, 1_00, 1_00]);
    expect(policy.value('annual-fee.RMA', '2030-01-01').confirmed).toBe(false);
  });

  it('may set a date', () => {
    const policy = book.withOverrides([set('2010-01-01', undefined, 'ccp-bound-from')]);
    expect(policy.date('ccp-bound-from', '2005-01-01').value).toBe('2010-01-01');
  });

  it.each([
    ['annual-fee.XYZ', 1, undefined, 'no value “annual-fee.XYZ”'],
    ['annual-fee.RMA', -1, undefined, 'must not be negative'],
    ['annual-fee.RMA', 10.5, undefined, 'must be a whole number of cents'],
    ['annual-fee.RMA', 'much', undefined, 'must be a number of cents'],
    ['annual-fee.RMA', Number.NaN, undefined, 'must be a number of cents'],
    ['audit-sample-rate', 1.01, undefined, 'between 0 and 1'],
    ['cycle-years', 0, undefined, 'at least one year'],
    ['ccp-bound-from', '2006-02-30', undefined, 'must be a date'],
    ['annual-fee.RMA', 1, '2020-02-30', 'from an existing date'],
  ])('refuse %s = %s from %s', (name, value, from, message) => {
    expect(() => book.withOverrides([set(value, from, name)])).toThrow(message);
  });
});
