import { isCycleStart } from '../../../shared/domain/certification-years.ts';
import type { FactChange } from '../../../shared/domain/cycles.ts';
import type {
  ActivityFact,
  CalendarDate,
  CertificationFact,
  Facts,
  FeeFact,
} from '../../../shared/domain/facts.ts';
import type { Policy } from '../../../shared/domain/policy.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { assertNever } from '../../../shared/util/assert-never.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import { ANNUAL_FEE } from '../../rules/code-values.ts';
import { shifted } from './shifted.ts';

/** What a payment settles now. Whole cents. */
export interface Settled {
  readonly certificationId: number;
  readonly yearStart: CalendarDate;
  readonly amountCents: number;
}

/**
 * The facts of a certification with one of them corrected; the same facts where the change is not about it.
 * @param settled what the payment settles, for a payment that is undone
 * @throws StandingError `correction-idle`, `fee-misfit`, `cycle-misfit`, `date-impossible`, `audit-unknown`
 */
export function withChange(
  facts: Facts,
  certificationId: number,
  change: FactChange,
  policy: Policy,
  settled: readonly Settled[],
): Facts {
  const { certification } = facts;
  const own = !('code' in change) || change.code === certification.code;
  if (!own) return facts;
  switch (change.kind) {
    case 'certified-on':
    case 'recertified-on': {
      const after =
        change.kind === 'certified-on'
          ? { ...certification, certifiedOn: change.date }
          : { ...certification, recertifiedOn: change.date };
      refuseOrder(after.certifiedOn, after.recertifiedOn, facts.asOf);
      if (change.kind === 'recertified-on' && certification.recertifiedOn === null)
        throw new StandingError(
          'correction-idle',
          `The ${change.code} was never recertified.`,
          'A recertification comes from its application; here its date is corrected.',
        );
      return shifted(facts, after, policy.value('cycle-years', after.certifiedOn).value);
    }
    case 'completed-on':
    case 'employed':
      return { ...facts, activities: facts.activities.map((one) => redated(one, change, facts.asOf)) };
    case 'attested': {
      const { cycleStart, date: attestedOn } = change;
      refuseFuture(attestedOn, facts.asOf);
      refuseNoCycle(certification, cycleStart, attestedOn, policy);
      const others = facts.attestations.filter((one) => one.cycleStart !== cycleStart);
      return { ...facts, attestations: [...others, { cycleStart, attestedOn }] };
    }
    case 'audit-compliant':
      return {
        ...facts,
        audits: facts.audits.map((audit) =>
          audit.cycleStart === change.cycleStart && audit.outcome === 'non-compliant'
            ? { ...audit, outcome: 'compliant' }
            : audit,
        ),
      };
    case 'fees-waived':
      return { ...facts, fees: waived(facts, change.years, policy) };
    case 'payment-undone':
      return { ...facts, fees: facts.fees.map((fee) => unpaid(fee, certificationId, settled)) };
    default:
      return assertNever(change);
  }
}

function refuseOrder(
  certifiedOn: CalendarDate,
  recertifiedOn: CalendarDate | null,
  asOf: CalendarDate,
): void {
  if (recertifiedOn !== null && recertifiedOn < certifiedOn)
    throw new StandingError(
      'date-impossible',
      `A certification of ${displayDate(certifiedOn)} cannot be recertified on ${displayDate(recertifiedOn)}, before it.`,
      'Check both dates.',
    );
  if (certifiedOn > asOf || (recertifiedOn ?? '') > asOf)
    throw new StandingError(
      'date-impossible',
      `${displayDate(certifiedOn > asOf ? certifiedOn : (recertifiedOn ?? ''))} is not yet.`,
      'Give a date up to today.',
    );
}

function redated(
  activity: ActivityFact,
  change: Extract<FactChange, { activity: number }>,
  asOf: CalendarDate,
): ActivityFact {
  if (activity.id !== String(change.activity)) return activity;
  const employment = activity.category === 'employment-verification';
  if (employment !== (change.kind === 'employed'))
    throw new StandingError(
      'correction-idle',
      employment
        ? 'An employment has no day of completion.'
        : 'Only an employment has a first and a last day.',
      employment ? 'Correct its first and last day.' : 'Correct the day on which it was completed.',
    );
  if (change.kind === 'completed-on') {
    refuseFuture(change.date, asOf);
    // A completed activity, as was just made sure of.
    return { ...activity, completedOn: change.date } as ActivityFact;
  }
  refuseFuture(change.from, asOf);
  if (change.to !== null && change.to < change.from)
    throw new StandingError(
      'date-impossible',
      `An employment from ${displayDate(change.from)} cannot end on ${displayDate(change.to)}.`,
      'Give a last day on or after the first, or none while it goes on.',
    );
  return { ...activity, employedFrom: change.from, employedTo: change.to } as ActivityFact;
}

function refuseFuture(date: CalendarDate, asOf: CalendarDate): void {
  if (date > asOf)
    throw new StandingError(
      'date-impossible',
      `${displayDate(date)} is not yet.`,
      'Give a date up to today.',
    );
}

/** PB-CCP-3: it is a cycle that is attested, and not before it began. */
function refuseNoCycle(
  { certifiedOn, recertifiedOn }: CertificationFact,
  cycleStart: CalendarDate,
  attestedOn: CalendarDate,
  policy: Policy,
): void {
  const anchor = recertifiedOn !== null && cycleStart >= recertifiedOn ? recertifiedOn : certifiedOn;
  if (!isCycleStart(anchor, cycleStart, policy.value('cycle-years', anchor).value))
    throw new StandingError(
      'cycle-misfit',
      `No cycle of the certification of ${displayDate(anchor)} starts on ${displayDate(cycleStart)}.`,
      'Check the cycle’s start on the member’s cycles.',
    );
  if (attestedOn < cycleStart)
    throw new StandingError(
      'date-impossible',
      `${displayDate(attestedOn)} lies before the cycle began on ${displayDate(cycleStart)}.`,
      'Give the day on which it was signed.',
    );
}

/** A year that was never invoiced is unpaid as well; its waiver invoices it at the policy's fee. */
function waived(facts: Facts, years: readonly CalendarDate[], policy: Policy): readonly FeeFact[] {
  const known = new Set(facts.fees.map(({ yearStart }) => yearStart));
  const added = years
    .filter((yearStart) => !known.has(yearStart))
    .map((yearStart) => ({
      yearStart,
      amountCents: policy.value(ANNUAL_FEE[facts.certification.code], yearStart).value,
      paidCents: 0,
      waived: true,
    }));
  return [
    ...facts.fees.map((fee) => (years.includes(fee.yearStart) ? { ...fee, waived: true } : fee)),
    ...added,
  ];
}

function unpaid(fee: FeeFact, certificationId: number, settled: readonly Settled[]): FeeFact {
  const back = settled
    .filter((one) => one.certificationId === certificationId && one.yearStart === fee.yearStart)
    .reduce((sum, { amountCents }) => sum + amountCents, 0);
  return back === 0 ? fee : { ...fee, paidCents: fee.paidCents - back };
}
