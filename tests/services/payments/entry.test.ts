import { describe, expect, test } from 'vitest';
import { voidFee } from '../../../electron/services/fees/change-fee.ts';
import type { Office } from '../../../electron/services/office.ts';
import {
  changeControl,
  closeDeposit,
  depositView,
  listDeposits,
  openDeposit,
} from '../../../electron/services/payments/deposits.ts';
import { assignRemittance, enterRemittance } from '../../../electron/services/payments/enter.ts';
import { listUnassigned } from '../../../electron/services/payments/lists.ts';
import type { EnterOutcome, PaymentPart, RemittanceToEnter } from '../../../shared/domain/payments.ts';
import { TODAY } from '../../temp-office.ts';
import { ANN, accounts, BEN, CAY, cheque, moneyFaults, smallOffice } from './small-office.ts';

const rma = (cents: number, yearStart: string | null = null): PaymentPart => ({
  memberNo: ANN,
  code: 'RMA',
  cents,
  yearStart,
});
const rpt = (cents: number): PaymentPart => ({ memberNo: BEN, code: 'RPT', cents, yearStart: null });

async function withDeposit(): Promise<{ office: Office; deposit: number }> {
  const office = await smallOffice();
  const { deposit } = await openDeposit(office, { controlCount: 2, controlCents: 150_00 });
  return { office, deposit };
}

/** Year → cents, of every payment of an entry. */
function settled({ entry }: EnterOutcome): Readonly<Record<string, number>> {
  const lines = entry?.payments.flatMap(({ code, allocations }) =>
    allocations.map(
      ({ yearStart, amountCents }) => [`${code} ${yearStart.slice(0, 4)}`, amountCents] as const,
    ),
  );
  return Object.fromEntries(lines ?? []);
}

