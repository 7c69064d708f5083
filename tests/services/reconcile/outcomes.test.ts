import { describe, expect, test } from 'vitest';
import type { LineForeseen, LineOutcome, ReceiptReading } from '../../../shared/domain/receipts.ts';
import { ANN, BEN, CAY, type Held, PEOPLE, smallOffice } from '../payments/small-office.ts';
import { PORTAL, paymentFile, read } from './payment-file.ts';

const DEE = '700004';
const EVE = '700005';
const LEES: readonly string[] = ['700006', '700007'];

const MORE: readonly Held[] = [
  ...PEOPLE,
  {
    memberNo: DEE,
    name: ['Dee', 'O’Hara-Núñez'],
    code: 'RPT',
    certifiedOn: '2024-10-20',
    fees: 2,
    paid: 1,
    deceased: true,
  },
  { memberNo: EVE, name: ['Eve', 'Stone'], code: 'RPT', certifiedOn: '2024-10-20', fees: 2, paid: 1 },
  ...LEES.map(
    (memberNo): Held => ({
      memberNo,
      name: ['Kim', 'Park'],
      code: 'RPT',
      certifiedOn: '2024-10-20',
      fees: 2,
      paid: 1,
    }),
  ),
];

interface Case {
  readonly what: string;
  readonly amount: string;
  readonly number: string;
  readonly name: string;
  readonly code?: string;
  readonly status?: string;
  readonly outcome: LineOutcome;
  readonly pays?: readonly (readonly [code: string, cents: number])[];
  readonly suggests?: string;
  readonly why?: RegExp;
}

const CASES: readonly Case[] = [
  {
    what: 'number and name agree',
    amount: '50.00',
    number: BEN,
    name: 'Ben Ruiz',
    outcome: 'matched',
    pays: [['RPT', 50_00]],
  },
  {
    what: 'family name first, in capitals',
    amount: '50.00',
    number: EVE,
    name: 'STONE, EVE',
    outcome: 'matched',
    pays: [['RPT', 50_00]],
  },
  {
    what: 'an initial',
    amount: '50.00',
    number: BEN,
    name: 'B. Ruiz',
    outcome: 'matched',
    pays: [['RPT', 50_00]],
  },
  {
    what: 'a number with zeros and a sign before it',
    amount: '50.00',
    number: `#0${BEN}`,
    name: 'Ben Ruiz',
    outcome: 'matched',
    pays: [['RPT', 50_00]],
  },
  {
    what: 'part payment',
    amount: '20.00',
    number: BEN,
    name: 'Ben Ruiz',
    outcome: 'matched',
    pays: [['RPT', 20_00]],
  },
  {
    what: 'more than is owed and than the next fee',
    amount: '120.00',
    number: BEN,
    name: 'Ben Ruiz',
    outcome: 'matched',
    pays: [['RPT', 120_00]],
    why: /^\$70\.00 of it stays as credit\.$/,
  },
  {
    what: 'several certifications, all that is owed',
    amount: '100.00',
    number: ANN,
    name: 'Ann Lee',
    outcome: 'matched',
    pays: [['RMA', 100_00]],
  },
  {
    what: 'several certifications, the line says which',
    amount: '90.00',
    number: ANN,
    name: 'Ann Lee',
    code: 'MT annual fee',
    outcome: 'matched',
    pays: [['MT', 90_00]],
  },
  {
    what: 'several certifications, an amount that says nothing',
    amount: '75.00',
    number: ANN,
    name: 'Ann Lee',
    outcome: 'doubtful',
    suggests: ANN,
    why: /2 certifications and owes MT \$0\.00 and RMA \$100\.00; \$75\.00 does not say which/,
  },
  {
    what: 'a certification that the member does not hold',
    amount: '50.00',
    number: BEN,
    name: 'Ben Ruiz',
    code: 'RMA',
    outcome: 'doubtful',
    suggests: BEN,
    why: /has no RMA, only RPT/,
  },
  {
    what: 'a lapsed certification',
    amount: '50.00',
    number: CAY,
    name: 'Cay Obi',
    outcome: 'doubtful',
    suggests: CAY,
    why: /must recertify as RMA/,
  },
  {
    what: 'a deceased member',
    amount: '50.00',
    number: DEE,
    name: "Dee O'Hara-Nunez",
    outcome: 'doubtful',
    suggests: DEE,
    why: /deceased/,
  },
  {
    what: 'number right, name another member’s',
    amount: '50.00',
    number: BEN,
    name: 'Eve Stone',
    outcome: 'doubtful',
    suggests: EVE,
    why: /number is Ben Ruiz \(700002\)’s, but the name is “Eve Stone”, which is Eve Stone \(700005\)’s/,
  },
  {
    what: 'number right, name nobody’s',
    amount: '50.00',
    number: BEN,
    name: 'Acme Clinics Inc',
    outcome: 'doubtful',
    suggests: BEN,
    why: /the name is “Acme Clinics Inc”\./,
  },
  {
    what: 'number right, family name alone',
    amount: '50.00',
    number: BEN,
    name: 'Ruiz',
    outcome: 'doubtful',
    suggests: BEN,
  },
  {
    what: 'number wrong, name right',
    amount: '50.00',
    number: '999999',
    name: 'Eve Stone',
    outcome: 'doubtful',
    suggests: EVE,
    why: /No member has the number 999999; the name is Eve Stone/,
  },
  {
    what: 'no number, name right',
    amount: '50.00',
    number: '',
    name: 'Eve Stone',
    outcome: 'doubtful',
    suggests: EVE,
    why: /no number; the name is/,
  },
  {
    what: 'no number, two have the name',
    amount: '50.00',
    number: '',
    name: 'Kim Park',
    outcome: 'unmatched',
    why: /2 members are called “Kim Park”/,
  },
  {
    what: 'a name with a typing error',
    amount: '50.00',
    number: '',
    name: 'Eve Stonne',
    outcome: 'doubtful',
    suggests: EVE,
    why: /comes near the name/,
  },
  {
    what: 'number alone, exactly what is owed',
    amount: '50.00',
    number: EVE,
    name: '',
    outcome: 'matched',
    pays: [['RPT', 50_00]],
  },
  {
    what: 'number alone, another amount',
    amount: '33.00',
    number: EVE,
    name: '',
    outcome: 'doubtful',
    suggests: EVE,
    why: /no name to check it by/,
  },
  {
    what: 'nobody’s',
    amount: '50.00',
    number: '123',
    name: 'Zed Quux',
    outcome: 'unmatched',
    why: /No member has the number 123, and no member is called “Zed Quux”/,
  },
  {
    what: 'nothing at all',
    amount: '50.00',
    number: '',
    name: '',
    outcome: 'unmatched',
    why: /no number, and no name/,
  },
  { what: 'money that went back', amount: '-50.00', number: BEN, name: 'Ben Ruiz', outcome: 'back' },
  { what: 'in brackets', amount: '(50.00)', number: BEN, name: 'Ben Ruiz', outcome: 'back' },
  {
    what: 'a refund by its status',
    amount: '$50.00',
    number: BEN,
    name: 'Ben Ruiz',
    status: 'Refunded',
    outcome: 'back',
  },
  {
    what: 'declined',
    amount: '50.00',
    number: BEN,
    name: 'Ben Ruiz',
    status: 'Declined',
    outcome: 'unpaid',
    why: /“Declined”: no money moved/,
  },
  { what: 'over nothing', amount: '0.00', number: BEN, name: 'Ben Ruiz', outcome: 'unpaid', why: /\$0\.00/ },
  { what: 'no amount', amount: '', number: BEN, name: 'Ben Ruiz', outcome: 'refused', why: /has no amount/ },
  {
    what: 'a comma for the cents',
    amount: '50,00',
    number: BEN,
    name: 'Ben Ruiz',
    outcome: 'refused',
    why: /not an amount/,
  },
  {
    what: 'a status that says neither',
    amount: '50.00',
    number: BEN,
    name: 'Ben Ruiz',
    status: 'Blue',
    outcome: 'refused',
    why: /does not say whether/,
  },
];

