import { anchorOf, anniversary, anniversaryNumber } from '../../../shared/domain/certification-years.ts';
import { CERTIFICATION_NAMES } from '../../../shared/domain/codes.ts';
import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type { CertificationFees, FeeDetail, FeeState, MemberFees } from '../../../shared/domain/fees.ts';
import type { Policy } from '../../../shared/domain/policy.ts';
import { addYears, dateKey, dayBefore } from '../../../shared/util/dates.ts';
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
      ...summaryOf(record, fees, policy, asOf),
      creditCents: credits.get(record.certificationId) ?? 0,
      fees,
    });
  }
  return { memberNo, name: fullName(await memberById(db, id)), certifications };
}

function summaryOf(
  { facts, code }: CertificationRecord,
  fees: readonly FeeDetail[],
  policy: Policy,
  asOf: CalendarDate,
): Omit<CertificationFees, 'fees' | 'creditCents'> {
  const decision = decide(facts, policy, asOf);
  const { status, fees: standing } = judgementOf(decision);
  const anchor = anchorOf(facts.certification);
  const billed = fees
    .filter(({ voidedOn }) => voidedOn === null)
    .map(({ yearStart }) => anniversaryNumber(dateKey(anchor), dateKey(yearStart)));
  return {
    code,
    name: CERTIFICATION_NAMES[code],
    status,
    ...throughDates(anchor, Math.max(0, ...billed), decision.fees.firstUnpaid),
    owedCents: standing.owedCents,
  };
}

/**
 * How far a certification is billed and how far it is paid: each the last day of a certification year. The year of certification
 * itself has no fee.
 * @param billed the newest invoiced anniversary, 0 for none
 * @param firstUnpaid the first anniversary whose fee is unpaid
 */
export function throughDates(
  anchor: CalendarDate,
  billed: number,
  firstUnpaid: number,
): Pick<CertificationFees, 'billedThrough' | 'paidThrough'> {
  return {
    billedThrough: dayBefore(anniversary(anchor, billed + 1)),
    paidThrough: dayBefore(anniversary(anchor, firstUnpaid)),
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
    state: stateOf(fee),
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
