import { describe, expect, it } from 'vitest';
import { citations, paid, standingOn } from './build.ts';

// PB-CCP-1 and policy.md C1, on the day before, the day and the day after each line.
const CASES: readonly [certifiedOn: string, recertifiedOn: string | undefined, bound: boolean][] = [
  ['2005-12-31', undefined, false],
  ['2006-01-01', undefined, true],
  ['2006-01-02', undefined, true],
  ['2005-12-31', '2014-03-31', false],
  ['2005-12-31', '2014-04-01', false],
  ['2005-12-31', '2014-04-02', true],
  ['2006-01-01', '2014-04-01', true],
  ['1985-03-02', '2007-01-01', false],
];

describe('who is bound by CCP', () => {
  it.each(CASES)('certified %s, recertified %s: %s', (certifiedOn, recertifiedOn, bound) => {
    const anchor = recertifiedOn ?? certifiedOn;
    const told = {
      certifiedOn,
      fees: paid(anchor, 1, 9),
      ...(recertifiedOn === undefined ? {} : { recertifiedOn }),
    };
    const standing = standingOn('2015-01-01', told);
    expect(standing.boundByCcp).toBe(bound);
    expect(standing.cycle.required).toBe(bound ? 30 : 0);
  });

  it.each([
    ['1999-07-01', undefined, 'SC-LAPSE-2'],
    ['1999-07-01', '2010-07-01', 'SC-LAPSE-2'],
    ['1999-07-01', '2015-07-01', 'SC-LAPSE-1'],
    ['2010-07-01', undefined, 'SC-LAPSE-1'],
  ])('certified %s, recertified %s: lapses by %s', (certifiedOn, recertifiedOn, citation) => {
    const standing = standingOn('2026-01-01', {
      certifiedOn,
      ...(recertifiedOn === undefined ? {} : { recertifiedOn }),
    });
    expect(standing.lapse?.cause).toBe('fees');
    expect(citations(standing)).toContain(citation);
  });

  it.each([
    ['MT', 45],
    ['MLT', 45],
    ['MDT', 36],
    ['CLC', 45],
    ['RMA', 30],
    ['CMAS', 30],
    ['RDA', 30],
    ['CMLA', 30],
    ['RPT', 24],
    ['AHI', 30],
  ] as const)('%s asks for %i points a cycle', (code, required) => {
    expect(standingOn('2020-01-01', { code, certifiedOn: '2019-01-01' }).cycle).toMatchObject({
      required,
      outstanding: required,
    });
  });
});
