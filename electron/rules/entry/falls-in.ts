import { completedYears } from '../../../shared/domain/certification-years.ts';
import type { CalendarDate } from '../../../shared/domain/facts.ts';
import { dateKey } from '../../../shared/util/dates.ts';
import { type Cycle, cycleAt } from '../cycle.ts';
import type { Decision } from '../decision.ts';

// policy.md C3: "An activity belongs to the cycle that contains its completion date; both ends are inside."
// SC-CCP-6: "Collect, record and track your activities online for each 3-year cycle."

/** The cycle that a day lies in, with how it stands; null before the first. */
export function fallsIn(
  day: CalendarDate,
  { case: c, cycle: open }: Decision,
): { readonly cycle: Cycle; readonly state: 'rolled' | 'open' | 'waiting' } | null {
  if (day < c.anchor) return null;
  const index = Math.floor(completedYears(c.anchorKey, dateKey(day)) / c.cycleYears);
  const state = index < open.index ? 'rolled' : index === open.index ? 'open' : 'waiting';
  return { cycle: cycleAt(c, index), state };
}
