import { expect, test } from 'vitest';
import { rangeWords, readRange, readSheets } from '../../../renderer/features/renewals/sheet-range.ts';

const SHEETS = 812;

test.each([
  { from: '214', to: '230', range: { from: 214, to: 230 } },
  { from: '17', to: '', range: { from: 17, to: 17 } },
  { from: '1', to: '812', range: { from: 1, to: 812 } },
  { from: ' 7 ', to: '7', range: { from: 7, to: 7 } },
])('“$from” to “$to” are sheets to print again', ({ from, to, range }) => {
  expect(readRange(from, to, SHEETS)).toEqual({ range });
});

test.each([
  { from: '', to: '', field: 'from' },
  { from: '0', to: '3', field: 'from' },
  { from: '813', to: '', field: 'from' },
  { from: 'x', to: '3', field: 'from' },
  { from: '3', to: '813', field: 'to' },
  { from: '3', to: '2', field: 'to' },
  { from: '3', to: '2.5', field: 'to' },
  { from: '-3', to: '5', field: 'from' },
])('“$from” to “$to” is wrong in its “$field”', ({ from, to, field }) => {
  const read = readRange(from, to, SHEETS);
  expect(read).toHaveProperty('field', field);
  expect(read).toHaveProperty('wrong', expect.stringMatching(/\.$/));
});

test('a large run takes its number as it is shown', () => {
  expect(readRange('9,999', '10,000', 10_000)).toEqual({ range: { from: 9_999, to: 10_000 } });
});

test.each([
  { text: 'all', expected: 'all' },
  { text: '214-230', expected: { from: 214, to: 230 } },
  { text: '5-5', expected: { from: 5, to: 5 } },
  { text: '230-214', expected: null },
  { text: '0-3', expected: null },
  { text: '3', expected: null },
  { text: '', expected: null },
  { text: null, expected: null },
])('the place’s sheets “$text”', ({ text, expected }) => {
  expect(readSheets(text)).toEqual(expected);
});

test('a range in words', () => {
  expect(rangeWords({ from: 17, to: 17 })).toBe('sheet 17');
  expect(rangeWords({ from: 1214, to: 1230 })).toBe('sheets 1,214 to 1,230');
});
