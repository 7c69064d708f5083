import type { CalendarDate } from '../../../shared/domain/facts.ts';

// SC-CCP-4: "All CE points claimed MUST have been earned in the CCP cycle being reported." What lies ahead is not earned yet.

/** Whether an activity would be entered before its day has come. An employment that goes on has begun at least. */
export function notYetEarned(
  activity: {
    readonly completedOn: CalendarDate | null;
    readonly employedFrom: CalendarDate | null;
    readonly employedTo: CalendarDate | null;
  },
  today: CalendarDate,
): 'completedOn' | 'employedFrom' | 'employedTo' | null {
  for (const field of ['completedOn', 'employedFrom', 'employedTo'] as const) {
    const day = activity[field];
    if (day !== null && day > today) return field;
  }
  return null;
}
