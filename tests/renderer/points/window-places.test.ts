import { describe, expect, test } from 'vitest';
import { placed, placeOf, radiusOf, yearMarks } from '../../../renderer/features/points/window-places.ts';
import type { CountedFor, MemberActivity } from '../../../shared/domain/points.ts';

const CYCLE = { code: 'RMA', cycleStart: '2025-05-01', cycleEnd: '2028-04-30' } as const;

function activity(told: Partial<MemberActivity>, counted: Partial<CountedFor> = {}): MemberActivity {
  const own = {
    code: 'RMA',
    counts: true,
    points: 6,
    cutTo: null,
    fallsIn: null,
    why: 'Six points.',
    citation: 'SC-CCP-4',
  } as const;
  return {
    activity: 1,
    category: 'professional-education',
    title: 'Course',
    provider: '',
    completedOn: '2026-03-01',
    employedFrom: null,
    employedTo: null,
    hours: 6,
    claimed: null,
    granted: 6,
    criteria: { job: true, knowledge: false, degree: false },
    source: 'staff',
    evidence: 'member',
    finding: null,
    externalId: null,
    enteredOn: null,
    enteredBy: null,
    counter: null,
    replaces: null,
    countedFor: [{ ...own, ...counted }],
    ...told,
  };
}

test('a cycle’s days stand from 0 to just below 1, others at its ends', () => {
  expect(placeOf('2025-05-01', CYCLE)).toBe(0);
  expect(placeOf('2028-04-30', CYCLE)).toBeCloseTo(1, 2);
  expect(placeOf('2020-01-01', CYCLE)).toBe(0);
  expect(placeOf('2030-01-01', CYCLE)).toBe(1);
});

test('its years are marked at the anniversaries inside it', () => {
  expect(yearMarks(CYCLE).map(({ day }) => day)).toEqual(['2026-05-01', '2027-05-01']);
});

describe('an activity is drawn', () => {
  test.each([
    ['where it was completed', {}, 1],
    ['on the last day too', { completedOn: '2028-04-30' }, 1],
    ['not before the cycle', { completedOn: '2025-04-30' }, 0],
    ['not once it is withdrawn', { countedFor: [] }, 0],
    [
      'over the days of an employment',
      { completedOn: null, employedFrom: '2024-01-01', employedTo: null },
      1,
    ],
  ] as const)('%s', (_why, told, drawn) => {
    expect(placed([activity(told)], CYCLE, '2026-11-22')).toHaveLength(drawn);
  });

  test('with what it counts, or why it does not', () => {
    const [counts] = placed([activity({})], CYCLE, '2026-11-22');
    expect(counts?.words).toBe('Course, 1 March 2026: 6 points');
    const [not] = placed(
      [activity({}, { counts: false, points: 0, why: 'No criterion.' })],
      CYCLE,
      '2026-11-22',
    );
    expect(not?.words).toBe('Course, 1 March 2026: not counted. No criterion.');
  });
});

test('more points are drawn larger, up to what fits', () => {
  expect(radiusOf(4)).toBeGreaterThan(radiusOf(1));
  expect(radiusOf(400)).toBe(11);
});
