import { payableCents } from '../../../shared/domain/payment-share.ts';
import type { PayingMember, PaymentPart } from '../../../shared/domain/payments.ts';
import { displayCents } from '../../../shared/util/money.ts';

export { expectedCents, partsOf } from '../../../shared/domain/payment-share.ts';

/** What each part will do, in a few words: `RMA $50.00`, `MT $40.00 of $90.00`, `RMA $60.00, $10.00 of it as credit`. */
export function partWords(member: PayingMember, part: PaymentPart): string {
  const one = member.certifications.find(({ code }) => code === part.code);
  const paid = `${part.code} ${displayCents(part.cents)}`;
  if (part.recertification === true) return `${paid} for the recertification`;
  const payable = one === undefined ? 0 : payableCents(one);
  if (part.cents > payable)
    return payable === 0
      ? `${paid} as credit`
      : `${paid}, ${displayCents(part.cents - payable)} of it as credit`;
  if (one !== undefined && part.cents < one.owedCents) return `${paid} of ${displayCents(one.owedCents)}`;
  return paid;
}
