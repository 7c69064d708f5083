import type { CalendarDate } from '../../shared/domain/facts.ts';
import type { LapseCause } from '../../shared/domain/standing.ts';
import { addDays, addMonths } from '../../shared/util/dates.ts';
import type { Decision } from './decision.ts';
import { lapseByAudit } from './lapse-by-audit.ts';
import { lapseByFees } from './lapse-by-fees.ts';
import { lapseByPoints } from './lapse-by-points.ts';

/** How a certification came to be lapsed. */
export interface FirstLapse {
  readonly cause: LapseCause;
  /** The first unmet due date that led to it (policy.md C7). */
  readonly since: CalendarDate;
  /** The day on which it lapsed: from it on the certification must recertify. */
  readonly on: CalendarDate;
}

/**
 * policy.md C6: by fees 36 months after the due date, by points the day after the cycle's end and the days of grace, by an audit on
 * the day it closed. The cause that came first of those that hold; on one day audit, points, fees in this order.
 */
export function firstLapse({ case: c, fees, cycle }: Decision): FirstLapse | null {
  const byAudit = lapseByAudit(c);
  const byPoints = lapseByPoints(c, cycle);
  const byFees = lapseByFees(c, fees);
  const causes: FirstLapse[] = [];
  if (byAudit !== null) causes.push({ cause: 'audit', since: byAudit, on: byAudit });
  if (byPoints !== null) {
    const graceDays = c.policy.value('points-grace-days', byPoints).value;
    causes.push({ cause: 'points', since: byPoints, on: addDays(byPoints, graceDays + 1) });
  }
  if (byFees !== null) {
    const months = c.policy.value('lapse-after-months', byFees).value;
    causes.push({ cause: 'fees', since: byFees, on: addMonths(byFees, months) });
  }
  return causes.reduce<FirstLapse | null>(
    (first, next) => (first === null || next.on < first.on ? next : first),
    null,
  );
}
