import { partsOf } from '../../../shared/domain/payment-share.ts';
import type { PayableCertification, PayingMember, PaymentPart } from '../../../shared/domain/payments.ts';
import { displayCents } from '../../../shared/util/money.ts';
import { countOf, listed } from '../payments/words.ts';
import type { MoneyLine } from './read-file.ts';

/** What a member's money plainly pays, or why that is not plain. */
export type Parts =
  | { readonly parts: readonly PaymentPart[]; readonly exact: boolean }
  | { readonly doubt: string };

/** What a line pays for the member whose it is: one certification, or exactly what is asked or owed for several. Whole cents. */
export function partsFor(member: PayingMember, { cents, code }: Pick<MoneyLine, 'cents' | 'code'>): Parts {
  const { certifications, name } = member;
  if (member.deceased)
    return { doubt: `${name} is on record as deceased; ask the family before it is entered.` };
  if (certifications.length === 0)
    return { doubt: `${name} has no certification that a payment could be for.` };
  if (code !== '') {
    const named = certifications.find((one) => one.code === code);
    if (named === undefined)
      return { doubt: `${name} has no ${code}, only ${listed(certifications.map((one) => one.code))}.` };
    return forOne(member, named, cents);
  }
  const asked = certifications.filter(({ askedCents }) => (askedCents ?? 0) > 0);
  const askedCents = asked.reduce((sum, one) => sum + (one.askedCents ?? 0), 0);
  if (asked.length > 0 && askedCents === cents && !certifications.some(applied))
    return lapsedAmong(member, asked) ?? { parts: partsOf(member, cents), exact: true };
  const only = asked.length === 1 ? asked[0] : certifications.length === 1 ? certifications[0] : undefined;
  return only === undefined ? forSeveral(member, cents) : forOne(member, only, cents);
}

function forOne(member: PayingMember, one: PayableCertification, cents: number): Parts {
  const part: PaymentPart = { memberNo: member.memberNo, code: one.code, cents, yearStart: null };
  if (applied(one)) {
    if (one.recertificationCents === cents)
      return { parts: [{ ...part, recertification: true }], exact: true };
    return {
      doubt: `${member.name} has applied to recertify as ${one.code} and owes ${displayCents(one.recertificationCents ?? 0)} for that; ${displayCents(cents)} is another amount.`,
    };
  }
  const expected = [one.owedCents, one.askedCents, aheadOf(one)];
  return lapsedAmong(member, [one]) ?? { parts: [part], exact: expected.includes(cents) };
}

function lapsedAmong(
  { name }: PayingMember,
  certifications: readonly PayableCertification[],
): { readonly doubt: string } | null {
  const lapsed = certifications.find(({ mustRecertify }) => mustRecertify);
  return lapsed === undefined
    ? null
    : { doubt: `${name} must recertify as ${lapsed.code}; a payment alone does not bring it back.` };
}

function forSeveral(member: PayingMember, cents: number): Parts {
  const { certifications, name, owedCents } = member;
  const live = certifications.filter(({ mustRecertify }) => !mustRecertify);
  const liveCents = live.reduce((sum, one) => sum + one.owedCents, 0);
  if (liveCents > 0 && liveCents === cents && !certifications.some(applied))
    return { parts: partsOf(member, cents), exact: true };
  const single = certifications.filter((one) => {
    if (applied(one)) return one.recertificationCents === cents;
    return !one.mustRecertify && (owedCents > 0 ? one.owedCents : aheadOf(one)) === cents;
  });
  const [only] = single;
  if (only !== undefined && single.length === 1) return forOne(member, only, cents);
  const owes = certifications.map(
    (one) => `${one.code} ${displayCents(one.owedCents + (one.recertificationCents ?? 0))}`,
  );
  return {
    doubt: `${name} has ${countOf(certifications.length, 'certification')} and owes ${listed(owes)}; ${displayCents(cents)} does not say which it is for.`,
  };
}

/** An application for recertification is open and its fee not paid. */
function applied({ recertificationCents }: PayableCertification): boolean {
  return recertificationCents !== null && recertificationCents > 0;
}

function aheadOf({ years }: PayableCertification): number {
  return years.find(({ state }) => state === 'upcoming')?.owedCents ?? 0;
}
