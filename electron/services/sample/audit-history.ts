import { anchorOf, cycleDates, PUBLISHED_CYCLE_YEARS } from '../../../shared/domain/certification-years.ts';
import type { AuditFact } from '../../../shared/domain/facts.ts';
import { addDays, addYears, calendarDate, yearOf } from '../../../shared/util/dates.ts';
import type { Chance } from './chance.ts';
import type { CertificationCourse, Known } from './course.ts';

/** Day and month on which an audit's members are selected: around mid-January (PB-AUD-2). */
const SELECTED = { month: 1, day: 15 } as const;

/** The audits of a certification's course that have begun. */
export function auditHistory(
  course: CertificationCourse,
  { asOf }: Known,
  chance: Chance,
): readonly AuditFact[] {
  const audits: AuditFact[] = [];
  for (const { cycle, outcome } of course.audits) {
    const { start, end } = cycleDates(anchorOf(course), cycle, PUBLISHED_CYCLE_YEARS);
    // The cycle rolls on the day after its end; the audit selects in the year after that.
    const rolledIn = yearOf(addDays(end, 1));
    const selectedOn = calendarDate(rolledIn + 1, SELECTED.month, SELECTED.day);
    if (selectedOn > asOf) continue;
    const closed = addDays(selectedOn, chance.whole(12, 110));
    const closedOn = outcome === null ? null : closed < asOf ? closed : asOf;
    audits.push({ cycleStart: start, selectedOn, closedOn, outcome });
  }
  return audits;
}

/** The latest cycle whose audit has begun by a date, or null. */
export function lastAuditable(anchor: string, endedCycles: number, asOf: string): number | null {
  for (let cycle = endedCycles - 1; cycle >= 0; cycle--) {
    const next = addYears(anchor, (cycle + 1) * PUBLISHED_CYCLE_YEARS);
    if (calendarDate(yearOf(next) + 1, SELECTED.month, SELECTED.day) <= asOf) return cycle;
  }
  return null;
}
