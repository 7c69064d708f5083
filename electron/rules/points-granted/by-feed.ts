import type { Claim } from './granted.ts';
import { pointsText, type Step } from './step.ts';

// SC-CCP-8: "AMT CE points from online activities are automatically recorded."

/** The points that AMT gave for its own online activity, as they are; null for an activity that was recorded otherwise. */
export function byFeed({ source, claimed }: Pick<Claim, 'source' | 'claimed'>): Step | null {
  if (source !== 'amt-online' || claimed === null) return null;
  const text = `AMT gave ${pointsText(claimed)} for its online activity.`;
  return { rule: 'feed', points: claimed, text, citation: 'SC-CCP-8', value: null };
}