describe('what becomes of a line', () => {
  // Each in a file of its own: within one file, what an earlier line pays makes a later one doubtful.
  test.each(CASES)(
    '$what: $outcome',
    async ({ amount, number, name, code = '', status = 'Settled', outcome, pays, suggests, why }) => {
      const file = paymentFile([PORTAL, ['T1', '11/20/2026', amount, number, name, code, status]]);
      const { lines, tallies } = await read(await smallOffice(MORE), file);
      const [line] = lines;
      expect(line).toMatchObject({ row: 2, outcome });
      expect(tallies[outcome].count).toBe(1);
      expect(line?.parts.map((part) => [part.code, part.cents])).toEqual(pays ?? []);
      if (outcome === 'doubtful' || outcome === 'unmatched')
        expect(line?.suggestion?.memberNo ?? null).toBe(suggests ?? null);
      expect(line?.why ?? '').toMatch(why ?? (outcome === 'matched' ? /^$/ : /./));
    },
  );
});

describe('lines among others', () => {
  const rows = async (...lines: readonly (readonly string[])[]): Promise<ReceiptReading> =>
    read(await smallOffice(MORE), paymentFile([PORTAL, ...lines]));
  const line = (id: string, amount: string, number = BEN, name = 'Ben Ruiz', code = '') => [
    id,
    '2026-11-20',
    amount,
    number,
    name,
    code,
    '',
  ];
  const outcomes = ({ lines }: { readonly lines: readonly LineForeseen[] }) =>
    lines.map(({ outcome, why }) => `${outcome}: ${why}`);

  test.each<{ what: string; lines: readonly (readonly string[])[]; are: readonly string[] }>([
    {
      what: 'the same number and all else the same: a duplicate',
      lines: [line('T1', '50.00'), line('T1', '50.00')],
      are: ['matched: ', 'duplicate: Says the same as line 2 of this file.'],
    },
    {
      what: 'the same number over another amount: one of the two is wrong',
      lines: [line('T1', '50.00'), line('T1', '40.00')],
      are: [
        'matched: ',
        'refused: Transaction T1 stands in line 2 too, over $50.00; here it is over $40.00.',
      ],
    },
    {
      what: 'one transaction that pays two certifications: its parts',
      lines: [line('T1', '100.00', ANN, 'Ann Lee', 'RMA'), line('T1', '90.00', ANN, 'Ann Lee', 'MT')],
      are: ['matched: ', 'matched: '],
    },
    {
      what: 'a second payment for the same certification: perhaps once too often',
      lines: [line('T1', '50.00'), line('T2', '50.00')],
      are: [
        'matched: ',
        'doubtful: Line 2 of this file pays for the same certification of Ben Ruiz already.',
      ],
    },
    {
      what: 'money that went back under the number of its payment is no duplicate of it',
      lines: [line('T1', '50.00'), line('T1', '-50.00')],
      are: ['matched: ', 'back: Money that went back; the file does not say of which payment.'],
    },
  ])('$what', async ({ lines, are }) => {
    expect(outcomes(await rows(...lines))).toEqual(are);
  });
});
