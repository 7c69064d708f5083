import { describe, expect, test } from 'vitest';
import { badgeDifferences, type OurSide, type TheirSide } from '../../../electron/rules/badges/drift.ts';
import { badgeHold } from '../../../electron/rules/badges/hold.ts';

const ANN: OurSide = {
  memberNo: '700001',
  firstName: 'Ann',
  lastName: 'Lee',
  email: 'ann@example.org',
  status: 'active',
  hold: null,
  pending: false,
};
const THERE: TheirSide = {
  badge: 'b1',
  state: 'claimed',
  email: 'ann@example.org',
  firstName: 'Ann',
  lastName: 'Lee',
  earnerId: '700001',
};

interface Case {
  readonly name: string;
  readonly ours?: Partial<OurSide>;
  readonly theirs: readonly Partial<TheirSide>[];
  /** kind:remedy */
  readonly expected: readonly string[];
}

const CASES: readonly Case[] = [
  { name: 'SC-RECERT-1: active and claimed agree', theirs: [{}], expected: [] },
  { name: 'SC-RECERT-1: active without a badge', theirs: [], expected: ['missing:file'] },
  {
    name: 'SC-RECERT-3: due without a badge',
    ours: { status: 'due' },
    theirs: [],
    expected: ['missing:file'],
  },
  {
    name: 'SC-FEE-1: past due gets no new badge',
    ours: { status: 'past-due' },
    theirs: [],
    expected: [],
  },
  {
    name: 'SC-FEE-1: past due keeps the badge there is',
    ours: { status: 'past-due' },
    theirs: [{}],
    expected: [],
  },
  {
    name: 'SC-RECERT-1: asked for since the last list',
    ours: { pending: true },
    theirs: [],
    expected: [],
  },
  {
    name: 'SC-RECERT-1: revoked there, active here',
    theirs: [{ state: 'revoked' }],
    expected: ['revoked:file'],
  },
  {
    name: 'SC-RECERT-1: an earlier badge revoked, the newer one live',
    theirs: [{ state: 'revoked' }, { badge: 'b2' }],
    expected: [],
  },
  {
    name: 'SC-FEE-1: lapsed, badge live',
    ours: { status: 'lapsed' },
    theirs: [{}],
    expected: ['lapsed:by-hand'],
  },
  {
    name: 'SC-FEE-1: lapsed, badge revoked',
    ours: { status: 'lapsed' },
    theirs: [{ state: 'revoked' }],
    expected: [],
  },
  {
    name: 'SC-RECERT-1: no e-mail, so no badge can be asked for',
    ours: { email: '', hold: 'no-email' },
    theirs: [],
    expected: ['missing:here'],
  },
  { name: 'who has died is asked for no badge', ours: { hold: 'deceased' }, theirs: [], expected: [] },
  {
    name: 'e-mail differs by capitals alone',
    theirs: [{ email: 'Ann@Example.org' }],
    expected: [],
  },
  {
    name: 'e-mail of an unclaimed badge, found by number',
    theirs: [{ state: 'issued', email: 'old@example.org' }],
    expected: ['email:file'],
  },
  {
    name: 'e-mail of an unclaimed badge without our number',
    theirs: [{ state: 'issued', email: 'old@example.org', earnerId: '' }],
    expected: ['email:by-hand'],
  },
  { name: 'e-mail of a claimed badge', theirs: [{ email: 'old@example.org' }], expected: ['email:member'] },
  { name: 'name of a claimed badge', theirs: [{ lastName: 'Stone' }], expected: ['name:file'] },
  {
    name: 'name and e-mail, and nothing leads there',
    theirs: [{ lastName: 'Stone', email: 'old@example.org', earnerId: '' }],
    expected: ['email:member', 'name:by-hand'],
  },
];

test.each(CASES)('$name', ({ ours, theirs, expected }) => {
  const found = badgeDifferences(
    { ...ANN, ...ours },
    theirs.map((one) => ({ ...THERE, ...one })),
  );
  expect(found.map(({ kind, remedy }) => `${kind}:${remedy}`)).toEqual(expected);
  for (const { text } of found) expect(text).toMatch(/\.$/);
});

describe('SC-RECERT-1: a badge is claimed by an e-mail that arrives', () => {
  const able = { deceased: false, email: 'ann@example.org', emailBadReason: null, template: 't' };
  test.each([
    ['all there', {}, null],
    ['no address', { email: '' }, 'no-email'],
    ['an address that bounced', { emailBadReason: 'unknown user' }, 'bad-email'],
    ['an address without a domain', { email: 'ann@example' }, 'bad-email'],
    ['an address that a spreadsheet would calculate', { email: '=ann@example.org' }, 'bad-email'],
    ['no template', { template: null }, 'no-template'],
    ['died', { deceased: true, email: '' }, 'deceased'],
  ] as const)('%s', (_, change, expected) => {
    expect(badgeHold({ ...able, ...change })).toBe(expected);
  });
});
