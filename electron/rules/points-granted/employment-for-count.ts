import type { EmploymentActivityFact } from '../../../shared/domain/facts.ts';
import { epochDay } from '../../../shared/util/dates.ts';
import type { CertificationCase } from '../certification-case.ts';
import type { Cycle } from '../cycle.ts';
import { employmentDays } from '../employment.ts';

// policy.md C4: an employment counts in proportion to its days in the cycle, rounded down to whole points.

/**
 * The fewest points for the whole of an employment that leave `count` whole points of it in a cycle.
 * @param count not more than its points leave now
 */
export function pointsForCount(
  job: EmploymentActivityFact,
  count: number,
  cycle: Cycle,
  c: CertificationCase,
): number {
  const days = employmentDays(job, cycle, c);
  if (count === 0 || days === 0) return 0;
  const last = job.employedTo === null || job.employedTo > c.asOf ? c.asOf : job.employedTo;
  const all = epochDay(last) - epochDay(job.employedFrom) + 1;
  return Math.ceil((count * 100 * all) / days) / 100;
}
