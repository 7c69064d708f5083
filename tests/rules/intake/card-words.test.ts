import { expect, test } from 'vitest';
import { cardWords } from '../../../electron/rules/intake/card-words.ts';

const covered = (line: string) => {
  const words = line.split(' ');
  const ranges = cardWords(words.map((text) => ({ text })));
  return ranges.map(([from, to]) => words.slice(from, to).join(' '));
};

test.each([
  ['Visa 4111 1111 1111 1111 exp 04/27', ['4111 1111 1111 1111']],
  ['4111111111111111', ['4111111111111111']],
  ['4111-1111-1111-1111', ['4111-1111-1111-1111']],
  ['American Express 3782 822463 10005', ['3782 822463 10005']],
  // One digit misread: the check digit is wrong, the groups are a card's.
  ['5105 1051 0510 5101', ['5105 1051 0510 5101']],
  ['4l11 11I1 1111 111l', ['4l11 11I1 1111 111l']],
  ['Paid by Visa4111 1111 1111 1111, expires', ['Visa4111 1111 1111 1111,']],
  ['Card number: 1111 1111 1111', ['1111 1111 1111']],
  ['4111 1111 1111 1111 and 5105 1051 0510 5100', ['4111 1111 1111 1111', '5105 1051 0510 5100']],
])('%s is covered', (line, expected) => {
  expect(covered(line)).toEqual(expected);
});

test.each([
  'Phlebotomy Safety Update',
  'Telephone 847 823 5169 or 800 275 1268',
  'Member 1002003 since 2015, points 45',
  'ISBN 9783161484100',
  '1111 1111 1111',
  '12 24 36 48 60',
  'Visa accepted, $50.00 on 05/03/2024',
  'Course 2024-0001-3456',
  '0000 0000 0000 0000',
])('%s is left', (line) => {
  expect(covered(line)).toEqual([]);
});
