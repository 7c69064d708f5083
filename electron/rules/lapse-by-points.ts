import type { CalendarDate } from '../../shared/domain/facts.ts';
import { daysBetween } from '../../shared/util/dates.ts';
import type { CertificationCase } from './certification-case.ts';
import type { OpenCycle } from './open-cycle.ts';

// SC-LAPSE-1: "You must recertify if you certified after January 1, 2006, and you failed to document CCP points ..."
// policy.md C6: a cycle is itself three years, so one that has ended without the points recorded or attested is the
// failure; the office may set a grace period in days in which recording cures it.

/** The cycle's end that the lapse counts from, or null. */
export function lapseByPoints(c: CertificationCase, cycle: OpenCycle): CalendarDate | null {
  if (!cycle.ended || cycle.met) return null;
  const graceDays = c.policy.value('points-grace-days', cycle.end).value;
  return daysBetween(cycle.end, c.asOf) > graceDays ? cycle.end : null;
}
