import { expect, test } from 'vitest';
import {
  isBack,
  pageOf,
  type SheetPlaces,
  sheetOf,
} from '../../../renderer/features/pdf-viewer/sheet-places.ts';

test.each<readonly [string, SheetPlaces, page: number, sheet: number]>([
  ['a sheet after one with cover sheets', { firstSheet: 1, pages: [3, 2, 1] }, 3, 2],
  ['the same with backs', { firstSheet: 1, backs: true, pages: [3, 2, 1] }, 6, 2],
  ['the same in a list', { firstSheet: 1, list: [1, 3], pages: [3, 2, 1] }, 3, 3],
  ['the same in a range', { firstSheet: 2, pages: [3, 2, 1] }, 2, 3],
  ['a whole run', { firstSheet: 1 }, 16, 17],
  ['some sheets', { firstSheet: 214 }, 3, 217],
  ['the front of a sheet', { firstSheet: 1, backs: true }, 32, 17],
  ['spoiled sheets', { firstSheet: 3, list: [3, 9, 10] }, 1, 9],
  ['spoiled sheets with backs', { firstSheet: 3, list: [3, 9, 10], backs: true }, 4, 10],
])('%s: the page of a sheet and the sheet of a page', (_, places, page, sheet) => {
  expect(sheetOf(places, page)).toBe(sheet);
  expect(pageOf(places, sheet)).toBe(page);
  expect(isBack(places, page)).toBe(false);
});

test('a back belongs to its front, and a sheet that is not there leads to the one before', () => {
  expect(sheetOf({ firstSheet: 1, backs: true }, 33)).toBe(17);
  expect(isBack({ firstSheet: 1, backs: true }, 33)).toBe(true);
  expect(pageOf({ firstSheet: 3, list: [3, 9, 10] }, 5)).toBe(0);
});
