import { anniversary, dueOnOfYear } from '../../../shared/domain/certification-years.ts';
import type { Reason } from '../../../shared/domain/standing.ts';
import { displayCents } from '../../../shared/util/money.ts';
import { ANNUAL_FEE } from '../code-values.ts';
import type { Decision } from '../decision.ts';
import { isFeeDueNow } from '../fee-years.ts';
import { used } from './values-used.ts';

/** How the annual fees stand: past due, due this month, or all paid. */
export function feeReasons(decision: Decision): readonly Reason[] {
  const { fees } = decision;
  const reasons: Reason[] = [];
  if (fees.firstUnpaid <= fees.pastDue) reasons.push(pastDue(decision));
  if (isFeeDueNow(fees)) reasons.push(dueNow(decision));
  return reasons.length > 0 ? reasons : [paid(decision)];
}

function pastDue({ case: c, fees }: Decision): Reason {
  const dueOn = dueOnOfYear(c.anchor, fees.firstUnpaid);
  return {
    rule: 'annual-fee',
    citation: 'SC-FEE-1',
    text: `The annual fee that was due on ${dueOn} is unpaid; ${displayCents(fees.owedCents)} is owed in all.`,
    ...policyFee(c, fees.firstUnpaid),
  };
}

function dueNow({ case: c, fees }: Decision): Reason {
  const [yearStart, dueOn] = [anniversary(c.anchor, fees.begun), dueOnOfYear(c.anchor, fees.begun)];
  return {
    rule: 'annual-fee',
    citation: 'SC-FEE-2',
    text: `The annual fee for the year from ${yearStart} is due by ${dueOn}; ${displayCents(fees.owedCents)} is owed in all.`,
    ...policyFee(c, fees.begun),
  };
}

function paid({ case: c, fees }: Decision): Reason {
  const dueOn = dueOnOfYear(c.anchor, fees.nextUnpaid);
  const text = `No annual fee is owed; the next is due by ${dueOn}.`;
  return { rule: 'annual-fee', citation: 'SC-FEE-2', text };
}

/** The policy's fee for a year that was never invoiced; an invoice has its own amount. */
function policyFee(c: Decision['case'], year: number): Pick<Reason, 'values'> {
  const yearStart = anniversary(c.anchor, year);
  if (c.facts.fees.some((fee) => fee.yearStart === yearStart)) return {};
  return { values: [used(c.policy.value(ANNUAL_FEE[c.facts.certification.code], yearStart), yearStart)] };
}
