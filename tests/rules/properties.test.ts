import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateStanding } from '../../electron/rules/evaluate-standing.ts';
import type { Facts } from '../../shared/domain/facts.ts';
import type { Standing } from '../../shared/domain/standing.ts';
import { addDays } from '../../shared/util/dates.ts';
import { SEED } from '../property-seed.ts';
import { book, course } from './build.ts';
import { someFacts } from './random-facts.ts';

const WORSE = ['active', 'due', 'past-due', 'lapsed'];
const RUNS = { numRuns: 1500, seed: SEED };
const worseness = ({ status }: Standing) => WORSE.indexOf(status);
const standing = (facts: Facts, asOf = facts.asOf) => evaluateStanding(facts, book, asOf);

describe('whatever the facts are', { timeout: 60_000 }, () => {
  it('paying more never worsens a standing', () => {
    fc.assert(
      fc.property(someFacts, fc.nat(), fc.nat(90_00), (facts, which, cents) => {
        fc.pre(facts.fees.length > 0);
        const index = which % facts.fees.length;
        const fees = facts.fees.map((fee, i) =>
          i === index ? { ...fee, paidCents: fee.paidCents + cents } : fee,
        );
        const [before, after] = [standing(facts), standing({ ...facts, fees })];
        expect(worseness(after)).toBeLessThanOrEqual(worseness(before));
        expect(after.fees.nextDueOn >= before.fees.nextDueOn).toBe(true);
        if (!before.mustRecertify) expect(after.mustRecertify).toBe(false);
      }),
      RUNS,
    );
  });

  it('an activity that qualifies never raises what is outstanding in the cycle, nor worsens the standing', () => {
    fc.assert(
      fc.property(someFacts, fc.nat(30), fc.nat(1094), (facts, points, days) => {
        const before = standing(facts);
        const activity = course('new', addDays(before.cycle.start, days), points);
        const after = standing({ ...facts, activities: [...facts.activities, activity] });
        expect(worseness(after)).toBeLessThanOrEqual(worseness(before));
        if (after.cycle.start !== before.cycle.start) return;
        expect(after.cycle.outstanding).toBeLessThanOrEqual(before.cycle.outstanding);
        expect(after.cycle.counted).toBeCloseTo(before.cycle.counted + points, 6);
      }),
      RUNS,
    );
  });

  it('the same facts give the same answer, and are left as they were', () => {
    fc.assert(
      fc.property(someFacts, (facts) => {
        const copy = structuredClone(facts);
        expect(standing(facts)).toEqual(standing(copy));
        expect(facts).toEqual(copy);
      }),
      RUNS,
    );
  });

  it('moving the date forward never un-lapses', () => {
    fc.assert(
      fc.property(someFacts, fc.nat(2000), (facts, days) => {
        fc.pre(standing(facts).mustRecertify);
        const later = standing(facts, addDays(facts.asOf, days));
        expect(later.status).toBe('lapsed');
      }),
      RUNS,
    );
  });

  it('no order of the lists matters', () => {
    fc.assert(
      fc.property(someFacts, fc.infiniteStream(fc.nat()), (facts, random) => {
        const shuffled = {
          ...facts,
          fees: shuffle(facts.fees, random),
          activities: shuffle(facts.activities, random),
          attestations: shuffle(facts.attestations, random),
          audits: shuffle(facts.audits, random),
        };
        expect(standing(shuffled)).toEqual(standing(facts));
      }),
      RUNS,
    );
  });

  it('a standing says the same of itself everywhere', () => {
    fc.assert(
      fc.property(someFacts, (facts) => {
        const { status, mustRecertify, lapse, routes, cycle, fees, boundByCcp, asOf } = standing(facts);
        expect(mustRecertify).toBe(lapse !== null);
        expect(status === 'lapsed').toBe(mustRecertify);
        expect(routes.length > 0).toBe(mustRecertify);
        expect(cycle.start <= asOf).toBe(true);
        expect(cycle.start < cycle.end).toBe(true);
        expect(fees.nextDueOn >= asOf).toBe(true);
        expect(fees.oldestUnpaidDueOn === null || fees.oldestUnpaidDueOn < asOf).toBe(true);
        expect(fees.owedCents).toBeGreaterThanOrEqual(0);
        if (!boundByCcp) expect([cycle.required, cycle.outstanding]).toEqual([0, 0]);
        if (lapse !== null) expect(lapse.since <= asOf).toBe(true);
      }),
      RUNS,
    );
  });
});

function shuffle<T>(list: readonly T[], random: Iterator<number>): T[] {
  return list
    .map((item) => ({ item, at: Number(random.next().value) }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
