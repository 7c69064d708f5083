import { describe, expect, it } from 'vitest';
import { book, citations, course, fee, paid, standingOn, type Told } from './build.ts';

const C = '2019-05-01';
const PAID: Told = { certifiedOn: C, fees: paid(C, 1, 20) };
const DONE: Told = { ...PAID, activities: [course('a', '2021-03-01', 30)] };

const CASES: readonly [why: string, asOf: string, told: Told, cites: readonly string[]][] = [
  ['active', '2021-01-01', PAID, ['SC-FEE-2', 'PB-CCP-1', 'SC-CCP-3']],
  ['complete', '2022-01-01', DONE, ['SC-FEE-2', 'PB-CCP-1', 'SC-CCP-6']],
  ['due', '2020-05-01', { certifiedOn: C }, ['SC-FEE-2', 'PB-CCP-1', 'SC-CCP-3']],
  ['past due', '2020-06-01', { certifiedOn: C }, ['SC-FEE-1', 'PB-CCP-1', 'SC-CCP-3']],
  ['past due and due', '2021-05-01', { certifiedOn: C }, ['SC-FEE-1', 'SC-FEE-2', 'PB-CCP-1', 'SC-CCP-3']],
  [
    'attested',
    '2022-04-01',
    { ...PAID, attestations: [{ cycleStart: C, attestedOn: '2022-03-01' }] },
    ['SC-FEE-2', 'PB-CCP-1', 'PB-CCP-3'],
  ],
  [
    'roll blocked',
    '2022-05-01',
    { ...DONE, fees: [fee(C, 1, 50_00)] },
    ['SC-FEE-1', 'SC-FEE-2', 'PB-CCP-1', 'SC-CCP-6', 'SC-CCP-7'],
  ],
  ['lapsed by points', '2022-05-01', PAID, ['SC-LAPSE-1', 'SC-RECERT-1', 'SC-FEE-2', 'PB-CCP-1', 'SC-CCP-3']],
  [
    'audit open',
    '2023-02-01',
    { ...DONE, audits: [{ cycleStart: C, selectedOn: '2023-01-15', closedOn: null, outcome: null }] },
    ['SC-FEE-2', 'PB-CCP-1', 'SC-CCP-3', 'PB-AUD-2'],
  ],
  [
    'not bound, lapsed by fees for ten years',
    '2016-06-30',
    { certifiedOn: '2004-06-10', fees: paid('2004-06-10', 1, 1) },
    ['SC-LAPSE-2', 'SC-RECERT-2', 'SC-FEE-1', 'SC-FEE-2', 'PB-CCP-1', 'SC-CCP-7'],
  ],
];

describe('the reasons', () => {
  it.each(CASES)('%s', (_, asOf, told, cites) => {
    const standing = standingOn(asOf, told);
    expect([...new Set(citations(standing))]).toEqual(cites);
    for (const { citation, text } of standing.reasons) {
      expect(book.sentence(citation).text).not.toBe('');
      expect(text).toMatch(/^[A-Z0-9$].*\.$/);
    }
  });

  it('shows the dated policy values that were used, unconfirmed ones as such', () => {
    const standing = standingOn('2022-05-01', { certifiedOn: C, fees: [fee(C, 1, 50_00)] });
    const values = Object.fromEntries(
      standing.reasons.flatMap((r) => (r.values ?? []).map((v) => [v.name, v])),
    );
    expect(values['points-grace-days']).toEqual({
      ...{ name: 'points-grace-days', value: 0, unit: 'days', onDate: '2022-04-30', confirmed: false },
    });
    expect(values['points-required.RMA']).toMatchObject({ value: 30, onDate: C, confirmed: true });
    expect(values['annual-fee.RMA']).toMatchObject({ value: 50_00, onDate: '2022-05-01', confirmed: false });
    expect(values['ccp-bound-from']).toMatchObject({ value: '2006-01-01', unit: 'date' });
  });

  it('uses no policy fee where there is an invoice', () => {
    const standing = standingOn('2020-06-01', { certifiedOn: C, fees: [fee(C, 1, 20_00)] });
    expect(standing.reasons[0]?.text).toBe(
      'The annual fee that was due on 2020-05-31 is unpaid; $30.00 is owed in all.',
    );
    expect(standing.reasons[0]).not.toHaveProperty('values');
  });
});
