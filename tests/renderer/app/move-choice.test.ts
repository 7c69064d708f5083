import { expect, it } from 'vitest';
import { moveChoice } from '../../../renderer/app/lookup/move-choice.ts';

it.each([
  ['ArrowDown', 0, 3, 1],
  ['ArrowDown', 2, 3, 0],
  ['ArrowUp', 0, 3, 2],
  ['ArrowUp', 2, 3, 1],
  ['PageDown', 0, 3, 2],
  ['PageUp', 2, 3, 0],
  ['ArrowDown', 0, 0, null],
  ['a', 0, 3, null],
  ['ArrowLeft', 1, 3, null],
])('%s from hit %i of %i leads to %s', (key, chosen, count, next) => {
  expect(moveChoice(key, chosen, count)).toBe(next);
});
