import { expect, test } from 'vitest';
import { refundableCents, reopenedBy } from '../../../shared/domain/refundable.ts';

const line = (year: number, amountCents: number, releasedOn: string | null = null) => ({
  fee: year,
  yearStart: `${year}-06-01`,
  amountCents,
  allocatedOn: `${year}-05-20`,
  releasedOn,
});

const PAYMENT = {
  creditCents: 10_00,
  allocations: [line(2023, 50_00, '2024-01-01'), line(2024, 50_00), line(2025, 50_00)],
  recertifications: [
    { fee: 7, application: 3, amountCents: 75_00, allocatedOn: '2025-05-20', releasedOn: null },
  ],
  refunds: [],
  reversal: null,
} as const;

test('what may go back is the credit and what still settles a fee, and nothing of a reversed payment', () => {
  expect(refundableCents(PAYMENT)).toBe(185_00);
  expect(
    refundableCents({
      ...PAYMENT,
      reversal: { kind: 'bounced', on: '2025-06-01', reason: 'returned', actor: 'Dana' },
    }),
  ).toBe(0);
});

test.each([
  ['credit covers it', 10_00, [], false, false],
  ['the newest year in part', 30_00, [2025], false, true],
  ['the newest year whole', 60_00, [2025], false, false],
  ['both years, the older in part', 61_00, [2024, 2025], false, true],
  ['more than the years give', 185_00, [2024, 2025], true, false],
  ['the application’s fee first, where the years do not suffice', 120_00, [2025], true, true],
] as const)('%s', (_, cents, years, recertification, partly) => {
  const reopened = reopenedBy(PAYMENT, cents);
  expect(reopened.years.map(({ fee }) => fee)).toEqual(years);
  expect(reopened).toMatchObject({ recertification, partly });
});

test('a payment refunded before opens its fee whole, because it is not taken apart', () => {
  const refund = {
    amountCents: 5_00,
    on: '2025-06-01',
    method: 'cheque',
    reference: '',
    reason: 'x',
  } as const;
  const before = { ...PAYMENT, refunds: [{ ...refund, approvedBy: 'Dana' }] };
  expect(reopenedBy(before, 30_00)).toMatchObject({ partly: false });
});
