import type { CycleDates } from '../../../shared/domain/certification-years.ts';
import type { CalendarDate, Facts, FeeFact } from '../../../shared/domain/facts.ts';
import type { Policy } from '../../../shared/domain/policy.ts';
import type { Lapse } from '../../../shared/domain/standing.ts';
import type { CertificationRecord } from '../../repositories/facts.ts';
import { type DecidedRoll, decidedRolls } from '../../rules/decided-rolls.ts';
import { type Decision, decide } from '../../rules/decision.ts';
import { type Judgement, judgementOf } from '../../rules/judge.ts';
import { type YearToInvoice, yearsToInvoice } from '../../rules/years-to-invoice.ts';

/** What a sweep does about one certification. */
export interface Plan {
  readonly record: CertificationRecord;
  readonly onRecord: OnRecord;
  readonly judgement: Judgement;
  readonly invoices: readonly YearToInvoice[];
  readonly rolls: readonly DecidedRoll[];
  /** A lapse to mark; null where none is, or where it already stands marked. */
  readonly lapse: Lapse | null;
  /** Whether the lapse marked earlier ends, or gives way to another. */
  readonly liftLapse: boolean;
}

/** What is on record about a certification from earlier sweeps. */
export interface OnRecord {
  /** Those that were not taken back. */
  readonly rolls: readonly CycleDates[];
  readonly lapse: Lapse | null;
  /** Years whose invoice the office withdrew: not invoiced again by a sweep. */
  readonly voidedYears: ReadonlySet<CalendarDate>;
}

/** Decides, writes nothing. */
export function planFor(
  record: CertificationRecord,
  onRecord: OnRecord,
  policy: Policy,
  asOf: CalendarDate,
): Plan {
  const decision = decide(record.facts, policy, asOf);
  const invoices = record.deceased
    ? []
    : yearsToInvoice(decision).filter(({ yearStart }) => !onRecord.voidedYears.has(yearStart));
  const lapseStands = sameLapse(onRecord.lapse, decision.lapse);
  return {
    record,
    onRecord,
    judgement: judgementAfter(decision, invoices, policy, asOf),
    invoices,
    rolls: decidedRolls(decision, onRecord.rolls),
    lapse: lapseStands ? null : decision.lapse,
    liftLapse: onRecord.lapse !== null && !lapseStands,
  };
}

/** An invoiced year stands as it did before (uninvoiced is unpaid), but for a fee of nothing, which is paid. */
function judgementAfter(
  decision: Decision,
  invoices: readonly YearToInvoice[],
  policy: Policy,
  asOf: CalendarDate,
): Judgement {
  if (invoices.every(({ amountCents }) => amountCents > 0)) return judgementOf(decision);
  const { facts } = decision.case;
  const added = invoices.map(
    ({ yearStart, amountCents }): FeeFact => ({ yearStart, amountCents, paidCents: 0, waived: false }),
  );
  const after: Facts = { ...facts, fees: [...facts.fees, ...added] };
  return judgementOf(decide(after, policy, asOf));
}

function sameLapse(a: Lapse | null, b: Lapse | null): boolean {
  return a?.cause === b?.cause && a?.since === b?.since;
}
