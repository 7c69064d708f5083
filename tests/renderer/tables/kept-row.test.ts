import { expect, test } from 'vitest';
import { placeNear } from '../../../renderer/tables/kept-row.ts';

const near = (rows: string, id: string, at: number) =>
  placeNear<string>({ row: (index) => rows[index] }, (row) => row, id, at);

test.each<[why: string, rows: string, id: string, at: number, place: number | null]>([
  ['a row above has gone', 'bcd', 'c', 2, 1],
  ['two have come above it', 'xyabc', 'b', 1, 3],
  ['it has left the list: the next one has its place', 'abde', 'c', 2, null],
  ['its page is on its way', '', 'c', 2, null],
])('where a row is now: %s', (_why, rows, id, at, place) => {
  expect(near(rows, id, at)).toBe(place);
});
