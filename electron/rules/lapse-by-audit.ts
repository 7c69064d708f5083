import type { CalendarDate } from '../../shared/domain/facts.ts';
import { auditsOf } from './audit.ts';
import type { CertificationCase } from './certification-case.ts';

// SC-LAPSE-3: "You must recertify if you were audited by CCP and were unable to demonstrate compliance."
// PB-AUD-3: "Members who do not give proof are non-compliant, become decertified and must recertify."

/** The earliest date after the (re)certification, up to `asOf`, on which an audit closed as non-compliant, or null. */
export function lapseByAudit(c: CertificationCase): CalendarDate | null {
  if (c.facts.audits.length === 0) return null;
  let since: CalendarDate | null = null;
  for (const audit of auditsOf(c)) {
    const { closedOn } = audit;
    if (audit.outcome !== 'non-compliant' || closedOn === null) continue;
    if (closedOn <= c.anchor || closedOn > c.asOf) continue;
    if (since === null || closedOn < since) since = closedOn;
  }
  return since;
}
