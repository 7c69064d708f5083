import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadPolicyBook } from '../../electron/policy/load-policy-book.ts';
import { evaluateStanding } from '../../electron/rules/evaluate-standing.ts';
import { judge } from '../../electron/rules/judge.ts';
import type { Facts } from '../../shared/domain/facts.ts';
import { parseFacts } from '../../shared/domain/parse-facts.ts';
import type { Standing } from '../../shared/domain/standing.ts';
import { SEED } from '../property-seed.ts';
import { type OraclePolicy, oracle } from './oracle.ts';
import { someFacts } from './random-facts.ts';

const book = loadPolicyBook(fileURLToPath(new URL('../../resources', import.meta.url)));

/** policy.md B, written down once more. */
const FEES = { MT: 90, MLT: 90, MDT: 90, CLC: 90, RMA: 50, CMAS: 50, RDA: 50, CMLA: 50, RPT: 50, AHI: 30 };
const POINTS = { MT: 45, MLT: 45, MDT: 36, CLC: 45, RMA: 30, CMAS: 30, RDA: 30, CMLA: 30, RPT: 24, AHI: 30 };
const known: OraclePolicy = {
  feeCents: Object.fromEntries(Object.entries(FEES).map(([code, dollars]) => [code, dollars * 100])),
  points: POINTS,
  graceDays: 0,
};

function withoutWords(standing: Standing) {
  const { reasons: _, cycle, ...rest } = standing;
  const excluded = cycle.excluded.map(({ id, citation }) => ({ id, citation }));
  return { ...rest, cycle: { ...cycle, excluded } };
}

describe('evaluateStanding beside a second reading of the contract', { timeout: 120_000 }, () => {
  it('decides random facts alike', () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(someFacts, (facts) => {
        const standing = evaluateStanding(facts, book, facts.asOf);
        for (const word of wordsOf(facts, standing)) seen.set(word, (seen.get(word) ?? 0) + 1);
        expect(withoutWords(standing)).toEqual(oracle(facts, facts.asOf, known));
      }),
      { numRuns: 2000, seed: SEED },
    );
    // The random facts reach every answer there is, so that agreeing on them means something.
    for (const word of EVERY_ANSWER)
      expect(seen.get(word) ?? 0, `runs that gave ${word}`).toBeGreaterThan(10);
  });

  it('decides alike with a grace period', () => {
    const graced = book.withOverrides([{ name: 'points-grace-days', value: 400 }]);
    fc.assert(
      fc.property(someFacts, (facts) => {
        const standing = evaluateStanding(facts, graced, facts.asOf);
        expect(withoutWords(standing)).toEqual(oracle(facts, facts.asOf, { ...known, graceDays: 400 }));
      }),
      { numRuns: 200, seed: SEED },
    );
  });

  it('judges alike without the trail', () => {
    fc.assert(
      fc.property(someFacts, (facts) => {
        const { reasons: _, cycle, ...rest } = evaluateStanding(facts, book, facts.asOf);
        const { excluded: __, ...plain } = cycle;
        expect(judge(facts, book, facts.asOf)).toEqual({ ...rest, cycle: plain });
      }),
      { numRuns: 1000, seed: SEED },
    );
  });

  it('gets facts that the strict reader accepts unchanged', () => {
    fc.assert(
      fc.property(someFacts, (facts: Facts) => {
        expect(parseFacts(JSON.parse(JSON.stringify(facts)))).toEqual(facts);
      }),
      { numRuns: 1000, seed: SEED },
    );
  });
});

const EVERY_ANSWER = [
  ...[
    'active',
    'due',
    'past-due',
    'lapsed',
    'unbound',
    'attested',
    'points',
    'fees',
    'audit',
    'ccp,exam',
    'exam',
  ],
  ...['points-outstanding', 'audit-open', 'roll-blocked', 'rolled'],
  ...['SC-CCP-1', 'SC-CCP-2', 'SC-CCP-4', 'SC-CCP-5'],
];

function wordsOf({ certification }: Facts, standing: Standing): readonly string[] {
  return [
    standing.status,
    standing.boundByCcp ? 'bound' : 'unbound',
    standing.cycle.attested ? 'attested' : 'unattested',
    standing.lapse?.cause ?? 'no lapse',
    standing.routes.join(','),
    ...standing.attention,
    standing.cycle.start > (certification.recertifiedOn ?? certification.certifiedOn)
      ? 'rolled'
      : 'first cycle',
    ...standing.cycle.excluded.map(({ citation }) => citation),
  ];
}
