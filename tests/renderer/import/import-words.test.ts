import { expect, test } from 'vitest';
import {
  columnWords,
  countWords,
  formWords,
  inSentence,
  listed,
  rowsWords,
} from '../../../renderer/features/import/import-words.ts';
import { IMPORT_COLUMNS } from '../../../shared/domain/import-columns.ts';

test.each([
  { column: 'member_no', words: 'Member number', within: 'member number' },
  { column: 'certified_on', words: 'Certified on', within: 'certified on' },
  { column: 'address1', words: 'Address line 1', within: 'address line 1' },
  { column: 'email_ok', words: 'E-mail allowed', within: 'e-mail allowed' },
  { column: 'zip', words: 'ZIP', within: 'ZIP' },
  { column: 'external_id', words: 'External ID', within: 'external ID' },
])('$column is called $words', ({ column, words, within }) => {
  expect(columnWords(column)).toBe(words);
  expect(inSentence(column)).toBe(within);
});

test('no two columns of one kind are called the same, and none shows its underscores', () => {
  for (const columns of Object.values(IMPORT_COLUMNS)) {
    const words = columns.map(({ name }) => columnWords(name));
    expect(new Set(words).size).toBe(words.length);
    expect(words.join('')).not.toContain('_');
  }
});

test.each([
  { columns: [], said: '' },
  { columns: ['code'], said: 'code' },
  { columns: ['member_no', 'code'], said: 'member number and code' },
  { columns: ['member_no', 'code', 'amount'], said: 'member number, code and amount' },
])('a list of $columns.length columns', ({ columns, said }) => {
  expect(listed(columns)).toBe(said);
});

test('how the file is written', () => {
  expect(formWords('Windows-1252', ';')).toBe('Windows-1252 text, separated by semicolons');
});

test('what is none is left out of the counts', () => {
  const report = { rows: 5_000, rejected: [], rejectedCount: 0, applied: true, refusal: null, notices: [] };
  expect(countWords({ ...report, added: 4_790, updated: 0, unchanged: 210 }, false)).toBe(
    '4,790 new, 210 already there',
  );
  expect(countWords({ ...report, added: 0, updated: 1, unchanged: 0 }, true)).toBe('1 changed');
});

test('rows are counted', () => {
  expect(rowsWords(1)).toBe('1 row');
  expect(rowsWords(4_812)).toBe('4,812 rows');
});
