import type { StandingBrief, StandingChange } from '../../../shared/domain/points.ts';
import type { Decision } from '../../rules/decision.ts';

/** What matters of a decision when something is about to change. */
export function briefOf({ status, cycle }: Decision): StandingBrief {
  const { start, end, required, counted, outstanding, attested } = cycle;
  return { status, cycleStart: start, cycleEnd: end, required, counted, outstanding, attested };
}

/** A standing before and after. */
export function changeBetween(before: Decision, after: Decision): StandingChange {
  const [was, will] = [briefOf(before), briefOf(after)];
  const fields = Object.keys(was) as (keyof StandingBrief)[];
  return {
    code: before.case.facts.certification.code,
    before: was,
    after: will,
    changed: fields.some((field) => was[field] !== will[field]),
  };
}
