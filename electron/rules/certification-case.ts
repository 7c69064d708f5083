import { anchorOf, completedYears } from '../../shared/domain/certification-years.ts';
import type { CalendarDate, Facts } from '../../shared/domain/facts.ts';
import type { Policy } from '../../shared/domain/policy.ts';
import { StandingError } from '../../shared/ipc/errors.ts';
import { dateKey } from '../../shared/util/dates.ts';
import { boundByCcp } from './bound-by-ccp.ts';

/** One certification on one date, as every rule gets it. Dates that are compared often are kept as `dateKey`s. */
export interface CertificationCase {
  readonly facts: Facts;
  readonly policy: Policy;
  readonly asOf: CalendarDate;
  readonly asOfKey: number;
  /** The date that anniversaries and cycles are counted from. */
  readonly anchor: CalendarDate;
  readonly anchorKey: number;
  /** Anniversaries that have come by `asOf`. */
  readonly completedYears: number;
  readonly cycleYears: number;
  readonly bound: boolean;
}

/**
 * policy.md C7: "After recertification both anniversary and cycle restart at the recertification date; what was
 * unmet before no longer counts."
 * @throws StandingError `facts-invalid` for a certification dated after `asOf`.
 */
export function openCase(facts: Facts, policy: Policy, asOf: CalendarDate): CertificationCase {
  const { certification } = facts;
  const anchor = anchorOf(certification);
  if (anchor > asOf || certification.certifiedOn > asOf) {
    const message = `The certification is dated ${anchor}, after the date asked about, ${asOf}.`;
    throw new StandingError(
      'facts-invalid',
      message,
      'Ask about a later date, or correct the certification’s date.',
    );
  }
  const anchorKey = dateKey(anchor);
  const asOfKey = dateKey(asOf);
  return {
    facts,
    policy,
    asOf,
    asOfKey,
    anchor,
    anchorKey,
    completedYears: completedYears(anchorKey, asOfKey),
    cycleYears: policy.value('cycle-years', anchor).value,
    bound: boundByCcp(certification, policy),
  };
}

/** Whether something dated before the recertification is asked about: it no longer counts (policy.md C7). */
export function beforeRecertification(facts: Facts, date: CalendarDate): boolean {
  const { recertifiedOn } = facts.certification;
  return recertifiedOn !== null && date < recertifiedOn;
}
