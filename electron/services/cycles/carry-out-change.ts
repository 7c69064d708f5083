import { feeDueOn } from '../../../shared/domain/certification-years.ts';
import type { FactChange } from '../../../shared/domain/cycles.ts';
import type { CalendarDate, CertificationFact } from '../../../shared/domain/facts.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { assertNever } from '../../../shared/util/assert-never.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import { addAttestation } from '../../repositories/attestations.ts';
import {
  closeAsCompliant,
  type Moved,
  moveAttestations,
  moveAudits,
  moveFees,
  redateActivity,
  setCertificationDates,
  undoAttestationOf,
} from '../../repositories/corrections.ts';
import type { CertificationRecord } from '../../repositories/facts.ts';
import { changeFee, feesOfCertification, invoiceFee, noteFeeChange } from '../../repositories/ledger-fees.ts';
import { ANNUAL_FEE } from '../../rules/code-values.ts';
import type { Books } from '../payments/books.ts';
import { certificationOf, refuseYear } from '../payments/checks.ts';
import { shiftFor } from '../preview/shifted.ts';

interface Entry {
  readonly memberNo: string;
  readonly reason: string;
  /** Who allowed what only a manager may. */
  readonly approvedBy: string | null;
}

/**
 * Writes a correction of a fact, in the caller's transaction: what may be corrected is corrected, everything else is met by a counter-entry.
 * The change was looked at by `changedFacts` before, which refuses what cannot be.
 * @throws StandingError `correction-elsewhere`, `fee-paid`, `fee-void`, `audit-unknown` …
 */
export async function carryOutChange(
  books: Books,
  records: readonly CertificationRecord[],
  change: FactChange,
  entry: Entry,
): Promise<void> {
  const { write, today } = books;
  const counter = { on: today, reason: entry.reason };
  switch (change.kind) {
    case 'certified-on':
      return redate(books, certificationOf(records, entry.memberNo, change.code), entry, {
        certifiedOn: change.date,
      });
    case 'recertified-on':
      return redate(books, certificationOf(records, entry.memberNo, change.code), entry, {
        recertifiedOn: change.date,
      });
    case 'completed-on': {
      const days = { completedOn: change.date, employedFrom: null, employedTo: null };
      await redateActivity(write, change.activity, days, counter);
      return;
    }
    case 'employed': {
      const days = { completedOn: null, employedFrom: change.from, employedTo: change.to };
      await redateActivity(write, change.activity, days, counter);
      return;
    }
    case 'attested': {
      const { certificationId } = certificationOf(records, entry.memberNo, change.code);
      await undoAttestationOf(write, certificationId, change.cycleStart, counter);
      await addAttestation(write, {
        certificationId,
        cycleStart: change.cycleStart,
        attestedOn: change.date,
        recordedOn: today,
        slip: null,
      });
      return;
    }
    case 'audit-compliant': {
      const { certificationId } = certificationOf(records, entry.memberNo, change.code);
      if ((await closeAsCompliant(write, certificationId, change.cycleStart)) === 0)
        throw new StandingError(
          'audit-unknown',
          `No audit of the cycle from ${displayDate(change.cycleStart)} closed as non-compliant.`,
          'Check the cycle’s start on the member’s cycles.',
        );
      return;
    }
    case 'fees-waived':
      return waiveYears(books, certificationOf(records, entry.memberNo, change.code), change.years, entry);
    case 'payment-undone':
      throw new StandingError(
        'correction-elsewhere',
        'A payment is undone by its counter-entry.',
        'Reverse or move it on the member’s fees.',
      );
    default:
      return assertNever(change);
  }
}

/** Corrects a date that years and cycles are counted from; fees, attestations and audits go along. */
async function redate(
  { write, db, policy, today }: Books,
  { certificationId, facts }: CertificationRecord,
  { reason }: Entry,
  corrected: Partial<CertificationFact>,
): Promise<void> {
  const before = facts.certification;
  const after = { ...before, ...corrected };
  const shift = shiftFor(before, after, policy.value('cycle-years', after.certifiedOn).value);
  const fees = await feesOfCertification(db, certificationId);
  await setCertificationDates(write, certificationId, after);
  const years = fees.map(({ yearStart }) => yearStart);
  await moveFees(write, certificationId, moved(years, shift.year));
  const attested = facts.attestations.map(({ cycleStart }) => cycleStart);
  await moveAttestations(write, certificationId, moved(attested, shift.cycle), { on: today, reason });
  const audited = facts.audits.map(({ cycleStart }) => cycleStart);
  await moveAudits(write, certificationId, moved(audited, shift.cycle));
}

function moved(starts: readonly CalendarDate[], to: (start: CalendarDate) => CalendarDate): readonly Moved[] {
  return [...new Set(starts)].map((from) => ({ from, to: to(from) })).filter((move) => move.from !== move.to);
}

/** Waives what is unpaid of some years' fees; a year that was never invoiced is invoiced first, at the amount in force at its start. */
async function waiveYears(
  { write, db, policy, today }: Books,
  record: CertificationRecord,
  years: readonly CalendarDate[],
  { reason, approvedBy }: Entry,
): Promise<void> {
  const { certificationId, code } = record;
  for (const yearStart of years) {
    const fees = await feesOfCertification(db, certificationId);
    let fee = fees.find((one) => one.yearStart === yearStart);
    const name = `The ${code} fee for the year from ${displayDate(yearStart)}`;
    if (fee === undefined) {
      refuseYear(
        record,
        yearStart,
        fees.map((one) => one.yearStart),
        today,
      );
      const amountCents = policy.value(ANNUAL_FEE[code], yearStart).value;
      const id = await invoiceFee(
        write,
        { certificationId, yearStart, dueOn: feeDueOn(yearStart), amountCents },
        today,
      );
      await noteFeeChange(write, id, {
        kind: 'invoiced',
        on: today,
        cents: amountCents,
        reason,
        approvedBy: null,
      });
      fee = (await feesOfCertification(db, certificationId)).find((one) => one.id === id);
    }
    if (fee === undefined || fee.voidedOn !== null)
      throw new StandingError('fee-void', `${name} was voided.`, 'Reissue it first.');
    if (fee.waived || fee.paidCents >= fee.amountCents)
      throw new StandingError(
        'fee-paid',
        `${name} is ${fee.waived ? 'waived' : 'paid'} already.`,
        'Leave that year out.',
      );
    await changeFee(write, fee.id, { waived: true });
    await noteFeeChange(write, fee.id, {
      kind: 'waived',
      on: today,
      cents: fee.paidCents - fee.amountCents,
      reason,
      approvedBy,
    });
  }
}
