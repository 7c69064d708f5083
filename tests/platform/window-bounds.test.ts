import { describe, expect, test } from 'vitest';
import { type Bounds, openingBounds, recallPlace } from '../../electron/platform/window-bounds.ts';

const FIRST = { width: 1366, height: 768 };
const LAPTOP: Bounds = { x: 0, y: 0, width: 1920, height: 1040 };
const BESIDE: Bounds = { x: 1920, y: 0, width: 2560, height: 1400 };

describe('where the window opens', () => {
  test.each<readonly [name: string, left: Bounds | null, screens: readonly Bounds[], at: Partial<Bounds>]>([
    ['first start', null, [LAPTOP], FIRST],
    [
      'where it was left',
      { x: 50, y: 40, width: 1200, height: 800 },
      [LAPTOP],
      { x: 50, y: 40, width: 1200, height: 800 },
    ],
    [
      'on the second screen',
      { x: 2500, y: 100, width: 1300, height: 900 },
      [LAPTOP, BESIDE],
      { x: 2500, y: 100, width: 1300, height: 900 },
    ],
    ['the second screen is gone', { x: 2500, y: 100, width: 1300, height: 900 }, [LAPTOP], FIRST],
    ['title bar above the screen', { x: 0, y: -500, width: 1300, height: 900 }, [LAPTOP], FIRST],
    ['title bar below the screen', { x: 0, y: 1020, width: 1300, height: 900 }, [LAPTOP], FIRST],
    [
      'smaller than it may be',
      { x: 0, y: 0, width: 300, height: 200 },
      [LAPTOP],
      { x: 0, y: 0, width: 1100, height: 700 },
    ],
  ])('%s', (_name, left, screens, at) => {
    expect(openingBounds(left, screens)).toEqual(at);
  });
});

test.each<readonly [read: unknown, bounds: Bounds | null]>([
  [undefined, null],
  ['text', null],
  [{ bounds: { x: 1, y: 2, width: 3 } }, null],
  [{ bounds: { x: 1, y: 2, width: 3, height: 'tall' } }, null],
  [{ bounds: { x: 1, y: 2, width: 3, height: 4, more: 5 } }, { x: 1, y: 2, width: 3, height: 4 }],
])('recalls %j', (read, bounds) => {
  expect(recallPlace(read)).toEqual({ bounds, maximized: false });
});
