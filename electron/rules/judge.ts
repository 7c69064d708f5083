import { dueOnOfYear } from '../../shared/domain/certification-years.ts';
import type { CalendarDate, Facts } from '../../shared/domain/facts.ts';
import type { Policy } from '../../shared/domain/policy.ts';
import type { CycleStanding, Standing } from '../../shared/domain/standing.ts';
import { type Decision, decide } from './decision.ts';

/** A standing without its trail: no reasons, and no list of the activities that do not count. */
export interface Judgement extends Omit<Standing, 'cycle' | 'reasons'> {
  readonly cycle: Omit<CycleStanding, 'excluded'>;
}

/**
 * Where a certification stands on a date, decided by the very rules of `evaluateStanding`, but some times faster
 * because nothing is put into words: for going through a whole office.
 * @throws StandingError `facts-invalid` for a certification dated after `asOf`; what `Policy` throws.
 */
export function judge(facts: Facts, policy: Policy, asOf: CalendarDate): Judgement {
  return judgementOf(decide(facts, policy, asOf));
}

export function judgementOf({ case: c, fees, cycle, lapse, status, routes, attention }: Decision): Judgement {
  const { start, end, required, counted, outstanding, attested } = cycle;
  return {
    asOf: c.asOf,
    code: c.facts.certification.code,
    status,
    boundByCcp: c.bound,
    cycle: { start, end, required, counted, outstanding, attested },
    fees: {
      nextDueOn: dueOnOfYear(c.anchor, fees.nextUnpaid),
      owedCents: fees.owedCents,
      oldestUnpaidDueOn: fees.firstUnpaid <= fees.pastDue ? dueOnOfYear(c.anchor, fees.firstUnpaid) : null,
    },
    mustRecertify: lapse !== null,
    lapse,
    routes,
    attention,
  };
}
