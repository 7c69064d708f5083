import { describe, expect, test } from 'vitest';
import { PolicyBook } from '../../electron/policy/policy-book.ts';
import type { CalendarDate } from '../../shared/domain/facts.ts';
import type { PolicyDecision } from '../../shared/domain/policy-decisions.ts';

const about = { name: 'annual-fee.RMA', unit: 'cents' } as const;
/** $40.00 from 2000 on, $50.00 from 2020 on, neither confirmed. */
const book = new PolicyBook(
  [
    {
      ...about,
      title: 'Annual fee',
      entries: [
        { ...about, from: '2000-01-01', value: 40_00, reference: 'old table', confirmed: false },
        { ...about, from: '2020-01-01', value: 50_00, reference: 'table', confirmed: false },
      ],
    },
  ],
  [],
);

type Given = Pick<PolicyDecision, 'kind' | 'from' | 'value'>;
const set = (value: number, from: CalendarDate): Given => ({ kind: 'set', value, from });
const confirmed = (value: number, from: CalendarDate): Given => ({ kind: 'confirmed', value, from });
const withdrawn = (from: CalendarDate): Given => ({ kind: 'withdrawn', value: null, from });

const decided = (...given: readonly Given[]) =>
  book.withDecisions(
    given.map((one, index) => ({
      ...one,
      decision: index + 1,
      name: about.name,
      reason: 'because',
      reference: `minutes ${index + 1}`,
      actor: 'Dana',
      approvedBy: 'Maya',
      at: '2026-11-22T12:00:00.000Z',
    })),
  );

describe('what the office decided, in the order in which it did', () => {
  test.each<{ why: string; given: readonly Given[]; on: CalendarDate; is: number; reference: string }>([
    { why: 'nothing decided', given: [], on: '2026-01-01', is: 40_00 + 10_00, reference: 'table' },
    {
      why: 'before its first day',
      given: [set(60_00, '2027-01-01')],
      on: '2026-12-31',
      is: 50_00,
      reference: 'table',
    },
    {
      why: 'from its first day',
      given: [set(60_00, '2027-01-01')],
      on: '2027-01-01',
      is: 60_00,
      reference: 'minutes 1',
    },
    {
      why: 'the past keeps its own values',
      given: [set(60_00, '2027-01-01')],
      on: '2019-05-01',
      is: 40_00,
      reference: 'old table',
    },
    {
      why: 'of one day the last decision holds',
      given: [set(60_00, '2027-01-01'), set(55_00, '2027-01-01')],
      on: '2027-06-01',
      is: 55_00,
      reference: 'minutes 2',
    },
    {
      why: 'a later day holds though it was decided first',
      given: [set(70_00, '2028-01-01'), set(55_00, '2027-01-01')],
      on: '2028-01-01',
      is: 70_00,
      reference: 'minutes 1',
    },
    {
      why: 'withdrawn: as if it had not been decided',
      given: [set(60_00, '2027-01-01'), withdrawn('2027-01-01')],
      on: '2027-06-01',
      is: 50_00,
      reference: 'table',
    },
    {
      why: 'withdrawn: what the office had decided before goes on',
      given: [set(60_00, '2027-01-01'), set(70_00, '2028-01-01'), withdrawn('2028-01-01')],
      on: '2028-06-01',
      is: 60_00,
      reference: 'minutes 1',
    },
    {
      why: 'decided again after a withdrawal',
      given: [set(60_00, '2027-01-01'), withdrawn('2027-01-01'), set(65_00, '2027-01-01')],
      on: '2027-06-01',
      is: 65_00,
      reference: 'minutes 3',
    },
    {
      why: 'a value set before the book’s last goes on after it',
      given: [set(45_00, '2015-01-01')],
      on: '2026-01-01',
      is: 45_00,
      reference: 'minutes 1',
    },
  ])('$why', ({ given, on, is, reference }) => {
    expect(decided(...given).value(about.name, on)).toMatchObject({ value: is, reference });
  });

  test('a confirmation marks the entry it was about and leaves every value as it was', () => {
    const policy = decided(confirmed(50_00, '2020-01-01'));
    expect(policy.value(about.name, '2026-01-01')).toMatchObject({
      value: 50_00,
      confirmed: true,
      reference: 'minutes 1',
      decision: 1,
    });
    expect(policy.value(about.name, '2019-01-01')).toMatchObject({ value: 40_00, confirmed: false });
  });

  test('a confirmation of a value that a newer book no longer has confirms nothing', () => {
    expect(decided(confirmed(48_00, '2020-01-01')).value(about.name, '2026-01-01')).toMatchObject({
      value: 50_00,
      confirmed: false,
    });
  });

  test('before the first value there is still none', () => {
    expect(() => decided(set(60_00, '2027-01-01')).value(about.name, '1999-12-31')).toThrow(
      expect.objectContaining({ code: 'policy-before-first' }),
    );
  });
});
