import type { CertificationFees, FeeDetail, MemberFees } from '../../../shared/domain/fees.ts';
import { displayCents } from '../../../shared/util/money.ts';
import {
  adjustFee,
  type FeeOfYear,
  invoiceFee,
  reissueFee,
  unwaiveFee,
  voidFee,
  waiveFee,
} from '../../services/fees/change-fee.ts';
import { feesOfMember, listVoided } from '../../services/fees/lists.ts';
import type { Office } from '../../services/office.ts';
import type { Call } from '../call.ts';
import { asOfDate, type CommandResult, withOffice } from '../command.ts';
import { calendarDate, centsOf, codeOf, needText, SHOWN } from './money-options.ts';

/** `fees show MEMBER_NO` */
export function show(call: Call): Promise<CommandResult> {
  const [memberNo = ''] = call.words;
  return shown(call, (office) => feesOfMember(office, memberNo, asOfDate(call)));
}

/** `fees invoice MEMBER_NO CODE YEAR_START --reason TEXT` */
export function invoice(call: Call): Promise<CommandResult> {
  return byHand(call, invoiceFee);
}

/** `fees void MEMBER_NO CODE YEAR_START --reason TEXT` */
export function voidIt(call: Call): Promise<CommandResult> {
  return byHand(call, voidFee);
}

/** `fees reissue MEMBER_NO CODE YEAR_START --reason TEXT` */
export function reissue(call: Call): Promise<CommandResult> {
  return byHand(call, reissueFee);
}

/** `fees adjust MEMBER_NO CODE YEAR_START --amount A --reason TEXT` */
export function adjust(call: Call): Promise<CommandResult> {
  const cents = centsOf(call, 'amount');
  return byHand(call, (office, order) => adjustFee(office, { ...order, cents }));
}

/** `fees waive MEMBER_NO CODE YEAR_START --reason TEXT [--approved-by NAME]` */
export function waive(call: Call): Promise<CommandResult> {
  const approvedBy = call.text('approved-by');
  return byHand(call, (office, order) => waiveFee(office, { ...order, approvedBy }));
}

/** `fees unwaive MEMBER_NO CODE YEAR_START --reason TEXT [--approved-by NAME]` */
export function unwaive(call: Call): Promise<CommandResult> {
  const approvedBy = call.text('approved-by');
  return byHand(call, (office, order) => unwaiveFee(office, { ...order, approvedBy }));
}

function byHand(
  call: Call,
  act: (office: Office, order: FeeOfYear & { readonly reason: string }) => Promise<MemberFees>,
): Promise<CommandResult> {
  const [memberNo = '', code = '', year = ''] = call.words;
  const order = {
    memberNo,
    code: codeOf(code),
    yearStart: calendarDate(year, 'the start of the year'),
    reason: needText(call, 'reason', 'it in a few words, for whoever reads the journal later'),
  };
  return shown(call, (office) => act(office, order));
}

async function shown(call: Call, ask: (office: Office) => Promise<MemberFees>): Promise<CommandResult> {
  const fees = await withOffice(call, ask);
  return {
    json: fees,
    text: [`${fees.memberNo}  ${fees.name}`, ...fees.certifications.map(certificationText)].join('\n'),
  };
}

function certificationText(certification: CertificationFees): string {
  const { code, status, billedThrough, paidThrough, owedCents, creditCents } = certification;
  const credit = creditCents === 0 ? '' : `, ${displayCents(creditCents)} credit`;
  return [
    `${code}  ${status}; billed through ${billedThrough}, paid through ${paidThrough}; owes ${displayCents(owedCents)}${credit}`,
    ...certification.fees.map(feeText),
  ].join('\n');
}

function feeText({ fee, yearStart, dueOn, amountCents, paidCents, state, changes }: FeeDetail): string {
  const paid = paidCents === 0 ? '' : `, ${displayCents(paidCents)} paid`;
  return [
    `  ${yearStart}  fee ${fee}  ${displayCents(amountCents)} due ${dueOn}: ${state}${paid}`,
    ...changes.map(
      ({ kind, on, reason, approvedBy, actor }) =>
        `      ${kind} on ${on} by ${actor}${approvedBy === null ? '' : ` (allowed by ${approvedBy})`}: ${reason}`,
    ),
  ].join('\n');
}

/** `fees voided` */
export async function voided(call: Call): Promise<CommandResult> {
  const found = await withOffice(call, (office) => listVoided(office, { offset: 0, limit: SHOWN }));
  const lines = found.rows.map(
    ({ memberNo, memberName, code, yearStart, amountCents, voidedOn, reason }) =>
      `${memberNo}  ${memberName}  ${code}  year from ${yearStart}  ${displayCents(amountCents)}  voided on ${voidedOn}: ${reason}`,
  );
  return { json: found, text: lines.length === 0 ? 'No fee is void.' : lines.join('\n') };
}
