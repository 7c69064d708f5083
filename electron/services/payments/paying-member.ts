import { anchorOf, anniversary, dueOnOfYear } from '../../../shared/domain/certification-years.ts';
import { CERTIFICATION_NAMES } from '../../../shared/domain/codes.ts';
import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type { OwedYear, PayableCertification, PayingMember } from '../../../shared/domain/payments.ts';
import type { ReadableDatabase } from '../../db/connection.ts';
import type { PolicyBook } from '../../policy/policy-book.ts';
import { certificationRecords, fullName } from '../../repositories/facts.ts';
import { feesOfCertification, type LedgerFee } from '../../repositories/ledger-fees.ts';
import { type LedgerPayment, paymentsOfMember } from '../../repositories/ledger-payments.ts';
import { addressesOf, memberById } from '../../repositories/member-page.ts';
import { openRecertificationFee } from '../../repositories/recertification-fees.ts';
import { ANNUAL_FEE } from '../../rules/code-values.ts';
import { type Decision, decide } from '../../rules/decision.ts';
import { judgementOf } from '../../rules/judge.ts';
import { unpaidCents } from '../../rules/spread-payment.ts';
import { certifiedBy } from '../standing.ts';
import { invoicedFee } from './pay.ts';

/**
 * A member whom a payment may be for, with what each certification owes.
 * @param asked what a stub asks for each certification, by code; whole cents
 */
export async function payingMember(
  db: ReadableDatabase,
  memberId: number,
  policy: PolicyBook,
  asOf: CalendarDate,
  asked: ReadonlyMap<string, number>,
): Promise<PayingMember> {
  const member = await memberById(db, memberId);
  const [address] = await addressesOf(db, memberId);
  const records = await certificationRecords(db, { first: memberId, last: memberId }, asOf);
  const payments = Map.groupBy(await paymentsOfMember(db, memberId), (payment) => payment.certificationId);
  const certifications: PayableCertification[] = [];
  for (const { certificationId, facts } of records.filter(certifiedBy(asOf))) {
    const fees = await feesOfCertification(db, certificationId);
    const decision = decide(facts, policy, asOf);
    const recertification = await openRecertificationFee(db, certificationId);
    certifications.push({
      ...payable(decision, fees, payments.get(certificationId) ?? [], asked),
      recertificationCents: recertification?.owedCents ?? null,
    });
  }
  return {
    memberNo: member.member_no,
    name: fullName(member),
    city: address?.validTo === null ? address.city : '',
    state: address?.validTo === null ? address.state : '',
    deceased: member.deceased_on !== null,
    owedCents: certifications.reduce((sum, { owedCents }) => sum + owedCents, 0),
    certifications,
  };
}

function payable(
  decision: Decision,
  fees: readonly LedgerFee[],
  payments: readonly LedgerPayment[],
  asked: ReadonlyMap<string, number>,
): Omit<PayableCertification, 'recertificationCents'> {
  const { code, status, mustRecertify, fees: standing } = judgementOf(decision);
  return {
    code,
    name: CERTIFICATION_NAMES[code],
    status,
    mustRecertify,
    owedCents: standing.owedCents,
    askedCents: asked.get(code) ?? null,
    years: owedYears(decision, fees),
    credits: payments
      .filter(({ creditCents }) => creditCents > 0)
      .map(({ payment, receivedOn, creditCents }) => ({ payment, receivedOn, cents: creditCents })),
  };
}

/** Every unpaid year that has begun or is invoiced, oldest first, and the one ahead: what a payment may settle. */
function owedYears({ case: c, fees: { begun } }: Decision, fees: readonly LedgerFee[]): readonly OwedYear[] {
  const anchor = anchorOf(c.facts.certification);
  const byYear = new Map(fees.map((fee) => [fee.yearStart, fee]));
  const years: OwedYear[] = [];
  const nth = (n: number): OwedYear => {
    const yearStart = anniversary(anchor, n);
    const fee = byYear.get(yearStart);
    const amountCents =
      fee?.amountCents ?? c.policy.value(ANNUAL_FEE[c.facts.certification.code], yearStart).value;
    return {
      fee: fee?.id ?? null,
      yearStart,
      dueOn: fee?.dueOn ?? dueOnOfYear(anchor, n),
      amountCents,
      paidCents: fee?.paidCents ?? 0,
      owedCents: fee === undefined || fee.voidedOn !== null ? amountCents : unpaidCents(invoicedFee(fee)),
      state: stateOf(fee, n > begun),
    };
  };
  for (let n = 1, ahead = 0; ahead === 0; n++) {
    const year = nth(n);
    if (n > begun && year.owedCents > 0) ahead = n;
    if (year.owedCents > 0) years.push(year);
  }
  return years;
}

function stateOf(fee: LedgerFee | undefined, ahead: boolean): OwedYear['state'] {
  if (fee === undefined) return ahead ? 'upcoming' : 'not-invoiced';
  if (fee.voidedOn !== null) return 'void';
  if (fee.paidCents > 0) return 'part-paid';
  return ahead ? 'upcoming' : 'unpaid';
}
