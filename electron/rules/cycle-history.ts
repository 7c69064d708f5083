import { cycleAt } from './cycle.ts';
import type { Decision } from './decision.ts';
import { requirementOf } from './requirement.ts';
import { type RolledCycle, rolledCycles } from './rolled-cycles.ts';

/** A cycle with how it stands: rolled, the open one, or begun but waiting for the open one to roll. */
export interface CycleState extends RolledCycle {
  readonly state: 'rolled' | 'open' | 'waiting';
}

/** Every cycle that has begun, oldest first, for drawing them side by side (policy.md C3, C5). */
export function cycleHistory(decision: Decision): readonly CycleState[] {
  const { case: c, cycle: open } = decision;
  const states: CycleState[] = rolledCycles(decision).map((cycle) => ({ ...cycle, state: 'rolled' }));
  for (let index = open.index; ; index++) {
    const cycle = cycleAt(c, index);
    if (index > open.index && cycle.start > c.asOf) return states;
    const { required, counted, attested } = requirementOf(cycle, c);
    states.push({
      start: cycle.start,
      end: cycle.end,
      required,
      counted,
      attested,
      state: index === open.index ? 'open' : 'waiting',
    });
  }
}
