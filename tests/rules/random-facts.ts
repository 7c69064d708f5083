import fc from 'fast-check';
import { ACTIVITY_CATEGORIES, ACTIVITY_SOURCES, CERTIFICATION_CODES } from '../../shared/domain/codes.ts';
import type { ActivityFact, Facts, FeeFact } from '../../shared/domain/facts.ts';
import { addDays, addYears, daysBetween } from '../../shared/util/dates.ts';

const FIRST = '1996-01-01';
const LAST = '2027-12-31';

/** Days on which something changes, where random days would seldom fall. */
const LINES = ['2005-12-31', '2006-01-01', '2014-04-01', '2014-04-02', '2020-12-31', '2021-01-01'] as const;
const LEAP = ['2004-02-29', '2008-02-29', '2016-02-29', '2020-02-29'] as const;

export function dateBetween(from: string, to: string): fc.Arbitrary<string> {
  return fc.integer({ min: 0, max: Math.max(0, daysBetween(from, to)) }).map((days) => addDays(from, days));
}

const someDate = fc.oneof(
  { weight: 6, arbitrary: dateBetween(FIRST, LAST) },
  { weight: 1, arbitrary: fc.constantFrom(...LINES, ...LEAP) },
);

const anyFacts: fc.Arbitrary<Facts> = fc
  .record({
    code: fc.constantFrom(...CERTIFICATION_CODES),
    first: someDate,
    second: someDate,
    third: someDate,
  })
  .chain(({ code, first, second, third }) => {
    const [certifiedOn = first, middle = first, last = first] = [first, second, third].sort();
    return fc.nat(2).chain((kind) => {
      const recertifiedOn = kind === 0 ? middle : null;
      const asOf = telling(recertifiedOn ?? certifiedOn, last);
      return asOf.chain((date) => factsOf(code, certifiedOn, recertifiedOn, date));
    });
  });

/**
 * Facts such as an office has them: mostly paid, mostly complete, with everything that can be amiss. Without bias:
 * fast-check likes small numbers, and all dates would be the first ones.
 */
export const someFacts: fc.Arbitrary<Facts> = fc.noBias(anyFacts);

/** The given date, or one in the weeks around an anniversary, where decisions turn. */
function telling(anchor: string, given: string): fc.Arbitrary<string> {
  const around = fc
    .tuple(fc.integer({ min: 1, max: 14 }), fc.integer({ min: -32, max: 32 }))
    .map(([years, days]) => addDays(addYears(anchor, years), days));
  return fc.oneof({ weight: 1, arbitrary: fc.constant(given) }, { weight: 2, arbitrary: around });
}

function factsOf(
  code: Facts['certification']['code'],
  certifiedOn: string,
  recertifiedOn: string | null,
  asOf: string,
): fc.Arbitrary<Facts> {
  const anchor = recertifiedOn ?? certifiedOn;
  const cycles = cycleStarts(certifiedOn, recertifiedOn, asOf);
  return fc.record({
    asOf: fc.constant(asOf),
    certification: fc.constant({ code, certifiedOn, recertifiedOn }),
    fees: fees(certifiedOn, recertifiedOn, asOf),
    activities: activities(anchor),
    attestations: fc.oneof(
      fc.constant(cycles.map((cycleStart) => ({ cycleStart, attestedOn: addYears(cycleStart, 2) }))),
      fc.array(attestation(cycles), { maxLength: 4 }),
    ),
    audits: fc.oneof(
      { weight: 2, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: fc.array(audit(cycles), { maxLength: 2 }) },
    ),
    recertification: fc.option(fc.record({ route: fc.constantFrom('ccp', 'exam'), receivedOn: someDate }), {
      freq: 4,
    }),
  });
}

function attestation(cycles: readonly string[]) {
  return fc.record({
    cycleStart: fc.constantFrom(...cycles),
    attestedOn: fc.oneof(someDate, fc.constantFrom(...cycles)),
  });
}

function cycleStarts(certifiedOn: string, recertifiedOn: string | null, asOf: string): string[] {
  const old = recertifiedOn === null ? [] : steps(certifiedOn, 0, 3, recertifiedOn);
  const current = steps(recertifiedOn ?? certifiedOn, 0, 3, addYears(asOf, 3));
  return [...old.filter((start) => start < (recertifiedOn ?? '')), ...current];
}

