import type { ActivityCategory, ActivitySource } from '../../../shared/domain/codes.ts';
import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type { Policy } from '../../../shared/domain/policy.ts';
import { asClaimed } from './as-claimed.ts';
import { byFeed } from './by-feed.ts';
import { byHours } from './by-hours.ts';
import { retakenExam } from './retaken-exam.ts';
import type { Step } from './step.ts';

/** What of an activity decides how many points it is granted, before the cap of any cycle. */
export interface Claim {
  readonly category: ActivityCategory;
  readonly title: string;
  /** The day it was completed, or the employment began: the office's values of that day hold. */
  readonly day: CalendarDate;
  /** Hours or credits; null where they are not known. */
  readonly hours: number | null;
  /** Points claimed; null = whatever the hours give. */
  readonly claimed: number | null;
  readonly source: ActivitySource;
}

export interface Granted {
  /** At most two decimals. */
  readonly points: number;
  readonly steps: readonly Step[];
}

/**
 * The points granted for a claim, rule by rule: nothing for a retaken examination; what AMT gave for its own online activity; else
 * what the hours give, and never more than is claimed.
 */
export function pointsGranted(claim: Claim, policy: Policy): Granted {
  const exam = retakenExam(claim);
  if (exam !== null) return { points: 0, steps: [exam] };
  const fed = byFeed(claim);
  if (fed !== null) return { points: fed.points, steps: [fed] };
  const hours = byHours(claim, policy);
  const claimed = asClaimed(claim, hours);
  const steps = [hours, claimed].filter((step) => step !== null);
  return { points: steps.at(-1)?.points ?? 0, steps };
}
