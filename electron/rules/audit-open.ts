import { auditsOf } from './audit.ts';
import type { CertificationCase } from './certification-case.ts';

// PB-AUD-2: "Around mid-January the selected members get an audit notice by USPS mail and by email asking for proof of
// the points of the prior cycle." Until it has an outcome the audit is open.

export function isAuditOpen(c: CertificationCase): boolean {
  return c.facts.audits.length > 0 && auditsOf(c).some((audit) => audit.outcome === null);
}
