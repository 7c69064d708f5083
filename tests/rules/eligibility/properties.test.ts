import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { resourcesFolder } from '../../../electron/platform/resources.ts';
import { loadPolicyBook } from '../../../electron/policy/load-policy-book.ts';
import { assess } from '../../../electron/rules/eligibility/assess.ts';
import { guideOf } from '../../../electron/services/eligibility/guide.ts';
import { CERTIFICATION_CODES, type CertificationCode } from '../../../shared/domain/codes.ts';
import type {
  EligibilityAnswer,
  EligibilityAnswers,
  EligibilityGuide,
  EligibilityQuestion,
  RouteResult,
} from '../../../shared/domain/eligibility.ts';
import { TODAY } from '../../temp-office.ts';

const RESOURCES = resourcesFolder();
const POLICY = loadPolicyBook(RESOURCES);

function guide(code: CertificationCode): EligibilityGuide {
  return guideOf(RESOURCES, code, POLICY, () => TODAY);
}

/** Any answer that the question can have, near its bounds and “not sure” among them. */
function anyAnswer({ answer }: EligibilityQuestion): fc.Arbitrary<EligibilityAnswer> {
  const value =
    answer.kind === 'choice'
      ? fc.constantFrom(...answer.options.map(({ id }) => id))
      : fc.oneof(
          fc.integer({ min: answer.least, max: Math.min(answer.most, 12) }),
          fc.integer({ min: answer.least, max: answer.most }),
        );
  return fc.oneof({ weight: 9, arbitrary: value }, { weight: 1, arbitrary: fc.constant(null) });
}

function allAnswers({ questions }: EligibilityGuide): fc.Arbitrary<EligibilityAnswers> {
  return fc.record(Object.fromEntries(questions.map((question) => [question.id, anyAnswer(question)])));
}

/** Answers what is asked until nothing is asked any more. @throws when a question comes twice */
function walk(
  over: EligibilityGuide,
  answers: EligibilityAnswers,
): { readonly path: EligibilityAnswers; readonly left: readonly number[] } {
  let path: EligibilityAnswers = {};
  const left: number[] = [];
  for (;;) {
    const { next, routes } = assess(over, path);
    left.push(routes.filter(({ state }) => state !== 'out').length);
    if (next === null) return { path, left };
    if (Object.hasOwn(path, next.id)) throw new Error(`${next.id} is asked twice`);
    path = { ...path, [next.id]: answers[next.id] ?? null };
  }
}

/** What a result says: a closed way by what closed it, another by every need. */
function said({ route, state, needs, closedBy }: RouteResult) {
  return state === 'out'
    ? [route.id, state, closedBy?.question]
    : [route.id, state, needs.map((need) => need.state)];
}

describe.each(CERTIFICATION_CODES)('SC-RECERT-4 SC-LAPSE-0: the assistant of %s', (code) => {
  const own = guide(code);

  test('ends on every path, asks nothing twice, and never reopens a way', () => {
    fc.assert(
      fc.property(allAnswers(own), (answers) => {
        const { path, left } = walk(own, answers);
        expect(Object.keys(path).length).toBeLessThanOrEqual(own.questions.length);
        expect(left).toEqual(left.toSorted((a, b) => b - a));
      }),
      { numRuns: 150, seed: 7 },
    );
  });

  test('says by the questions it asked what it says by all answers at once', () => {
    fc.assert(
      fc.property(allAnswers(own), (answers) => {
        const asked = assess(own, walk(own, answers).path);
        const all = assess(own, answers);
        expect(asked.next).toBeNull();
        expect(all.next).toBeNull();
        expect(asked.routes.map(said)).toEqual(all.routes.map(said));
      }),
      { numRuns: 150, seed: 11 },
    );
  });

  test('has every way met by some answers', () => {
    for (const { id } of own.routes) {
      const met = fc
        .sample(allAnswers(own), { numRuns: 3000, seed: 3 })
        .some((answers) =>
          assess(own, answers).routes.some(
            ({ route, state, needs }) =>
              route.id === id && state === 'fits' && needs.every((need) => need.state !== 'out'),
          ),
        );
      expect([id, met]).toEqual([id, true]);
    }
  });
});

