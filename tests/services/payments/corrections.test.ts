import { describe, expect, test } from 'vitest';
import { unwaiveFee, waiveFee } from '../../../electron/services/fees/change-fee.ts';
import { feesOfMember } from '../../../electron/services/fees/lists.ts';
import { memberPage } from '../../../electron/services/member-page/member-page.ts';
import type { Office } from '../../../electron/services/office.ts';
import { applyCredit, listCredits } from '../../../electron/services/payments/credits.ts';
import { closeDeposit, depositView, openDeposit } from '../../../electron/services/payments/deposits.ts';
import { enterRemittance } from '../../../electron/services/payments/enter.ts';
import { listPayments, listUnassigned } from '../../../electron/services/payments/lists.ts';
import { refund } from '../../../electron/services/payments/refund.ts';
import { movePayment, reverse } from '../../../electron/services/payments/reverse.ts';
import type { PaymentEntry, PaymentPart, RemittanceEntry } from '../../../shared/domain/payments.ts';
import { TODAY } from '../../temp-office.ts';
import { ANN, accounts, BEN, cheque, moneyFaults, smallOffice } from './small-office.ts';

const rma = (cents: number): PaymentPart => ({ memberNo: ANN, code: 'RMA', cents, yearStart: null });
const rpt = (cents: number): PaymentPart => ({ memberNo: BEN, code: 'RPT', cents, yearStart: null });

/** An office with one cheque entered in an open deposit. */
async function withCheque(
  parts: readonly PaymentPart[],
  amountCents = parts.reduce((sum, { cents }) => sum + cents, 0),
): Promise<{ office: Office; entry: RemittanceEntry; payment: number; deposit: number }> {
  const office = await smallOffice();
  const { deposit } = await openDeposit(office, { controlCount: 1, controlCents: amountCents });
  const { entry } = await enterRemittance(office, cheque(deposit, { parts, amountCents }));
  if (entry === null) throw new Error('not entered');
  return { office, entry, deposit, payment: entry.payments[0]?.payment ?? 0 };
}

function statuses(office: Office): Readonly<Record<string, string>> {
  const rows = office.db.sqlite
    .prepare<[], [string, string]>(
      'SELECT m.member_no || c.code, s.status FROM standing s JOIN certification c ON c.id = s.certification_id JOIN member m ON m.id = c.member_id',
    )
    .raw()
    .all();
  return Object.fromEntries(rows);
}

const settles = ({ allocations }: PaymentEntry) =>
  allocations
    .filter(({ releasedOn }) => releasedOn === null)
    .map(({ yearStart, amountCents }) => [yearStart, amountCents]);

