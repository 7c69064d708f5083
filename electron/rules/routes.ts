import type { RecertificationRoute } from '../../shared/domain/facts.ts';
import type { Lapse } from '../../shared/domain/standing.ts';
import { addYears } from '../../shared/util/dates.ts';
import { beforeRecertification, type CertificationCase } from './certification-case.ts';

// SC-RECERT-2: "If certification lapsed 10+ years, you MUST recertify via exam."
// policy.md C7: counted from the lapse to the date the recertification application was received; ten years to the day
// is 10+. An application from before the last recertification led to that one and is not waiting any more.

const NONE: readonly RecertificationRoute[] = Object.freeze([]);
const EXAM_ONLY: readonly RecertificationRoute[] = Object.freeze(['exam'] as const);
const CCP_OR_EXAM: readonly RecertificationRoute[] = Object.freeze(['ccp', 'exam'] as const);

export function routesOf(c: CertificationCase, lapse: Lapse | null): readonly RecertificationRoute[] {
  if (lapse === null) return NONE;
  const years = c.policy.value('exam-only-after-years', lapse.since).value;
  return addYears(lapse.since, years) <= countedTo(c) ? EXAM_ONLY : CCP_OR_EXAM;
}

/** The date on which the years since a lapse are counted. */
export function countedTo(c: CertificationCase): string {
  const { recertification } = c.facts;
  if (recertification === null || beforeRecertification(c.facts, recertification.receivedOn)) return c.asOf;
  return recertification.receivedOn;
}
