import type { Reason } from '../../../shared/domain/standing.ts';
import { auditsOf } from '../audit.ts';
import type { Decision } from '../decision.ts';

/** One reason for each audit without an outcome, oldest first. */
export function auditReasons({ case: c }: Decision): readonly Reason[] {
  return auditsOf(c)
    .filter((audit) => audit.outcome === null)
    .map(({ cycleStart, selectedOn }) => `${selectedOn}: proof of the cycle from ${cycleStart} is awaited.`)
    .sort()
    .map((text) => ({ rule: 'audit-open', citation: 'PB-AUD-2', text: `Selected for the audit on ${text}` }));
}