describe('counter-entries', () => {
  test('a bounced cheque for two members opens every fee it paid, and makes both past due again', async () => {
    const { office, entry } = await withCheque([rma(100_00), rpt(50_00)]);
    const before = accounts(office);
    expect(statuses(office)).toMatchObject({ [`${ANN}RMA`]: 'active', [`${BEN}RPT`]: 'active' });
    const { text } = await reverse(office, {
      of: { payment: entry.payments[1]?.payment ?? 0 },
      kind: 'bounced',
      reason: 'insufficient funds',
      on: TODAY,
    });
    expect(text).toBe('$150.00, entry 1 of deposit 1, reversed as bounced with 2 payments.');
    expect(statuses(office)).toMatchObject({ [`${ANN}RMA`]: 'past-due', [`${BEN}RPT`]: 'past-due' });
    const after = accounts(office);
    expect((after.bank ?? 0) - (before.bank ?? 0)).toBe(-150_00);
    expect((after.receivable ?? 0) - (before.receivable ?? 0)).toBe(150_00);
    expect(await moneyFaults(office)).toEqual([]);
    // The cheque stays in the deposit: the bank was handed it.
    expect(await depositView(office, entry.deposit)).toMatchObject({
      enteredCount: 1,
      unassignedCents: 0,
      entries: [{ reversal: { kind: 'bounced', reason: 'insufficient funds' } }],
    });
  });

  test('a mis-keyed entry leaves its deposit, and can be entered anew', async () => {
    const { office, entry, deposit } = await withCheque([rma(50_00)]);
    await reverse(office, {
      of: { remittance: entry.remittance },
      kind: 'mis-keyed',
      reason: 'the amount is 60',
      on: TODAY,
    });
    expect(await depositView(office, deposit)).toMatchObject({ enteredCount: 0, enteredCents: 0 });
    const again = await enterRemittance(office, cheque(deposit, { amountCents: 60_00, parts: [rma(60_00)] }));
    expect(again.entry).not.toBeNull();
    expect(await moneyFaults(office)).toEqual([]);
  });

  test('a mis-keyed payment leaves the money of its cheque unassigned', async () => {
    const { office, payment, entry } = await withCheque([rma(50_00)]);
    await reverse(office, { of: { payment }, kind: 'mis-keyed', reason: 'wrong Ann', on: TODAY });
    expect(await listUnassigned(office, { offset: 0, limit: 9 })).toMatchObject({
      total: 1,
      rows: [{ remittance: entry.remittance, unassignedCents: 50_00 }],
    });
    expect(await moneyFaults(office)).toEqual([]);
  });

  test('a payment is moved to whom it was meant for, and both members stand as they should', async () => {
    const { office, payment, entry } = await withCheque([rma(50_00)]);
    const order = {
      payment,
      memberNo: BEN,
      code: 'RPT',
      yearStart: null,
      reason: 'it was Ben’s',
      on: TODAY,
    } as const;
    const { payments } = await movePayment(office, order);
    expect(
      payments.map(({ memberNo, remittance, reversal }) => [memberNo, remittance, reversal?.kind]),
    ).toEqual([
      [ANN, entry.remittance, 'moved'],
      [BEN, entry.remittance, undefined],
    ]);
    expect(statuses(office)).toMatchObject({ [`${ANN}RMA`]: 'past-due', [`${BEN}RPT`]: 'active' });
    expect(await moneyFaults(office)).toEqual([]);
    await expect(movePayment(office, order)).rejects.toMatchObject({ code: 'payment-reversed' });
  });

  test('an imported payment, which has no entry in a deposit, is met and moved alike', async () => {
    const { office } = await withCheque([rma(50_00)]);
    const [first, second] = (await listPayments(office, ANN)).filter(({ remittance }) => remittance === null);
    const bank = accounts(office).bank ?? 0;
    const of = { payment: first?.payment ?? 0 };
    await reverse(office, { of, kind: 'bounced', reason: 'returned', on: TODAY });
    expect(accounts(office).bank).toBe(bank - (first?.amountCents ?? 0));
    const payment = second?.payment ?? 0;
    await movePayment(office, {
      payment,
      memberNo: BEN,
      code: 'RPT',
      yearStart: null,
      reason: 'Ben’s',
      on: TODAY,
    });
    expect(accounts(office).bank).toBe(bank - (first?.amountCents ?? 0));
    expect(await moneyFaults(office)).toEqual([]);
  });

  const refused: readonly (readonly [
    why: string,
    act: (office: Office, payment: number, entry: RemittanceEntry) => Promise<unknown>,
    code: string,
  ])[] = [
    [
      'without a reason',
      (o, payment) => reverse(o, { of: { payment }, kind: 'bounced', reason: ' ', on: TODAY }),
      'reason-missing',
    ],
    [
      'of nothing',
      (o) => reverse(o, { of: { payment: 9999 }, kind: 'bounced', reason: 'r', on: TODAY }),
      'payment-unknown',
    ],
    [
      'of no entry',
      (o) => reverse(o, { of: { remittance: 9999 }, kind: 'bounced', reason: 'r', on: TODAY }),
      'remittance-unknown',
    ],
    [
      'before the day of the payment',
      (o, payment) => reverse(o, { of: { payment }, kind: 'bounced', reason: 'r', on: '2026-11-21' }),
      'date-impossible',
    ],
    [
      'on a day to come',
      (o, payment) => reverse(o, { of: { payment }, kind: 'mis-keyed', reason: 'r', on: '2026-11-23' }),
      'date-impossible',
    ],
    [
      'twice',
      async (o, payment) => {
        await reverse(o, { of: { payment }, kind: 'bounced', reason: 'r', on: TODAY });
        return reverse(o, { of: { payment }, kind: 'bounced', reason: 'r', on: TODAY });
      },
      'payment-reversed',
    ],
    [
      'of a refunded payment',
      async (o, payment) => {
        await refund(o, {
          payment,
          cents: 50_00,
          reason: 'r',
          approvedBy: 'Maya',
          method: 'cheque',
          reference: '',
        });
        return reverse(o, { of: { payment }, kind: 'bounced', reason: 'r', on: TODAY });
      },
      'payment-refunded',
    ],
    [
      'as mis-keyed of an entry whose deposit was closed with it',
      async (o, _payment, { deposit, remittance }) => {
        await closeDeposit(o, deposit);
        return reverse(o, { of: { remittance }, kind: 'mis-keyed', reason: 'r', on: TODAY });
      },
      'deposit-closed',
    ],
    [
      'to where it is already',
      (o, payment) =>
        movePayment(o, { payment, memberNo: ANN, code: 'RMA', yearStart: null, reason: 'r', on: TODAY }),
      'moved-nowhere',
    ],
  ];
  test.each(refused)('are refused %s', async (_why, act, code) => {
    const { office, payment, entry } = await withCheque([rma(50_00)]);
    await expect(act(office, payment, entry)).rejects.toMatchObject({ code });
    expect(await moneyFaults(office)).toEqual([]);
  });
});

