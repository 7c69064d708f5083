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

/** SC-CCP-7: the cycles before the open one, oldest first. */
export function rolledCycles({ case: c, cycle: open }: Decision): readonly RolledCycle[] {
  const rolled: RolledCycle[] = [];
  for (let index = 0; index < open.index; index++) {
    const cycle = cycleAt(c, index);
    const { required, counted, attested } = requirementOf(cycle, c);
    rolled.push({ start: cycle.start, end: cycle.end, required, counted, attested });
  }
  return rolled;
}
