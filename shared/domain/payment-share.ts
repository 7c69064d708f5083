import type { PayableCertification, PayingMember, PaymentPart } from './payments.ts';

/** What a member's money is expected to be: what the stub asks, else what is owed, else the next fee. Whole cents. */
export function expectedCents(member: PayingMember): number {
  return member.certifications.reduce(
    (sum, one) => sum + (one.recertificationCents ?? 0) + askOf(one, member),
    0,
  );
}

/**
 * A member's money put to the certifications: each gets what it asks, in their order; what is over stays as credit with the first
 * that can use it.
 */
export function partsOf(member: PayingMember, cents: number): readonly PaymentPart[] {
  let left = cents;
  const parts = new Map<PayableCertification, number>();
  const take = (most: number): number => {
    const given = Math.max(0, Math.min(left, most));
    left -= given;
    return given;
  };
  const give = (one: PayableCertification, most: number): void => {
    const given = take(most);
    if (given > 0) parts.set(one, (parts.get(one) ?? 0) + given);
  };
  // A stub that came with the money says what it is for.
  for (const one of member.certifications)
    if ((one.recertificationCents ?? 0) === 0) give(one, one.askedCents ?? 0);
  // Whoever has applied for recertification pays for that; the old fees of that certification no longer bring it back.
  const applications = member.certifications
    .map(({ code, recertificationCents }) => ({ code, cents: take(recertificationCents ?? 0) }))
    .filter((part) => part.cents > 0)
    .map((part): PaymentPart => ({ ...part, ...whole(member), recertification: true }));
  for (const one of member.certifications) give(one, askOf(one, member) - (parts.get(one) ?? 0));
  for (const one of member.certifications) give(one, one.owedCents - (parts.get(one) ?? 0));
  const first = member.certifications.find((one) => !one.mustRecertify) ?? member.certifications[0];
  if (first !== undefined) give(first, left);
  const fees = [...parts].map(([{ code }, cents]): PaymentPart => ({ code, cents, ...whole(member) }));
  return [...applications, ...fees];
}

function whole({ memberNo }: PayingMember): Pick<PaymentPart, 'memberNo' | 'yearStart'> {
  return { memberNo, yearStart: null };
}

/** What is asked for one: what its stub asks, where there is a stub; nothing of a lapsed certification, which renewing does not cure. */
function askOf(one: PayableCertification, member: PayingMember): number {
  if (member.certifications.some(({ askedCents }) => askedCents !== null)) return one.askedCents ?? 0;
  if (one.mustRecertify) return 0;
  if (one.owedCents > 0) return one.owedCents;
  return member.owedCents === 0 ? upcomingCents(one) : 0;
}

/** What a payment can settle of a certification now: what is owed, else the fee ahead. Whole cents. */
export function payableCents(one: PayableCertification): number {
  return one.owedCents > 0 ? one.owedCents : upcomingCents(one);
}

function upcomingCents({ years }: PayableCertification): number {
  return years.find(({ state }) => state === 'upcoming')?.owedCents ?? 0;
}
