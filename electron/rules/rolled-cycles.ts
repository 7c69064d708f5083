import type { CalendarDate } from '../../shared/domain/facts.ts';
import { cycleAt } from './cycle.ts';
import type { Decision } from './decision.ts';
import { requirementOf } from './requirement.ts';

/** A cycle that has rolled, with what decided it. Dates inclusive; points. */
export interface RolledCycle {
  readonly start: CalendarDate;
  readonly end: CalendarDate;
  readonly required: number;
  readonly counted: number;
  readonly attested: boolean;
}

/**
 * SC-CCP-7: the cycles before the open one, oldest first.
 * @param recorded starts of those already recorded, which are left out
 */
export function rolledCycles(
  { case: c, cycle: open }: Decision,
  recorded: ReadonlySet<CalendarDate> = NONE,
): readonly RolledCycle[] {
  const rolled: RolledCycle[] = [];
  for (let index = 0; index < open.index; index++) {
    const cycle = cycleAt(c, index);
    if (recorded.has(cycle.start)) continue;
    const { required, counted, attested } = requirementOf(cycle, c);
    rolled.push({ start: cycle.start, end: cycle.end, required, counted, attested });
  }
  return rolled;
}

const NONE: ReadonlySet<CalendarDate> = new Set();
