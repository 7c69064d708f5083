import type { CertificationCode } from '../../../shared/domain/codes.ts';
import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type { Policy, PolicyValue } from '../../../shared/domain/policy.ts';
import type { ApplicationPoints, ChecklistItem } from '../../../shared/domain/recertification.ts';
import { POINTS_REQUIRED } from '../code-values.ts';
import type { ApplicationCase } from './application.ts';
import { countedPoints } from './counted-points.ts';

// SC-LAPSE-0: "You must meet CURRENT eligibility criteria, not those at initial certification."

/** The points required of an application: as in force on the day it was received. */
export function requiredPoints(
  code: CertificationCode,
  receivedOn: CalendarDate,
  policy: Policy,
): PolicyValue {
  return policy.value(POINTS_REQUIRED[code], receivedOn);
}

export function pointsEnough(application: ApplicationCase): ChecklistItem {
  const { code, receivedOn, policy } = application;
  const required = requiredPoints(code, receivedOn, policy).value;
  const counted = countedPoints(application);
  const short = rounded(required - counted);
  // A line without its proof is asked for by name; only what is short beside these is asked for as points.
  const proven = countedPoints({ ...application, points: application.points.map(withProof(receivedOn)) });
  const waiting = rounded(proven - counted);
  const more = rounded(required - proven);
  return {
    id: 'points',
    title: 'Points required',
    citation: 'SC-LAPSE-0',
    done: short <= 0,
    said: `${counted} of ${required} points count${waiting > 0 ? `, ${waiting} wait for proof` : ''}`,
    ask:
      short > 0 && more > 0
        ? `${more} more CCP ${more === 1 ? 'point' : 'points'}: ${required} are required for ${code}.`
        : '',
  };
}

function withProof(on: CalendarDate): (line: ApplicationPoints) => ApplicationPoints {
  return (line) => ({ ...line, proofOn: line.proofOn ?? on });
}

function rounded(points: number): number {
  return Math.round(points * 100) / 100;
}
