import type { OpenCycle } from './open-cycle.ts';

// SC-CCP-7: "You'll automatically roll into your next CCP cycle when points are recorded online and your annual fees
// are paid." policy.md C5: one missing condition leaves the cycle open and puts it on the worklist.

/** The points are there, so that it is a fee that keeps an ended cycle open. */
export function isRollBlocked(cycle: OpenCycle): boolean {
  return cycle.ended && cycle.met;
}
