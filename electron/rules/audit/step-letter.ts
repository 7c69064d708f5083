import type { AuditLetterKind } from '../../../shared/domain/audit-letters.ts';
import type { CaseState } from '../../../shared/domain/audit-steps.ts';
import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type { Policy } from '../../../shared/domain/policy.ts';

// PB-AUD-2: the selected members are asked for proof by mail and e-mail. That the later steps are told by letter, and whether the receipt
// of proof is, is the office's (policy.md B, *office*).

/** The letter that tells the member of a step, or null. A decision has a letter of its own. */
export function letterOfStep(to: CaseState, policy: Policy, on: CalendarDate): AuditLetterKind | null {
  switch (to) {
    case 'received':
      return policy.value('audit-acknowledgment-days', on).value === 0 ? null : 'audit-received';
    case 'more-asked':
      return 'audit-more-asked';
    case 'extension':
      return 'audit-extension';
    case 'appealed':
      return 'audit-appeal-received';
    default:
      return null;
  }
}
