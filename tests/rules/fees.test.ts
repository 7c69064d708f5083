import { describe, expect, it } from 'vitest';
import { fee, paid, standingOn, type Told } from './build.ts';

// SC-FEE-1, SC-FEE-2, policy.md C2 and C6. Certified before 2006, so that fees alone decide.
const MAY: Told = { certifiedOn: '2001-05-20' };
const LEAP: Told = { certifiedOn: '2004-02-29' };
const allButLast = (to: number) => paid('2001-05-20', 1, to);

interface Case {
  readonly why: string;
  readonly asOf: string;
  readonly told: Told;
  readonly status: string;
  readonly owed: number;
  readonly nextDueOn: string;
  readonly oldest: string | null;
}

const CASES: readonly Case[] = [
  {
    why: 'the day of the certification: the first fee falls due in the month of the first anniversary',
    ...{ asOf: '2001-05-20', told: MAY, status: 'active', owed: 0, nextDueOn: '2002-05-31', oldest: null },
  },
  {
    why: 'the day before the first anniversary’s month',
    ...{ asOf: '2002-04-30', told: MAY, status: 'active', owed: 0, nextDueOn: '2002-05-31', oldest: null },
  },
  {
    why: 'the first day of the anniversary’s month, before the anniversary itself',
    ...{ asOf: '2002-05-01', told: MAY, status: 'due', owed: 50_00, nextDueOn: '2002-05-31', oldest: null },
  },
  {
    why: 'the due date itself is not past due',
    ...{ asOf: '2002-05-31', told: MAY, status: 'due', owed: 50_00, nextDueOn: '2002-05-31', oldest: null },
  },
  {
    why: 'past due from the first day after it',
    ...{ asOf: '2002-06-01', told: MAY, status: 'past-due', owed: 50_00 },
    ...{ nextDueOn: '2003-05-31', oldest: '2002-05-31' },
  },
  {
    why: 'paid in the month: active, and the next due date is that of the year after',
    ...{ asOf: '2002-05-01', told: { ...MAY, fees: allButLast(1) } },
    ...{ status: 'active', owed: 0, nextDueOn: '2003-05-31', oldest: null },
  },
  {
    why: 'part payment leaves the fee unpaid',
    ...{ asOf: '2002-06-01', told: { ...MAY, fees: [fee('2001-05-20', 1, 49_99)] } },
    ...{ status: 'past-due', owed: 1, nextDueOn: '2003-05-31', oldest: '2002-05-31' },
  },
  {
    why: 'a waived fee is paid',
    ...{ asOf: '2002-06-01', told: { ...MAY, fees: [fee('2001-05-20', 1, 0, true)] } },
    ...{ status: 'active', owed: 0, nextDueOn: '2003-05-31', oldest: null },
  },
  {
    why: 'a fee of nothing is paid',
    ...{ asOf: '2002-06-01', told: { ...MAY, fees: [{ ...fee('2001-05-20', 1, 0), amountCents: 0 }] } },
    ...{ status: 'active', owed: 0, nextDueOn: '2003-05-31', oldest: null },
  },
  {
    why: 'a year without an entry is uninvoiced, which is unpaid, at the policy’s fee',
    ...{
      asOf: '2004-06-01',
      told: { ...MAY, fees: [fee('2001-05-20', 1, 50_00), fee('2001-05-20', 3, 20_00)] },
    },
    ...{ status: 'past-due', owed: 50_00 + 30_00, nextDueOn: '2005-05-31', oldest: '2003-05-31' },
  },
  {
    why: 'a fee that is past due goes before one that is due',
    ...{ asOf: '2003-05-02', told: MAY, status: 'past-due', owed: 2 * 50_00 },
    ...{ nextDueOn: '2003-05-31', oldest: '2002-05-31' },
  },
  {
    why: 'paid two years ahead: the next due date is the first unpaid one',
    ...{ asOf: '2002-05-01', told: { ...MAY, fees: allButLast(3) } },
    ...{ status: 'active', owed: 0, nextDueOn: '2005-05-31', oldest: null },
  },
  {
    why: 'an unpaid fee invoiced for a year to come is not owed yet',
    ...{ asOf: '2002-04-30', told: { ...MAY, fees: [fee('2001-05-20', 1, 0)] } },
    ...{ status: 'active', owed: 0, nextDueOn: '2002-05-31', oldest: null },
  },
  {
    why: 'Feb 29 has the anniversary Feb 28 in common years, due that very day',
    ...{ asOf: '2005-02-28', told: LEAP, status: 'due', owed: 50_00, nextDueOn: '2005-02-28', oldest: null },
  },
  {
    why: 'and past due on the first of March',
    ...{ asOf: '2005-03-01', told: LEAP, status: 'past-due', owed: 50_00 },
    ...{ nextDueOn: '2006-02-28', oldest: '2005-02-28' },
  },
  {
    why: 'in a leap year it is due on Feb 29',
    ...{ asOf: '2008-02-29', told: { ...LEAP, fees: paid('2004-02-29', 1, 3) } },
    ...{ status: 'due', owed: 50_00, nextDueOn: '2008-02-29', oldest: null },
  },
  {
    why: 'fees from before the recertification are ignored, paid or not',
    asOf: '2010-05-01',
    told: {
      ...MAY,
      recertifiedOn: '2009-07-10',
      fees: [fee('2001-05-20', 4, 0), fee('2001-05-20', 5, 50_00)],
    },
    ...{ status: 'active', owed: 0, nextDueOn: '2010-07-31', oldest: null },
  },
];

describe('annual fees', () => {
  it.each(CASES)('$asOf: $why', ({ asOf, told, status, owed, nextDueOn, oldest }) => {
    const standing = standingOn(asOf, told);
    expect(standing.status).toBe(status);
    expect(standing.fees).toEqual({ nextDueOn, owedCents: owed, oldestUnpaidDueOn: oldest });
  });
});
