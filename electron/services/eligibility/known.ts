import type { CertificationCode } from '../../../shared/domain/codes.ts';
import type { EligibilityView, KnownFact } from '../../../shared/domain/eligibility.ts';
import type { CalendarDate } from '../../../shared/domain/facts.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import type { PolicyBook } from '../../policy/policy-book.ts';
import { memberIdOf } from '../../repositories/facts.ts';
import { recipients } from '../../repositories/renewal-candidates.ts';
import { openCase } from '../../rules/certification-case.ts';
import { recentPoints } from '../../rules/eligibility/recent-points.ts';
import { wholeYears } from '../../rules/eligibility/whole-years.ts';
import { judge } from '../../rules/judge.ts';
import { countedTo } from '../../rules/routes.ts';
import type { OfficeView } from '../office.ts';
import { certifiedBy, memberUnknown, recordsOfMember } from '../standing.ts';

/** What the office's own records answer. */
export interface KnownOfMember {
  readonly member: NonNullable<EligibilityView['member']>;
  readonly facts: Readonly<Partial<Record<KnownFact, string | number>>>;
  /** When it lapsed; null where it has not, or is not held. */
  readonly lapsedOn: CalendarDate | null;
}

/**
 * What is known of a member for the assistant: whether the certification is held, how long ago it lapsed, and the points on record.
 * @throws StandingError `member-unknown`
 */
export async function knownOf(
  view: OfficeView,
  memberNo: string,
  code: CertificationCode,
  policy: PolicyBook,
  on: CalendarDate,
): Promise<KnownOfMember> {
  const id = await memberIdOf(view.reader, memberNo);
  const name = id === null ? undefined : (await recipients(view.reader, { ids: [id] })).get(id)?.name;
  if (name === undefined) throw memberUnknown(memberNo);
  const records = (await recordsOfMember(view, memberNo, on)).filter(certifiedBy(on));
  const record = records.find((one) => one.code === code);
  // A cap may have cut the points of another certification.
  const { activities } = (record ?? records[0])?.facts ?? { activities: [] };
  const points = recentPoints(activities, policy.value('recertification-points-years', on).value, on);
  if (record === undefined)
    return { member: { memberNo, name, standing: '' }, facts: { held: 'never', points }, lapsedOn: null };
  const { lapse } = judge(record.facts, policy, on);
  if (lapse === null)
    return {
      member: { memberNo, name, standing: `${code} has not lapsed.` },
      facts: { held: 'active', points },
      lapsedOn: null,
    };
  const lapsedYears = wholeYears(lapse.since, countedTo(openCase(record.facts, policy, on)));
  return {
    member: { memberNo, name, standing: `${code} has been lapsed since ${displayDate(lapse.since)}.` },
    facts: { held: 'lapsed', 'lapsed-years': lapsedYears, points },
    lapsedOn: lapse.since,
  };
}
