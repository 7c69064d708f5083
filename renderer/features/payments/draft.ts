import { CARD_NUMBER, hasCardNumber } from '../../../shared/domain/card-number.ts';
import type { PaymentMethod } from '../../../shared/domain/codes.ts';
import type { PayingMember, PaymentPart, RemittanceToEnter } from '../../../shared/domain/payments.ts';
import { isCalendarDate } from '../../../shared/util/dates.ts';
import { displayCents, parseCents } from '../../../shared/util/money.ts';
import { expectedCents, partsOf } from './share.ts';

/** One member's share of the cheque that is being entered. */
export interface DraftShare {
  readonly member: PayingMember;
  /** As typed; the share follows what is expected until it is. */
  readonly typed: string | null;
}

/** A cheque while it is being entered. */
export interface Draft {
  readonly shares: readonly DraftShare[];
  /** The cheque's amount as typed; null = the sum of the shares. */
  readonly typedAmount: string | null;
  readonly method: PaymentMethod;
  readonly receivedOn: string;
  readonly reference: string;
  readonly payer: string;
}

/** An empty draft that keeps what is the same for most of a morning's post. */
export function nextDraft(before: Pick<Draft, 'method' | 'receivedOn'>): Draft {
  const { method, receivedOn } = before;
  return { shares: [], typedAmount: null, method, receivedOn, reference: '', payer: '' };
}

/** Whether nothing of a cheque was typed yet. */
export function isBlank({ shares, typedAmount, reference }: Draft): boolean {
  return shares.length === 0 && typedAmount === null && reference === '';
}

export function withMember(draft: Draft, member: PayingMember): Draft {
  const others = draft.shares.filter((share) => share.member.memberNo !== member.memberNo);
  return { ...draft, shares: [...others, { member, typed: null }] };
}

/** A share in cents; null where what is typed is no amount. */
export function shareCents(draft: Draft, share: DraftShare): number | null {
  if (share.typed !== null) return parseCents(share.typed);
  // One member's share is the whole cheque, whatever was expected.
  if (draft.shares.length === 1 && draft.typedAmount !== null) return parseCents(draft.typedAmount);
  return expectedCents(share.member);
}

/** The cheque in cents; null where what is typed is no amount. */
export function amountCents(draft: Draft): number | null {
  if (draft.typedAmount !== null) return parseCents(draft.typedAmount);
  return sum(draft);
}

/** What of the cheque no share has; negative where the shares come to more. */
export function leftCents(draft: Draft): number {
  return (amountCents(draft) ?? 0) - sum(draft);
}

function sum(draft: Draft): number {
  return draft.shares.reduce((cents, share) => cents + (shareCents(draft, share) ?? 0), 0);
}

/** All parts of the cheque, member by member. */
export function draftParts(draft: Draft): readonly PaymentPart[] {
  return draft.shares.flatMap((share) => partsOf(share.member, shareCents(draft, share) ?? 0));
}

export type DraftField = 'who' | 'amount' | 'reference' | 'payer' | 'receivedOn';

/** What keeps the draft from being entered, in one sentence, and where; null where nothing does. */
export function draftProblem(
  draft: Draft,
  today: string,
): { readonly field: DraftField; readonly text: string } | null {
  const cents = amountCents(draft);
  if (hasCardNumber(draft.reference)) return { field: 'reference', text: CARD_NUMBER };
  if (hasCardNumber(draft.payer)) return { field: 'payer', text: CARD_NUMBER };
  if (!isCalendarDate(draft.receivedOn) || draft.receivedOn > today)
    return { field: 'receivedOn', text: 'Give the day on which it came, today at the latest.' };
  if (cents === null || cents <= 0)
    return { field: 'amount', text: 'Type the amount in dollars, such as 50 or 50.00.' };
  if (draft.shares.some((share) => shareCents(draft, share) === null))
    return { field: 'amount', text: 'One of the shares is no amount: type it in dollars, such as 50.00.' };
  const left = leftCents(draft);
  if (left < 0)
    return { field: 'amount', text: `The shares come to ${displayCents(-left)} more than the cheque.` };
  return null;
}

/** What is sent to be entered. Only for a draft without a problem. */
export function toEnter(draft: Draft, deposit: number, confirmDuplicate: boolean): RemittanceToEnter {
  return {
    deposit,
    receivedOn: draft.receivedOn,
    method: draft.method,
    amountCents: amountCents(draft) ?? 0,
    reference: draft.reference.trim(),
    payer: draft.payer.trim(),
    note: '',
    parts: draftParts(draft).filter(({ cents }) => cents > 0),
    confirmDuplicate,
  };
}
