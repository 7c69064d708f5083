import type { MemberActivity } from '../../../shared/domain/points.ts';
import { whenWords } from './words.ts';

/** Two activities that may be one, as they were recorded. */
export type Doubtful = readonly [MemberActivity, MemberActivity];

/** The two activities of a row `m17:204-391`; null where one of them has been countered meanwhile. */
export function doubtfulPair(item: string, activities: readonly MemberActivity[]): Doubtful | null {
  const named = /^m\d+:(\d+)-(\d+)$/.exec(item);
  const [first, second] = [named?.[1], named?.[2]].map((id) =>
    activities.find(({ activity, counter }) => String(activity) === id && counter === null),
  );
  return first === undefined || second === undefined ? null : [first, second];
}

/** Why the other one goes, as it is proposed. */
export function withdrawnReason(kept: MemberActivity): string {
  return `Recorded twice: “${kept.title}”, ${whenWords(kept)}, stays`;
}
