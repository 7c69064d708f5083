import { describe, expect, it } from 'vitest';
import { changeCount, changeGroups } from '../../../renderer/features/sweep/change-groups.ts';
import { share } from '../../../renderer/features/today/share.ts';
import { countOf, inGroup } from '../../../renderer/features/today/today-groups.ts';
import type { TodayItem } from '../../../shared/domain/office.ts';
import type { SweepChange } from '../../../shared/domain/sweep.ts';

it.each([
  [0, 0, ''],
  [0, 10, '0 %'],
  [1, 1000, 'under 1 %'],
  [73, 100, '73 %'],
  [3, 3, '100 %'],
])('%i of %i are said %j', (part, whole, words) => {
  expect(share(part, whole)).toBe(words);
});

describe('what waits today', () => {
  const item = (id: TodayItem['id'], count: number): TodayItem => ({ id, count, text: '', link: '/today' });
  const items = [
    item('due', 3),
    item('renewals-to-print', 812),
    item('lapsed', 0),
    item('standing-stale', 1),
  ];

  it('is apart from what is watched; what is not there is left out', () => {
    expect(inGroup(items, 'now').map(({ id }) => id)).toEqual(['renewals-to-print', 'standing-stale']);
    expect(inGroup(items, 'watch').map(({ id }) => id)).toEqual(['due']);
  });

  it.each([
    [item('renewals-to-print', 812), 812],
    [item('standing-stale', 1), null],
    [item('no-members', 1), null],
  ])('%j counts %s', (one, count) => {
    expect(countOf(one)).toBe(count);
  });
});

describe('the changes that a sweep foresees', () => {
  const change = (kind: SweepChange['kind']): SweepChange => ({
    kind,
    memberNo: '1',
    memberName: 'Rosa',
    code: 'RMA',
    text: '',
    citation: 'SC-FEE-2',
  });
  const report = {
    evaluated: 100,
    invoiced: 12_000,
    rolled: 1,
    lapsed: 0,
    byStatus: { active: 100, due: 0, 'past-due': 0, lapsed: 0 },
    changes: [change('invoice'), change('roll'), change('lapse-lifted')],
  };

  it('are counted in full though fewer are listed', () => {
    expect(changeGroups(report).map(({ kind, count, changes }) => [kind, count, changes.length])).toEqual([
      ['invoice', 12_000, 1],
      ['roll', 1, 1],
      ['lapse', 0, 0],
      ['lapse-lifted', 1, 1],
    ]);
    expect(changeCount(report)).toBe(12_000 + 1 + 1);
  });
});
