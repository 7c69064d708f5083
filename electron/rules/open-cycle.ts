import type { CertificationCase } from './certification-case.ts';
import { type Cycle, cycleAt } from './cycle.ts';
import type { FeeYears } from './fee-years.ts';
import { type Requirement, requirementOf } from './requirement.ts';

// SC-CCP-7: "You'll automatically roll into your next CCP cycle when points are recorded online and your annual fees
// are paid." policy.md C5: the roll happens at the cycle's end; one missing condition leaves the cycle open.

/** The earliest cycle that has not rolled. */
export interface OpenCycle extends Cycle, Requirement {
  readonly ended: boolean;
  readonly outstanding: number;
}

export function openCycle(c: CertificationCase, fees: FeeYears): OpenCycle {
  for (let index = 0; ; index++) {
    const mayRoll = endedAndPaid(index, c, fees);
    // Those who are not bound roll on their fees alone, whatever is recorded.
    if (mayRoll && !c.bound) continue;
    const cycle = cycleAt(c, index);
    const requirement = requirementOf(cycle, c);
    if (!mayRoll || !requirement.met) return asOpen(cycle, requirement, c);
  }
}

function asOpen(cycle: Cycle, requirement: Requirement, c: CertificationCase): OpenCycle {
  const { index, start, end, startKey, endKey } = cycle;
  const { counted, claimed, required, attested, met } = requirement;
  const outstanding = attested ? 0 : Math.max(0, Math.round((required - counted) * 100) / 100);
  const ended = c.asOfKey > endKey;
  return {
    index,
    start,
    end,
    startKey,
    endKey,
    counted,
    claimed,
    required,
    attested,
    met,
    ended,
    outstanding,
  };
}

/** No fee due by the cycle's end is unpaid: the fee of the anniversary on which the next cycle starts falls due after it. */
function endedAndPaid(index: number, c: CertificationCase, fees: FeeYears): boolean {
  const nextCycleYear = (index + 1) * c.cycleYears;
  return c.completedYears >= nextCycleYear && fees.firstUnpaid >= nextCycleYear;
}
