import { ACTIVITY_CATEGORIES } from '../../../shared/domain/codes.ts';
import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type {
  CategoryPoints,
  CountedFor,
  MemberActivity,
  MemberPoints,
  PointsOfCertification,
} from '../../../shared/domain/points.ts';
import { daysBetween } from '../../../shared/util/dates.ts';
import { cutsOf, type RecordedActivity } from '../../repositories/activities.ts';
import { standingAttestations } from '../../repositories/attestations.ts';
import type { CertificationRecord } from '../../repositories/facts.ts';
import type { Decision } from '../../rules/decision.ts';
import { verdictOnRecord } from '../../rules/entry/verdict.ts';
import { verdictWords } from '../../rules/entry/verdict-words.ts';
import { pointsInCategory } from '../../rules/points-granted/within-cap.ts';
import type { OfficeView } from '../office.ts';
import { type EntryGround, groundOf, standingNow } from './preview.ts';
import { briefOf } from './standing-change.ts';

/**
 * Everything about a member's points: how the open cycle of each certification stands, and every activity ever recorded with what it
 * counts for.
 * @throws StandingError `member-unknown`
 */
export async function memberPoints(
  view: Pick<OfficeView, 'reader' | 'resources'>,
  memberNo: string,
  today: CalendarDate,
): Promise<MemberPoints> {
  const ground = await groundOf(view, memberNo, today);
  const cuts = await cutsOf(view.reader, ground.memberId);
  const attestations = await standingAttestations(view.reader, ground.memberId);
  const cutTo = (certification: number, activity: number) =>
    cuts.find((cut) => cut.certification === certification && cut.activity === activity)?.points ?? null;
  return {
    memberNo,
    memberName: ground.memberName,
    asOf: today,
    certifications: ground.records.map((record) => {
      const decision = standingNow(record, ground);
      const attestation = attestations.find(
        ({ certificationId, cycleStart }) =>
          certificationId === record.certificationId && cycleStart === decision.cycle.start,
      );
      return {
        ...ofCertification(decision, today),
        attestation:
          attestation === undefined
            ? null
            : {
                attestation: attestation.attestation,
                attestedOn: attestation.attestedOn,
                recordedBy: attestation.recordedBy,
              },
      };
    }),
    activities: ground.recorded.map(
      (activity): MemberActivity => ({
        ...activity,
        countedFor:
          activity.counter === null
            ? ground.records.flatMap((record) =>
                countedFor(activity, record, ground, cutTo(record.certificationId, activity.activity)),
              )
            : [],
      }),
    ),
  };
}

function ofCertification(
  decision: Decision,
  today: CalendarDate,
): Omit<PointsOfCertification, 'attestation'> {
  const { case: c, cycle } = decision;
  return {
    code: c.facts.certification.code,
    bound: c.bound,
    ...briefOf(decision),
    daysLeft: daysBetween(today, cycle.end),
    categories: ACTIVITY_CATEGORIES.map((category): CategoryPoints => {
      const cap = c.policy.value(`points-cap.${category}`, cycle.start);
      return {
        category,
        counted: pointsInCategory(category, cycle, c),
        cap: cap.value,
        capConfirmed: cap.confirmed,
      };
    }),
  };
}

/** What an activity on record does for a certification, by the points it was granted: no cap is applied a second time. */
function countedFor(
  activity: RecordedActivity,
  record: CertificationRecord,
  ground: EntryGround,
  cutTo: number | null,
): readonly CountedFor[] {
  const fact = record.facts.activities.find(({ id }) => id === String(activity.activity));
  if (fact === undefined) return [];
  const verdict = verdictOnRecord(fact, standingNow(record, ground));
  const { why, citations } = verdictWords(fact, verdict);
  return [
    {
      code: record.code,
      counts: verdict.because === null,
      points: verdict.because === null ? verdict.points : 0,
      cutTo,
      fallsIn: verdict.fallsIn,
      why,
      citation: citations[0] ?? 'SC-CCP-1',
    },
  ];
}
