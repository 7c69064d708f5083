import type { CertificationCode } from '../../../shared/domain/codes.ts';
import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type { ReversalChoices } from '../../../shared/domain/lapse.ts';
import { addMonths } from '../../../shared/util/dates.ts';
import { certificationRecords, memberIdOf } from '../../repositories/facts.ts';
import { openLapseOf } from '../../repositories/lapses.ts';
import { activitiesOfMember } from '../../repositories/member-page.ts';
import { auditsOf } from '../../rules/audit.ts';
import { countedActivities } from '../../rules/cycle-decision.ts';
import { decide } from '../../rules/decision.ts';
import { feeHistory } from '../../rules/fee-history.ts';
import type { OfficeView } from '../office.ts';
import { certificationOf } from '../payments/checks.ts';
import { officePolicy } from '../policy.ts';
import { memberUnknown } from '../standing.ts';

/**
 * What may have been wrong about a lapse, to choose a correction from.
 * @throws StandingError `member-unknown`, `certification-unknown`
 */
export async function reversalChoices(
  view: Pick<OfficeView, 'reader' | 'resources'>,
  { memberNo, code }: { readonly memberNo: string; readonly code: CertificationCode },
  today: CalendarDate,
): Promise<ReversalChoices> {
  const { reader } = view;
  const memberId = await memberIdOf(reader, memberNo);
  if (memberId === null) throw memberUnknown(memberNo);
  const policy = await officePolicy(view);
  const records = await certificationRecords(reader, { first: memberId, last: memberId }, today);
  const record = certificationOf(records, memberNo, code);
  const decision = decide(record.facts, policy, today);
  const { lapse, cycle, case: c } = decision;
  const short = cycle.ended && !cycle.met;
  const counted = new Set(short ? countedActivities(cycle, c).map(({ activity }) => activity) : []);
  const activities = short ? await activitiesOfMember(reader, memberId) : [];
  return {
    memberNo,
    memberName: record.memberName,
    code,
    lapse,
    marked: await openLapseOf(reader, record.certificationId),
    certifiedOn: record.facts.certification.certifiedOn,
    recertifiedOn: record.facts.certification.recertifiedOn,
    years: feeHistory(decision)
      .filter(({ state }) => state === 'unpaid' || state === 'part-paid' || state === 'not-invoiced')
      .filter(
        ({ dueOn }) =>
          dueOn < today && addMonths(dueOn, policy.value('lapse-after-months', dueOn).value) <= today,
      )
      .map(({ yearStart, dueOn, amountCents, paidCents }) => ({
        yearStart,
        dueOn,
        owedCents: amountCents - paidCents,
      })),
    cycle: short ? { start: cycle.start, end: cycle.end } : null,
    audits: auditsOf(c)
      .filter(({ outcome }) => outcome === 'non-compliant')
      .map(({ cycleStart }) => cycleStart),
    activities: activities
      .filter(({ id }) => !counted.has(Number(id)))
      .map(({ id, title, points, completedOn, employedFrom, employedTo }) => ({
        activity: Number(id),
        title,
        points,
        completedOn,
        employedFrom,
        employedTo,
      })),
  };
}
