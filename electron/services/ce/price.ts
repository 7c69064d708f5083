import type { CeDiscount, CeMemberPrices } from '../../../shared/domain/ce.ts';
import type { CalendarDate } from '../../../shared/domain/facts.ts';
import { ceOfferings } from '../../repositories/ce-offerings.ts';
import { memberIdOf } from '../../repositories/facts.ts';
import { recipients } from '../../repositories/renewal-candidates.ts';
import { ceDiscount } from '../../rules/ce/discount.ts';
import { judge } from '../../rules/judge.ts';
import type { OfficeView } from '../office.ts';
import { officePolicy } from '../policy.ts';
import { certifiedBy, memberUnknown, recordsOfMember } from '../standing.ts';
import { existingOffering, offeringOn } from './catalogue.ts';

/**
 * Whether a member gets the member price on a date (SC-CE-1), judged by where the certifications stand on it.
 * @throws StandingError `member-unknown`
 */
export async function discountOf(view: OfficeView, memberNo: string, on: CalendarDate): Promise<CeDiscount> {
  const id = await memberIdOf(view.reader, memberNo);
  const member = id === null ? undefined : (await recipients(view.reader, { ids: [id] })).get(id);
  if (member === undefined) throw memberUnknown(memberNo);
  const policy = await officePolicy(view);
  const records = await recordsOfMember(view, memberNo, on);
  const certifications = records
    .filter(certifiedBy(on))
    .map(({ code, facts }) => ({ code, status: judge(facts, policy, on).status }));
  const deceased = member.deceasedOn !== null && member.deceasedOn <= on;
  const decided = ceDiscount(certifications, deceased);
  const sentence = policy.sentence(decided.citation).text;
  return { memberNo, name: member.name, on, ...decided, sentence, certifications };
}

/**
 * What a member pays on a date: for one offering, or for all that can be had on it.
 * @throws StandingError `member-unknown`, `offering-unknown`
 */
export async function memberPrices(
  view: OfficeView,
  {
    memberNo,
    offering,
    on,
  }: { readonly memberNo: string; readonly offering: number | null; readonly on: CalendarDate },
): Promise<CeMemberPrices> {
  const discount = await discountOf(view, memberNo, on);
  const kept = offering === null ? await ceOfferings(view.reader) : [await existingOffering(view, offering)];
  const shown = kept.map((one) => offeringOn(one, on));
  return {
    discount,
    offerings: shown
      .filter((one) => offering !== null || one.state === 'open')
      .map((one) => ({ offering: one, priceCents: discount.discounted ? one.memberCents : one.listCents })),
  };
}
