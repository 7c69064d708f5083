import type { CalendarDate, Facts } from '../../shared/domain/facts.ts';
import type { Policy } from '../../shared/domain/policy.ts';
import type { Standing } from '../../shared/domain/standing.ts';
import { decide } from './decision.ts';
import { judgementOf } from './judge.ts';
import { excludedActivities } from './trail/excluded.ts';
import { reasonsOf } from './trail/reasons.ts';

/**
 * Where a certification stands on a date, and why: contract.md's Standing, from the facts, the dated values and the date
 * alone. `facts.asOf` is not looked at; facts later than `asOf` are the caller's to leave out.
 * @throws StandingError `facts-invalid` for a certification dated after `asOf`; what `Policy` throws.
 */
export function evaluateStanding(facts: Facts, policy: Policy, asOf: CalendarDate): Standing {
  const decision = decide(facts, policy, asOf);
  const judgement = judgementOf(decision);
  return {
    ...judgement,
    cycle: { ...judgement.cycle, excluded: excludedActivities(decision) },
    reasons: reasonsOf(decision),
  };
}
