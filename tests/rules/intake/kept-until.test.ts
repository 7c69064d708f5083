import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { loadPolicyBook } from '../../../electron/policy/load-policy-book.ts';
import { keptUntil } from '../../../electron/rules/intake/kept-until.ts';
import type { KeptPart, RetentionPolicy } from '../../../shared/domain/retention.ts';

// Seven years after a case is decided and one after a refusal, until the office said ten and two from 2025 on.
const book = loadPolicyBook(fileURLToPath(new URL('../../../resources', import.meta.url))).withOverrides([
  { name: 'retention-years-decided', value: 10, from: '2025-01-01' },
  { name: 'retention-years-refused', value: 2, from: '2025-01-01' },
]);

interface Case {
  readonly name: string;
  /** State and day of each part. */
  readonly parts: readonly (readonly [KeptPart['state'], string | null])[];
  readonly expected: readonly [dueOn: string, RetentionPolicy, years: number] | null;
}

const CASES: readonly Case[] = [
  { name: 'nothing is decided yet', parts: [['filed', null]], expected: null },
  { name: 'what waits is not kept by the policy', parts: [['waiting', null]], expected: null },
  {
    name: 'a decided case',
    parts: [['filed', '2019-11-22']],
    expected: ['2026-11-22', 'retention-years-decided', 7],
  },
  {
    name: 'a case decided on a leap day',
    parts: [['filed', '2020-02-29']],
    expected: ['2027-02-28', 'retention-years-decided', 7],
  },
  {
    name: 'a refusal',
    parts: [['refused', '2024-12-31']],
    expected: ['2025-12-31', 'retention-years-refused', 1],
  },
  {
    name: 'a dismissal under the value that came later',
    parts: [['dismissed', '2025-01-01']],
    expected: ['2027-01-01', 'retention-years-refused', 2],
  },
  {
    name: 'a document of which one part was refused late is kept as long as its decided case asks',
    parts: [
      ['filed', '2020-03-01'],
      ['refused', '2024-06-01'],
    ],
    expected: ['2027-03-01', 'retention-years-decided', 7],
  },
  {
    name: 'a late refusal may outlast a case decided long ago',
    parts: [
      ['filed', '2017-03-01'],
      ['refused', '2025-06-01'],
    ],
    expected: ['2027-06-01', 'retention-years-refused', 2],
  },
  {
    name: 'an open part beside a decided one: the decided one says when, a hold keeps it',
    parts: [
      ['filed', '2017-03-01'],
      ['filed', null],
    ],
    expected: ['2024-03-01', 'retention-years-decided', 7],
  },
];

test.each(CASES)('$name', ({ parts, expected }) => {
  const until = keptUntil(
    parts.map(([state, decidedOn]) => ({ state, decidedOn })),
    book,
  );
  expect(until === null ? null : [until.dueOn, until.policy, until.years]).toEqual(expected);
});