describe('a cheque settles', () => {
  interface Case {
    readonly why: string;
    readonly cents: number;
    readonly parts: readonly PaymentPart[];
    readonly settles: Readonly<Record<string, number>>;
    readonly credit?: number;
    readonly unassigned?: number;
    readonly warns?: readonly string[];
  }
  const cases: readonly Case[] = [
    { why: 'the oldest unpaid fee', cents: 50_00, parts: [rma(50_00)], settles: { 'RMA 2025': 50_00 } },
    {
      why: 'part of a fee, which stays unpaid',
      cents: 20_00,
      parts: [rma(20_00)],
      settles: { 'RMA 2025': 20_00 },
    },
    {
      why: 'the year that it names',
      cents: 50_00,
      parts: [rma(50_00, '2026-05-10')],
      settles: { 'RMA 2026': 50_00 },
    },
    {
      why: 'fees of several members',
      cents: 150_00,
      parts: [rma(100_00), rpt(50_00)],
      settles: { 'RMA 2025': 50_00, 'RMA 2026': 50_00, 'RPT 2026': 50_00 },
    },
    {
      why: 'what is owed, and keeps the rest as credit',
      cents: 130_00,
      parts: [rma(130_00)],
      settles: { 'RMA 2025': 50_00, 'RMA 2026': 50_00 },
      credit: 30_00,
      warns: ['credit'],
    },
    {
      why: 'the parts that are named, and leaves the rest unassigned',
      cents: 80_00,
      parts: [rpt(50_00)],
      settles: { 'RPT 2026': 50_00 },
      unassigned: 30_00,
      warns: ['unassigned'],
    },
    {
      why: 'nothing yet where nobody is named',
      cents: 50_00,
      parts: [],
      settles: {},
      unassigned: 50_00,
      warns: ['unassigned'],
    },
    {
      why: 'fees of who must recertify too, and says so',
      cents: 50_00,
      parts: [{ memberNo: CAY, code: 'RMA', cents: 50_00, yearStart: null }],
      settles: { 'RMA 2012': 50_00 },
      warns: ['must-recertify'],
    },
    {
      why: 'the year ahead where all is paid, invoicing it',
      cents: 90_00,
      parts: [{ memberNo: ANN, code: 'MT', cents: 90_00, yearStart: null }],
      settles: { 'MT 2027': 90_00 },
    },
  ];
  test.each(cases)('$why', async ({ cents, parts, settles, credit = 0, unassigned = 0, warns = [] }) => {
    const { office, deposit } = await withDeposit();
    const outcome = await enterRemittance(office, cheque(deposit, { amountCents: cents, parts }));
    expect(settled(outcome)).toEqual(settles);
    expect(outcome.entry?.payments.reduce((sum, { creditCents }) => sum + creditCents, 0)).toBe(credit);
    expect(outcome.entry?.unassignedCents).toBe(unassigned);
    expect(outcome.warnings.map(({ kind }) => kind)).toEqual(warns);
    expect(outcome.deposit).toMatchObject({ enteredCount: 1, enteredCents: cents });
    expect(await moneyFaults(office)).toEqual([]);
  });

  test('part payment leaves the member past due, for the rest only; the rest makes it active', async () => {
    const { office, deposit } = await withDeposit();
    const standing = () =>
      office.db.sqlite
        .prepare(
          "SELECT status, owed_cents FROM standing s JOIN certification c ON c.id = s.certification_id WHERE c.code = 'RPT'",
        )
        .get();
    await enterRemittance(office, cheque(deposit, { amountCents: 20_00, parts: [rpt(20_00)] }));
    expect(standing()).toEqual({ status: 'past-due', owed_cents: 30_00 });
    await enterRemittance(
      office,
      cheque(deposit, { reference: '2', amountCents: 30_00, parts: [rpt(30_00)] }),
    );
    expect(standing()).toEqual({ status: 'active', owed_cents: 0 });
  });

  test('a year that was voided only by its name, which issues the fee again', async () => {
    const { office, deposit } = await withDeposit();
    await voidFee(office, { memberNo: ANN, code: 'RMA', yearStart: '2025-05-10', reason: 'in error' });
    const past = await enterRemittance(office, cheque(deposit, { amountCents: 60_00, parts: [rma(60_00)] }));
    expect(settled(past)).toEqual({ 'RMA 2026': 50_00 });
    expect(past.warnings.map(({ kind }) => kind)).toEqual(['credit', 'void-year']);
    const named = await enterRemittance(
      office,
      cheque(deposit, { reference: '2', parts: [rma(50_00, '2025-05-10')] }),
    );
    expect(settled(named)).toEqual({ 'RMA 2025': 50_00 });
    expect(await moneyFaults(office)).toEqual([]);
  });

  test('a member who died, with a word of warning', async () => {
    const office = await smallOffice([
      {
        memberNo: ANN,
        name: ['Ann', 'Lee'],
        code: 'RMA',
        certifiedOn: '2024-05-10',
        fees: 2,
        deceased: true,
      },
    ]);
    const { deposit } = await openDeposit(office, { controlCount: 1, controlCents: 50_00 });
    const { warnings } = await enterRemittance(office, cheque(deposit, { parts: [rma(50_00)] }));
    expect(warnings).toEqual([
      { kind: 'deceased', text: 'Ann Lee (700001) is deceased; ask the family before cashing it.' },
    ]);
  });
});

