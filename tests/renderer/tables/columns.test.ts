import { describe, expect, it } from 'vitest';
import {
  CHECK_WIDTH,
  gridTemplate,
  leastWidth,
  nextSort,
  readRemembered,
  visibility,
} from '../../../renderer/tables/columns.ts';

const columns = [
  { id: 'name', header: 'Name', width: 180, grow: 3, always: true, cell: () => '' },
  { id: 'state', header: 'State', width: 64, grow: 0, cell: () => '' },
  { id: 'zip', header: 'ZIP', width: 96, grow: 0, offAtFirst: true, cell: () => '' },
];

describe('columns', () => {
  it('share what room is left among those that grow', () => {
    expect(gridTemplate(columns, false)).toBe('minmax(180px, 3fr) 64px 96px');
    expect(gridTemplate(columns, true)).toBe(`${CHECK_WIDTH}px minmax(180px, 3fr) 64px 96px`);
  });

  it('need at least their widths together', () => {
    expect(leastWidth(columns, false)).toBe(180 + 64 + 96);
    expect(leastWidth(columns, true)).toBe(CHECK_WIDTH + 180 + 64 + 96);
  });

  it.each([
    ['nothing remembered', null, { name: true, state: true, zip: false }],
    ['one taken off', { state: false }, { name: true, state: false, zip: false }],
    ['one put on', { zip: true }, { name: true, state: true, zip: true }],
    ['one that cannot be off', { name: false }, { name: true, state: true, zip: false }],
    ['one that is no longer there', { fax: true }, { name: true, state: true, zip: false }],
  ])('are on or off: %s', (_, remembered, expected) => {
    expect(visibility(columns, remembered)).toEqual(expected);
  });
});

it.each([
  ['name', false, 'name', { by: 'name', descending: true }],
  ['name', true, 'name', { by: 'name', descending: false }],
  ['name', true, 'zip', { by: 'zip', descending: false }],
])('sorted by %s (descending %s), a press on %s sorts by %j', (by, descending, pressed, sort) => {
  expect(nextSort({ by, descending }, pressed)).toEqual(sort);
});

it.each([
  [null, null],
  ['', null],
  ['{', null],
  ['7', null],
  ['null', null],
  ['{"zip":true,"state":"no"}', { zip: true }],
])('of the remembered text %j, %j is used', (text, remembered) => {
  expect(readRemembered(text)).toEqual(remembered);
});
