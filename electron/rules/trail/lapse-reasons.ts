import type { Lapse, Reason } from '../../../shared/domain/standing.ts';
import type { Decision } from '../decision.ts';
import { countedTo } from '../routes.ts';
import { used } from './values-used.ts';

/** Why it must recertify, and by which routes; none where it has not lapsed. */
export function lapseReasons(decision: Decision): readonly Reason[] {
  const { lapse } = decision;
  return lapse === null ? [] : [causeReason(decision, lapse), routeReason(decision, lapse)];
}

function causeReason({ case: c, cycle }: Decision, lapse: Lapse): Reason {
  switch (lapse.cause) {
    case 'fees': {
      const months = c.policy.value('lapse-after-months', lapse.since);
      return {
        rule: 'lapse-by-fees',
        // Those certified before 2006 whom CCP does not bind fall under their own sentence.
        citation: c.bound ? 'SC-LAPSE-1' : 'SC-LAPSE-2',
        text: `The annual fee due on ${lapse.since} has been unpaid for ${months.value} months or more: the certification has lapsed.`,
        values: [used(months, lapse.since)],
      };
    }
    case 'points': {
      const grace = c.policy.value('points-grace-days', cycle.end);
      return {
        rule: 'lapse-by-points',
        citation: 'SC-LAPSE-1',
        text: `The cycle ended on ${cycle.end} with ${cycle.counted} of ${cycle.required} points recorded and no attestation: the certification has lapsed.`,
        values: [used(grace, cycle.end)],
      };
    }
    case 'audit':
      return {
        rule: 'lapse-by-audit',
        citation: 'SC-LAPSE-3',
        text: `The audit that closed on ${lapse.since} found no compliance: the certification has lapsed.`,
      };
  }
}

function routeReason({ case: c, routes }: Decision, lapse: Lapse): Reason {
  const years = c.policy.value('exam-only-after-years', lapse.since);
  const values = [used(years, lapse.since)];
  const span = `from ${lapse.since} to ${countedTo(c)}`;
  if (routes.includes('ccp')) {
    const text = `Less than ${years.value} years lie ${span}: it may recertify by CCP or by exam.`;
    return { rule: 'recertification-routes', citation: 'SC-RECERT-1', text, values };
  }
  const text = `${years.value} years or more lie ${span}: it must recertify by exam.`;
  return { rule: 'recertification-routes', citation: 'SC-RECERT-2', text, values };
}