describe('a refund', () => {
  const order = { reason: 'paid twice', approvedBy: 'Maya', method: 'cheque', reference: '88' } as const;

  test('of credit touches no fee', async () => {
    const { office, payment } = await withCheque([rma(130_00)]);
    const { text, payments } = await refund(office, { ...order, payment, cents: 30_00 });
    expect(text).toBe(`$30.00 of payment ${payment} refunded to Ann Lee, allowed by Maya.`);
    expect(payments).toMatchObject([
      { creditCents: 0, refunds: [{ amountCents: 30_00, approvedBy: 'Maya' }] },
    ]);
    expect(statuses(office)[`${ANN}RMA`]).toBe('active');
    expect(await moneyFaults(office)).toEqual([]);
  });

  test('of what settled a fee opens the newest year and quotes the policy; the rest goes on settling', async () => {
    const { office, payment } = await withCheque([rma(100_00)]);
    const { text, payments } = await refund(office, { ...order, payment, cents: 20_00 });
    expect(text).toContain('“The annual fee is not refundable.” (PB-FEE-1)');
    const standing = payments.filter(({ reversal }) => reversal === null);
    expect(standing.map(({ amountCents, creditCents }) => [amountCents, creditCents])).toEqual([
      [20_00, 0],
      [80_00, 0],
    ]);
    expect(standing.flatMap(settles)).toEqual([
      ['2025-05-10', 50_00],
      ['2026-05-10', 30_00],
    ]);
    expect(statuses(office)[`${ANN}RMA`]).toBe('past-due');
    expect(await moneyFaults(office)).toEqual([]);
  });

  test('of part of a fee that is waived for the rest takes no more off what is owed', async () => {
    const { office, payment } = await withCheque([rma(80_00)]);
    const waived = { memberNo: ANN, code: 'RMA', yearStart: '2026-05-10' } as const;
    await waiveFee(office, { ...waived, reason: 'hardship', approvedBy: 'Maya' });
    await refund(office, { ...order, payment, cents: 10_00 });
    expect(await moneyFaults(office)).toEqual([]);
    await unwaiveFee(office, { ...waived, reason: 'asked too soon', approvedBy: 'Maya' });
    const { certifications } = await feesOfMember(office, ANN, TODAY);
    const fees = certifications.find(({ code }) => code === 'RMA')?.fees ?? [];
    expect(fees.find(({ yearStart }) => yearStart === waived.yearStart)).toMatchObject({
      paidCents: 20_00,
      owedCents: 30_00,
      state: 'part-paid',
    });
    expect(await moneyFaults(office)).toEqual([]);
  });

  test('of everything, and then of nothing more', async () => {
    const { office, payment } = await withCheque([rma(100_00)]);
    await refund(office, { ...order, payment, cents: 100_00 });
    await expect(refund(office, { ...order, payment, cents: 1 })).rejects.toMatchObject({
      code: 'refund-exceeds',
    });
    const page = await memberPage(office, ANN, TODAY);
    expect(page.payments[0]).toMatchObject({
      creditCents: 0,
      refundedCents: 100_00,
      allocations: [],
      reversal: null,
    });
    expect(page.certifications.find(({ code }) => code === 'RMA')).toMatchObject({
      billedThrough: '2027-05-09',
      paidThrough: '2025-05-09',
    });
    expect(page.journal.map(({ text }) => text)).toContain(
      'RMA: $100.00 refunded: paid twice (allowed by Maya)',
    );
    expect(await moneyFaults(office)).toEqual([]);
  });

  test('of part of what is left after an earlier one leaves the rest as credit', async () => {
    const { office, payment } = await withCheque([rma(110_00)]);
    await refund(office, { ...order, payment, cents: 10_00 });
    const { payments } = await refund(office, { ...order, payment, cents: 20_00 });
    expect(payments).toMatchObject([{ creditCents: 30_00 }]);
    expect(await moneyFaults(office)).toEqual([]);
  });

  test.each([
    ['by nobody who may', { approvedBy: 'Zoe' }, 'manager-needed'],
    ['by the desk itself', { approvedBy: null }, 'manager-needed'],
    ['without a reason', { reason: '' }, 'reason-missing'],
    ['of nothing', { cents: 0 }, 'amount-impossible'],
    ['of more than there is', { cents: 100_01 }, 'refund-exceeds'],
    ['to a card number', { reference: '4111111111111111' }, 'card-number'],
  ] as const)('is refused %s', async (_why, wrong, code) => {
    const { office, payment } = await withCheque([rma(100_00)]);
    await expect(refund(office, { ...order, payment, cents: 50_00, ...wrong })).rejects.toMatchObject({
      code,
    });
    expect(await moneyFaults(office)).toEqual([]);
  });
});

