import type { CalendarDate } from '../../../shared/domain/facts.ts';
import { addDays, yearOf } from '../../../shared/util/dates.ts';
import type { Decision } from '../decision.ts';
import { type RolledCycle, rolledCycles } from '../rolled-cycles.ts';

// PB-AUD-1: "at the beginning of the year the body reports all members marked compliant who moved to their next 3-year cycle during
// the previous calendar year".

/** The cycle out of which a certification moved, and the start of the one before it. */
export interface MovedOn {
  readonly cycle: RolledCycle;
  readonly cycleBefore: CalendarDate | null;
  readonly how: 'recorded' | 'attested';
}

/**
 * The cycle that a certification bound by CCP left in a year, or null: the one whose next cycle began in it.
 * @param late starts of cycles that ended before, but whose roll came only in that year, after their own year's draw
 */
export function movedOnIn(
  decision: Decision,
  year: number,
  late: ReadonlySet<CalendarDate> = NONE,
): MovedOn | null {
  if (!decision.case.bound) return null;
  const rolled = rolledCycles(decision);
  const index = rolled.findLastIndex(({ start, end }) => yearOf(addDays(end, 1)) === year || late.has(start));
  const cycle = rolled[index];
  if (cycle === undefined) return null;
  return {
    cycle,
    cycleBefore: rolled[index - 1]?.start ?? null,
    how: cycle.counted < cycle.required ? 'attested' : 'recorded',
  };
}

const NONE: ReadonlySet<CalendarDate> = new Set();