describe('what cannot be entered is refused in a sentence, and nothing is written', () => {
  const cases: readonly (readonly [why: string, typed: Partial<RemittanceToEnter>, code: string])[] = [
    ['a card number as the reference', { reference: '4111 1111 1111 1111' }, 'card-number'],
    ['a card number in the note', { note: 'card 4111-1111-1111-1111' }, 'card-number'],
    ['a card number as the payer', { payer: '4111111111111111' }, 'card-number'],
    ['no money', { amountCents: 0 }, 'amount-impossible'],
    ['money taken away', { amountCents: -50_00 }, 'amount-impossible'],
    ['part of a cent', { amountCents: 0.5 }, 'amount-impossible'],
    ['a part of less than nothing', { parts: [rma(-1_00)] }, 'amount-impossible'],
    ['parts beyond the cheque', { parts: [rma(30_00), rpt(30_00)] }, 'parts-exceed'],
    ['a day to come', { receivedOn: '2026-11-23' }, 'date-impossible'],
    ['a day before any fee', { receivedOn: '1984-12-31' }, 'date-impossible'],
    ['a member who is not there', { parts: [{ ...rma(50_00), memberNo: '9' }] }, 'member-unknown'],
    ['a certification not held', { parts: [{ ...rma(50_00), code: 'CLC' }] }, 'certification-unknown'],
    ['a year that is none', { parts: [rma(50_00, '2026-05-11')] }, 'year-impossible'],
    ['the year of certification', { parts: [rma(50_00, '2003-05-10')] }, 'year-impossible'],
    ['a year far ahead', { parts: [rma(50_00, '2030-05-10')] }, 'year-impossible'],
    ['a deposit that is not there', { deposit: 99 }, 'deposit-unknown'],
  ];
  test.each(cases)('%s', async (_why, typed, code) => {
    const { office, deposit } = await withDeposit();
    const before = accounts(office);
    await expect(enterRemittance(office, cheque(deposit, typed))).rejects.toMatchObject({ code });
    expect(accounts(office)).toEqual(before);
    expect((await depositView(office, deposit)).entries).toEqual([]);
  });
});

describe('the same cheque twice', () => {
  interface Case {
    readonly why: string;
    readonly first: Partial<RemittanceToEnter>;
    readonly second: Partial<RemittanceToEnter>;
    readonly twice: boolean;
  }
  const cases: readonly Case[] = [
    {
      why: 'for the same member',
      first: { parts: [rpt(50_00)] },
      second: { parts: [rpt(50_00)] },
      twice: true,
    },
    {
      why: 'from the same payer',
      first: { payer: 'St. Mary Clinic' },
      second: { payer: 'st mary clinic' },
      twice: true,
    },
    { why: 'from nobody named', first: {}, second: { parts: [rpt(50_00)] }, twice: true },
    {
      why: 'sixty days later',
      first: { receivedOn: '2026-09-23', parts: [rpt(50_00)] },
      second: { parts: [rpt(50_00)] },
      twice: true,
    },
    {
      why: 'longer ago',
      first: { receivedOn: '2026-09-22', parts: [rpt(50_00)] },
      second: { parts: [rpt(50_00)] },
      twice: false,
    },
    {
      why: 'with another number',
      first: { parts: [rpt(50_00)] },
      second: { reference: '1042', parts: [rpt(50_00)] },
      twice: false,
    },
    {
      why: 'over another amount',
      first: { parts: [rpt(50_00)] },
      second: { amountCents: 40_00, parts: [rpt(40_00)] },
      twice: false,
    },
    {
      why: 'for another member',
      first: { parts: [rpt(50_00)] },
      second: { parts: [rma(50_00)] },
      twice: false,
    },
    {
      why: 'without a number',
      first: { reference: '', parts: [rpt(50_00)] },
      second: { reference: '', parts: [rpt(50_00)] },
      twice: false,
    },
  ];
  test.each(cases)('$why: $twice', async ({ first, second, twice }) => {
    const { office, deposit } = await withDeposit();
    await enterRemittance(office, cheque(deposit, first));
    const again = await enterRemittance(office, cheque(deposit, second));
    expect(again.entry === null).toBe(twice);
    expect(again.warnings.some(({ kind }) => kind === 'duplicate')).toBe(twice);
    expect((await depositView(office, deposit)).entries).toHaveLength(twice ? 1 : 2);
    if (!twice) return;
    const confirmed = await enterRemittance(office, cheque(deposit, { ...second, confirmDuplicate: true }));
    expect(confirmed.entry).not.toBeNull();
    expect(await moneyFaults(office)).toEqual([]);
  });
});

