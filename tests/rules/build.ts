import { fileURLToPath } from 'node:url';
import { loadPolicyBook } from '../../electron/policy/load-policy-book.ts';
import { evaluateStanding } from '../../electron/rules/evaluate-standing.ts';
import type { CertificationCode } from '../../shared/domain/codes.ts';
import type { ActivityFact, Facts, FeeFact } from '../../shared/domain/facts.ts';
import { parseFacts } from '../../shared/domain/parse-facts.ts';
import type { Standing } from '../../shared/domain/standing.ts';
import { addYears } from '../../shared/util/dates.ts';

/** The policy book that ships. */
export const book = loadPolicyBook(fileURLToPath(new URL('../../resources', import.meta.url)));

/** What a case says about a certification; the rest is empty. */
export interface Told extends Partial<Omit<Facts, 'asOf' | 'certification'>> {
  readonly code?: CertificationCode;
  readonly certifiedOn: string;
  readonly recertifiedOn?: string;
}

/** The standing on a date of what a case tells, after the strict reader has accepted it. */
export function standingOn(asOf: string, told: Told): Standing {
  return evaluateStanding(factsOn(asOf, told), book, asOf);
}

export function factsOn(asOf: string, told: Told): Facts {
  const { code = 'RMA', certifiedOn, recertifiedOn = null, ...rest } = told;
  return parseFacts({
    asOf,
    certification: { code, certifiedOn, recertifiedOn },
    fees: [],
    activities: [],
    attestations: [],
    audits: [],
    recertification: null,
    ...rest,
  });
}

/** Fees of the years from the nth anniversary to another, paid in full. */
export function paid(anchor: string, from: number, to: number): FeeFact[] {
  return Array.from({ length: to - from + 1 }, (_, index) => fee(anchor, from + index, 50_00));
}

/** The fee of the nth anniversary. */
export function fee(anchor: string, n: number, paidCents: number, waived = false): FeeFact {
  return { yearStart: addYears(anchor, n), amountCents: 50_00, paidCents, waived };
}

const JOB = { job: true, knowledge: false, degree: false };

export function course(id: string, completedOn: string, points: number, more: Partial<ActivityFact> = {}) {
  const activity = { id, category: 'professional-education', completedOn, points, criteria: JOB };
  // The overrides of a case are of the same kind of activity.
  return { ...activity, source: 'member', finding: null, ...more } as ActivityFact;
}

export function job(
  id: string,
  employedFrom: string,
  employedTo: string | null,
  points: number,
): ActivityFact {
  const category = 'employment-verification';
  return { id, category, employedFrom, employedTo, points, criteria: JOB, source: 'member', finding: null };
}

export function citations(standing: Standing): readonly string[] {
  return standing.reasons.map((reason) => reason.citation);
}
