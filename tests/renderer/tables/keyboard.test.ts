import { describe, expect, it } from 'vitest';
import { tableMove } from '../../../renderer/tables/keyboard.ts';

describe('what a key does in a table of 100 rows, ten in sight', () => {
  it.each([
    ['ArrowDown', -1, 0],
    ['ArrowDown', 4, 5],
    ['ArrowDown', 99, 99],
    ['ArrowUp', 4, 3],
    ['ArrowUp', 0, 0],
    ['ArrowUp', -1, 0],
    ['PageDown', 0, 9],
    ['PageDown', 95, 99],
    ['PageUp', 20, 11],
    ['PageUp', 3, 0],
    ['Home', 50, 0],
    ['End', 50, 99],
  ])('%s on row %i goes to row %i', (key, active, row) => {
    const at = { active, total: 100, rowsInSight: 10 };
    expect(tableMove(key, false, at)).toEqual({ kind: 'to', row, extend: false });
    expect(tableMove(key, true, at)).toEqual({ kind: 'to', row, extend: true });
  });

  it.each([
    ['Enter', 3, 100, { kind: 'open' }],
    ['Enter', -1, 100, null],
    [' ', 3, 100, { kind: 'pick' }],
    [' ', -1, 100, null],
    ['Escape', 3, 100, { kind: 'clear' }],
    ['Escape', -1, 0, { kind: 'clear' }],
    ['ArrowDown', -1, 0, null],
    ['End', -1, 0, null],
    ['a', 3, 100, null],
  ])('%s on row %i of %i: %j', (key, active, total, move) => {
    expect(tableMove(key, false, { active, total, rowsInSight: 10 })).toEqual(move);
  });

  it('moves by at least a row where hardly one is in sight', () => {
    expect(tableMove('PageDown', false, { active: 5, total: 100, rowsInSight: 0 })).toEqual({
      kind: 'to',
      row: 6,
      extend: false,
    });
  });
});
