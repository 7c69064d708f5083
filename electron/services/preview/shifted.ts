import { anniversary, anniversaryNumber, cycleDates } from '../../../shared/domain/certification-years.ts';
import type { CalendarDate, CertificationFact, Facts, FeeFact } from '../../../shared/domain/facts.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { dateKey, daysBetween, displayDate } from '../../../shared/util/dates.ts';

// policy.md C2, C3 and C7: years and cycles are counted from the certification date, and anew from a recertification. When that date is
// corrected, what is on record for a year or a cycle goes to the one nearest to it, so that a payment still settles the fee it was for.

/** Where the starts of years and cycles go when the date that they are counted from is corrected. */
export interface Shift {
  year(start: CalendarDate): CalendarDate;
  cycle(start: CalendarDate): CalendarDate;
}

/** The date that a correction changes, with those on record that are counted from it. */
interface Counted {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** Whether a year or cycle on record is counted from this date. */
  includes(start: CalendarDate): boolean;
}

/** @throws StandingError `fee-misfit`, `cycle-misfit` for one that would fall in no year or cycle */
export function shiftFor(before: CertificationFact, after: CertificationFact, cycleYears: number): Shift {
  const counted = countedBy(before, after);
  return {
    year: (start) => (counted.includes(start) ? nearestYear(counted, start) : start),
    cycle: (start) => (counted.includes(start) ? nearestCycle(counted, start, cycleYears) : start),
  };
}

/** The facts with a corrected date of certification or recertification. @throws as `shiftFor` */
export function shifted(facts: Facts, certification: CertificationFact, cycleYears: number): Facts {
  const shift = shiftFor(facts.certification, certification, cycleYears);
  const fees = facts.fees.map((fee) => ({ ...fee, yearStart: shift.year(fee.yearStart) }));
  refuseStranded(fees, certification);
  return {
    ...facts,
    certification,
    fees,
    attestations: facts.attestations.map((one) => ({ ...one, cycleStart: shift.cycle(one.cycleStart) })),
    audits: facts.audits.map((audit) => ({ ...audit, cycleStart: shift.cycle(audit.cycleStart) })),
  };
}

/** A year of the count before a recertification would begin after it: none counts it any more, and what was paid for it would settle nothing. */
function refuseStranded(fees: readonly FeeFact[], { recertifiedOn }: CertificationFact): void {
  if (recertifiedOn === null) return;
  const stranded = fees.find(
    ({ yearStart, waived }) =>
      !waived &&
      yearStart > recertifiedOn &&
      anniversaryNumber(dateKey(recertifiedOn), dateKey(yearStart)) < 1,
  );
  if (stranded === undefined) return;
  throw new StandingError(
    'fee-misfit',
    `The fee for the year from ${displayDate(stranded.yearStart)} would lie after the recertification of ${displayDate(recertifiedOn)}, from which years count anew.`,
    'Void it, or move its payment to the year that it is for, before correcting the date.',
  );
}

function countedBy(before: CertificationFact, after: CertificationFact): Counted {
  const { certifiedOn, recertifiedOn } = before;
  if (certifiedOn !== after.certifiedOn)
    return {
      from: certifiedOn,
      to: after.certifiedOn,
      includes: (start) => recertifiedOn === null || start < recertifiedOn,
    };
  const from = recertifiedOn ?? certifiedOn;
  return { from, to: after.recertifiedOn ?? certifiedOn, includes: (start) => start >= from };
}

function nearestYear({ from, to }: Counted, start: CalendarDate): CalendarDate {
  const n = anniversaryNumber(dateKey(from), dateKey(start));
  // What is no anniversary was never counted; it stays where it is.
  if (n <= 0) return start;
  const year = n + stepsTo((k) => anniversary(to, k), from);
  if (year > 0) return anniversary(to, year);
  throw new StandingError(
    'fee-misfit',
    `The fee for the year from ${displayDate(start)} would fall in no year of a certification of ${displayDate(to)}.`,
    'Void it, or move its payment to the year that it is for, before correcting the date.',
  );
}

function nearestCycle({ from, to }: Counted, start: CalendarDate, cycleYears: number): CalendarDate {
  const n = anniversaryNumber(dateKey(from), dateKey(start));
  if (n < 0 || n % cycleYears !== 0) return start;
  const index = n / cycleYears + stepsTo((k) => cycleDates(to, k, cycleYears).start, from);
  if (index >= 0) return cycleDates(to, index, cycleYears).start;
  throw new StandingError(
    'cycle-misfit',
    `The cycle from ${displayDate(start)}, which an attestation or an audit is on record for, would be before a certification of ${displayDate(to)}.`,
    'Undo the attestation before correcting the date, or correct it to an earlier one.',
  );
}

/** Which of the new starts, counted from the corrected date, lies nearest to the date they were counted from before. */
function stepsTo(startAt: (k: number) => CalendarDate, from: CalendarDate): number {
  let best = 0;
  for (let k = -FURTHEST; k <= FURTHEST; k++) {
    const nearer = Math.abs(daysBetween(from, startAt(k))) < Math.abs(daysBetween(from, startAt(best)));
    if (nearer) best = k;
  }
  return best;
}

/** More years than any certification has. */
const FURTHEST = 80;
