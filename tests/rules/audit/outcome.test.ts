import { describe, expect, test } from 'vitest';
import {
  type CaseToDecide,
  caseOutcome,
  type JudgedActivity,
} from '../../../electron/rules/audit/outcome.ts';
import type { FindingReason } from '../../../shared/domain/audit-findings.ts';

const accepted = (points: number): JudgedActivity => ({
  counted: points,
  verdict: 'accepted',
  points,
  reason: null,
});
const reduced = (counted: number, points: number, reason: FindingReason): JudgedActivity => ({
  counted,
  verdict: 'reduced',
  points,
  reason,
});
const rejected = (counted: number, reason: FindingReason): JudgedActivity => ({
  counted,
  verdict: 'rejected',
  points: 0,
  reason,
});
const unjudged = (counted: number): JudgedActivity => ({ counted, verdict: null, points: 0, reason: null });

const CASE: CaseToDecide = {
  bound: true,
  required: 30,
  activities: [],
  answered: true,
  askedBefore: false,
  dueOn: '2026-02-14',
  asOf: '2026-02-20',
};

describe('the outcome of an audit by what was found', () => {
  test.each<[string, Partial<CaseToDecide>, string, readonly string[], number]>([
    ['SC-CCP-3: all shown', { activities: [accepted(20), accepted(10)] }, 'compliant', ['SC-CCP-3'], 30],
    [
      'SC-CCP-3: enough is shown, what is left needs no judging',
      { activities: [accepted(30), unjudged(5)] },
      'compliant',
      ['SC-CCP-3'],
      30,
    ],
    [
      'SC-CCP-3: hundredths add up',
      { activities: [accepted(10.1), accepted(10.2), accepted(9.7)] },
      'compliant',
      ['SC-CCP-3'],
      30,
    ],
    [
      'SC-CCP-3: a reduced activity counts what its proof shows',
      { activities: [accepted(26), reduced(10, 4, 'hours-not-shown')] },
      'compliant',
      ['SC-CCP-3'],
      30,
    ],
    [
      'SC-LAPSE-3: a hundredth of a point short, and nothing that better papers could mend',
      { activities: [accepted(29.99), rejected(10, 'duplicate')] },
      'non-compliant',
      ['SC-LAPSE-3'],
      29.99,
    ],
    [
      'SC-LAPSE-3: outside the cycle and unrelated cannot be mended',
      { activities: [rejected(20, 'outside-cycle'), rejected(20, 'not-related')] },
      'non-compliant',
      ['SC-LAPSE-3'],
      0,
    ],
    ['SC-LAPSE-3: attested, but nothing is recorded', {}, 'non-compliant', ['SC-LAPSE-3'], 0],
    [
      'SC-DOC-1: what came has to be judged before it fails',
      { activities: [rejected(20, 'duplicate'), unjudged(5)] },
      'open',
      ['SC-DOC-1'],
      0,
    ],
    [
      'PB-AUD-2: better proof could show enough: the member is asked for more',
      { activities: [accepted(20), rejected(10, 'name-missing')] },
      'more-asked',
      ['PB-AUD-2'],
      20,
    ],
    [
      'PB-AUD-2: what a reduction took away can be mended, too',
      { activities: [accepted(20), reduced(10, 5, 'hours-not-shown')] },
      'more-asked',
      ['PB-AUD-2'],
      25,
    ],
    [
      'SC-LAPSE-3: asked for more already',
      { activities: [accepted(20), rejected(10, 'name-missing')], askedBefore: true },
      'non-compliant',
      ['SC-LAPSE-3'],
      20,
    ],
    [
      'SC-LAPSE-3: even better proof could not show enough',
      { activities: [accepted(10), rejected(10, 'not-proof')] },
      'non-compliant',
      ['SC-LAPSE-3'],
      10,
    ],
    [
      'PB-AUD-3: no proof came by the day due',
      { answered: false, activities: [unjudged(40)] },
      'non-compliant',
      ['PB-AUD-3', 'SC-LAPSE-3'],
      0,
    ],
    [
      'PB-AUD-2: the day due itself is still in time',
      { answered: false, activities: [unjudged(40)], asOf: '2026-02-14' },
      'open',
      ['PB-AUD-2'],
      0,
    ],
    [
      'PB-AUD-3: the day after is not',
      { answered: false, activities: [unjudged(40)], asOf: '2026-02-15' },
      'non-compliant',
      ['PB-AUD-3', 'SC-LAPSE-3'],
      0,
    ],
    [
      'PB-AUD-2: nobody was asked for anything yet',
      { answered: false, dueOn: null },
      'open',
      ['PB-AUD-2'],
      0,
    ],
    ['PB-CCP-1: voluntary', { bound: false, required: 0 }, 'compliant', ['PB-CCP-1'], 0],
  ])('%s', (_, given, outcome, citations, counted) => {
    const found = caseOutcome({ ...CASE, ...given });
    expect({ outcome: found.outcome, counted: found.counted }).toEqual({ outcome, counted });
    expect(found.reasons.map(({ citation }) => citation)).toEqual(citations);
  });
});
