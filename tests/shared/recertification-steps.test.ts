import { describe, expect, test } from 'vitest';
import {
  isClosed,
  needsReason,
  RECERTIFICATION_STATUSES,
  type RecertificationStatus,
  recertifies,
  statusesOf,
  stepsFrom,
} from '../../shared/domain/recertification-steps.ts';

/** What both ways have alike. */
const SHARED = [
  'received > incomplete',
  'received > under-review',
  'received > withdrawn',
  'incomplete > under-review',
  'incomplete > denied',
  'incomplete > withdrawn',
  'under-review > approved',
  'under-review > incomplete',
  'under-review > denied',
  'under-review > withdrawn',
];

/** Every step that is allowed, by route: what is not here is refused. Written out, so that the table and the program can differ. */
const ALLOWED: Readonly<Record<'ccp' | 'exam', readonly string[]>> = {
  ccp: [...SHARED, 'approved > badge'],
  exam: [
    ...SHARED,
    'approved > authorised',
    'approved > withdrawn',
    'authorised > scheduled',
    'authorised > withdrawn',
    'scheduled > passed',
    'scheduled > failed',
    'scheduled > authorised',
    'scheduled > withdrawn',
    'failed > authorised',
    'failed > denied',
    'failed > withdrawn',
    'passed > badge',
  ],
};

describe.each(['ccp', 'exam'] as const)('SC-RECERT-1, SC-RECERT-3: the steps by %s', (route) => {
  const pairs = RECERTIFICATION_STATUSES.flatMap((from) =>
    RECERTIFICATION_STATUSES.map((to) => [from, to] as const),
  );

  test.each(pairs)('%s > %s', (from, to) => {
    expect(stepsFrom(from, route).includes(to)).toBe(ALLOWED[route].includes(`${from} > ${to}`));
  });

  test('nothing comes after what is closed, and everything open can go on', () => {
    for (const status of statusesOf(route))
      expect(stepsFrom(status, route).length === 0).toBe(isClosed(status));
  });

  test('every status can be reached from the first', () => {
    const reached = new Set<RecertificationStatus>(['received']);
    for (const status of reached) for (const next of stepsFrom(status, route)) reached.add(next);
    expect([...reached].toSorted()).toEqual(statusesOf(route).toSorted());
  });
});

test('one step recertifies: the approval by CCP, the pass by exam', () => {
  const by = (route: 'ccp' | 'exam') => RECERTIFICATION_STATUSES.filter((to) => recertifies(to, route));
  expect(by('ccp')).toEqual(['approved']);
  expect(by('exam')).toEqual(['passed']);
});

test('a denial, a withdrawal and a cancelled exam say why', () => {
  expect(needsReason('under-review', 'denied')).toBe(true);
  expect(needsReason('received', 'withdrawn')).toBe(true);
  expect(needsReason('scheduled', 'authorised')).toBe(true);
  expect(needsReason('failed', 'authorised')).toBe(false);
  expect(needsReason('under-review', 'approved')).toBe(false);
});
