import { describe, expect, it } from 'vitest';
import { evaluateStanding } from '../../electron/rules/evaluate-standing.ts';
import { book, citations, course, factsOn, fee, paid, standingOn, type Told } from './build.ts';

interface Case {
  readonly why: string;
  readonly asOf: string;
  readonly told: Told;
  readonly lapse: object | null;
  readonly routes?: readonly string[];
  readonly cites?: readonly string[];
}

const C2000 = '2000-05-20';
const C2015 = '2015-05-20';
/** Not bound; the fee due on 2004-05-31 is the oldest unpaid. */
const FEES: Told = { certifiedOn: C2000, fees: paid(C2000, 1, 3) };
const BY_FEES = { cause: 'fees', since: '2004-05-31' };
/** Bound; every fee paid; no points, so that the cycle's end on 2018-05-19 decides. */
const POINTS: Told = { certifiedOn: C2015, fees: paid(C2015, 1, 20) };
const BY_POINTS = { cause: 'points', since: '2018-05-19' };
const ENOUGH = course('c', '2018-05-19', 30);
/** Rolled by points, then audited for that cycle. */
const AUDITED: Told = { ...POINTS, activities: [ENOUGH] };
const closed = (closedOn: string, outcome: 'compliant' | 'non-compliant' = 'non-compliant') => [
  { cycleStart: C2015, selectedOn: '2019-01-15', closedOn, outcome },
];

