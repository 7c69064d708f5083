import type { Policy } from '../../../shared/domain/policy.ts';
import { used } from '../trail/values-used.ts';
import type { Claim } from './granted.ts';
import { pointsText, type Step } from './step.ts';

// PB-CCP-5 names the categories; no sentence says what an hour of each is worth, so the office's own value decides, which the book
// marks as not confirmed until the office has confirmed it.

/** What the hours or credits give, in whole hundredths of a point; null where they are not known. */
export function byHours(
  { category, hours, day }: Pick<Claim, 'category' | 'hours' | 'day'>,
  policy: Policy,
): Step | null {
  if (hours === null) return null;
  const rate = policy.value(`points-per-hour.${category}`, day);
  const points = Math.floor(Math.round(hours * 100) * rate.value) / 100;
  const text = `${hours} ${hours === 1 ? 'hour or credit' : 'hours or credits'} at ${pointsText(rate.value)} each: ${pointsText(points)}.`;
  return { rule: 'hours', points, text, citation: 'PB-CCP-5', value: used(rate, day) };
}
