import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CertificationCase, openCase } from '../../electron/rules/certification-case.ts';
import { type Cycle, cycleAt } from '../../electron/rules/cycle.ts';
import { employmentPoints } from '../../electron/rules/employment.ts';
import { exclusionOf } from '../../electron/rules/exclusion.ts';
import { cyclePoints } from '../../electron/rules/points.ts';
import type { ActivityFact } from '../../shared/domain/facts.ts';
import { SEED } from '../property-seed.ts';
import { book } from './build.ts';
import { someFacts } from './random-facts.ts';

/** SC-CCP-4, read activity by activity: what nothing excludes counts, and what was rejected was claimed as well. */
function oneByOne(cycle: Cycle, c: CertificationCase) {
  const hundredths = (activity: ActivityFact) =>
    Math.round(
      100 *
        (activity.category === 'employment-verification'
          ? employmentPoints(activity, cycle, c)
          : activity.points),
    );
  let [counted, rejected] = [0, 0];
  for (const activity of c.facts.activities) {
    const exclusion = exclusionOf(activity, cycle, c);
    if (exclusion === null) counted += hundredths(activity);
    if (exclusion === 'rejected') rejected += hundredths(activity);
  }
  return { counted: counted / 100, claimed: (counted + rejected) / 100 };
}

test('a cycle’s points are those of its activities one by one, whosever list was read before', () => {
  const seen = { something: 0, rejected: 0, employed: 0 };
  fc.assert(
    fc.property(someFacts, someFacts, (facts, others) => {
      const [own, other] = [facts, others].map((of) => openCase(of, book, of.asOf));
      if (own === undefined || other === undefined) throw new Error('Two cases were opened.');
      for (let index = 0; index < 4; index++)
        // The lists take turns, so that neither may be answered with what was read of the other.
        for (const c of [own, other, own]) {
          const cycle = cycleAt(c, index);
          const points = cyclePoints(cycle, c);
          expect(points).toEqual(oneByOne(cycle, c));
          if (points.counted > 0) seen.something += 1;
          if (points.claimed > points.counted) seen.rejected += 1;
          if (c.facts.activities.some((job) => job.category === 'employment-verification'))
            seen.employed += 1;
        }
    }),
    { numRuns: 500, seed: SEED },
  );
  for (const [what, count] of Object.entries(seen)) expect(count, what).toBeGreaterThan(30);
});
