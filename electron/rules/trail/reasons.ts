import type { Reason } from '../../../shared/domain/standing.ts';
import type { Decision } from '../decision.ts';
import { auditReasons } from './audit-reasons.ts';
import { cycleReasons } from './cycle-reasons.ts';
import { feeReasons } from './fee-reasons.ts';
import { lapseReasons } from './lapse-reasons.ts';

/** The trail of a decision, what weighs most first. */
export function reasonsOf(decision: Decision): readonly Reason[] {
  return [
    ...lapseReasons(decision),
    ...feeReasons(decision),
    ...cycleReasons(decision),
    ...auditReasons(decision),
  ];
}
