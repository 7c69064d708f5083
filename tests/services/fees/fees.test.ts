import { describe, expect, test } from 'vitest';
import { unwatchedWork } from '../../../electron/jobs/work.ts';
import {
  adjustFee,
  invoiceFee,
  reissueFee,
  unwaiveFee,
  voidFee,
  waiveFee,
} from '../../../electron/services/fees/change-fee.ts';
import { feesOfMember, listVoided } from '../../../electron/services/fees/lists.ts';
import type { Office } from '../../../electron/services/office.ts';
import { listCredits } from '../../../electron/services/payments/credits.ts';
import { openDeposit } from '../../../electron/services/payments/deposits.ts';
import { enterRemittance } from '../../../electron/services/payments/enter.ts';
import { reverse } from '../../../electron/services/payments/reverse.ts';
import { sweep } from '../../../electron/services/sweep/sweep.ts';
import { reopenOn, TODAY } from '../../temp-office.ts';
import { accounts, BEN, cheque, moneyFaults, smallOffice } from '../payments/small-office.ts';

const OPEN = { memberNo: BEN, code: 'RPT', yearStart: '2026-10-20', reason: 'because' } as const;
const PAID = { ...OPEN, yearStart: '2025-10-20' } as const;
const MAYA = { approvedBy: 'Maya' } as const;

async function fee(office: Office, yearStart: string = OPEN.yearStart) {
  const { certifications } = await feesOfMember(office, BEN, TODAY);
  return certifications[0]?.fees.find((one) => one.yearStart === yearStart);
}

function status(office: Office): unknown {
  return office.db.sqlite
    .prepare(
      "SELECT status, owed_cents FROM standing s JOIN certification c ON c.id = s.certification_id WHERE c.code = 'RPT'",
    )
    .get();
}

async function pay(office: Office, cents: number): Promise<number> {
  const { deposit } = await openDeposit(office, { controlCount: 1, controlCents: cents });
  const parts = [{ memberNo: BEN, code: 'RPT', cents, yearStart: null } as const];
  const { entry } = await enterRemittance(office, cheque(deposit, { amountCents: cents, parts }));
  return entry?.payments[0]?.payment ?? 0;
}

describe('by hand a fee', () => {
  test('is waived and owed again, each with the manager’s name', async () => {
    const office = await smallOffice();
    expect(status(office)).toEqual({ status: 'past-due', owed_cents: 50_00 });
    await waiveFee(office, { ...OPEN, ...MAYA });
    expect(status(office)).toEqual({ status: 'active', owed_cents: 0 });
    expect(await fee(office)).toMatchObject({
      state: 'waived',
      owedCents: 0,
      changes: [{ kind: 'waived', cents: -50_00, reason: 'because', approvedBy: 'Maya', actor: 'Test' }],
    });
    expect(await moneyFaults(office)).toEqual([]);
    await unwaiveFee(office, { ...OPEN, ...MAYA });
    expect(status(office)).toEqual({ status: 'past-due', owed_cents: 50_00 });
    expect(await moneyFaults(office)).toEqual([]);
  });

  test('is waived for what is left of it; should the rest bounce, the waiver covers that too', async () => {
    const office = await smallOffice();
    const payment = await pay(office, 20_00);
    await waiveFee(office, { ...OPEN, ...MAYA });
    expect(accounts(office).waived).toBe(30_00);
    await reverse(office, { of: { payment }, kind: 'bounced', reason: 'no funds', on: TODAY });
    expect(accounts(office).waived).toBe(50_00);
    expect(await moneyFaults(office)).toEqual([]);
    await unwaiveFee(office, { ...OPEN, ...MAYA });
    expect(accounts(office).waived).toBe(0);
    expect(await moneyFaults(office)).toEqual([]);
  });

  test('is adjusted before payment, and shows what it was', async () => {
    const office = await smallOffice();
    await adjustFee(office, { ...OPEN, cents: 40_00 });
    expect(await fee(office)).toMatchObject({ invoicedCents: 50_00, amountCents: 40_00, owedCents: 40_00 });
    await pay(office, 40_00);
    expect(status(office)).toEqual({ status: 'active', owed_cents: 0 });
    expect(await moneyFaults(office)).toEqual([]);
  });

  test('is voided: no sweep invoices it again, the office sees it listed, and it can be issued again', async () => {
    const office = await smallOffice();
    await voidFee(office, OPEN);
    expect(await listVoided(office, { offset: 0, limit: 10 })).toMatchObject({
      total: 1,
      totalCents: 50_00,
      rows: [{ memberNo: BEN, memberName: 'Ben Ruiz', yearStart: OPEN.yearStart, reason: 'because' }],
    });
    expect(await sweep(office, { asOf: TODAY, dryRun: true }, unwatchedWork())).toMatchObject({
      changes: expect.not.arrayContaining([expect.objectContaining({ kind: 'invoice', memberNo: BEN })]),
    });
    await sweep(office, { asOf: TODAY, dryRun: false }, unwatchedWork());
    expect(await fee(office)).toMatchObject({ state: 'void', owedCents: 0, voidedOn: TODAY });
    expect(await moneyFaults(office)).toEqual([]);
    await reissueFee(office, OPEN);
    expect(await fee(office)).toMatchObject({ state: 'unpaid', owedCents: 50_00, voidedOn: null });
    expect(await listVoided(office, { offset: 0, limit: 10 })).toMatchObject({ total: 0, rows: [] });
    expect(await moneyFaults(office)).toEqual([]);
  });

  test('is invoiced ahead, at the amount in force; credit is then offered on it and nothing more', async () => {
    const office = await smallOffice();
    await pay(office, 70_00);
    const credits = async () => (await listCredits(office, { offset: 0, limit: 9 })).rows;
    expect(await credits()).toMatchObject([{ cents: 20_00, offer: null }]);
    const { certifications } = await invoiceFee(office, { ...OPEN, yearStart: '2027-10-20' });
    expect(certifications[0]).toMatchObject({
      billedThrough: '2028-10-19',
      paidThrough: '2027-10-19',
      owedCents: 0,
      creditCents: 20_00,
    });
    expect(await credits()).toMatchObject([{ offer: { yearStart: '2027-10-20', cents: 20_00 } }]);
    expect(await fee(office, '2027-10-20')).toMatchObject({ state: 'unpaid', paidCents: 0 });
  });

  test('credit is offered on the fee that the next sweep invoices', async () => {
    const office = await smallOffice();
    await pay(office, 70_00);
    const later = await reopenOn(office, '2027-10-05');
    await sweep(later, { asOf: '2027-10-05', dryRun: false }, unwatchedWork());
    expect((await listCredits(later, { offset: 0, limit: 9 })).rows).toMatchObject([
      { cents: 20_00, offer: { code: 'RPT', yearStart: '2027-10-20', owedCents: 50_00, cents: 20_00 } },
    ]);
  });
});

