import { isAttested } from './attested.ts';
import { isAudited, isAuditedCompliant } from './audit.ts';
import type { CertificationCase } from './certification-case.ts';
import { POINTS_REQUIRED } from './code-values.ts';
import type { Cycle } from './cycle.ts';
import { type CyclePoints, cyclePoints } from './points.ts';

// SC-CCP-3: "CCP points are due every 3 years by the end of your certification cycle."
// PB-CCP-1: for those who are not bound CCP is voluntary.

/** What a cycle asks for and what it has. */
export interface Requirement extends CyclePoints {
  /** Points, as in force when the cycle began; 0 where not bound. */
  readonly required: number;
  readonly attested: boolean;
  /** Recorded, attested, found compliant by an audit, or not bound. */
  readonly met: boolean;
}

export function requirementOf(cycle: Cycle, c: CertificationCase): Requirement {
  const { counted, claimed } = cyclePoints(cycle, c);
  const attested = isAttested(cycle, c);
  const required = c.bound
    ? c.policy.value(POINTS_REQUIRED[c.facts.certification.code], cycle.start).value
    : 0;
  const met =
    counted >= required ||
    attested ||
    (claimed >= required && isAudited(cycle, c)) ||
    isAuditedCompliant(cycle, c);
  return { counted, claimed, required, attested, met };
}
