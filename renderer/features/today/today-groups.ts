import type { TodayItem } from '../../../shared/domain/office.ts';

type Group = 'now' | 'watch';

/** What waits for someone at the desk, and what is merely to be watched. */
const GROUPS: Readonly<Record<TodayItem['id'], Group>> = {
  'no-members': 'now',
  'no-profile': 'now',
  'standing-stale': 'now',
  'renewals-to-prepare': 'now',
  'renewals-to-print': 'now',
  'renewals-to-mail': 'now',
  'held-notices': 'now',
  'addresses-to-find': 'watch',
  'policy-unconfirmed': 'now',
  due: 'watch',
  'past-due': 'watch',
  'points-outstanding': 'watch',
  'roll-blocked': 'watch',
  'audit-open': 'watch',
  lapsed: 'watch',
  'over-cap': 'watch',
  duplicates: 'watch',
  unsupported: 'now',
  'in-grace': 'watch',
};

/** Items that are there or not: their count says nothing. */
const WITHOUT_COUNT: ReadonlySet<TodayItem['id']> = new Set(['no-members', 'no-profile', 'standing-stale']);

export function inGroup(items: readonly TodayItem[], group: Group): readonly TodayItem[] {
  return items.filter((item) => item.count > 0 && GROUPS[item.id] === group);
}

/** The number before the item's sentence; null where the sentence stands alone. */
export function countOf(item: TodayItem): number | null {
  return WITHOUT_COUNT.has(item.id) ? null : item.count;
}
