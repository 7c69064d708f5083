import type { RecertificationRoute } from '../../../shared/domain/facts.ts';
import type { Policy } from '../../../shared/domain/policy.ts';
import type { ClosedRoute } from '../../../shared/domain/recertification.ts';
import type { Lapse } from '../../../shared/domain/standing.ts';
import { addYears, dayBefore, displayDate } from '../../../shared/util/dates.ts';
import type { Judgement } from '../judge.ts';

// SC-RECERT-2: "If certification lapsed 10+ years, you MUST recertify via exam."
// SC-LAPSE-1 to -3: who must recertify. PB-CCP-6: "Retaking the examination is not a way to comply with CCP."

/** Why a route is not open to a certification that stands like this; null where it is. */
export function routeClosed(
  { lapse, routes, code }: Judgement,
  route: RecertificationRoute,
  policy: Policy,
): ClosedRoute | null {
  if (lapse === null)
    return route === 'exam'
      ? {
          citation: 'PB-CCP-6',
          why: `${code} has not lapsed, and retaking the exam is not a way to comply with CCP`,
        }
      : { citation: 'SC-LAPSE-1', why: `${code} has not lapsed, so there is nothing to recertify` };
  if (routes.includes(route)) return null;
  const years = policy.value('exam-only-after-years', lapse.since).value;
  return {
    citation: 'SC-RECERT-2',
    why: `${code} lapsed on ${displayDate(lapse.since)}; an application by CCP had to be received by ${displayDate(lastDayByCcp(lapse, policy))}, before ${years} years had passed`,
  };
}

/** The last day on which an application by CCP can be received: ten years to the day is ten years (policy.md C7). */
export function lastDayByCcp(lapse: Lapse, policy: Policy): string {
  return dayBefore(addYears(lapse.since, policy.value('exam-only-after-years', lapse.since).value));
}
