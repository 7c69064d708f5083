import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadPolicyBook } from '../../electron/policy/load-policy-book.ts';
import { judge } from '../../electron/rules/judge.ts';
import { watched } from '../../electron/rules/watched-policy.ts';
import { SEED } from '../property-seed.ts';
import { someFacts } from './random-facts.ts';

const book = loadPolicyBook(fileURLToPath(new URL('../../resources', import.meta.url)));

const TRIALS = [
  { name: 'lapse-after-months', value: 24 },
  { name: 'points-grace-days', value: 400 },
  { name: 'points-required.RMA', value: 20 },
  { name: 'annual-fee.MT', value: 95_00, from: '2020-01-01' },
  { name: 'exam-only-after-years', value: 5 },
  { name: 'ccp-bound-from', value: '2010-01-01' },
  { name: 'cycle-years', value: 4, from: '2018-01-01' },
  { name: 'employment-last-day', value: '2022-12-31' },
  { name: 'points-attention-days', value: 90 },
];

test('a judgement in which no answer differed is the very same under the other policy', () => {
  const seen = { differed: 0, alike: 0, other: 0 };
  fc.assert(
    fc.property(someFacts, fc.constantFrom(...TRIALS), (facts, trial) => {
      const tried = book.withOverrides([trial]);
      const asked = watched(book, tried, new Set([trial.name]));
      const [before, after] = [judge(facts, asked, facts.asOf), judge(facts, tried, facts.asOf)];
      if (asked.differed()) {
        seen.differed += 1;
        if (JSON.stringify(before) !== JSON.stringify(after)) seen.other += 1;
      } else {
        seen.alike += 1;
        expect(after).toEqual(before);
      }
      expect(asked.differed()).toBe(false);
    }),
    { numRuns: 3000, seed: SEED },
  );
  for (const [what, count] of Object.entries(seen)) expect(count, what).toBeGreaterThan(30);
});
