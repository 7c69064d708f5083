import { anchorOf } from '../../../shared/domain/certification-years.ts';
import type { PaymentMethod } from '../../../shared/domain/codes.ts';
import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type { EntryWarning } from '../../../shared/domain/payments.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import { displayCents } from '../../../shared/util/money.ts';
import type { CertificationRecord } from '../../repositories/facts.ts';
import {
  changeFee,
  feesOfCertification,
  invoiceFee,
  type LedgerFee,
  noteFeeChange,
} from '../../repositories/ledger-fees.ts';
import { addPayment, allocate } from '../../repositories/ledger-postings.ts';
import { ANNUAL_FEE } from '../../rules/code-values.ts';
import { judge } from '../../rules/judge.ts';
import { type InvoicedFee, spread } from '../../rules/spread-payment.ts';
import { certifiedBy } from '../standing.ts';
import type { Books } from './books.ts';
import { refuseYear } from './checks.ts';
import { payRecertification } from './pay-recertification.ts';

/** Money for one certification. */
export interface ForCertification {
  readonly record: CertificationRecord;
  /** Whole cents. */
  readonly cents: number;
  /** The year it is meant for, or null for the oldest unpaid. */
  readonly yearStart: CalendarDate | null;
  /** For the fee of the open application for recertification. */
  readonly recertification?: boolean | undefined;
}

/** How the money came. */
export interface MoneyIn {
  readonly remittance: number | null;
  readonly method: PaymentMethod;
  readonly reference: string;
  readonly receivedOn: CalendarDate;
  /** The day on which it is entered for the certification. */
  readonly enteredOn: CalendarDate;
}

export interface Paid {
  readonly payment: number;
  readonly shares: readonly { readonly yearStart: CalendarDate; readonly cents: number }[];
  /** What of it settles the fee of an application for recertification. */
  readonly recertificationCents: number;
  readonly creditCents: number;
}

/**
 * Enters a payment and spreads it over the certification's years: the fee it is meant for, or the oldest unpaid; part payment leaves
 * a fee unpaid, and what is left over stays with the payment as credit.
 * @throws StandingError `year-impossible`, `recertification-unasked`
 */
export async function payFor(books: Books, part: ForCertification, money: MoneyIn): Promise<Paid> {
  const { record, cents, yearStart } = part;
  if (part.recertification === true) return payRecertification(books, part, money);
  const { write, db, policy } = books;
  const { certificationId, code } = record;
  if (yearStart !== null) await readyYear(books, record, yearStart);
  const fees = (await feesOfCertification(db, certificationId)).map(invoicedFee);
  const feeFor = (year: CalendarDate) => policy.value(ANNUAL_FEE[code], year).value;
  const payment = await addPayment(write, {
    certificationId,
    enteredOn: money.enteredOn,
    amountCents: cents,
    method: money.method,
    reference: money.reference,
    remittance: money.remittance,
  });
  const shares = spread(
    { receivedOn: money.receivedOn, amountCents: cents, yearStart },
    anchorOf(record.facts.certification),
    fees,
    feeFor,
  );
  for (const share of shares) {
    const { yearStart: year, dueOn, invoiceCents } = share;
    const invoice = { certificationId, yearStart: year, dueOn, amountCents: invoiceCents };
    const fee = share.feeId ?? (await invoiceFee(write, invoice, money.enteredOn));
    if (share.feeId === null)
      books.note(record, 'fee.invoiced', {
        code,
        before: null,
        after: { yearStart: year, dueOn, amountCents: invoiceCents },
      });
    if (share.cents > 0) await allocate(write, payment, fee, share.cents, null);
  }
  const used = shares.filter((share) => share.cents > 0);
  return {
    payment,
    shares: used.map((share) => ({ yearStart: share.yearStart, cents: share.cents })),
    recertificationCents: 0,
    creditCents: cents - used.reduce((sum, share) => sum + share.cents, 0),
  };
}

/** A year that was withdrawn is issued again by a payment that names it, unless a recertification made it no year any more. */
async function readyYear(books: Books, record: CertificationRecord, yearStart: CalendarDate): Promise<void> {
  const fees = await feesOfCertification(books.db, record.certificationId);
  refuseYear(
    record,
    yearStart,
    fees.filter((fee) => fee.voidedOn === null).map((fee) => fee.yearStart),
    books.today,
  );
  const fee = fees.find((one) => one.yearStart === yearStart);
  if (fee === undefined || fee.voidedOn === null) return;
  const { amountCents } = fee;
  await changeFee(books.write, fee.id, { voidedOn: null });
  await noteFeeChange(books.write, fee.id, {
    kind: 'reissued',
    on: books.today,
    cents: amountCents,
    reason: 'A payment names this year',
    approvedBy: null,
  });
  books.note(record, 'fee.reissued', {
    code: record.code,
    before: { voidedOn: fee.voidedOn },
    after: { yearStart, amountCents, reason: 'A payment names this year' },
  });
}

/** A fee as the rule that spreads payments sees it. */
export function invoicedFee(fee: LedgerFee): InvoicedFee {
  const { id, yearStart, amountCents, paidCents, waived, voidedOn } = fee;
  return { id, yearStart, amountCents, paidCents, waived, voided: voidedOn !== null };
}

/** What the desk should know of money that was entered for a certification. */
export async function warningsOf(
  books: Books,
  record: CertificationRecord,
  { creditCents, recertificationCents }: Pick<Paid, 'creditCents' | 'recertificationCents'>,
): Promise<readonly EntryWarning[]> {
  const { code, memberNo, memberName, certificationId } = record;
  const who = `${memberName} (${memberNo})`;
  const warnings: EntryWarning[] = [];
  if (record.deceased)
    warnings.push({ kind: 'deceased', text: `${who} is deceased; ask the family before cashing it.` });
  if (recertificationCents === 0 && mustRecertify(books, record))
    warnings.push({
      kind: 'must-recertify',
      text: `${who} must recertify as ${code}: paying alone does not make the certification active.`,
    });
  if (creditCents > 0) {
    const voided = (await feesOfCertification(books.db, certificationId)).filter(
      ({ voidedOn }) => voidedOn !== null,
    );
    warnings.push({
      kind: 'credit',
      text: `${displayCents(creditCents)} of ${code} of ${who} is more than is owed and stays as credit for the next fee.`,
    });
    for (const { yearStart } of voided)
      warnings.push({
        kind: 'void-year',
        text: `The fee of ${code} for the year from ${displayDate(yearStart)} is void; name that year to pay it.`,
      });
  }
  return warnings;
}

function mustRecertify({ policy, today }: Books, record: CertificationRecord): boolean {
  return certifiedBy(today)(record) && judge(record.facts, policy, today).mustRecertify;
}
