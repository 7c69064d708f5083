import { feeDueOn } from '../../../shared/domain/certification-years.ts';
import type { CertificationCode } from '../../../shared/domain/codes.ts';
import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type { MemberFees } from '../../../shared/domain/fees.ts';
import type { FeeChangeKind } from '../../../shared/domain/ledger.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import { displayCents } from '../../../shared/util/money.ts';
import type { CertificationRecord } from '../../repositories/facts.ts';
import {
  changeFee,
  type FeeState,
  feeChanges,
  feesOfCertification,
  invoiceFee as invoice,
  type LedgerFee,
  noteFeeChange,
} from '../../repositories/ledger-fees.ts';
import { ANNUAL_FEE } from '../../rules/code-values.ts';
import { allowedBy } from '../managers.ts';
import type { Office } from '../office.ts';
import { type Books, onBooks } from '../payments/books.ts';
import { certificationOf, reasonOf, refuseYear } from '../payments/checks.ts';
import { refuseAmount } from '../payments/parts.ts';
import { memberFees } from './member-fees.ts';

/** Which fee. */
export interface FeeOfYear {
  readonly memberNo: string;
  readonly code: CertificationCode;
  readonly yearStart: CalendarDate;
}

export interface ByHand extends FeeOfYear {
  readonly reason: string;
}

export interface ByManager extends ByHand {
  /** null: the one who acts. */
  readonly approvedBy: string | null;
}

/**
 * Invoices a year by hand, at the amount in force at its start; what the sweep would not invoice yet, or not at all.
 * @throws StandingError `fee-invoiced`, `fee-void`, `year-impossible`, `reason-missing`, `member-unknown`, `certification-unknown`
 */
export function invoiceFee(office: Office, order: ByHand): Promise<MemberFees> {
  return onBooks(office, async (books) => {
    const reason = reasonOf(order.reason, 'Invoicing a fee by hand');
    const { record, fees, fee } = await find(books, order);
    const { code, yearStart } = order;
    refuseYear(
      record,
      yearStart,
      fees.map((one) => one.yearStart),
      books.today,
    );
    if (fee !== null && fee.voidedOn !== null)
      throw new StandingError(
        'fee-void',
        `${nameOf(order)} was voided on ${displayDate(fee.voidedOn)}.`,
        'Reissue it instead.',
      );
    if (fee !== null)
      throw new StandingError(
        'fee-invoiced',
        `${nameOf(order)} was already invoiced on ${displayDate(fee.invoicedOn)}.`,
        'A year is invoiced once.',
      );
    const amountCents = books.policy.value(ANNUAL_FEE[code], yearStart).value;
    const dueOn = feeDueOn(yearStart);
    const { certificationId } = record;
    const id = await invoice(books.write, { certificationId, yearStart, dueOn, amountCents }, books.today);
    await noteFeeChange(books.write, id, {
      kind: 'invoiced',
      on: books.today,
      cents: amountCents,
      reason,
      approvedBy: null,
    });
    books.note(record, 'fee.invoiced', {
      code,
      before: null,
      after: { yearStart, dueOn, amountCents, reason },
    });
    return shown(books, order);
  });
}

/** Waives what is unpaid of a fee, which then counts as paid. @throws StandingError `manager-needed`, `fee-waived`, `fee-paid`, `fee-void` … */
export function waiveFee(office: Office, order: ByManager): Promise<MemberFees> {
  return change(office, order, 'waived', 'Waiving a fee', async (books, fee) => {
    refuseVoid(order, fee);
    if (fee.waived) refuse(order, 'fee-waived', 'is already waived', 'Nothing is left to waive.');
    const owed = fee.amountCents - fee.paidCents;
    if (owed <= 0) refuse(order, 'fee-paid', 'is paid', 'What is paid cannot be waived.');
    const approvedBy = await allowedBy({ reader: books.db }, books.actor, order.approvedBy, 'Waiving a fee');
    return { state: { waived: true }, cents: -owed, approvedBy };
  });
}

/** Takes a waiver back: the fee is owed again. @throws StandingError `manager-needed`, `fee-unwaived` … */
export function unwaiveFee(office: Office, order: ByManager): Promise<MemberFees> {
  return change(office, order, 'unwaived', 'Taking a waiver back', async (books, fee, record) => {
    if (!fee.waived) refuse(order, 'fee-unwaived', 'is not waived', 'Nothing is to be taken back.');
    if (await isWrittenOff(books, fee))
      refuse(
        order,
        'fee-written-off',
        'was written off when the certification was recertified',
        'What was unmet before no longer counts (policy C7).',
      );
    refuseYear(record, fee.yearStart, [], books.today);
    const approvedBy = await allowedBy(
      { reader: books.db },
      books.actor,
      order.approvedBy,
      'Taking a waiver back',
    );
    return { state: { waived: false }, cents: await waivedCents(books, fee), approvedBy };
  });
}

async function isWrittenOff({ db }: Books, fee: LedgerFee): Promise<boolean> {
  const changes = await feeChanges(db, fee.certificationId);
  return changes.some((one) => one.fee === fee.id && one.kind === 'written-off');
}

