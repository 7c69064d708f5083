import { expect, it } from 'vitest';
import { pagesFor } from '../../../renderer/api/pages.ts';

it.each([
  [0, 0, [0]],
  [0, 99, [0]],
  [0, 100, [0, 1]],
  [99, 100, [0, 1]],
  [100, 199, [1]],
  [250, 460, [2, 3, 4]],
  [99_950, 99_999, [999]],
  [-50, 30, [0]],
  [-50, -1, [0]],
])('rows %i to %i lie on pages %j', (first, last, pages) => {
  expect(pagesFor(first, last, 100)).toEqual(pages);
});