interface Case {
  readonly name: string;
  readonly answers: EligibilityAnswers;
  /** The ways that fit, and what is still needed of each. */
  readonly fits: readonly string[];
  readonly closed: readonly string[];
}

const LAPSED = { held: 'lapsed', 'lapsed-years': 3, points: 30 };
const UNTRAINED = {
  training: 'none',
  'training-hours': 0,
  'graduated-years': 0,
  'work-years': 0,
  'teaching-years': 0,
};

const CASES: readonly Case[] = [
  {
    name: 'SC-RECERT-1: lapsed for less than ten years with the points',
    answers: { ...LAPSED, ...UNTRAINED },
    fits: ['ccp', 'work+work-years', 'teaching+teaching-years'],
    closed: ['education:training', 'education-and-work:training', 'military:training'],
  },
  {
    name: 'SC-RECERT-2: ten years to the day are ten: by exam alone',
    answers: { ...LAPSED, 'lapsed-years': 10, ...UNTRAINED, 'work-years': 5 },
    fits: ['work', 'teaching+teaching-years'],
    closed: ['ccp:lapsed-years', 'education:training', 'education-and-work:training', 'military:training'],
  },
  {
    name: 'SC-RECERT-1: short of points, which can be made up for',
    answers: { ...LAPSED, points: 29, ...UNTRAINED },
    fits: ['ccp+points', 'work+work-years', 'teaching+teaching-years'],
    closed: ['education:training', 'education-and-work:training', 'military:training'],
  },
  {
    name: 'SC-RECERT-3: an accredited program of lately',
    answers: { ...LAPSED, ...UNTRAINED, training: 'accredited', 'training-hours': 720, 'graduated-years': 4 },
    fits: ['ccp', 'education', 'education-and-work+work-years', 'work+work-years', 'teaching+teaching-years'],
    closed: ['military:training'],
  },
  {
    name: 'SC-LAPSE-0: a program that meets today’s hours by one too few',
    answers: { ...LAPSED, ...UNTRAINED, training: 'accredited', 'training-hours': 719, 'graduated-years': 4 },
    fits: ['ccp', 'work+work-years', 'teaching+teaching-years'],
    closed: ['education:training-hours', 'education-and-work:training-hours', 'military:training'],
  },
  {
    name: 'not lapsed: nothing to come back to',
    answers: { ...LAPSED, held: 'active', ...UNTRAINED },
    fits: [],
    closed: [
      'ccp:held',
      'education:held',
      'education-and-work:held',
      'military:held',
      'work:held',
      'teaching:held',
    ],
  },
  {
    name: 'never held: not by CCP',
    answers: { held: 'never', ...UNTRAINED, 'work-years': 5 },
    fits: ['work', 'teaching+teaching-years'],
    closed: ['ccp:held', 'education:training', 'education-and-work:training', 'military:training'],
  },
];

test.each(CASES)('RMA, $name', ({ answers, fits, closed }) => {
  const { routes } = assess(guide('RMA'), answers);
  const fitting = routes
    .filter(({ state }) => state === 'fits')
    .map(({ route, needs }) =>
      [route.id, ...needs.filter(({ state }) => state === 'still').map(({ need }) => need.question)].join(
        '+',
      ),
    );
  expect(fitting).toEqual(fits);
  expect(
    routes
      .filter(({ state }) => state === 'out')
      .map(({ route, closedBy }) => `${route.id}:${closedBy?.question}`),
  ).toEqual(closed);
});

test('a way whose only question is not sure stays, to be shown', () => {
  const { routes } = assess(guide('RMA'), { ...LAPSED, ...UNTRAINED, 'work-years': null });
  const work = routes.find(({ route }) => route.id === 'work');
  expect(work).toMatchObject({ state: 'fits', needs: [{ state: 'met' }, { state: 'unsure' }] });
});
