import { describe, expect, test } from 'vitest';
import { ceDiscount } from '../../../electron/rules/ce/discount.ts';
import { priceOn, stateOn } from '../../../electron/rules/ce/price-on.ts';
import type { StandingStatus } from '../../../shared/domain/standing.ts';

describe('SC-CE-1: who gets discounted CE', () => {
  test.each<readonly [string, readonly StandingStatus[], boolean, boolean, string]>([
    ['active', ['active'], false, true, 'SC-CE-1'],
    ['due, not late yet', ['due'], false, true, 'SC-CE-1'],
    ['past due: the fee includes the benefits', ['past-due'], false, false, 'SC-FEE-1'],
    ['lapsed', ['lapsed'], false, false, 'SC-FEE-1'],
    ['one active of several', ['lapsed', 'past-due', 'active'], false, true, 'SC-CE-1'],
    ['one due of several', ['lapsed', 'due'], false, true, 'SC-CE-1'],
    ['past due and lapsed', ['lapsed', 'past-due'], false, false, 'SC-FEE-1'],
    ['no certification held yet', [], false, false, 'SC-CE-1'],
    ['died', ['active'], true, false, 'SC-CE-1'],
  ])('%s', (_, statuses, deceased, discounted, citation) => {
    const held = statuses.map((status, at) => ({
      code: at === 0 ? ('RMA' as const) : ('MT' as const),
      status,
    }));
    expect(ceDiscount(held, deceased)).toMatchObject({ discounted, citation });
  });
});

test.each([
  ['before the first', '2024-12-31', 1],
  ['on the first day', '2025-01-01', 1],
  ['between', '2025-12-31', 1],
  ['from the next on', '2026-01-01', 3],
  ['entered last of one day', '2026-06-01', 3],
  ['a later one entered earlier', '2027-01-01', 4],
] as const)('the price %s', (_, on, expected) => {
  const prices = [
    { from: '2025-01-01', price: 1 },
    { from: '2026-01-01', price: 2 },
    { from: '2027-01-01', price: 4 },
    { from: '2026-01-01', price: 3 },
  ] as const;
  expect(priceOn<{ from: string; price: number }>([...prices], on).price).toBe(expected);
});

test.each([
  ['2026-01-01', 'open'],
  ['2025-12-31', 'upcoming'],
  ['2026-06-30', 'open'],
  ['2026-07-01', 'ended'],
] as const)('on %s an offering of January to June is %s', (on, state) => {
  expect(stateOn('2026-01-01', '2026-06-30', on)).toBe(state);
});
