import { expect, test } from 'vitest';
import { type ArrangedPart, arrange } from '../../../electron/rules/intake/arrange.ts';
import { stepsBack } from '../../../electron/rules/intake/steps-back.ts';
import { type PageStep, placeBeside, scannedLeaves } from '../../../shared/domain/page-order.ts';

/** `1 2 3 | 4 5`: parts 11 and 12. */
const PARTS: readonly ArrangedPart[] = [
  { part: 11, leaves: scannedLeaves(1, 3) },
  { part: 12, leaves: scannedLeaves(4, 5) },
];

function told(parts: readonly ArrangedPart[] | null): string | null {
  if (parts === null) return null;
  return parts
    .map(
      ({ part, leaves }) =>
        `${part ?? 'new'}: ${leaves.map(({ page, quarters }) => `${page}${'’'.repeat(quarters)}`).join(' ')}`,
    )
    .join(' | ');
}

const CASES: readonly (readonly [string, PageStep, string | null])[] = [
  ['split behind a page', { does: 'split', page: 1 }, '11: 1 | new: 2 3 | 12: 4 5'],
  ['split behind the last of a part changes nothing', { does: 'split', page: 3 }, null],
  ['join with what follows', { does: 'join', page: 2 }, '11: 1 2 3 4 5'],
  ['the last part has nothing to join', { does: 'join', page: 5 }, null],
  ['move within a part', { does: 'move', page: 3, part: 11, place: 0 }, '11: 3 1 2 | 12: 4 5'],
  ['move to where it is', { does: 'move', page: 3, part: 11, place: 2 }, null],
  ['move into another part', { does: 'move', page: 2, part: 12, place: 2 }, '11: 1 3 | 12: 4 5 2'],
  ['move beyond the end', { does: 'move', page: 2, part: 12, place: 3 }, null],
  ['move to a part that is not there', { does: 'move', page: 2, part: 13, place: 0 }, null],
  ['turn right', { does: 'turn', page: 4, clockwise: true }, '11: 1 2 3 | 12: 4’ 5'],
  ['turn left', { does: 'turn', page: 4, clockwise: false }, '11: 1 2 3 | 12: 4’’’ 5'],
  ['take a page out', { does: 'take-out', page: 2 }, '11: 1 3 | new: 2 | 12: 4 5'],
  ['a page that is not there', { does: 'turn', page: 6, clockwise: true }, null],
];

test.each(CASES)('%s', (_name, step, expected) => {
  expect(told(arrange(PARTS, step))).toBe(expected);
});

test('the last page of a part leaves it without any: the part is gone; taking out its only page changes nothing', () => {
  const alone = [...PARTS, { part: 13, leaves: scannedLeaves(6, 6) }];
  expect(arrange(alone, { does: 'take-out', page: 6 })).toBeNull();
  expect(told(arrange(alone, { does: 'move', page: 6, part: 12, place: 0 }))).toBe('11: 1 2 3 | 12: 6 4 5');
});

test('a page that moves by one crosses into the part beside, and stops at the ends of the document', () => {
  const parts = [
    { part: 11, leaves: scannedLeaves(1, 2) },
    { part: 12, leaves: scannedLeaves(3, 4) },
  ];
  const told = (page: number, by: 1 | -1) => {
    const step = placeBeside(parts, page, by);
    return step === null ? null : `${step.part} ${step.place}`;
  };
  expect([told(1, 1), told(2, 1), told(3, -1), told(4, -1), told(1, -1), told(4, 1)]).toEqual([
    '11 1',
    '12 0',
    '11 2',
    '12 0',
    null,
    null,
  ]);
});

test('what is taken back can be done again, until something new is done', () => {
  const split = { id: 1, step: 'split', of: null } as const;
  const turn = { id: 2, step: 'turn', of: null } as const;
  const trail = [
    split,
    turn,
    { id: 3, step: 'undo', of: 2 },
    { id: 4, step: 'undo', of: 1 },
    { id: 5, step: 'redo', of: 1 },
    { id: 6, step: 'join', of: null },
  ] as const;
  const after = (steps: number) => stepsBack(trail.slice(0, steps));
  expect(after(0)).toEqual({ undo: null, redo: null });
  expect(after(2)).toEqual({ undo: 2, redo: null });
  expect(after(3)).toEqual({ undo: 1, redo: 2 });
  expect(after(4)).toEqual({ undo: null, redo: 1 });
  expect(after(5)).toEqual({ undo: 1, redo: 2 });
  expect(after(6)).toEqual({ undo: 6, redo: null });
});
