import { displayDate } from '../../../shared/util/dates.ts';
import type { Decision } from '../decision.ts';
import { pointsText } from '../points-granted/step.ts';

// SC-CCP-3: "CCP points are due every 3 years by the end of your certification cycle."
// SC-CCP-7: "You'll automatically roll into your next CCP cycle when points are recorded online and your annual fees are paid."

/** What a standing means for the cycle's end, with the sentence: complete, attested, not asked for, or how much is to go by when. */
export function outlookOf({ case: c, cycle }: Decision): {
  readonly text: string;
  readonly citation: string;
} {
  const end = displayDate(cycle.end);
  if (!c.bound) return { text: `CCP is voluntary for ${c.facts.certification.code}.`, citation: 'PB-CCP-1' };
  if (cycle.attested) return { text: `The cycle to ${end} is attested.`, citation: 'PB-CCP-3' };
  if (cycle.outstanding > 0)
    return {
      text: `${pointsText(cycle.outstanding)} to go by ${end}.`,
      citation: 'SC-CCP-3',
    };
  return {
    text: cycle.ended
      ? `The cycle to ${end} has its points and rolls once no fee due by then is unpaid.`
      : `The cycle has its points: it rolls after ${end} if no fee due by then is unpaid.`,
    citation: 'SC-CCP-7',
  };
}
