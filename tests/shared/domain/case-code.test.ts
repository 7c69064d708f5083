import { expect, test } from 'vitest';
import { caseCodeText, parseCaseCode } from '../../../shared/domain/case-code.ts';
import { parseSheetCode, sheetCodeText } from '../../../shared/domain/sheet-code.ts';

test.each([
  { audit: 1, activity: null },
  { audit: 4711, activity: 92_003 },
  { audit: 9_007_199, activity: 1 },
])('the code of case $audit, activity $activity says what it was made of', (code) => {
  expect(parseCaseCode(caseCodeText(code))).toEqual(code);
});

test('no single changed character passes for another case', () => {
  const text = caseCodeText({ audit: 4711, activity: 12 });
  const wrong = [...text].flatMap((_, at) =>
    [...'0123456789ABCSTVZ.'].map((other) => text.slice(0, at) + other + text.slice(at + 1)),
  );
  for (const one of wrong) if (one !== text) expect(parseCaseCode(one), one).toBeNull();
});

test('a sheet’s code is no case’s, and a case’s no sheet’s', () => {
  expect(parseCaseCode(sheetCodeText({ run: '2026-12-A', sheet: 17, purpose: 'RN' }))).toBeNull();
  expect(parseSheetCode(caseCodeText({ audit: 17, activity: null }))).toBeNull();
});

test.each(['', 'ST1C.0.0.0000', 'ST1C.1.0', 'ST1C.01.0.0000', 'https://example.org'])(
  '"%s" is no code of ours',
  (text) => {
    expect(parseCaseCode(text)).toBeNull();
  },
);
