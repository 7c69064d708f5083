import { describe, expect, test } from 'vitest';
import { documentsOnRecord } from '../../../electron/repositories/documents.ts';
import { reissueFee, unwaiveFee, waiveFee } from '../../../electron/services/fees/change-fee.ts';
import { feesOfMember } from '../../../electron/services/fees/lists.ts';
import type { Office } from '../../../electron/services/office.ts';
import { openDeposit } from '../../../electron/services/payments/deposits.ts';
import { enterRemittance } from '../../../electron/services/payments/enter.ts';
import { listPayments } from '../../../electron/services/payments/lists.ts';
import { recognise } from '../../../electron/services/payments/recognise.ts';
import { refund } from '../../../electron/services/payments/refund.ts';
import { movePayment, reverse } from '../../../electron/services/payments/reverse.ts';
import { payFromCredit } from '../../../electron/services/recertification/fee.ts';
import { applicationView } from '../../../electron/services/recertification/view.ts';
import { acceptSuggestion, undoLine } from '../../../electron/services/reconcile/work-line.ts';
import { agedReceivables } from '../../../electron/services/reports/aged-receivables.ts';
import { memberStatement } from '../../../electron/services/reports/statement.ts';
import { TODAY } from '../../temp-office.ts';
import { accounts, cheque, moneyFaults } from '../payments/small-office.ts';
import { enter, PORTAL, paymentFile } from '../reconcile/payment-file.ts';
import { complete, DORA, lapsedOffice, payFee, start, step } from './lapsed-office.ts';

async function sound(office: Office): Promise<void> {
  expect(await moneyFaults(office)).toEqual([]);
  const aged = await agedReceivables(office, TODAY);
  expect(aged.totalCents).toBe(accounts(office).receivable ?? 0);
}

describe('SC-RECERT-1: the fee of an application is in the one ledger', () => {
  test('invoiced, shown at the deposit desk, part paid, paid, and over as credit', async () => {
    const office = await lapsedOffice();
    const before = accounts(office);
    const { application } = await start(office, DORA, 'RMA', 'ccp');
    expect(accounts(office)).toMatchObject({
      receivable: (before.receivable ?? 0) + 100_00,
      'recertification-income': -100_00,
      'fee-income': before['fee-income'],
    });
    const { candidates } = await recognise(office, DORA, TODAY);
    expect(candidates[0]?.certifications[0]).toMatchObject({ code: 'RMA', recertificationCents: 100_00 });
    await payFee(office, DORA, 'RMA', 60_00);
    expect((await applicationView(office, application)).fee).toMatchObject({
      paidCents: 60_00,
      owedCents: 40_00,
    });
    await sound(office);
    await payFee(office, DORA, 'RMA', 55_00);
    const view = await applicationView(office, application);
    expect(view.fee).toMatchObject({ paidCents: 100_00, owedCents: 0 });
    expect(view.creditCents).toBe(15_00);
    await sound(office);
    // Nothing is owed any more, so nothing more is taken for it.
    await expect(payFee(office, DORA, 'RMA', 1_00)).rejects.toMatchObject({
      code: 'recertification-unasked',
    });
  });

  test('a payment without a word for it pays the oldest annual fee, as before', async () => {
    const office = await lapsedOffice();
    const { application } = await start(office, DORA, 'RMA', 'ccp');
    const { deposit } = await openDeposit(office, { controlCount: 1, controlCents: 50_00 });
    await enterRemittance(
      office,
      cheque(deposit, { parts: [{ memberNo: DORA, code: 'RMA', cents: 50_00, yearStart: null }] }),
    );
    expect((await applicationView(office, application)).fee?.paidCents).toBe(0);
    const [payment] = await listPayments(office, DORA).then((all) =>
      all.filter(({ deposit: of }) => of === deposit),
    );
    expect(payment?.allocations).toHaveLength(1);
    // It was meant for the application: moved, with both entries on record.
    await movePayment(office, {
      payment: payment?.payment ?? 0,
      memberNo: DORA,
      code: 'RMA',
      yearStart: null,
      recertification: true,
      reason: 'meant for the application',
      on: TODAY,
    });
    expect((await applicationView(office, application)).fee?.paidCents).toBe(50_00);
    await sound(office);
  });

  test('a bounced cheque opens it again, and the checklist misses it', async () => {
    const office = await lapsedOffice();
    const view = await start(office, DORA, 'RMA', 'ccp');
    const payment = await payFee(office, DORA, 'RMA', 100_00);
    await reverse(office, { of: { payment }, kind: 'bounced', reason: 'no funds', on: TODAY });
    const after = await applicationView(office, view.application);
    expect(after.fee).toMatchObject({ paidCents: 0, owedCents: 100_00 });
    expect(after.checklist.find(({ id }) => id === 'fee')?.done).toBe(false);
    await sound(office);
  });

  test('credit that is held pays it', async () => {
    const office = await lapsedOffice();
    const first = await start(office, DORA, 'RMA', 'ccp');
    await payFee(office, DORA, 'RMA', 160_00);
    await step(office, first.application, 'withdrawn', { reason: 'by exam instead' });
    const { application } = await start(office, DORA, 'RMA', 'exam');
    expect((await applicationView(office, application)).creditCents).toBe(60_00);
    const paid = await payFromCredit(office, application);
    expect(paid).toMatchObject({ creditCents: 0, fee: { paidCents: 60_00, owedCents: 90_00 } });
    await sound(office);
  });

  test('withdrawn unpaid it is owed by nobody; part paid it stays', async () => {
    const office = await lapsedOffice();
    const before = accounts(office);
    const { application } = await start(office, DORA, 'RMA', 'ccp');
    const withdrawn = await step(office, application, 'withdrawn', { reason: 'moved abroad' });
    expect(withdrawn.fee).toMatchObject({ voidedOn: TODAY, owedCents: 0 });
    expect(accounts(office).receivable).toBe(before.receivable);
    await sound(office);
    const again = await start(office, DORA, 'RMA', 'exam');
    await payFee(office, DORA, 'RMA', 50_00);
    await step(office, again.application, 'withdrawn', { reason: 'changed her mind' });
    expect((await applicationView(office, again.application)).fee).toMatchObject({
      voidedOn: null,
      paidCents: 50_00,
    });
    await sound(office);
  });

  test('a manager gives it back: what was paid is free again, and a closed application owes nothing', async () => {
    const office = await lapsedOffice();
    const { application } = await start(office, DORA, 'RMA', 'ccp');
    const payment = await payFee(office, DORA, 'RMA', 100_00);
    await step(office, application, 'withdrawn', { reason: 'moved abroad' });
    await refund(office, {
      payment,
      cents: 100_00,
      reason: 'withdrawn before the review',
      approvedBy: 'Maya',
      method: 'cheque',
      reference: '501',
    });
    expect((await applicationView(office, application)).fee).toMatchObject({ paidCents: 0, voidedOn: TODAY });
    await sound(office);
  });
});