describe('a change to a fee is refused', () => {
  const cases: readonly (readonly [why: string, act: (office: Office) => Promise<unknown>, code: string])[] =
    [
      ['waived by nobody who may', (o) => waiveFee(o, { ...OPEN, approvedBy: 'Zoe' }), 'manager-needed'],
      ['waived by the desk itself', (o) => waiveFee(o, { ...OPEN, approvedBy: null }), 'manager-needed'],
      ['waived without a reason', (o) => waiveFee(o, { ...OPEN, ...MAYA, reason: '' }), 'reason-missing'],
      ['waived once paid', (o) => waiveFee(o, { ...PAID, ...MAYA }), 'fee-paid'],
      ['unwaived where it is not waived', (o) => unwaiveFee(o, { ...OPEN, ...MAYA }), 'fee-unwaived'],
      ['adjusted once paid', (o) => adjustFee(o, { ...PAID, cents: 10_00 }), 'fee-paid'],
      ['adjusted to what it is', (o) => adjustFee(o, { ...OPEN, cents: 50_00 }), 'fee-same'],
      ['adjusted to nothing', (o) => adjustFee(o, { ...OPEN, cents: 0 }), 'amount-impossible'],
      ['adjusted below nothing', (o) => adjustFee(o, { ...OPEN, cents: -1 }), 'amount-impossible'],
      ['voided once paid', (o) => voidFee(o, PAID), 'fee-paid'],
      ['issued again without being void', (o) => reissueFee(o, OPEN), 'fee-not-void'],
      ['invoiced twice', (o) => invoiceFee(o, OPEN), 'fee-invoiced'],
      [
        'for a year that is none',
        (o) => invoiceFee(o, { ...OPEN, yearStart: '2027-10-21' }),
        'year-impossible',
      ],
      ['for a year never invoiced', (o) => voidFee(o, { ...OPEN, yearStart: '2027-10-20' }), 'fee-unknown'],
      [
        'with a card number',
        (o) => voidFee(o, { ...OPEN, reason: 'card 4111 1111 1111 1111' }),
        'card-number',
      ],
      ['of a member who is not there', (o) => voidFee(o, { ...OPEN, memberNo: '9' }), 'member-unknown'],
      [
        'invoiced where it is void',
        async (o) => {
          await voidFee(o, OPEN);
          return invoiceFee(o, OPEN);
        },
        'fee-void',
      ],
      [
        'waived where it is void',
        async (o) => {
          await voidFee(o, OPEN);
          return waiveFee(o, { ...OPEN, ...MAYA });
        },
        'fee-void',
      ],
      [
        'voided where it is waived',
        async (o) => {
          await waiveFee(o, { ...OPEN, ...MAYA });
          return voidFee(o, OPEN);
        },
        'fee-waived',
      ],
    ];
  test.each(cases)('%s', async (_why, act, code) => {
    const office = await smallOffice();
    await expect(act(office)).rejects.toMatchObject({ code });
    expect(await moneyFaults(office)).toEqual([]);
  });
});
