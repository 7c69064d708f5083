import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { loadPolicyBook } from '../../../electron/policy/load-policy-book.ts';
import {
  firstDay,
  policyGroups,
  shortTitle,
  unconfirmedCount,
  valueWords,
} from '../../../renderer/features/policy/policy-groups.ts';
import { entryOn, type PolicyEntry, type PolicyHistory } from '../../../shared/domain/policy.ts';

const about = { name: 'x', from: '1930-01-01', reference: 'SC-FEE-1', confirmed: true };

test.each([
  { entry: { ...about, unit: 'cents', value: 50_00 }, words: '$50.00' },
  { entry: { ...about, unit: 'points', value: 30 }, words: '30 points' },
  { entry: { ...about, unit: 'points', value: 1 }, words: '1 point' },
  { entry: { ...about, unit: 'rate', value: 0.05 }, words: '5 %' },
  { entry: { ...about, unit: 'rate', value: 0.125 }, words: '12.5 %' },
  { entry: { ...about, unit: 'rate', value: 0.07 }, words: '7 %' },
  { entry: { ...about, unit: 'months', value: 36 }, words: '36 months' },
  { entry: { ...about, unit: 'years', value: 3 }, words: '3 years' },
  { entry: { ...about, unit: 'days', value: 0 }, words: '0 days' },
  { entry: { ...about, unit: 'date', value: '2006-01-01' }, words: '1 January 2006' },
] as const satisfies readonly { entry: PolicyEntry; words: string }[])('$words', ({ entry, words }) => {
  expect(valueWords(entry)).toBe(words);
});

const book = loadPolicyBook(fileURLToPath(new URL('../../../resources', import.meta.url))).all();

test('every value of the book that ships has its group, once', () => {
  const groups = policyGroups(book);
  expect(groups.flatMap(({ values }) => values).toSorted(byName)).toEqual(book.toSorted(byName));
  expect(groups.map(({ title }) => title)).not.toContain('Further values');
});

test('a value nobody has grouped is shown all the same', () => {
  const stranger: PolicyHistory = { name: 'postage', title: 'Postage', unit: 'cents', entries: [] };
  expect(policyGroups([stranger])).toEqual([{ title: 'Further values', values: [stranger] }]);
});

test('what a whole group’s titles share is said by its heading alone', () => {
  const [fees] = policyGroups(book.filter(({ name }) => name.startsWith('annual-fee.')));
  const titles = fees?.values.map((value) => shortTitle(value, fees));
  expect(titles?.[0]).toBe('Medical Technologist');
  const [notices] = policyGroups(book.filter(({ name }) => name.startsWith('ccp-notice')));
  expect(notices?.values.map((value) => shortTitle(value, notices))[1]).toContain('CCP compliance notice 2');
});

test('the value in force is the last that had begun', () => {
  const history: PolicyHistory = {
    name: 'annual-fee.RMA',
    title: 'Annual fee: Registered Medical Assistant',
    unit: 'cents',
    entries: [
      { ...about, unit: 'cents', value: 50_00 },
      { ...about, unit: 'cents', value: 55_00, from: '2027-01-01', confirmed: false },
    ],
  };
  expect(entryOn(history, '2026-12-31')?.value).toBe(50_00);
  expect(entryOn(history, '2027-01-01')?.value).toBe(55_00);
  expect(entryOn(history, '1929-12-31')).toBeUndefined();
  expect(firstDay([history])).toBe('1930-01-01');
  expect(unconfirmedCount([history], '2026-12-31')).toBe(1);
});

function byName(a: PolicyHistory, b: PolicyHistory): number {
  return a.name.localeCompare(b.name);
}