describe('SC-RECERT-1: the fee of an application that is closed', () => {
  test('that came to nothing is owed by nobody when its cheque bounces', async () => {
    const office = await lapsedOffice();
    const owed = accounts(office).receivable;
    const { application } = await start(office, DORA, 'RMA', 'ccp');
    const payment = await payFee(office, DORA, 'RMA', 100_00);
    await step(office, application, 'withdrawn', { reason: 'moved abroad' });
    await reverse(office, { of: { payment }, kind: 'bounced', reason: 'no funds', on: TODAY });
    expect((await applicationView(office, application)).fee).toMatchObject({ owedCents: 0, voidedOn: TODAY });
    expect(accounts(office).receivable).toBe(owed);
    await sound(office);
  });

  test('that recertified is owed again when its cheque bounces, and a new one pays it', async () => {
    const office = await lapsedOffice();
    const view = await start(office, DORA, 'RMA', 'ccp');
    const { application } = view;
    const payment = await payFee(office, DORA, 'RMA', 100_00);
    await complete(office, { ...view, fee: null });
    for (const to of ['under-review', 'approved', 'badge'] as const) await step(office, application, to);
    await reverse(office, { of: { payment }, kind: 'bounced', reason: 'no funds', on: TODAY });
    expect((await applicationView(office, application)).fee).toMatchObject({ owedCents: 100_00 });
    const { candidates } = await recognise(office, DORA, TODAY);
    expect(candidates[0]?.certifications[0]).toMatchObject({ recertificationCents: 100_00 });
    await payFee(office, DORA, 'RMA', 100_00);
    expect((await applicationView(office, application)).fee).toMatchObject({ owedCents: 0 });
    await sound(office);
  });
});

