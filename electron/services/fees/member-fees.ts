import { CERTIFICATION_NAMES } from '../../../shared/domain/codes.ts';
import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type { CertificationFees, FeeDetail, FeeState, MemberFees } from '../../../shared/domain/fees.ts';
import type { Policy } from '../../../shared/domain/policy.ts';
import { addYears, dayBefore } from '../../../shared/util/dates.ts';
import type { ReadableDatabase } from '../../db/connection.ts';
import {
  type CertificationRecord,
  certificationRecords,
  fullName,
  memberIdOf,
} from '../../repositories/facts.ts';
import {
  type FeeChange,
  type FeePayment,
  feeChanges,
  feePayments,
  feesOfCertification,
  type LedgerFee,
} from '../../repositories/ledger-fees.ts';
import { paymentsOfMember } from '../../repositories/ledger-payments.ts';
import { memberById } from '../../repositories/member-page.ts';
import { decide } from '../../rules/decision.ts';
import { judgementOf } from '../../rules/judge.ts';
import { unpaidCents } from '../../rules/spread-payment.ts';
import { throughDates } from '../../rules/through-dates.ts';
import { invoicedFee } from '../payments/pay.ts';
import { certifiedBy, memberUnknown } from '../standing.ts';

/** The fees of a member with all that happened to them. @throws StandingError `member-unknown` */
export async function memberFees(
  db: ReadableDatabase,
  policy: Policy,
  memberNo: string,
  asOf: CalendarDate,
): Promise<MemberFees> {
  const id = await memberIdOf(db, memberNo);
  if (id === null) throw memberUnknown(memberNo);
  const records = (await certificationRecords(db, { first: id, last: id }, asOf)).filter(certifiedBy(asOf));
  const credits = new Map<number, number>();
  for (const { certificationId, creditCents } of await paymentsOfMember(db, id))
    credits.set(certificationId, (credits.get(certificationId) ?? 0) + creditCents);
  const certifications: CertificationFees[] = [];
  for (const record of records) {
    const fees = await feeDetails(db, record.certificationId);
    certifications.push({
      ...summaryOf(record, policy, asOf),
      creditCents: credits.get(record.certificationId) ?? 0,
      fees,
    });
  }
  return { memberNo, name: fullName(await memberById(db, id)), certifications };
}

function summaryOf(
  { facts, code }: CertificationRecord,
  policy: Policy,
  asOf: CalendarDate,
): Omit<CertificationFees, 'fees' | 'creditCents'> {
  const decision = decide(facts, policy, asOf);
  const { status, fees: standing } = judgementOf(decision);
  return {
    code,
    name: CERTIFICATION_NAMES[code],
    status,
    ...throughDates(decision),
    owedCents: standing.owedCents,
  };
}

async function feeDetails(db: ReadableDatabase, certificationId: number): Promise<readonly FeeDetail[]> {
  const changes = Map.groupBy(await feeChanges(db, certificationId), ({ fee }) => fee);
  const payments = Map.groupBy(await feePayments(db, certificationId), ({ fee }) => fee);
  const fees = await feesOfCertification(db, certificationId);
  return fees.map((fee) => detailOf(fee, changes.get(fee.id) ?? [], payments.get(fee.id) ?? []));
}

function detailOf(fee: LedgerFee, changes: readonly FeeChange[], payments: readonly FeePayment[]): FeeDetail {
  const { id, yearStart, dueOn, invoicedOn, amountCents, paidCents, voidedOn } = fee;
  const adjusted = changes
    .filter(({ kind }) => kind === 'adjusted')
    .reduce((sum, { cents }) => sum + cents, 0);
  return {
    fee: id,
    yearStart,
    yearEnd: dayBefore(addYears(yearStart, 1)),
    dueOn,
    invoicedOn,
    invoicedCents: amountCents - adjusted,
    amountCents,
    paidCents,
    owedCents: unpaidCents(invoicedFee(fee)),
    state: changes.at(-1)?.kind === 'written-off' ? 'written-off' : stateOf(fee),
    voidedOn,
    changes: changes.map(({ fee: _, ...change }) => change),
    payments: payments.map(({ fee: _, ...payment }) => payment),
  };
}

/** How a fee stands; part payment leaves it unpaid (policy.md C6). */
export function stateOf({ amountCents, paidCents, waived, voidedOn }: LedgerFee): FeeState {
  if (voidedOn !== null) return 'void';
  if (waived) return 'waived';
  if (paidCents >= amountCents) return 'paid';
  return paidCents > 0 ? 'part-paid' : 'unpaid';
}