describe('credit', () => {
  const credits = async (office: Office) => (await listCredits(office, { offset: 0, limit: 10 })).rows;

  test('is offered on an open fee of another certification of the member, and moved there once it is applied', async () => {
    const office = await smallOffice([
      { memberNo: ANN, name: ['Ann', 'Lee'], code: 'RMA', certifiedOn: '2003-05-10', fees: 23, paid: 22 },
      { memberNo: ANN, name: ['Ann', 'Lee'], code: 'RPT', certifiedOn: '2004-06-10', fees: 22, paid: 21 },
    ]);
    const { deposit } = await openDeposit(office, { controlCount: 1, controlCents: 70_00 });
    await enterRemittance(office, cheque(deposit, { amountCents: 70_00, parts: [rma(70_00)] }));
    const [offered] = await credits(office);
    expect(offered).toMatchObject({ cents: 20_00, offer: { code: 'RPT', owedCents: 50_00, cents: 20_00 } });
    expect(statuses(office)[`${ANN}RPT`]).toBe('past-due');
    const { payments } = await applyCredit(office, {
      payment: offered?.payment.payment ?? 0,
      fee: offered?.offer?.fee ?? 0,
    });
    expect(payments.map(({ code, amountCents, reversal }) => [code, amountCents, reversal?.kind])).toEqual([
      ['RMA', 70_00, 'moved'],
      ['RPT', 20_00, undefined],
      ['RMA', 50_00, undefined],
    ]);
    expect(await credits(office)).toEqual([]);
    expect(await moneyFaults(office)).toEqual([]);
  });

  test('pays the rest of a fee that it paid part of before, once another cheque for it bounced', async () => {
    const { office, deposit, payment } = await withCheque([rpt(30_00)]);
    const second = await enterRemittance(
      office,
      cheque(deposit, { reference: '2', amountCents: 60_00, parts: [rpt(60_00)] }),
    );
    await reverse(office, { of: { payment }, kind: 'bounced', reason: 'no funds', on: TODAY });
    const [offered] = await credits(office);
    expect(offered).toMatchObject({
      payment: { payment: second.entry?.payments[0]?.payment },
      cents: 40_00,
      offer: { code: 'RPT', owedCents: 30_00, cents: 30_00 },
    });
    await applyCredit(office, { payment: offered?.payment.payment ?? 0, fee: offered?.offer?.fee ?? 0 });
    expect(statuses(office)[`${BEN}RPT`]).toBe('active');
    expect(await credits(office)).toMatchObject([{ cents: 10_00, offer: null }]);
    expect(await moneyFaults(office)).toEqual([]);
  });

  test('is not used for a fee of another member, nor twice', async () => {
    const { office, payment } = await withCheque([rma(130_00)]);
    const feeOfBen = office.db.sqlite
      .prepare<[], number>(
        "SELECT f.id FROM annual_fee f JOIN certification c ON c.id = f.certification_id WHERE c.code = 'RPT' AND paid_cents = 0",
      )
      .pluck()
      .get();
    await expect(applyCredit(office, { payment, fee: feeOfBen ?? 0 })).rejects.toMatchObject({
      code: 'fee-unknown',
    });
    await refund(office, {
      payment,
      cents: 30_00,
      reason: 'r',
      approvedBy: 'Maya',
      method: 'cash',
      reference: '',
    });
    await expect(applyCredit(office, { payment, fee: 1 })).rejects.toMatchObject({ code: 'credit-none' });
  });
});
