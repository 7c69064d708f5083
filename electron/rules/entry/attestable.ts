import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type { Cycle } from '../cycle.ts';
import type { Decision } from '../decision.ts';

// PB-CCP-3: "Two ways to comply: record the activities, or attest to having reached the required points by the end of the cycle (CCP
// attestation). Attested points are what an audit later checks."
// PB-CCP-1: for those who are not bound CCP is voluntary, so there is nothing to attest.

export type NotAttestable = 'not-bound' | 'before-cycle' | 'after-cycle' | 'already-attested' | 'rolled';

/** Why a cycle cannot be attested by a slip signed on a day; null where it can. */
export function notAttestable(
  cycle: Cycle,
  attestedOn: CalendarDate,
  { case: c, cycle: open }: Decision,
): NotAttestable | null {
  if (!c.bound) return 'not-bound';
  if (c.facts.attestations.some(({ cycleStart }) => cycleStart === cycle.start)) return 'already-attested';
  if (cycle.index < open.index) return 'rolled';
  if (attestedOn < cycle.start) return 'before-cycle';
  return attestedOn > cycle.end ? 'after-cycle' : null;
}
