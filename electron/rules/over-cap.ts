import { ACTIVITY_CATEGORIES, type ActivityCategory } from '../../shared/domain/codes.ts';
import { countedActivities } from './cycle-decision.ts';
import type { Decision } from './decision.ts';

// PB-CCP-5: the categories of activities. No figure is published for how much of a cycle one of them may fill; the office's caps
// (policy.md B, *office*) put a cycle on the worklist, they take no points away.

/** A category that fills more of a cycle than the office's cap. Points. */
export interface OverCap {
  readonly category: ActivityCategory;
  readonly points: number;
  readonly cap: number;
  readonly confirmed: boolean;
}

/** The categories above their cap in the open cycle, as in force when it began; none where the points are voluntary. */
export function overCap({ case: c, cycle }: Decision): readonly OverCap[] {
  if (!c.bound || c.facts.activities.length === 0) return NONE;
  const hundredths = new Map<ActivityCategory, number>();
  const categories = new Map(c.facts.activities.map(({ id, category }) => [Number(id), category]));
  for (const { activity, points } of countedActivities(cycle, c)) {
    const category = categories.get(activity);
    if (category === undefined) continue;
    hundredths.set(category, (hundredths.get(category) ?? 0) + Math.round(points * 100));
  }
  return ACTIVITY_CATEGORIES.flatMap((category) => {
    const points = (hundredths.get(category) ?? 0) / 100;
    if (points === 0) return NONE;
    const { value: cap, confirmed } = c.policy.value(`points-cap.${category}`, cycle.start);
    return points > cap ? [{ category, points, cap, confirmed }] : NONE;
  });
}

const NONE: readonly OverCap[] = Object.freeze([]);
