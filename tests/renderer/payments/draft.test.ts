import { describe, expect, test } from 'vitest';
import {
  amountCents,
  type Draft,
  draftParts,
  draftProblem,
  isBlank,
  leftCents,
  nextDraft,
  withMember,
} from '../../../renderer/features/payments/draft.ts';
import { expectedCents, partsOf, partWords } from '../../../renderer/features/payments/share.ts';
import type { CertificationCode } from '../../../shared/domain/codes.ts';
import type { PayableCertification, PayingMember } from '../../../shared/domain/payments.ts';

const TODAY = '2026-11-22';

function certification(
  code: CertificationCode,
  owedCents: number,
  more: Partial<PayableCertification> = {},
): PayableCertification {
  return {
    code,
    name: code,
    status: owedCents > 0 ? 'past-due' : 'active',
    mustRecertify: false,
    owedCents,
    askedCents: null,
    recertificationCents: null,
    years: [
      {
        fee: null,
        yearStart: '2027-05-01',
        dueOn: '2027-05-31',
        amountCents: 50_00,
        paidCents: 0,
        owedCents: 50_00,
        state: 'upcoming',
      },
    ],
    credits: [],
    ...more,
  };
}

function member(memberNo: string, ...certifications: PayableCertification[]): PayingMember {
  const owedCents = certifications.reduce((sum, one) => sum + one.owedCents, 0);
  return {
    memberNo,
    name: `Member ${memberNo}`,
    city: '',
    state: '',
    deceased: false,
    owedCents,
    certifications,
  };
}

const blank = nextDraft({ method: 'cheque', receivedOn: TODAY });

describe('a member’s money', () => {
  const both = member('1', certification('RMA', 50_00), certification('MT', 90_00));
  const cases: readonly {
    readonly name: string;
    readonly who: PayingMember;
    readonly cents: number;
    readonly parts: readonly (readonly [string, number])[];
  }[] = [
    {
      name: 'all that is owed',
      who: both,
      cents: 140_00,
      parts: [
        ['RMA', 50_00],
        ['MT', 90_00],
      ],
    },
    {
      name: 'a part, in order',
      who: both,
      cents: 60_00,
      parts: [
        ['RMA', 50_00],
        ['MT', 10_00],
      ],
    },
    {
      name: 'more than is owed stays with the first',
      who: both,
      cents: 150_00,
      parts: [
        ['RMA', 60_00],
        ['MT', 90_00],
      ],
    },
    {
      name: 'only what the stub asks for',
      who: member('1', certification('RMA', 50_00), certification('MT', 90_00, { askedCents: 90_00 })),
      cents: 90_00,
      parts: [['MT', 90_00]],
    },
    {
      name: 'first what the stub asks for, though another certification is applied for',
      who: member(
        '1',
        certification('RMA', 50_00, { mustRecertify: true, recertificationCents: 100_00 }),
        certification('MT', 90_00, { askedCents: 90_00 }),
      ),
      cents: 120_00,
      parts: [
        ['RMA', 30_00],
        ['MT', 90_00],
      ],
    },
    {
      name: 'not to one that must recertify',
      who: member('1', certification('RMA', 200_00, { mustRecertify: true }), certification('MT', 90_00)),
      cents: 90_00,
      parts: [['MT', 90_00]],
    },
    {
      name: 'the year ahead where nothing is owed',
      who: member('1', certification('RMA', 0)),
      cents: 50_00,
      parts: [['RMA', 50_00]],
    },
  ];
  test.each(cases)('$name', ({ who, cents, parts }) => {
    expect(partsOf(who, cents).map((part) => [part.code, part.cents])).toEqual(parts);
  });

  test('is expected to be what is owed, or the next fee', () => {
    expect(expectedCents(both)).toBe(50_00 + 90_00);
    expect(expectedCents(member('1', certification('RMA', 0)))).toBe(50_00);
    expect(
      expectedCents(
        member('1', certification('RMA', 50_00), certification('MT', 90_00, { askedCents: 90_00 })),
      ),
    ).toBe(90_00);
  });

  test('is said in words before it is saved', () => {
    const words = (cents: number) => partsOf(both, cents).map((part) => partWords(both, part));
    expect(words(60_00)).toEqual(['RMA $50.00', 'MT $10.00 of $90.00']);
    expect(words(150_00)).toEqual(['RMA $60.00, $10.00 of it as credit', 'MT $90.00']);
  });
});

describe('a cheque', () => {
  const ann = member('1', certification('RMA', 50_00));
  const bob = member('2', certification('MT', 90_00));

  test('comes to what its members are expected to pay until an amount is typed', () => {
    expect(amountCents(withMember(withMember(blank, ann), bob))).toBe(140_00);
    const typed: Draft = { ...withMember(blank, ann), typedAmount: '$30' };
    expect(amountCents(typed)).toBe(30_00);
    expect(draftParts(typed)).toEqual([{ memberNo: '1', code: 'RMA', cents: 30_00, yearStart: null }]);
    expect(leftCents(typed)).toBe(0);
  });

  test('for two members says what is left to split', () => {
    const two: Draft = { ...withMember(withMember(blank, ann), bob), typedAmount: '150.00' };
    expect(leftCents(two)).toBe(10_00);
    expect(draftProblem(two, TODAY)).toBeNull();
    expect(draftProblem({ ...two, typedAmount: '130' }, TODAY)).toEqual({
      field: 'amount',
      text: 'The shares come to $10.00 more than the cheque.',
    });
  });

  test('may be for nobody yet', () => {
    const parked: Draft = { ...blank, typedAmount: '50' };
    expect(draftProblem(parked, TODAY)).toBeNull();
    expect(leftCents(parked)).toBe(50_00);
  });

  const refused: readonly (readonly [string, Partial<Draft>, string])[] = [
    ['no amount', { typedAmount: 'fifty' }, 'amount'],
    ['nothing', { typedAmount: '0' }, 'amount'],
    ['less than nothing', { typedAmount: '-5' }, 'amount'],
    ['a card number as cheque number', { typedAmount: '5', reference: '4111 1111 1111 1111' }, 'reference'],
    ['a card number as payer', { typedAmount: '5', payer: '4111111111111111' }, 'payer'],
    ['a day to come', { typedAmount: '5', receivedOn: '2026-11-23' }, 'receivedOn'],
    ['no day', { typedAmount: '5', receivedOn: '' }, 'receivedOn'],
  ];
  test.each(refused)('%s is refused', (_name, change, field) => {
    expect(draftProblem({ ...blank, ...change }, TODAY)?.field).toBe(field);
  });
});

test.each<readonly [name: string, draft: Draft, blank: boolean]>([
  ['nothing', blank, true],
  ['only another method', { ...blank, method: 'cash' }, true],
  ['a member', withMember(blank, member('1')), false],
  ['an amount', { ...blank, typedAmount: '5' }, false],
  ['an amount that was cleared again', { ...blank, typedAmount: '' }, false],
  ['a number', { ...blank, reference: '12' }, false],
])('a draft with %s', (_name, draft, expected) => {
  expect(isBlank(draft)).toBe(expected);
});
