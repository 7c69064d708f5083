import type { AuditFact, AuditOutcome } from '../../shared/domain/facts.ts';
import { beforeRecertification, type CertificationCase } from './certification-case.ts';
import type { Cycle } from './cycle.ts';

// SC-DOC-1: "AMT does not accept documents for review and entry unless selected for the Annual CCP Audit or
// Recertification purposes." PB-AUD-2: the selected members are asked for proof of the points of the prior cycle.
// The audit's outcome decides a cycle, not its single findings; it does so from the day the audit closes. An audit is
// dated by its closing (policy.md C7), an open one by its selection, and before a recertification it no longer counts.

export function auditsOf(c: CertificationCase): readonly AuditFact[] {
  const { audits, certification } = c.facts;
  if (audits.length === 0 || certification.recertifiedOn === null) return audits;
  return audits.filter((audit) => !beforeRecertification(c.facts, audit.closedOn ?? audit.selectedOn));
}

/** The audit's outcome as known on `asOf`. */
export function outcomeOf(audit: AuditFact, c: CertificationCase): AuditOutcome | null {
  return audit.closedOn !== null && audit.closedOn <= c.asOf ? audit.outcome : null;
}

/** Whether the cycle is or was audited. */
export function isAudited(cycle: Cycle, c: CertificationCase): boolean {
  return c.facts.audits.length > 0 && auditsOf(c).some((audit) => audit.cycleStart === cycle.start);
}

/** Whether an audit of the cycle found it compliant. */
export function isAuditedCompliant(cycle: Cycle, c: CertificationCase): boolean {
  if (c.facts.audits.length === 0) return false;
  return auditsOf(c).some((audit) => audit.cycleStart === cycle.start && outcomeOf(audit, c) === 'compliant');
}
