import type { AuditFact } from '../../shared/domain/facts.ts';
import { beforeRecertification, type CertificationCase } from './certification-case.ts';
import type { Cycle } from './cycle.ts';

// SC-DOC-1: "AMT does not accept documents for review and entry unless selected for the Annual CCP Audit or
// Recertification purposes." PB-AUD-2: the selected members are asked for proof of the points of the prior cycle.
// The audit's outcome decides a cycle, not its single findings. An audit is dated by its closing (policy.md C7), an open
// one by its selection; what is dated before a recertification no longer counts.

export function auditsOf(c: CertificationCase): readonly AuditFact[] {
  const { audits, certification } = c.facts;
  if (audits.length === 0 || certification.recertifiedOn === null) return audits;
  return audits.filter((audit) => !beforeRecertification(c.facts, audit.closedOn ?? audit.selectedOn));
}

/** Whether the cycle is or was audited. */
export function isAudited(cycle: Cycle, c: CertificationCase): boolean {
  return c.facts.audits.length > 0 && auditsOf(c).some((audit) => audit.cycleStart === cycle.start);
}

/** Whether an audit of the cycle found it compliant. */
export function isAuditedCompliant(cycle: Cycle, c: CertificationCase): boolean {
  if (c.facts.audits.length === 0) return false;
  return auditsOf(c).some((audit) => audit.cycleStart === cycle.start && audit.outcome === 'compliant');
}