function fees(certifiedOn: string, recertifiedOn: string | null, asOf: string): fc.Arbitrary<FeeFact[]> {
  const old = recertifiedOn === null ? [] : steps(certifiedOn, 1, 1, recertifiedOn);
  // Invoiced two years ahead, or only the years that have come but for the last weeks' one.
  const ahead = fc.constantFrom(addYears(asOf, 2), addDays(asOf, -32));
  return fc.tuple(ahead, fc.constantFrom(0, 0, 0.1, 0.3, 1)).chain(([until, sloppiness]) => {
    const years = [...old, ...steps(recertifiedOn ?? certifiedOn, 1, 1, until)];
    const drawn = fc.tuple(...years.map((start) => fc.tuple(fc.constant(start), fc.nat(99), fc.nat(99))));
    return drawn.map((list) =>
      list
        .filter(([, missing]) => missing >= sloppiness * 20)
        .map(([yearStart, , how]) => fee(yearStart, how, sloppiness)),
    );
  });
}

function fee(yearStart: string, how: number, sloppiness: number): FeeFact {
  const amountCents = how % 17 === 0 ? 0 : 40_00 + how * 10;
  const unpaid = how < sloppiness * 15;
  return {
    yearStart,
    amountCents,
    paidCents: unpaid ? Math.min(how, amountCents) : amountCents,
    waived: how === 1,
  };
}

function activities(anchor: string): fc.Arbitrary<ActivityFact[]> {
  const criteria = fc.record({
    job: fc.nat(9).map((n) => n > 1),
    knowledge: fc.nat(9).map((n) => n > 5),
    degree: fc.boolean().map((yes) => yes && anchor.endsWith('1')),
  });
  const near = fc.integer({ min: -800, max: 5000 }).map((days) => addDays(anchor, days));
  const edge = fc
    .tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: -1, max: 1 }))
    .map(([cycle, days]) => addDays(addYears(anchor, 3 * cycle), days));
  const points = fc.oneof(
    fc.nat(30),
    fc.nat(60).map((halves) => halves / 2),
  );
  const common = { criteria, points, source: fc.constantFrom(...ACTIVITY_SOURCES) };
  const finding = fc.constantFrom(null, null, null, 'accepted' as const, 'rejected' as const);
  const completed = fc.record({
    ...common,
    finding,
    category: fc.constantFrom(...ACTIVITY_CATEGORIES.filter((c) => c !== 'employment-verification')),
    completedOn: fc.oneof(near, edge),
  });
  const employed = fc.record({
    ...common,
    finding,
    category: fc.constant('employment-verification' as const),
    employedFrom: fc.oneof(near, someDate),
    length: fc.option(fc.nat(3000), { freq: 3 }),
  });
  return fc
    .array(fc.oneof({ weight: 4, arbitrary: completed }, { weight: 1, arbitrary: employed }), {
      maxLength: 14,
    })
    .map((list) =>
      list.map((drawn, index): ActivityFact => {
        const id = `a${String(index).padStart(2, '0')}`;
        if (drawn.category !== 'employment-verification') return { id, ...drawn };
        const { length, ...job } = drawn;
        return { id, ...job, employedTo: length === null ? null : addDays(job.employedFrom, length) };
      }),
    );
}

function audit(cycles: string[]) {
  return fc
    .record({
      cycleStart: fc.constantFrom(...cycles),
      selectedOn: someDate,
      days: fc.nat(400),
      outcome: fc.constantFrom(null, 'compliant' as const, 'non-compliant' as const),
    })
    .map(({ cycleStart, selectedOn, days, outcome }) => ({
      cycleStart,
      selectedOn,
      closedOn: outcome === null ? null : addDays(selectedOn, days),
      outcome,
    }));
}

function steps(anchor: string, from: number, step: number, until: string): string[] {
  const dates: string[] = [];
  for (let n = from; addYears(anchor, n) <= until; n += step) dates.push(addYears(anchor, n));
  return dates;
}
