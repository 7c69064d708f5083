import type { PolicyUnit } from '../../../shared/domain/policy.ts';
import type { PolicyDecision } from '../../../shared/domain/policy-decisions.ts';
import { policyValueWords } from '../../../shared/domain/policy-words.ts';
import { displayDate } from '../../../shared/util/dates.ts';

/** What a decision did, in one sentence: `annual-fee.RMA is $55.00 from 1 January 2027 on.` */
export function decisionWords({ kind, name, value, from }: PolicyDecision, unit: PolicyUnit): string {
  if (kind === 'withdrawn' || value === null)
    return `What was decided about ${name} from ${displayDate(from)} on is withdrawn.`;
  const words = policyValueWords(unit, value);
  return kind === 'set'
    ? `${name} is ${words} from ${displayDate(from)} on.`
    : `${name} is confirmed: ${words}.`;
}