describe('a deposit', () => {
  const cases: readonly (readonly [count: number, cents: number, says: string | null])[] = [
    [2, 150_00, null],
    [0, 0, '2 cheques and $150.00 more are entered than the control says'],
    [3, 200_00, '1 cheque and $50.00 less are entered than the control says'],
    [1, 150_00, '1 cheque more is entered than the control says'],
    [2, 150_01, '$0.01 less is entered than the control says'],
    [1, 170_00, '1 cheque more and $20.00 less are entered than the control says'],
  ];
  test.each(cases)('counted as %i cheques over %i cents', async (controlCount, controlCents, says) => {
    const { office, deposit } = await withDeposit();
    await enterRemittance(office, cheque(deposit, { amountCents: 100_00, parts: [rma(100_00)] }));
    await enterRemittance(office, cheque(deposit, { reference: '2', parts: [rpt(50_00)] }));
    await changeControl(office, deposit, { controlCount, controlCents });
    const closing = closeDeposit(office, deposit);
    if (says === null) await expect(closing).resolves.toMatchObject({ closedOn: TODAY, closedBy: 'Test' });
    else
      await expect(closing).rejects.toMatchObject({
        code: 'deposit-disagrees',
        message: `Deposit ${deposit} cannot be closed: ${says}.`,
      });
  });

  test('takes nothing more once it is closed, but what is unassigned can still be assigned', async () => {
    const office = await smallOffice();
    const { deposit } = await openDeposit(office, { controlCount: 1, controlCents: 50_00 });
    const { entry } = await enterRemittance(office, cheque(deposit, {}));
    await closeDeposit(office, deposit);
    await expect(enterRemittance(office, cheque(deposit, {}))).rejects.toMatchObject({
      code: 'deposit-closed',
    });
    await expect(changeControl(office, deposit, { controlCount: 1, controlCents: 1 })).rejects.toMatchObject({
      code: 'deposit-closed',
    });
    await expect(closeDeposit(office, deposit)).rejects.toMatchObject({ code: 'deposit-closed' });
    const remittance = entry?.remittance ?? 0;
    expect(await listUnassigned(office, { offset: 0, limit: 10 })).toMatchObject({
      total: 1,
      totalCents: 50_00,
    });
    await expect(assignRemittance(office, { remittance, parts: [rma(60_00)] })).rejects.toMatchObject({
      code: 'parts-exceed',
    });
    await assignRemittance(office, { remittance, parts: [rma(30_00)] });
    await assignRemittance(office, { remittance, parts: [rpt(20_00)] });
    await expect(assignRemittance(office, { remittance, parts: [rpt(1)] })).rejects.toMatchObject({
      code: 'nothing-unassigned',
    });
    expect(await moneyFaults(office)).toEqual([]);
    expect(await listDeposits(office, { state: 'open', offset: 0, limit: 10 })).toMatchObject({ total: 0 });
    expect(await listDeposits(office, { state: 'closed', offset: 0, limit: 10 })).toMatchObject({
      total: 1,
      rows: [{ deposit, unassignedCents: 0 }],
    });
  });

  test('names every member and itself in the journal, in one chain', async () => {
    const { office, deposit } = await withDeposit();
    await enterRemittance(office, cheque(deposit, { amountCents: 100_00, parts: [rma(50_00), rpt(50_00)] }));
    const entries = office.db.sqlite
      .prepare("SELECT action, subject_id FROM journal WHERE subject IN ('member', 'deposit') ORDER BY seq")
      .raw()
      .all();
    expect(entries).toEqual([
      ['deposit.opened', String(deposit)],
      ['payment.entered', ANN],
      ['payment.entered', BEN],
      ['deposit.entry-added', String(deposit)],
    ]);
  });
});