/** What the waiver that stands was worth as changes by hand; nothing where a file brought it, since the ledger then reckons it from the fee. */
async function waivedCents({ db }: Books, fee: LedgerFee): Promise<number> {
  const waivers = (await feeChanges(db, fee.certificationId)).filter(
    (one) => one.fee === fee.id && (one.kind === 'waived' || one.kind === 'unwaived'),
  );
  return waivers.reduce((sum, { cents }) => sum - cents, 0);
}

/** Changes the amount of a fee that nothing was paid of yet. @throws StandingError `fee-paid`, `fee-waived`, `fee-void`, `fee-same` … */
export function adjustFee(office: Office, order: ByHand & { readonly cents: number }): Promise<MemberFees> {
  return change(office, order, 'adjusted', 'Adjusting a fee', async (_books, fee) => {
    refuseAmount(order.cents);
    refuseVoid(order, fee);
    refuseSettled(order, fee, 'adjusted');
    if (fee.amountCents === order.cents)
      refuse(order, 'fee-same', `is already ${displayCents(order.cents)}`, 'Give another amount.');
    return {
      state: { amountCents: order.cents },
      cents: order.cents - fee.amountCents,
      approvedBy: null,
    };
  });
}

/** Withdraws an invoice that nothing was paid of yet; no sweep invoices the year again. @throws StandingError `fee-paid`, `fee-waived`, `fee-void` … */
export function voidFee(office: Office, order: ByHand): Promise<MemberFees> {
  return change(office, order, 'voided', 'Voiding a fee', async (books, fee) => {
    refuseVoid(order, fee);
    refuseSettled(order, fee, 'void');
    return { state: { voidedOn: books.today }, cents: -fee.amountCents, approvedBy: null };
  });
}

/** Issues a withdrawn invoice again, at the amount it had. @throws StandingError `fee-not-void` … */
export function reissueFee(office: Office, order: ByHand): Promise<MemberFees> {
  return change(office, order, 'reissued', 'Reissuing a fee', async (books, fee, record) => {
    if (fee.voidedOn === null)
      refuse(order, 'fee-not-void', 'is not void', 'Only a fee that was voided is issued again.');
    refuseYear(record, fee.yearStart, [], books.today);
    return { state: { voidedOn: null }, cents: fee.amountCents, approvedBy: null };
  });
}

interface Change {
  readonly state: FeeState;
  /** What the member owes more by it. */
  readonly cents: number;
  readonly approvedBy: string | null;
}

function change(
  office: Office,
  order: ByHand,
  kind: FeeChangeKind,
  what: string,
  decideOn: (books: Books, fee: LedgerFee, record: CertificationRecord) => Promise<Change>,
): Promise<MemberFees> {
  return onBooks(office, async (books) => {
    const reason = reasonOf(order.reason, what);
    const { record, fee } = await find(books, order);
    if (fee === null)
      refuse(order, 'fee-unknown', 'was never invoiced', 'Invoice it first, or check the year.');
    const { state, cents, approvedBy } = await decideOn(books, fee, record);
    await changeFee(books.write, fee.id, state);
    await noteFeeChange(books.write, fee.id, { kind, on: books.today, cents, reason, approvedBy });
    const { amountCents, paidCents, waived, voidedOn } = fee;
    const before = { yearStart: fee.yearStart, amountCents, paidCents, waived, voidedOn };
    books.note(record, `fee.${kind}`, {
      code: order.code,
      before,
      after: { ...before, ...state, reason, ...(approvedBy === null ? {} : { approvedBy }) },
    });
    return shown(books, order);
  });
}

async function find(
  books: Books,
  { memberNo, code, yearStart }: FeeOfYear,
): Promise<{
  readonly record: CertificationRecord;
  readonly fees: readonly LedgerFee[];
  readonly fee: LedgerFee | null;
}> {
  const record = certificationOf(await books.recordsOf(memberNo), memberNo, code);
  const fees = await feesOfCertification(books.db, record.certificationId);
  return { record, fees, fee: fees.find((one) => one.yearStart === yearStart) ?? null };
}

function shown({ db, policy, today }: Books, { memberNo }: FeeOfYear): Promise<MemberFees> {
  return memberFees(db, policy, memberNo, today);
}

function refuseVoid(order: FeeOfYear, { voidedOn }: LedgerFee): void {
  if (voidedOn !== null)
    refuse(order, 'fee-void', `was voided on ${displayDate(voidedOn)}`, 'Reissue it first.');
}

function refuseSettled(order: FeeOfYear, { paidCents, waived }: LedgerFee, what: string): void {
  if (waived) refuse(order, 'fee-waived', `is waived and cannot be ${what}`, 'Take the waiver back first.');
  if (paidCents > 0)
    refuse(
      order,
      'fee-paid',
      `has ${displayCents(paidCents)} paid on it and cannot be ${what}`,
      'Move or reverse the payment first.',
    );
}

function refuse(order: FeeOfYear, code: string, state: string, fix: string): never {
  throw new StandingError(code, `${nameOf(order)} ${state}.`, fix);
}

/** `The RMA fee of member 700412 for the year from May 1, 2026` */
function nameOf({ memberNo, code, yearStart }: FeeOfYear): string {
  return `The ${code} fee of member ${memberNo} for the year from ${displayDate(yearStart)}`;
}
