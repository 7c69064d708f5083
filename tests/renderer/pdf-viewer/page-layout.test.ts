import { expect, test } from 'vitest';
import { fullLength } from '../../../renderer/features/pdf-viewer/content-range.ts';
import {
  fitWidth,
  GAP,
  nextZoom,
  pageInView,
  pixels,
  zoomSteps,
} from '../../../renderer/features/pdf-viewer/page-layout.ts';

/** US Letter, points. */
const WIDTH = 612;
const HEIGHT = 792;

test('at 100 % a page is as large as on paper, at 96 dots an inch', () => {
  expect(pixels(WIDTH, 1)).toBe(8.5 * 96);
  expect(pixels(HEIGHT, 1)).toBe(11 * 96);
});

test.each([
  { pages: 1, largest: 3 },
  { pages: 10_000, largest: 3 },
  { pages: 15_000, largest: 2 },
  { pages: 50_000, largest: 0.5 },
  { pages: 1_000_000, largest: 0.5 },
])('$pages pages are never higher than a browser can scroll: at most $largest', ({ pages, largest }) => {
  expect(zoomSteps(pages, HEIGHT).at(-1)).toBe(largest);
});

test.each([
  { name: 'a wide window', room: 2 * 816 + 2 * GAP, expected: 2 },
  { name: 'exactly a page', room: 816 + 2 * GAP, expected: 1 },
  { name: 'a narrow window', room: 200, expected: 0.5 },
  { name: 'a very wide window', room: 9000, expected: 3 },
])('a page fits $name', ({ room, expected }) => {
  expect(fitWidth(room, WIDTH, zoomSteps(59, HEIGHT))).toBe(expected);
});

test.each([
  { zoom: 1, direction: 1, expected: 1.25 },
  { zoom: 1, direction: -1, expected: 0.75 },
  { zoom: 1.38, direction: 1, expected: 1.5 },
  { zoom: 1.38, direction: -1, expected: 1.25 },
  { zoom: 3, direction: 1, expected: 3 },
  { zoom: 0.5, direction: -1, expected: 0.5 },
] as const)('from $zoom in direction $direction', ({ zoom, direction, expected }) => {
  expect(nextZoom(zoom, direction, zoomSteps(59, HEIGHT))).toBe(expected);
});

const PAGE = 1056;
test.each([
  { name: 'at the top', offset: 0, expected: 0 },
  { name: 'when the second page holds the middle', offset: PAGE + GAP - 300, expected: 1 },
  { name: 'a pixel before that', offset: PAGE + GAP - 301, expected: 0 },
  { name: 'past the end', offset: 1e9, expected: 58 },
])('the page in view $name', ({ offset, expected }) => {
  expect(pageInView(offset, 600, PAGE, 59)).toBe(expected);
});

test('the length of a file as a part of it says it', () => {
  expect(fullLength('bytes 0-65535/1234567')).toBe(1_234_567);
  expect(fullLength('bytes 0-65535/*')).toBeNull();
  expect(fullLength(null)).toBeNull();
});
