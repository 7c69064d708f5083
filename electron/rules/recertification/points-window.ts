import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type { Policy } from '../../../shared/domain/policy.ts';
import { addDays, addYears } from '../../../shared/util/dates.ts';

// SC-CCP-3: "CCP points are due every 3 years by the end of your certification cycle." The application asks for the points of one
// cycle; no published sentence says from when on they may be earned. Office default: in as many years before the application
// was received.

/** The days in which points of an application must have been earned, both inside. */
export function pointsWindow(
  receivedOn: CalendarDate,
  policy: Policy,
): { readonly from: CalendarDate; readonly to: CalendarDate } {
  const years = policy.value('recertification-points-years', receivedOn).value;
  return { from: addDays(addYears(receivedOn, -years), 1), to: receivedOn };
}
