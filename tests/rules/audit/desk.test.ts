import { describe, expect, test } from 'vitest';
import { resourcesFolder } from '../../../electron/platform/resources.ts';
import { loadPolicyBook } from '../../../electron/policy/load-policy-book.ts';
import { appealBy, dueOn } from '../../../electron/rules/audit/due-on.ts';
import { substitutionRefused } from '../../../electron/rules/audit/substitution.ts';
import type { CaseState } from '../../../shared/domain/audit-steps.ts';

const POLICY = loadPolicyBook(resourcesFolder());

describe('by when a case is due (values of the office, unconfirmed)', () => {
  test.each<[string, CaseState, string, string | null, string | null]>([
    ['30 days to answer', 'notice-sent', '2026-01-15', null, '2026-02-14'],
    ['waiting keeps the day', 'waiting', '2026-01-20', '2026-02-14', '2026-02-14'],
    ['an extension counts from the day due', 'extension', '2026-02-10', '2026-02-14', '2026-02-28'],
    ['an extension after it counts from its own day', 'extension', '2026-02-20', '2026-02-14', '2026-03-06'],
    ['14 days to review', 'received', '2026-02-10', '2026-02-14', '2026-02-24'],
    ['the review keeps the day', 'in-review', '2026-02-12', '2026-02-24', '2026-02-24'],
    ['14 days to send more', 'more-asked', '2026-02-24', '2026-02-24', '2026-03-10'],
    ['a decision ends it', 'decided', '2026-03-01', '2026-03-10', null],
    ['30 days to decide an appeal', 'appealed', '2026-03-20', null, '2026-04-19'],
  ])('%s', (_, to, on, before, due) => {
    const found = dueOn(to, on, before, POLICY);
    expect(found.dueOn).toBe(due);
    if (found.value !== null) expect(found.value.confirmed).toBe(false);
  });

  test('30 days to appeal', () => {
    expect(appealBy('2026-03-01', POLICY)).toBe('2026-03-31');
  });
});

describe('a substitute has to be of the cycle', () => {
  const cycle = { start: '2022-05-01', end: '2025-04-30' };
  test.each<[string, string, string | null, string | null]>([
    ['SC-CCP-5: the day before it began', '2022-04-30', '2022-04-30', 'SC-CCP-5'],
    ['the day it began', '2022-05-01', '2022-05-01', null],
    ['its last day', '2025-04-30', '2025-04-30', null],
    ['SC-CCP-4: the day after', '2025-05-01', '2025-05-01', 'SC-CCP-4'],
    ['an employment that reaches into it', '2019-01-01', '2022-05-01', null],
    ['SC-CCP-5: an employment that ended before', '2019-01-01', '2022-04-30', 'SC-CCP-5'],
    ['an employment that goes on', '2019-01-01', null, null],
  ])('%s', (_, from, to, citation) => {
    expect(substitutionRefused({ from, to }, cycle)?.citation ?? null).toBe(citation);
  });
});
