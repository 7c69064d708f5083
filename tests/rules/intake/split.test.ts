import { expect, test } from 'vitest';
import { type PageMark, splitPages } from '../../../electron/rules/intake/split.ts';

/** One letter a page: A and B covers, s a notice, t torn, - none, _ empty. */
const MARKS: Readonly<Record<string, PageMark>> = {
  A: { kind: 'cover', audit: 1, activity: null },
  a: { kind: 'cover', audit: 1, activity: 7 },
  B: { kind: 'cover', audit: 2, activity: null },
  s: { kind: 'sheet', run: '2026-12-A', sheet: 3 },
  t: { kind: 'unclear', why: 'torn' },
  '-': { kind: 'none' },
  _: { kind: 'blank' },
};

function split(pages: string): string {
  const marks = [...pages].map((page) => MARKS[page] ?? { kind: 'none' as const });
  return splitPages(marks)
    .map(({ mark, firstPage, lastPage }) => {
      const of = mark.kind === 'cover' ? `audit ${mark.audit}` : mark.kind;
      return `${pages.slice(firstPage - 1, lastPage)} ${of}`;
    })
    .join(', ');
}

test.each([
  ['A--B-', 'A-- audit 1, B- audit 2', 'each cover with what lies behind it'],
  ['A-a-', 'A- audit 1, a- audit 1', 'an activity of the same case is a part of its own'],
  ['--A-', '-- none, A- audit 1', 'what lies before the first code names nobody'],
  ['A-t--B-', 'A- audit 1, t-- unclear, B- audit 2', 'what lies behind a torn code waits with it'],
  ['tt', 't unclear, t unclear', 'two torn codes may be of two members'],
  ['A-s-', 'A- audit 1, s sheet, - none', 'a notice says nothing of what lies behind it'],
  ['A-_', 'A-_ audit 1', 'an empty page at the end'],
  ['A-_B', 'A-_ audit 1, B audit 2', 'an empty page before a code'],
  ['A_---', 'A_ audit 1, --- unclear', 'an empty page among fronts may be a cover that lay face down'],
  ['A-_-B--', 'A-_ audit 1, - unclear, B-- audit 2', 'and only up to the next code'],
  ['A_--', 'A_ audit 1, -- unclear', 'half of two sheets is not more than half: it may be fronts'],
  ['A_-_', 'A_-_ audit 1', 'each sheet has an empty back: both sides were scanned'],
  ['A_-_--', 'A_-_-- audit 1', 'a printed back among empty ones'],
  ['A_-_-BB_', 'A_-_ audit 1, - unclear, BB_ audit 2', 'a code on the back: the front may be of either'],
  ['A_-_-s', 'A_-_ audit 1, - unclear, s sheet', 'the same with a notice'],
  ['A_-__B', 'A_-__ audit 1, B audit 2', 'a cover fed the wrong way round, with both sides scanned'],
  ['_--', '_-- none', 'nothing is certain without a code'],
])('%s → %s: %s', (pages, parts) => {
  expect(split(pages)).toBe(parts);
});
