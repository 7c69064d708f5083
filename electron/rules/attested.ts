import type { CertificationCase } from './certification-case.ts';
import { beforeRecertification } from './certification-case.ts';
import type { Cycle } from './cycle.ts';

// PB-CCP-3: "Two ways to comply: record the activities, or attest to having reached the required points by the end of
// the cycle (CCP attestation). Attested points are what an audit later checks."

/** Whether the cycle was attested on or before its last day. */
export function isAttested(cycle: Cycle, c: CertificationCase): boolean {
  for (const { cycleStart, attestedOn } of c.facts.attestations) {
    if (cycleStart !== cycle.start || attestedOn > cycle.end) continue;
    if (!beforeRecertification(c.facts, attestedOn)) return true;
  }
  return false;
}
