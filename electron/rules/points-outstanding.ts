import { daysBetween } from '../../shared/util/dates.ts';
import type { CertificationCase } from './certification-case.ts';
import type { OpenCycle } from './open-cycle.ts';

// PB-CCP-4: "Members short of points get a CCP compliance notice several times before the cycle's end, naming how many
// points are outstanding and asking them to attest." We read: in the last 365 days of the cycle, its end included.

export function arePointsOutstanding(c: CertificationCase, cycle: OpenCycle): boolean {
  if (cycle.outstanding === 0 || cycle.ended) return false;
  return daysBetween(c.asOf, cycle.end) < c.policy.value('points-attention-days', cycle.end).value;
}
