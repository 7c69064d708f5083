import type { ActivityFact } from '../../../shared/domain/facts.ts';
import type { ExcludedActivity } from '../../../shared/domain/standing.ts';
import type { CertificationCase } from '../certification-case.ts';
import type { Decision } from '../decision.ts';
import { type Exclusion, exclusionOf } from '../exclusion.ts';
import type { OpenCycle } from '../open-cycle.ts';

const CITATION: Readonly<Record<Exclusion, string>> = {
  'before-cycle': 'SC-CCP-5',
  'after-cycle': 'SC-CCP-4',
  'no-criterion': 'SC-CCP-1',
  'employment-too-late': 'SC-CCP-2',
  rejected: 'SC-CCP-1',
};

/** Every activity that does not count for the open cycle and is not part of a rolled one, by id. */
export function excludedActivities({ case: c, cycle }: Decision): readonly ExcludedActivity[] {
  const excluded: ExcludedActivity[] = [];
  for (const activity of c.facts.activities) {
    const exclusion = exclusionOf(activity, cycle, c);
    if (exclusion === null || inRolledCycle(activity, cycle, c)) continue;
    excluded.push({
      id: activity.id,
      citation: CITATION[exclusion],
      why: why(exclusion, activity, cycle, c),
    });
  }
  return excluded.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The cycles before the open one have all rolled, and the first begins at the anchor. */
function inRolledCycle(activity: ActivityFact, cycle: OpenCycle, c: CertificationCase): boolean {
  if (activity.category !== 'employment-verification') {
    return activity.completedOn >= c.anchor && activity.completedOn < cycle.start;
  }
  const { employedFrom, employedTo } = activity;
  return cycle.index > 0 && employedFrom < cycle.start && (employedTo === null || employedTo >= c.anchor);
}

function why(exclusion: Exclusion, activity: ActivityFact, cycle: OpenCycle, c: CertificationCase): string {
  switch (exclusion) {
    case 'before-cycle':
      return `${done(activity)}, before the cycle began on ${cycle.start}`;
    case 'after-cycle':
      return `${done(activity)}, after the cycle ended on ${cycle.end}`;
    case 'no-criterion':
      return 'meets none of the three criteria: job, knowledge, degree';
    case 'employment-too-late': {
      const lastDay = c.policy.date('employment-last-day', cycle.start).value;
      return `${done(activity)}: no day of it lies in the cycle from ${cycle.start}, on or before ${lastDay}`;
    }
    case 'rejected':
      return 'rejected on review';
  }
}

function done(activity: ActivityFact): string {
  if (activity.category !== 'employment-verification') return `completed ${activity.completedOn}`;
  return activity.employedTo === null
    ? `employed since ${activity.employedFrom}`
    : `employed from ${activity.employedFrom} to ${activity.employedTo}`;
}
