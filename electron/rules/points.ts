import type { CertificationCase } from './certification-case.ts';
import type { Cycle } from './cycle.ts';
import { datedPoints, earnedWithin } from './dated-points.ts';
import { employmentPoints } from './employment.ts';
import { exclusionOf } from './exclusion.ts';

// SC-CCP-4: "All CE points claimed MUST have been earned in the CCP cycle being reported."
// What counts is what `exclusionOf` excludes for no reason; what was claimed is that with what it excludes as rejected.

/** Points of a cycle. Summed in hundredths, so that no order of the activities gives another sum. */
export interface CyclePoints {
  /** What counts, without what was rejected on review. */
  readonly counted: number;
  /** The same with what was rejected. */
  readonly claimed: number;
}

export function cyclePoints(cycle: Cycle, c: CertificationCase): CyclePoints {
  const { granted, rejected, employments } = datedPoints(c.facts.activities);
  const { startKey, endKey } = cycle;
  let counted = earnedWithin(granted, startKey, endKey);
  let refused = earnedWithin(rejected, startKey, endKey);
  for (const job of employments) {
    const exclusion = exclusionOf(job, cycle, c);
    if (exclusion === null) counted += employmentPoints(job, cycle, c) * 100;
    else if (exclusion === 'rejected') refused += employmentPoints(job, cycle, c) * 100;
  }
  return { counted: counted / 100, claimed: (counted + refused) / 100 };
}