const CASES: readonly Case[] = [
  { why: '36 months less a day after the due date', asOf: '2007-05-30', told: FEES, lapse: null },
  {
    why: '36 months to the day',
    ...{ asOf: '2007-05-31', told: FEES, lapse: BY_FEES, routes: ['ccp', 'exam'], cites: ['SC-LAPSE-2'] },
  },
  { why: 'and the day after', asOf: '2007-06-01', told: FEES, lapse: BY_FEES },
  {
    why: 'paying the oldest fee moves the count to the next unpaid one',
    ...{ asOf: '2007-06-01', told: { ...FEES, fees: paid(C2000, 1, 4) }, lapse: null },
  },
  {
    why: 'a later fee that is paid does not help the oldest',
    ...{ asOf: '2007-05-31', told: { ...FEES, fees: [...paid(C2000, 1, 3), fee(C2000, 5, 50_00)] } },
    lapse: BY_FEES,
  },
  {
    why: 'a due date of Feb 29 has its 36 months on Feb 28',
    asOf: '2007-02-28',
    told: { certifiedOn: '2000-02-29', fees: paid('2000-02-29', 1, 3) },
    lapse: { cause: 'fees', since: '2004-02-29' },
  },
  {
    why: 'the day before that',
    asOf: '2007-02-27',
    told: { certifiedOn: '2000-02-29', fees: paid('2000-02-29', 1, 3) },
    lapse: null,
  },
  {
    why: 'ten years less a day: both routes',
    asOf: '2014-05-30',
    told: FEES,
    lapse: BY_FEES,
    routes: ['ccp', 'exam'],
  },
  {
    why: 'ten years to the day is 10+',
    ...{ asOf: '2014-05-31', told: FEES, lapse: BY_FEES, routes: ['exam'], cites: ['SC-RECERT-2'] },
  },
  { why: 'and the day after', asOf: '2014-06-01', told: FEES, lapse: BY_FEES, routes: ['exam'] },
  {
    why: 'the application’s date ends the count, not the date asked about',
    asOf: '2020-01-01',
    told: { ...FEES, recertification: { route: 'ccp', receivedOn: '2014-05-30' } },
    ...{ lapse: BY_FEES, routes: ['ccp', 'exam'] },
  },
  {
    why: 'received ten years to the day after',
    asOf: '2020-01-01',
    told: { ...FEES, recertification: { route: 'ccp', receivedOn: '2014-05-31' } },
    ...{ lapse: BY_FEES, routes: ['exam'] },
  },
  {
    why: 'an application that led to the last recertification says nothing about a later lapse',
    asOf: '2024-01-01',
    told: {
      certifiedOn: C2000,
      recertifiedOn: '2008-03-10',
      recertification: { route: 'ccp', receivedOn: '2008-01-02' },
    },
    ...{ lapse: { cause: 'fees', since: '2009-03-31' }, routes: ['exam'] },
  },
  { why: 'the cycle’s last day', asOf: '2018-05-19', told: POINTS, lapse: null },
  {
    why: 'the day after the cycle’s end',
    ...{ asOf: '2018-05-20', told: POINTS, lapse: BY_POINTS, routes: ['ccp', 'exam'], cites: ['SC-LAPSE-1'] },
  },
  {
    why: 'ten years after the cycle’s end',
    asOf: '2028-05-19',
    told: POINTS,
    lapse: BY_POINTS,
    routes: ['exam'],
  },
  { why: 'the day before', asOf: '2028-05-18', told: POINTS, lapse: BY_POINTS, routes: ['ccp', 'exam'] },
  { why: 'points on the last day save it', asOf: '2018-05-20', told: AUDITED, lapse: null },
  {
    why: 'one point short',
    ...{
      asOf: '2018-05-20',
      told: { ...POINTS, activities: [course('c', '2018-05-19', 29)] },
      lapse: BY_POINTS,
    },
  },
  {
    why: 'points earned the day after the end do not',
    ...{
      asOf: '2018-05-20',
      told: { ...POINTS, activities: [course('c', '2018-05-20', 30)] },
      lapse: BY_POINTS,
    },
  },
  {
    why: 'attested on the last day',
    asOf: '2018-05-20',
    told: { ...POINTS, attestations: [{ cycleStart: C2015, attestedOn: '2018-05-19' }] },
    lapse: null,
  },
  {
    why: 'attested the day after',
    asOf: '2018-05-20',
    told: { ...POINTS, attestations: [{ cycleStart: C2015, attestedOn: '2018-05-20' }] },
    lapse: BY_POINTS,
  },
  {
    why: 'points never lapse one that is not bound',
    ...{ asOf: '2006-05-01', told: { certifiedOn: C2000, fees: paid(C2000, 1, 6) }, lapse: null },
  },
  {
    why: 'the day before an audit closes as non-compliant',
    ...{ asOf: '2019-03-31', told: { ...AUDITED, audits: closed('2019-04-01') }, lapse: null },
  },
  {
    why: 'the day it closes: without proof decertified, and must recertify (PB-AUD-3)',
    asOf: '2019-04-01',
    told: { ...AUDITED, audits: closed('2019-04-01') },
    ...{ lapse: { cause: 'audit', since: '2019-04-01' }, routes: ['ccp', 'exam'], cites: ['SC-LAPSE-3'] },
  },
  {
    why: 'an audit that found compliance',
    ...{ asOf: '2019-04-02', told: { ...AUDITED, audits: closed('2019-04-01', 'compliant') }, lapse: null },
  },
  {
    why: 'an audit that closed before the recertification no longer counts',
    asOf: '2019-09-01',
    told: { ...AUDITED, recertifiedOn: '2019-08-01', fees: [], audits: closed('2019-07-31') },
    lapse: null,
  },
  {
    why: 'nor one that closed on that day',
    asOf: '2019-09-01',
    told: { ...AUDITED, recertifiedOn: '2019-08-01', fees: [], audits: closed('2019-08-01') },
    lapse: null,
  },
  {
    why: 'the earliest cause decides: the unpaid fee lies before the cycle’s end',
    ...{ asOf: '2019-05-31', told: { certifiedOn: C2015 }, lapse: { cause: 'fees', since: '2016-05-31' } },
  },
  {
    why: 'while the fee is not yet 36 months unpaid, the cycle’s end does',
    ...{ asOf: '2019-05-30', told: { certifiedOn: C2015 }, lapse: BY_POINTS },
  },
  {
    why: 'on one date an audit comes before points',
    asOf: '2018-06-01',
    told: {
      ...POINTS,
      audits: [
        { cycleStart: C2015, selectedOn: '2018-01-15', closedOn: '2018-05-19', outcome: 'non-compliant' },
      ],
    },
    lapse: { cause: 'audit', since: '2018-05-19' },
  },
  {
    why: 'of two audits the one that closed first',
    asOf: '2020-01-01',
    told: { ...AUDITED, audits: [...closed('2019-06-01'), ...closed('2019-05-01')] },
    lapse: { cause: 'audit', since: '2019-05-01' },
  },
];

describe('lapse and routes', () => {
  it.each(CASES)('$asOf: $why', ({ asOf, told, lapse, routes, cites = [] }) => {
    const standing = standingOn(asOf, told);
    expect(standing.lapse).toEqual(lapse);
    expect(standing.mustRecertify).toBe(lapse !== null);
    expect(standing.status === 'lapsed').toBe(lapse !== null);
    expect(standing.routes).toEqual(routes ?? (lapse === null ? [] : expect.any(Array)));
    expect(citations(standing)).toEqual(expect.arrayContaining([...cites]));
  });

  // Grace: in its days recording cures, after them the cycle's end is what the lapse counts from.
  it.each([
    ['2018-06-18', null],
    ['2018-06-19', BY_POINTS],
    ['2018-06-20', BY_POINTS],
  ])('with 30 days of grace on %s', (asOf, lapse) => {
    const graced = book.withOverrides([{ name: 'points-grace-days', value: 30, from: '2018-05-01' }]);
    expect(evaluateStanding(factsOn(asOf, POINTS), graced, asOf).lapse).toEqual(lapse);
  });
});
