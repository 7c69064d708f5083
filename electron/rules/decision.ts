import type { CalendarDate, Facts, RecertificationRoute } from '../../shared/domain/facts.ts';
import type { Policy } from '../../shared/domain/policy.ts';
import type { Attention, Lapse, StandingStatus } from '../../shared/domain/standing.ts';
import { attentionOf } from './attention.ts';
import { type CertificationCase, openCase } from './certification-case.ts';
import { type FeeYears, feeYears } from './fee-years.ts';
import { lapseOf } from './lapse.ts';
import { type OpenCycle, openCycle } from './open-cycle.ts';
import { routesOf } from './routes.ts';
import { statusOf } from './status.ts';

/** Everything the rules found out about a case. */
export interface Decision {
  readonly case: CertificationCase;
  readonly fees: FeeYears;
  readonly cycle: OpenCycle;
  readonly lapse: Lapse | null;
  readonly status: StandingStatus;
  readonly routes: readonly RecertificationRoute[];
  readonly attention: readonly Attention[];
}

/** Applies the rules, each to what the ones before it found. */
export function decide(facts: Facts, policy: Policy, asOf: CalendarDate): Decision {
  const c = openCase(facts, policy, asOf);
  const fees = feeYears(c);
  const cycle = openCycle(c, fees);
  const lapse = lapseOf(c, fees, cycle);
  return {
    case: c,
    fees,
    cycle,
    lapse,
    status: statusOf(fees, lapse),
    routes: routesOf(c, lapse),
    attention: attentionOf(c, cycle),
  };
}
