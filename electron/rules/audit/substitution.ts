import type { CalendarDate } from '../../../shared/domain/facts.ts';
import { displayDate } from '../../../shared/util/dates.ts';

// SC-CCP-4: "All CE points claimed MUST have been earned in the CCP cycle being reported."
// SC-CCP-5: "CE points cannot be claimed if completed before the cycle start date and CANNOT be rolled into the new cycle."

/** Why an activity of those days cannot stand in the place of another in the audit of a cycle; null where it can. Dates inclusive. */
export function substitutionRefused(
  activity: { readonly from: CalendarDate; readonly to: CalendarDate | null },
  cycle: { readonly start: CalendarDate; readonly end: CalendarDate },
): { readonly citation: 'SC-CCP-4' | 'SC-CCP-5'; readonly why: string } | null {
  if (activity.to !== null && activity.to < cycle.start)
    return {
      citation: 'SC-CCP-5',
      why: `it ended on ${displayDate(activity.to)}, before the cycle began on ${displayDate(cycle.start)}`,
    };
  if (activity.from > cycle.end)
    return {
      citation: 'SC-CCP-4',
      why: `it is of ${displayDate(activity.from)}, after the cycle ended on ${displayDate(cycle.end)}`,
    };
  return null;
}
