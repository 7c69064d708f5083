import type { CalendarDate, EmploymentActivityFact } from '../../shared/domain/facts.ts';
import { epochDay } from '../../shared/util/dates.ts';
import type { CertificationCase } from './certification-case.ts';
import type { Cycle } from './cycle.ts';

// SC-CCP-2: "You will only be able to claim CCP points for employment that occurred between the start of your 3-year
// CCP cycle through 12/31/2020 (years 2018 through 2020)."
// policy.md C4: the part of the employment that lies in the cycle and on or before 2020-12-31 counts. Its points are for
// the whole employment, up to `asOf` where that goes on, in proportion to days and rounded down to whole points.

/** Days of an employment that count for a cycle. */
export function employmentDays(job: EmploymentActivityFact, cycle: Cycle, c: CertificationCase): number {
  const lastDay = c.policy.date('employment-last-day', cycle.start).value;
  return daysFrom(
    later(job.employedFrom, cycle.start),
    earlier(earlier(lastDayWorked(job, c), cycle.end), lastDay),
  );
}

export function employmentPoints(job: EmploymentActivityFact, cycle: Cycle, c: CertificationCase): number {
  const days = employmentDays(job, cycle, c);
  if (days === 0) return 0;
  // In hundredths of a point, so that the product stays whole and the division alone rounds.
  const hundredths = Math.round(job.points * 100) * days;
  return Math.floor(hundredths / (100 * daysFrom(job.employedFrom, lastDayWorked(job, c))));
}

function lastDayWorked(job: EmploymentActivityFact, c: CertificationCase): CalendarDate {
  return job.employedTo === null ? c.asOf : earlier(job.employedTo, c.asOf);
}

/** Days from one date to another, both included; 0 where there are none. */
function daysFrom(from: CalendarDate, to: CalendarDate): number {
  return to < from ? 0 : epochDay(to) - epochDay(from) + 1;
}

function earlier(a: CalendarDate, b: CalendarDate): CalendarDate {
  return a < b ? a : b;
}

function later(a: CalendarDate, b: CalendarDate): CalendarDate {
  return a > b ? a : b;
}
