import type { CalendarDate } from '../../shared/domain/facts.ts';
import type { Lapse, LapseCause } from '../../shared/domain/standing.ts';
import type { CertificationCase } from './certification-case.ts';
import type { FeeYears } from './fee-years.ts';
import { lapseByAudit } from './lapse-by-audit.ts';
import { lapseByFees } from './lapse-by-fees.ts';
import { lapseByPoints } from './lapse-by-points.ts';
import type { OpenCycle } from './open-cycle.ts';

// policy.md C7: a lapse counts from the first unmet due date that led to it. On one date audit comes before points and
// points before fees.

export function lapseOf(c: CertificationCase, fees: FeeYears, cycle: OpenCycle): Lapse | null {
  const byAudit = lapseOn('audit', lapseByAudit(c));
  const byPoints = lapseOn('points', lapseByPoints(c, cycle));
  const byFees = lapseOn('fees', lapseByFees(c, fees));
  return earlier(earlier(byAudit, byPoints), byFees);
}

function lapseOn(cause: LapseCause, since: CalendarDate | null): Lapse | null {
  return since === null ? null : { cause, since };
}

/** The first of two where both are of one date. */
function earlier(first: Lapse | null, second: Lapse | null): Lapse | null {
  if (first === null || second === null) return first ?? second;
  return second.since < first.since ? second : first;
}
