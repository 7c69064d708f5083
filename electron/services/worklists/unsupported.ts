import type { CycleDates } from '../../../shared/domain/certification-years.ts';
import { dueOnOfYear, isCycleStart } from '../../../shared/domain/certification-years.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import { cycleAt } from '../../rules/cycle.ts';
import type { Decision } from '../../rules/decision.ts';
import { requirementOf } from '../../rules/requirement.ts';

/** Why the facts no longer support a roll on record (SC-CCP-7), in one sentence without its full stop. */
export function whyUnsupported({ case: c, fees, cycle: open }: Decision, roll: CycleDates): string {
  if (!isCycleStart(c.anchor, roll.start, c.cycleYears))
    return `no cycle of the certification of ${displayDate(c.anchor)} starts on ${displayDate(roll.start)}`;
  const index = indexOf(c.anchor, roll, c.cycleYears);
  const cycle = cycleAt(c, index);
  if (cycle.end >= c.asOf) return `the cycle ends on ${displayDate(cycle.end)} only`;
  const { met, counted, required } = requirementOf(cycle, c);
  if (!met) return `${counted} of ${required} points count by the facts of today, and it is not attested`;
  const nextCycleYear = (index + 1) * c.cycleYears;
  if (fees.firstUnpaid < nextCycleYear)
    return `the annual fee due ${displayDate(dueOnOfYear(c.anchor, fees.firstUnpaid))} is unpaid`;
  return `the cycle from ${displayDate(open.start)} before it is open`;
}

function indexOf(anchor: string, { start }: CycleDates, cycleYears: number): number {
  return (Number(start.slice(0, 4)) - Number(anchor.slice(0, 4))) / cycleYears;
}
