import { dueOnOfYear } from '../../../shared/domain/certification-years.ts';
import type { Reason } from '../../../shared/domain/standing.ts';
import { POINTS_REQUIRED } from '../code-values.ts';
import type { Decision } from '../decision.ts';
import { isRollBlocked } from '../roll-blocked.ts';
import { used } from './values-used.ts';

/** Whether CCP binds the certification, how its points stand, and what keeps the cycle from rolling. */
export function cycleReasons(decision: Decision): readonly Reason[] {
  const reasons = [boundReason(decision)];
  if (decision.case.bound) reasons.push(pointsReason(decision));
  if (isRollBlocked(decision.cycle)) reasons.push(rollBlockedReason(decision));
  return reasons;
}

function boundReason({ case: c }: Decision): Reason {
  const { certifiedOn, recertifiedOn } = c.facts.certification;
  const line = c.policy.date('ccp-bound-from', certifiedOn);
  const reason = { rule: 'bound-by-ccp', citation: 'PB-CCP-1' };
  if (certifiedOn >= line.value) {
    const text = `Certified on ${certifiedOn}, on or after ${line.value}: bound by CCP.`;
    return { ...reason, text, values: [used(line, certifiedOn)] };
  }
  if (recertifiedOn === null) {
    const text = `Certified on ${certifiedOn}, before ${line.value}: CCP is voluntary.`;
    return { ...reason, text, values: [used(line, certifiedOn)] };
  }
  const after = c.policy.date('ccp-bound-recertified-after', recertifiedOn);
  const text = c.bound
    ? `Certified on ${certifiedOn} and recertified on ${recertifiedOn}, after ${after.value}: bound by CCP.`
    : `Certified on ${certifiedOn} and recertified on ${recertifiedOn}, not after ${after.value}: CCP is voluntary.`;
  return { ...reason, text, values: [used(line, certifiedOn), used(after, recertifiedOn)] };
}

function pointsReason({ case: c, cycle }: Decision): Reason {
  const { start, end, counted, required, outstanding, attested } = cycle;
  const rule = 'cycle-points';
  const values = [used(c.policy.value(POINTS_REQUIRED[c.facts.certification.code], start), start)];
  const recorded = `${counted} of ${required} points are recorded for the cycle from ${start} to ${end}`;
  if (attested) return { rule, citation: 'PB-CCP-3', text: `${recorded}, and it is attested.`, values };
  if (outstanding === 0) return { rule, citation: 'SC-CCP-6', text: `${recorded}.`, values };
  return { rule, citation: 'SC-CCP-3', text: `${recorded}; ${outstanding} outstanding.`, values };
}

function rollBlockedReason({ case: c, fees, cycle }: Decision): Reason {
  const dueOn = dueOnOfYear(c.anchor, fees.firstUnpaid);
  return {
    rule: 'roll-blocked',
    citation: 'SC-CCP-7',
    text: `The cycle ended on ${cycle.end} but does not roll while the annual fee due on ${dueOn} is unpaid.`,
  };
}
