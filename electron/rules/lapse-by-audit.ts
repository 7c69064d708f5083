import type { CalendarDate } from '../../shared/domain/facts.ts';
import { auditsOf, outcomeOf } from './audit.ts';
import type { CertificationCase } from './certification-case.ts';

// SC-LAPSE-3: "You must recertify if you were audited by CCP and were unable to demonstrate compliance."
// PB-AUD-3: "Members who do not give proof are non-compliant, become decertified and must recertify."

/** The earliest date after the (re)certification on which an audit closed as non-compliant, or null. */
export function lapseByAudit(c: CertificationCase): CalendarDate | null {
  if (c.facts.audits.length === 0) return null;
  let since: CalendarDate | null = null;
  for (const audit of auditsOf(c)) {
    const { closedOn } = audit;
    if (closedOn === null || closedOn <= c.anchor || outcomeOf(audit, c) !== 'non-compliant') continue;
    if (since === null || closedOn < since) since = closedOn;
  }
  return since;
}
