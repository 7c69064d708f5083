import { describe, expect, test } from 'vitest';
import { judge } from '../../../electron/rules/judge.ts';
import { lastDayByCcp, routeClosed } from '../../../electron/rules/recertification/route-closed.ts';
import { book, factsOn, paid, type Told } from '../build.ts';

/** Certified before 2006, the fee due 31 March 2016 and all after it unpaid: lapsed since then. */
const ANCHOR = '2004-03-10';
const LAPSED: Told = { certifiedOn: ANCHOR, fees: paid(ANCHOR, 1, 11) };

function closed(route: 'ccp' | 'exam', receivedOn: string, told: Told = LAPSED, asOf = '2027-01-15') {
  const facts = factsOn(asOf, { ...told, recertification: { route, receivedOn } });
  return routeClosed(judge(facts, book, asOf), route, book);
}

describe('SC-RECERT-2: ten years to the day are ten years', () => {
  test('what the case is: lapsed since 31 March 2016', () => {
    expect(judge(factsOn('2027-01-15', LAPSED), book, '2027-01-15').lapse).toEqual({
      cause: 'fees',
      since: '2016-03-31',
    });
  });

  test.each([
    ['the day before', '2026-03-30', null],
    ['ten years to the day', '2026-03-31', 'SC-RECERT-2'],
    ['the day after', '2026-04-01', 'SC-RECERT-2'],
  ])('by CCP, received %s', (_what, receivedOn, citation) => {
    expect(closed('ccp', receivedOn)?.citation ?? null).toBe(citation);
  });

  test.each(['2026-03-30', '2026-03-31', '2026-04-01'])(
    'the exam is open to one received on %s',
    (receivedOn) => {
      expect(closed('exam', receivedOn)).toBeNull();
    },
  );

  test('it is the day of receipt that counts (C7), however late the application is judged', () => {
    expect(closed('ccp', '2026-03-30', LAPSED, '2031-01-01')).toBeNull();
  });

  test('the last day by CCP is said, and is the last one that is open', () => {
    const lastDay = lastDayByCcp({ cause: 'fees', since: '2016-03-31' }, book);
    expect(lastDay).toBe('2026-03-30');
    expect(closed('ccp', lastDay)).toBeNull();
    expect(closed('ccp', '2026-03-31')?.why).toContain('by 30 March 2026');
  });

  test('a lapse on 29 February: ten years later is the 28th', () => {
    expect(lastDayByCcp({ cause: 'points', since: '2016-02-29' }, book)).toBe('2026-02-27');
  });
});

test('PB-CCP-6: the exam is not offered to whoever has not lapsed, though points are short', () => {
  const short: Told = { certifiedOn: '2024-05-01', fees: paid('2024-05-01', 1, 2) };
  expect(closed('exam', '2026-12-01', short)?.citation).toBe('PB-CCP-6');
  expect(closed('ccp', '2026-12-01', short)?.citation).toBe('SC-LAPSE-1');
});

test('SC-LAPSE-3: after an audit without proof both ways are open', () => {
  const anchor = '2018-06-01';
  const audited: Told = {
    certifiedOn: anchor,
    fees: paid(anchor, 1, 8),
    attestations: [
      { cycleStart: '2018-06-01', attestedOn: '2021-05-01' },
      { cycleStart: '2021-06-01', attestedOn: '2024-05-01' },
    ],
    audits: [
      {
        cycleStart: '2021-06-01',
        selectedOn: '2025-01-15',
        closedOn: '2025-03-01',
        outcome: 'non-compliant',
      },
    ],
  };
  expect(closed('ccp', '2026-12-01', audited)).toBeNull();
  expect(closed('exam', '2026-12-01', audited)).toBeNull();
});
