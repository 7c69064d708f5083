import type { MoneyOutcome, PayingMember } from '../../../shared/domain/payments.ts';
import { displayCents } from '../../../shared/util/money.ts';
import type { Office } from '../../services/office.ts';
import { applyCredit, listCredits } from '../../services/payments/credits.ts';
import { assignRemittance } from '../../services/payments/enter.ts';
import { listPayments, listUnassigned } from '../../services/payments/lists.ts';
import { recognise } from '../../services/payments/recognise.ts';
import { refund as refundIt } from '../../services/payments/refund.ts';
import { movePayment, reverse as reverseIt } from '../../services/payments/reverse.ts';
import type { Call } from '../call.ts';
import { asOfDate, type CommandResult, withOffice } from '../command.ts';
import { UsageError } from '../usage.ts';
import { centsOf, dateOf, dateOrNone, idOf, memberWord, methodOf, needText, SHOWN } from './money-options.ts';
import { partsOf } from './money-parts.ts';
import { entryText, outcomeText, paymentText } from './money-words.ts';

const PAGE = { offset: 0, limit: SHOWN };
const A_REASON = 'it in a few words, for whoever reads the journal later';

/** `payments list MEMBER_NO` */
export async function list(call: Call): Promise<CommandResult> {
  const [memberNo = ''] = call.words;
  const found = await withOffice(call, (office) => listPayments(office, memberNo));
  return {
    json: found,
    text:
      found.length === 0 ? `Nothing was paid for member ${memberNo} yet.` : found.map(paymentText).join('\n'),
  };
}

/** `payments find TEXT` */
export async function find(call: Call): Promise<CommandResult> {
  const found = await withOffice(call, (office) => recognise(office, call.words.join(' '), asOfDate(call)));
  const lines = [...(found.message === null ? [] : [found.message]), ...found.candidates.map(payingText)];
  return { json: found, text: lines.join('\n') };
}

function payingText({ memberNo, name, city, state, certifications }: PayingMember): string {
  const owed = certifications.map(({ code, status, owedCents, askedCents, years }) => {
    const asked = askedCents === null ? '' : `, asked for ${displayCents(askedCents)}`;
    const next = years[0] === undefined ? '' : `, pays the year from ${years[0].yearStart} first`;
    return `  ${code}  ${status}, owes ${displayCents(owedCents)}${asked}${next}`;
  });
  return [`${memberNo}  ${name}  ${city} ${state}`.trimEnd(), ...owed].join('\n');
}

/** `payments reverse PAYMENT|--entry ENTRY --reason TEXT [--on DATE]` */
export function reverse(call: Call): Promise<CommandResult> {
  return counter(call, 'mis-keyed');
}

/** `payments bounce PAYMENT|--entry ENTRY --reason TEXT [--on DATE]` */
export function bounce(call: Call): Promise<CommandResult> {
  return counter(call, 'bounced');
}

function counter(call: Call, kind: 'mis-keyed' | 'bounced'): Promise<CommandResult> {
  const entry = call.text('entry');
  const [payment] = call.words;
  if ((payment === undefined) === (entry === null))
    throw new UsageError('give the number of a payment, or --entry with that of an entry of a deposit');
  const of =
    entry === null ? { payment: idOf(payment, 'a payment') } : { remittance: idOf(entry, 'an entry') };
  const reason = needText(call, 'reason', A_REASON);
  const on = dateOf(call, 'on', asOfDate(call));
  return done(call, (office) => reverseIt(office, { of, kind, reason, on }));
}

/** `payments move PAYMENT --to NO:CODE --reason TEXT [--year DATE] [--on DATE]` */
export function move(call: Call): Promise<CommandResult> {
  const payment = idOf(call.words[0], 'a payment');
  const { memberNo, code, cents } = memberWord(needText(call, 'to', 'NUMBER:CODE'));
  if (code === null || cents !== null)
    throw new UsageError('--to takes NUMBER:CODE; a payment is moved whole');
  const order = {
    payment,
    memberNo,
    code,
    yearStart: dateOrNone(call, 'year'),
    recertification: call.flag('recertification'),
    reason: needText(call, 'reason', A_REASON),
    on: dateOf(call, 'on', asOfDate(call)),
  };
  return done(call, (office) => movePayment(office, order));
}

/** `payments assign ENTRY --member NO[:CODE[:AMOUNT]] …` */
export function assign(call: Call): Promise<CommandResult> {
  const remittance = idOf(call.words[0], 'an entry');
  if (call.list('member').length === 0) throw new UsageError('--member is missing; write NUMBER:CODE:AMOUNT');
  return done(call, async (office) => {
    const { rows } = await listUnassigned(office, { offset: 0, limit: Number.MAX_SAFE_INTEGER });
    const left = rows.find((row) => row.remittance === remittance)?.unassignedCents ?? 0;
    // Where nothing is left, the service says so.
    const parts = left === 0 ? [] : await partsOf(office, call, left);
    return assignRemittance(office, { remittance, parts });
  });
}

/** `payments refund PAYMENT --amount A --reason TEXT --method M [--approved-by NAME] [--reference R]` */
export function refund(call: Call): Promise<CommandResult> {
  const order = {
    payment: idOf(call.words[0], 'a payment'),
    cents: centsOf(call, 'amount'),
    reason: needText(call, 'reason', A_REASON),
    approvedBy: call.text('approved-by'),
    method: methodOf(call),
    reference: call.text('reference') ?? '',
  };
  return done(call, (office) => refundIt(office, order));
}

/** `payments apply-credit PAYMENT --fee FEE` */
export function useCredit(call: Call): Promise<CommandResult> {
  const payment = idOf(call.words[0], 'a payment');
  const fee = idOf(needText(call, 'fee', 'the number that “payments credits” offers'), 'a fee');
  return done(call, (office) => applyCredit(office, { payment, fee }));
}

async function done(call: Call, act: (office: Office) => Promise<MoneyOutcome>): Promise<CommandResult> {
  const outcome = await withOffice(call, act);
  return { json: outcome, text: outcomeText(outcome) };
}

/** `payments credits` */
export async function credits(call: Call): Promise<CommandResult> {
  const found = await withOffice(call, (office) => listCredits(office, PAGE));
  const lines = found.rows.map(({ payment, cents, offer }) => {
    const could =
      offer === null
        ? 'no open fee'
        : `could pay ${displayCents(offer.cents)} of fee ${offer.fee} (${offer.code}, year from ${offer.yearStart})`;
    return `payment ${payment.payment}  ${payment.memberNo} ${payment.memberName}  ${payment.code}  ${displayCents(cents)} credit: ${could}`;
  });
  return { json: found, text: lines.length === 0 ? 'No payment has credit.' : lines.join('\n') };
}

/** `payments unassigned` */
export async function unassigned(call: Call): Promise<CommandResult> {
  const found = await withOffice(call, (office) => listUnassigned(office, PAGE));
  return {
    json: found,
    text: found.rows.length === 0 ? 'Everything is assigned.' : found.rows.map(entryText).join('\n'),
  };
}