describe('policy C7: what was unmet before no longer counts', () => {
  test('each old fee is written off by an entry of its own, that cites why and is not taken back as a waiver', async () => {
    const office = await lapsedOffice();
    const view = await start(office, DORA, 'RMA', 'ccp');
    await complete(office, view);
    await step(office, view.application, 'under-review');
    const before = accounts(office);
    await step(office, view.application, 'approved');
    const after = accounts(office);
    expect((after['written-off'] ?? 0) + (after.receivable ?? 0)).toBe(before.receivable);
    expect(after.waived).toBe(before.waived);
    const [rma] = (await feesOfMember(office, DORA, TODAY)).certifications;
    const old = rma?.fees.filter(({ state }) => state === 'written-off') ?? [];
    expect(old).toHaveLength(6);
    for (const { changes } of old)
      expect(changes.at(-1)).toMatchObject({
        kind: 'written-off',
        cents: -50_00,
        reason: expect.stringContaining('policy C7'),
      });
    await expect(
      unwaiveFee(office, {
        memberNo: DORA,
        code: 'RMA',
        yearStart: old[0]?.yearStart ?? '',
        reason: 'no',
        approvedBy: 'Maya',
      }),
    ).rejects.toMatchObject({ code: 'fee-written-off' });
    const statement = await memberStatement(office, DORA, { from: '2026-01-01', to: TODAY });
    expect(statement.closingCents).toBe(0);
    expect(statement.lines.filter(({ text }) => text === 'Written off when recertified')).toHaveLength(6);
    await sound(office);
  });

  test('an old payment that bounces afterwards is written off, too', async () => {
    const office = await lapsedOffice();
    const { deposit } = await openDeposit(office, { controlCount: 1, controlCents: 50_00 });
    const { entry } = await enterRemittance(
      office,
      cheque(deposit, { parts: [{ memberNo: DORA, code: 'RMA', cents: 50_00, yearStart: null }] }),
    );
    const view = await start(office, DORA, 'RMA', 'ccp');
    await complete(office, view);
    await step(office, view.application, 'under-review');
    await step(office, view.application, 'approved');
    await reverse(office, {
      of: { remittance: entry?.remittance ?? 0 },
      kind: 'bounced',
      reason: 'no funds',
      on: TODAY,
    });
    await sound(office);
    expect((await agedReceivables(office, TODAY)).lines.filter(({ code }) => code === 'RMA')).toEqual([]);
  });

  test('an old payment that is refunded afterwards is not said to open its fee again', async () => {
    const office = await lapsedOffice();
    const [old] = await listPayments(office, DORA);
    const view = await start(office, DORA, 'RMA', 'ccp');
    await complete(office, view);
    await step(office, view.application, 'under-review');
    await step(office, view.application, 'approved');
    const { text } = await refund(office, {
      ...{ payment: old?.payment ?? 0, cents: 50_00, reason: 'r', approvedBy: 'Maya' },
      ...{ method: 'cheque', reference: '502' },
    });
    expect(text).toContain('stays settled, for what is open of it is waived or written off');
    await sound(office);
  });

  test('a year paid ahead by the old anniversary is withdrawn, and its money is credit', async () => {
    const office = await lapsedOffice();
    const { deposit } = await openDeposit(office, { controlCount: 1, controlCents: 50_00 });
    await enterRemittance(
      office,
      cheque(deposit, { parts: [{ memberNo: DORA, code: 'RMA', cents: 50_00, yearStart: '2027-03-10' }] }),
    );
    const view = await start(office, DORA, 'RMA', 'ccp');
    await complete(office, view);
    await step(office, view.application, 'under-review');
    await step(office, view.application, 'approved');
    const [rma] = (await feesOfMember(office, DORA, TODAY)).certifications;
    expect(rma?.fees.find(({ yearStart }) => yearStart === '2027-03-10')?.state).toBe('void');
    expect(rma?.creditCents).toBe(50_00);
    await sound(office);
    // It is no year any more: neither the desk nor a payment brings it back.
    const year = { memberNo: DORA, code: 'RMA', yearStart: '2027-03-10' } as const;
    await expect(reissueFee(office, { ...year, reason: 'again' })).rejects.toMatchObject({
      code: 'year-impossible',
    });
    await expect(
      enterRemittance(office, cheque(deposit, { reference: '7', parts: [{ ...year, cents: 50_00 }] })),
    ).rejects.toMatchObject({ code: 'year-impossible' });
  });

  test('the waiver of a year before is not taken back afterwards', async () => {
    const office = await lapsedOffice();
    const year = {
      memberNo: DORA,
      code: 'RMA',
      yearStart: '2024-03-10',
      reason: 'r',
      approvedBy: 'Maya',
    } as const;
    await waiveFee(office, year);
    const view = await start(office, DORA, 'RMA', 'ccp');
    await complete(office, view);
    await step(office, view.application, 'under-review');
    await step(office, view.application, 'approved');
    await expect(unwaiveFee(office, year)).rejects.toMatchObject({ code: 'year-impossible' });
    await sound(office);
  });

  test('a line of a file that is taken back afterwards opens no old fee', async () => {
    const office = await lapsedOffice();
    const file = paymentFile([PORTAL, ['T-1', '11/20/2026', '50.00', DORA, 'Dora Vance', 'RMA', 'Settled']]);
    const { deposit } = await enter(office, file);
    const line = { deposit: deposit ?? 0, row: 2 };
    await acceptSuggestion(office, line);
    const view = await start(office, DORA, 'RMA', 'ccp');
    await complete(office, view);
    await step(office, view.application, 'under-review');
    await step(office, view.application, 'approved');
    await undoLine(office, { ...line, reason: 'another Dora' });
    await sound(office);
    expect((await agedReceivables(office, TODAY)).lines.filter(({ code }) => code === 'RMA')).toEqual([]);
  });
});

test('every paper that was given out is on record among the documents', async () => {
  const office = await lapsedOffice();
  const view = await start(office, DORA, 'RMA', 'ccp');
  const incomplete = await step(office, view.application, 'incomplete');
  const hashes = (await documentsOnRecord(office.reader)).map(({ sha256 }) => sha256);
  expect(hashes).toEqual(incomplete.papers.map(({ sha256 }) => sha256));
});
