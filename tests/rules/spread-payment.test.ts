import { describe, expect, it } from 'vitest';
import { type InvoicedFee, spread } from '../../electron/rules/spread-payment.ts';

const ANCHOR = '2019-05-10';

/** An invoiced fee of $50 for a year, with so much paid. */
function fee(year: number, paidCents = 0, waived = false): InvoicedFee {
  return { id: year, yearStart: `${year}-05-10`, amountCents: 50_00, paidCents, waived, voided: false };
}

describe('a payment is spread over the years', () => {
  interface Case {
    readonly why: string;
    readonly fees?: readonly InvoicedFee[];
    readonly received?: string;
    readonly year?: number;
    readonly cents?: number;
    /** Year → cents; a year in `invoiced` is invoiced with it. */
    readonly shares: Readonly<Record<number, number>>;
    readonly invoiced?: readonly number[];
  }
  const cases: readonly Case[] = [
    { why: 'to the first year where nothing is invoiced', shares: { 2020: 50_00 }, invoiced: [2020] },
    {
      why: 'to the oldest unpaid',
      fees: [fee(2020, 50_00), fee(2021, 10_00), fee(2022)],
      cents: 40_00,
      shares: { 2021: 40_00 },
    },
    { why: 'past a waived year', fees: [fee(2020, 0, true), fee(2021)], shares: { 2021: 50_00 } },
    {
      why: 'past a withdrawn year, even where it is named',
      fees: [{ ...fee(2020), voided: true }, fee(2021)],
      year: 2020,
      shares: { 2021: 50_00 },
    },
    {
      why: 'past a withdrawn year to the next that was never invoiced',
      fees: [{ ...fee(2020), voided: true }],
      shares: { 2021: 50_00 },
      invoiced: [2021],
    },
    { why: 'to the year it names', fees: [fee(2020), fee(2021)], year: 2021, shares: { 2021: 50_00 } },
    {
      why: 'to a gap that was never invoiced',
      fees: [fee(2020, 50_00), fee(2022)],
      shares: { 2021: 50_00 },
      invoiced: [2021],
    },
    { why: 'in part', cents: 20_00, shares: { 2020: 20_00 }, invoiced: [2020] },
    {
      why: 'and what is left to older years that are owed',
      fees: [fee(2020), fee(2021)],
      year: 2021,
      cents: 100_00,
      shares: { 2021: 50_00, 2020: 50_00 },
    },
    {
      why: 'and what is left to years owed but not invoiced',
      received: '2022-05-01',
      cents: 120_00,
      shares: { 2020: 50_00, 2021: 50_00, 2022: 20_00 },
      invoiced: [2020, 2021, 2022],
    },
    {
      why: 'and never to years ahead',
      fees: [fee(2020, 50_00), fee(2021, 50_00)],
      received: '2022-04-30',
      cents: 120_00,
      shares: { 2022: 50_00 },
      invoiced: [2022],
    },
    {
      why: 'ahead to the one year it names',
      fees: [fee(2020, 50_00)],
      received: '2020-06-01',
      year: 2023,
      cents: 80_00,
      shares: { 2023: 50_00 },
      invoiced: [2023],
    },
    {
      why: 'to nothing where its year is paid',
      fees: [fee(2020, 50_00)],
      received: '2020-06-01',
      year: 2020,
      shares: {},
    },
  ];
  it.each(cases)(
    '$why',
    ({ fees = [], received = '2020-06-01', year, cents = 50_00, shares, invoiced = [] }) => {
      const yearStart = year === undefined ? null : `${year}-05-10`;
      const found = spread(
        { receivedOn: received, amountCents: cents, yearStart },
        ANCHOR,
        fees,
        () => 50_00,
      );
      expect(
        Object.fromEntries(found.map((share) => [Number(share.yearStart.slice(0, 4)), share.cents])),
      ).toEqual(shares);
      expect(
        found.filter((share) => share.feeId === null).map((s) => Number(s.yearStart.slice(0, 4))),
      ).toEqual(invoiced);
      for (const share of found) expect(share.dueOn).toBe(`${share.yearStart.slice(0, 4)}-05-31`);
    },
  );
});
