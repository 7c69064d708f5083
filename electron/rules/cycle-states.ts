import type { CycleStateName } from '../../shared/domain/cycles.ts';
import { type Cycle, cycleAt } from './cycle.ts';
import type { Decision } from './decision.ts';
import { type Requirement, requirementOf } from './requirement.ts';

/** A cycle that has begun, with where it stands. Points. */
export interface StatedCycle extends Cycle, Requirement {
  readonly state: Exclude<CycleStateName, 'unsupported' | 'reopened'>;
  readonly outstanding: number;
}

/**
 * Every cycle that has begun, oldest first, with where it stands: rolled; or open, blocked by a fee (SC-CCP-7), ended short (SC-CCP-3); or
 * waiting for an earlier one (policy.md C5).
 */
export function cycleStates({ case: c, cycle: open }: Decision): readonly StatedCycle[] {
  const states: StatedCycle[] = [];
  for (let index = 0; ; index++) {
    const cycle = cycleAt(c, index);
    if (index > open.index && cycle.startKey > c.asOfKey) return states;
    const requirement = requirementOf(cycle, c);
    const { attested, required, counted } = requirement;
    states.push({
      ...cycle,
      ...requirement,
      outstanding: attested ? 0 : Math.max(0, Math.round((required - counted) * 100) / 100),
      state: index < open.index ? 'rolled' : index > open.index ? 'waiting' : stateOfOpen(open),
    });
  }
}

function stateOfOpen({ ended, met }: Decision['cycle']): 'open' | 'blocked' | 'ended-short' {
  if (!ended) return 'open';
  return met ? 'blocked' : 'ended-short';
}
