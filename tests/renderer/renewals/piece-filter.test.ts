import { expect, test } from 'vitest';
import {
  readPieceFilter,
  sentenceCase,
  withSpokenDates,
  writePieceFilter,
} from '../../../renderer/features/renewals/piece-filter.ts';
import { displayDate } from '../../../shared/util/dates.ts';

test.each([
  { text: '', expected: { channel: null, reason: null } },
  { text: 'show=held', expected: { channel: 'held', reason: null } },
  { text: 'show=email', expected: { channel: 'email', reason: null } },
  { text: 'show=held&reason=no+usable+address', expected: { channel: 'held', reason: 'no usable address' } },
  { text: 'reason=deceased', expected: { channel: 'held', reason: 'deceased' } },
  { text: 'show=print&reason=deceased', expected: { channel: 'held', reason: 'deceased' } },
  { text: 'show=everything&reason=because', expected: { channel: null, reason: null } },
])('the place “$text” lists what it says', ({ text, expected }) => {
  expect(readPieceFilter(new URLSearchParams(text))).toEqual(expected);
});

test('what is written is read again', () => {
  const filter = { channel: 'held', reason: 'must recertify' } as const;
  expect(readPieceFilter(new URLSearchParams(writePieceFilter(filter)))).toEqual(filter);
});

test('dates within a sentence are spoken', () => {
  expect(withSpokenDates('RMA lapsed by fees since 2022-12-31; MT since 2019-05-01', displayDate)).toBe(
    'RMA lapsed by fees since 31 December 2022; MT since 1 May 2019',
  );
});

test('a reason begins a line with a capital', () => {
  expect(sentenceCase('must recertify')).toBe('Must recertify');
});
