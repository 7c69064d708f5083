import type { CertificationFact } from '../../shared/domain/facts.ts';
import type { Policy } from '../../shared/domain/policy.ts';

// PB-CCP-1: "Who must comply: anyone who initially certified on or after January 1, 2006, and anyone certified
// earlier who had to recertify after April 1, 2014. For others CCP is voluntary."
// policy.md C1 settles the line: on or after 2006-01-01 is bound; recertified on 2014-04-01 itself is not.

export function boundByCcp(certification: CertificationFact, policy: Policy): boolean {
  const { certifiedOn, recertifiedOn } = certification;
  if (certifiedOn >= policy.date('ccp-bound-from', certifiedOn).value) return true;
  if (recertifiedOn === null) return false;
  return recertifiedOn > policy.date('ccp-bound-recertified-after', recertifiedOn).value;
}
