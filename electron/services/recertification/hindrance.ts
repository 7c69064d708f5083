import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type { Policy } from '../../../shared/domain/policy.ts';
import type { ChecklistItem, ExamAttempt } from '../../../shared/domain/recertification.ts';
import { type RecertificationStatus, recertifies } from '../../../shared/domain/recertification-steps.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import type { ApplicationRecord } from '../../repositories/recertification.ts';
import type { Judgement } from '../../rules/judge.ts';
import { routeClosed } from '../../rules/recertification/route-closed.ts';

/** What a step of an application depends on. */
export interface StepGround {
  readonly record: ApplicationRecord;
  readonly checklist: readonly ChecklistItem[];
  readonly attempts: readonly ExamAttempt[];
  /** null where the certification cannot be judged today. */
  readonly standing: Judgement | null;
  readonly policy: Policy;
  readonly today: CalendarDate;
}

/** Why a step that the status allows cannot be taken now, in a sentence; null where it can. */
export function hindrance(ground: StepGround, to: RecertificationStatus): string | null {
  const { record, checklist, standing, policy } = ground;
  const missing = checklist.filter(({ done }) => !done);
  if (to === 'incomplete') return missing.length === 0 ? 'Nothing on the checklist is missing.' : null;
  if ((to === 'under-review' || to === 'approved') && missing.length > 0)
    return `Missing: ${missing.map(({ title }) => title.toLowerCase()).join('; ')}.`;
  if (to === 'approved' || recertifies(to, record.route)) {
    if (record.deceased) return `${record.memberName} (${record.memberNo}) is recorded as deceased.`;
    const closed = standing === null ? null : routeClosed(standing, record.route, policy);
    if (closed !== null)
      return `${closed.why.charAt(0).toUpperCase()}${closed.why.slice(1)} (${closed.citation}).`;
  }
  return to === 'passed' || to === 'failed' ? examAhead(ground) : null;
}

function examAhead({ attempts, today }: StepGround): string | null {
  const set = attempts.find(({ outcome }) => outcome === null);
  return set !== undefined && set.examOn > today ? `The exam is on ${displayDate(set.examOn)}.` : null;
}
