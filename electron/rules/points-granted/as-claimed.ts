import type { Claim } from './granted.ts';
import { pointsText, type Step } from './step.ts';

// SC-CCP-4: "All CE points claimed MUST have been earned in the CCP cycle being reported." No more is granted than is claimed, and
// no more than was earned, where the hours tell what that is.

/** Points after looking at what is claimed; null where nothing is claimed beside the hours. */
export function asClaimed({ claimed }: Pick<Claim, 'claimed'>, hours: Step | null): Step | null {
  if (claimed === null) return null;
  const earned = hours?.points ?? claimed;
  const points = Math.min(claimed, earned);
  const text =
    claimed > earned
      ? `${pointsText(claimed)} claimed, of which ${pointsText(earned)} were earned.`
      : `${pointsText(claimed)} claimed.`;
  return { rule: 'claimed', points, text, citation: 'SC-CCP-4', value: null };
}
