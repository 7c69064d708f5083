import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { startWork, unwatchedWork, type Work } from '../../../electron/jobs/work.ts';
import { addDeposit } from '../../../electron/repositories/deposits.ts';
import type { Office } from '../../../electron/services/office.ts';
import { closeDeposit, depositView, openDeposit } from '../../../electron/services/payments/deposits.ts';
import { enterRemittance } from '../../../electron/services/payments/enter.ts';
import { reverse } from '../../../electron/services/payments/reverse.ts';
import { applyLines } from '../../../electron/services/reconcile/apply-lines.ts';
import { type EnterRequest, enterReceipts } from '../../../electron/services/reconcile/enter.ts';
import { fileOf } from '../../../electron/services/reconcile/lists.ts';
import { planLines } from '../../../electron/services/reconcile/planned-line.ts';
import { judgeFile } from '../../../electron/services/reconcile/read.ts';
import { acceptSuggestion, leaveLine, undoLine } from '../../../electron/services/reconcile/work-line.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { TODAY } from '../../temp-office.ts';
import { ANN, accounts, BEN, CAY, cheque, moneyFaults, smallOffice } from '../payments/small-office.ts';
import { contentOf, enter, linesIn, PORTAL, paymentFile, read } from './payment-file.ts';

const line = (id: string, amount: string, memberNo: string, name: string, code = '') => [
  id,
  '11/20/2026',
  amount,
  memberNo,
  name,
  code,
  'Settled',
];
const BENS = line('T-1', '50.00', BEN, 'Ben Ruiz');
const ANNS = line('T-2', '100.00', ANN, 'Ann Lee', 'RMA');
const WRONG_NUMBER = line('T-3', '90.00', '999', 'Ann Lee', 'MT');
const NOBODYS = line('T-4', '12.34', '888', 'Zed Quux');
const LAPSED = line('T-5', '50.00', CAY, 'Cay Obi');
const FILE = [PORTAL, BENS, ANNS, WRONG_NUMBER, NOBODYS, LAPSED] as const;

function requestFor(file: string): EnterRequest {
  return { source: 'portal', file, mapping: null, sha256: null, skipRefused: false };
}

/** Cancelled when it is so far. */
function cancelledAt(what: string, at: number): Work {
  const controller = new AbortController();
  return startWork(controller.signal, ({ doing, done }) => {
    if (doing === what && done === at) controller.abort();
  });
}

/** A file of so many lines that are nobody's. */
function manyLines(count: number): string {
  return paymentFile([
    PORTAL,
    ...Array.from({ length: count }, (_, n) => line(`M-${n}`, '5.00', '', `Nobody ${n}`)),
  ]);
}

const code = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error: unknown) => (error instanceof StandingError ? error.code : String(error)),
  );

/** What the bank received by a file, as the double entry has it. */
function bankOf(office: Office, deposit: number | null): number {
  return (
    office.db.sqlite
      .prepare<[number | null], number>(
        `SELECT ifnull(sum(cents), 0) FROM ledger WHERE kind = 'remittance' AND debit = 'bank'
         AND source_id IN (SELECT id FROM remittance WHERE deposit_id = ?)`,
      )
      .pluck()
      .get(deposit) ?? 0
  );
}

const journalled = (office: Office, action: string) =>
  office.db.sqlite
    .prepare<[string], number>('SELECT count(*) FROM journal WHERE action = ?')
    .pluck()
    .get(action);

describe('a payment file', () => {
  test('is one deposit: what is matched is paid, the rest is nobody’s yet, and all of it is in the ledger', async () => {
    const office = await smallOffice();
    const before = accounts(office);
    const { deposit, tallies, fileCents } = await enter(office, paymentFile(FILE));
    expect(tallies).toMatchObject({
      matched: { count: 2, cents: 150_00 },
      doubtful: { count: 2, cents: 140_00 },
      unmatched: { count: 1, cents: 12_34 },
    });
    const file = await fileOf(office, deposit ?? 0);
    expect(file).toMatchObject({
      fileCents: 302_34,
      ledgerCents: 302_34,
      enteredCents: 302_34,
      controlCents: 302_34,
      controlCount: 5,
      unassignedCents: 152_34,
      states: { assigned: { count: 2, cents: 150_00 }, open: { count: 3, cents: 152_34 } },
    });
    expect(fileCents).toBe(302_34);
    expect(bankOf(office, deposit)).toBe(302_34);
    const after = accounts(office);
    expect((after.bank ?? 0) - (before.bank ?? 0)).toBe(302_34);
    expect((after.unassigned ?? 0) - (before.unassigned ?? 0)).toBe(-152_34);
    expect((after.receivable ?? 0) - (before.receivable ?? 0)).toBe(-150_00);
    expect(await moneyFaults(office)).toEqual([]);
    expect(journalled(office, 'deposit.file-entered')).toBe(1);
    const lines = await linesIn(office, deposit);
    expect(
      lines.map(({ row, state, payments }) => [row, state, payments.map((paid) => [paid.code, paid.cents])]),
    ).toEqual([
      [2, 'assigned', [['RPT', 50_00]]],
      [3, 'assigned', [['RMA', 100_00]]],
      [4, 'open', []],
      [5, 'open', []],
      [6, 'open', []],
    ]);
    expect(lines[2]).toMatchObject({ outcome: 'doubtful', suggestion: { memberNo: ANN } });
  });

  test('looked at first changes nothing, and says the same as entering it', async () => {
    const office = await smallOffice();
    const file = paymentFile(FILE);
    const before = contentOf(office);
    const reading = await read(office, file);
    expect(contentOf(office)).toBe(before);
    const { deposit: _, ...report } = await enter(office, file);
    expect(report).toEqual(reading);
  });

  test('the second time changes nothing, also under another name', async () => {
    const office = await smallOffice();
    const first = await enter(office, paymentFile(FILE));
    const before = contentOf(office);
    const again = await enter(office, paymentFile(FILE, 'again.csv'));
    expect(again).toMatchObject({ deposit: null, enteredAs: first.deposit });
    // The same payments in other bytes: known by their numbers.
    const others = await enter(
      office,
      paymentFile([...FILE].toReversed().toSorted((a) => (a === PORTAL ? -1 : 0))),
    );
    expect(others).toMatchObject({ deposit: null, enteredAs: null, tallies: { duplicate: { count: 5 } } });
    expect(contentOf(office)).toBe(before);
  });

  test('that overlaps an earlier one takes only what is new, and keeps what it left out', async () => {
    const office = await smallOffice();
    const first = await enter(office, paymentFile([PORTAL, BENS, NOBODYS]));
    const { deposit, tallies } = await enter(office, paymentFile([PORTAL, BENS, ANNS, NOBODYS]));
    expect(tallies).toMatchObject({ matched: { count: 1 }, duplicate: { count: 2, cents: 62_34 } });
    expect(bankOf(office, deposit)).toBe(100_00);
    const file = await fileOf(office, deposit ?? 0);
    expect(file).toMatchObject({ fileCents: 162_34, ledgerCents: 100_00, controlCount: 1 });
    const lines = await linesIn(office, deposit);
    expect(lines.map(({ row, outcome, why }) => `${row} ${outcome} ${why}`)).toEqual([
      `2 duplicate Entered already: line 2 of deposit ${first.deposit}.`,
      '3 matched ',
      `4 duplicate Entered already: line 3 of deposit ${first.deposit}.`,
    ]);
    expect(await moneyFaults(office)).toEqual([]);
  });

  test('with a number that was entered over another amount is refused, or entered without that line', async () => {
    const office = await smallOffice();
    await enter(office, paymentFile([PORTAL, BENS]));
    const changed = paymentFile([PORTAL, line('T-1', '40.00', BEN, 'Ben Ruiz'), ANNS]);
    const before = contentOf(office);
    expect(await code(enter(office, changed))).toBe('receipt-lines-refused');
    expect(contentOf(office)).toBe(before);
    const { deposit } = await enter(office, changed, 'portal', { skipRefused: true });
    expect((await linesIn(office, deposit)).map(({ outcome }) => outcome)).toEqual(['refused', 'matched']);
    expect(bankOf(office, deposit)).toBe(100_00);
  });

  test('with a part of a transaction that was refused before does not take it for the part that was entered', async () => {
    const office = await smallOffice();
    const anns = line('T-9', '50.00', ANN, 'Ann Lee', 'RMA');
    const bens = (amount: string) => line('T-9', amount, BEN, 'Ben Ruiz', 'RPT');
    await enter(office, paymentFile([PORTAL, anns, bens('fifty')]), 'portal', { skipRefused: true });
    const { lines } = await read(office, paymentFile([PORTAL, anns.with(5, ''), bens('50.00').with(5, '')]));
    expect(lines.map(({ outcome }) => outcome)).toEqual(['duplicate', 'refused']);
    expect(lines[1]?.why).toBe(
      `Transaction T-9 was entered over $50.00 for ${ANN} RMA (line 2 of deposit 1); here it is over $50.00 for ${BEN}.`,
    );
  });

  test('cancelled while it is read leaves nothing of it', async () => {
    const office = await smallOffice();
    const before = contentOf(office);
    const cut = cancelledAt('Recognising the lines', 3);
    expect(await code(enterReceipts(office, requestFor(paymentFile(FILE)), cut))).toBe('cancelled');
    expect(contentOf(office)).toBe(before);
    expect(readdirSync(join(office.folder, 'jobs'))).toEqual([]);
  });

  test('that has begun to be entered is entered to the end, for others may have worked on what is in', async () => {
    const office = await smallOffice();
    const file = manyLines(60);
    const cut = cancelledAt('Entering the payments', 25);
    const { deposit } = await enterReceipts(office, requestFor(file), cut);
    expect(await fileOf(office, deposit ?? 0)).toMatchObject({ enteredCount: 60, awaitedLines: 0 });
  });

  test('is entered in short turns, between which others act and see how far it is, and is closed only when it is whole', async () => {
    const office = await smallOffice();
    const seen: Promise<string>[] = [];
    const work = startWork(new AbortController().signal, ({ doing }) => {
      if (doing === 'Entering the payments') seen.push(code(closeDeposit(office, 1)));
    });
    await enterReceipts(office, requestFor(manyLines(60)), work);
    expect(await Promise.all(seen)).toEqual([
      'deposit-unfinished',
      'deposit-unfinished',
      'deposit-lines-open',
    ]);
    expect(journalled(office, 'deposit.file-begun')).toBe(1);
    expect(journalled(office, 'deposit.lines-entered')).toBe(3);
    expect(journalled(office, 'deposit.file-entered')).toBe(1);
    expect(await moneyFaults(office)).toEqual([]);
  });

  test('of which a line can no longer be paid as it was recognised leaves that one to be worked', async () => {
    const office = await smallOffice();
    const request = requestFor(paymentFile([PORTAL, BENS, ANNS]));
    const { reading, judged } = await judgeFile(office, request, unwatchedWork());
    const { source, fileName, sha256 } = reading;
    const planned = planLines(judged).map((line) =>
      line.kind === 'in' && line.row === 3
        ? { ...line, parts: line.parts.map((part) => ({ ...part, recertification: true })) }
        : line,
    );
    const deposit = await office.act((write) => {
      write.journal({ action: 'test.deposit', subject: 'deposit', subjectId: '1', detail: null });
      const origin = { source, fileName, fileSha256: sha256, fileLines: 2 };
      return addDeposit(write, { controlCount: 2, controlCents: 150_00 }, origin, TODAY);
    });
    await applyLines(office, { deposit, source, fileName, sha256 }, planned, unwatchedWork());
    expect((await linesIn(office, deposit)).map(({ outcome, state }) => [outcome, state])).toEqual([
      ['matched', 'assigned'],
      ['doubtful', 'open'],
    ]);
    expect(await moneyFaults(office)).toEqual([]);
  });

  test('with a cheque that was entered by hand already is doubtful about it', async () => {
    const office = await smallOffice();
    const { deposit } = await openDeposit(office, { controlCount: 1, controlCents: 50_00 });
    await enterRemittance(
      office,
      cheque(deposit, { parts: [{ memberNo: BEN, code: 'RPT', cents: 50_00, yearStart: null }] }),
    );
    const file = paymentFile([
      ['Date', 'Check No', 'Amount', 'Member No', 'Name'],
      ['20261121', '1041', '50.00', BEN, 'Ben Ruiz'],
    ]);
    const { lines } = await read(office, file, 'lockbox');
    expect(lines).toMatchObject([{ outcome: 'doubtful', receivedOn: '2026-11-21', method: 'cheque' }]);
    expect(lines[0]?.why).toMatch(/entered already: entry 1 of deposit 1/);
  });
});

describe('working the lines of a file', () => {
  test('accepted, left, undone by counter-entry, and closed when none is open', async () => {
    const office = await smallOffice();
    const { deposit: entered } = await enter(office, paymentFile(FILE));
    const deposit = entered ?? 0;
    expect(await code(closeDeposit(office, deposit))).toBe('deposit-lines-open');
    expect(await acceptSuggestion(office, { deposit, row: 4 })).toEqual({
      text: '$90.00 entered for MT of Ann Lee.',
      open: 2,
    });
    expect(await code(acceptSuggestion(office, { deposit, row: 5 }))).toBe('receipt-no-suggestion');
    expect(await code(leaveLine(office, { deposit, row: 5, reason: ' ' }))).toBe('reason-missing');
    expect(await leaveLine(office, { deposit, row: 5, reason: 'asked the bank' })).toMatchObject({ open: 1 });
    expect(await acceptSuggestion(office, { deposit, row: 6 })).toMatchObject({ open: 0 });
    expect(await undoLine(office, { deposit, row: 4, reason: 'the other Ann Lee' })).toMatchObject({
      open: 1,
    });
    expect(await undoLine(office, { deposit, row: 5, reason: 'the bank answered' })).toMatchObject({
      open: 2,
    });
    expect((await linesIn(office, deposit)).map(({ state }) => state)).toEqual([
      'assigned',
      'assigned',
      'open',
      'open',
      'assigned',
    ]);
    expect(await code(undoLine(office, { deposit, row: 5, reason: 'again' }))).toBe(
      'receipt-nothing-to-undo',
    );
    for (const row of [4, 5])
      await leaveLine(office, { deposit, row, reason: 'held until the member calls' });
    expect(await closeDeposit(office, deposit)).toMatchObject({ closedOn: TODAY });
    expect(await moneyFaults(office)).toEqual([]);
    expect((await fileOf(office, deposit)).states).toMatchObject({
      open: { count: 0 },
      left: { count: 2, cents: 102_34 },
      assigned: { count: 3, cents: 200_00 },
    });
  });

  test('a chargeback bounces the payment that it took back, and only that one', async () => {
    const office = await smallOffice();
    await enter(office, paymentFile([PORTAL, BENS, ANNS]));
    const owed = accounts(office).receivable ?? 0;
    const back = paymentFile([
      [...PORTAL, 'Original transaction ID'],
      [...line('R-1', '-50.00', BEN, 'Ben Ruiz'), 'T-1'],
      [...line('R-2', '-10.00', ANN, 'Ann Lee'), 'T-2'],
      [...line('R-3', '-5.00', '', 'Somebody'), ''],
    ]);
    const { deposit: entered, tallies } = await enter(office, back);
    const deposit = entered ?? 0;
    expect(tallies.back).toEqual({ count: 3, cents: -65_00 });
    expect(await fileOf(office, deposit)).toMatchObject({
      fileCents: -65_00,
      ledgerCents: 0,
      controlCount: 0,
    });
    expect(accounts(office).receivable ?? 0).toBe(owed);
    await acceptSuggestion(office, { deposit, row: 2 });
    expect((accounts(office).receivable ?? 0) - owed).toBe(50_00);
    expect(await code(acceptSuggestion(office, { deposit, row: 3 }))).toBe('amount-impossible');
    expect(await code(acceptSuggestion(office, { deposit, row: 4 }))).toBe('receipt-no-suggestion');
    expect((await linesIn(office, deposit)).map(({ state }) => state)).toEqual(['reversed', 'open', 'open']);
    expect(await moneyFaults(office)).toEqual([]);
    // The same money goes back once.
    expect(await enter(office, paymentFile([PORTAL, line('R-1', '-50.00', BEN, 'Ben Ruiz')]))).toMatchObject({
      deposit: null,
      tallies: { duplicate: { count: 1 } },
    });
    // Another amount under the number of what went back is not the same money.
    const { lines } = await read(office, paymentFile([PORTAL, line('R-2', '-90.00', ANN, 'Ann Lee')]));
    expect(lines).toMatchObject([
      {
        outcome: 'refused',
        why: expect.stringMatching(/R-2 \$10\.00 went back already .*here it is \$90\.00/),
      },
    ]);
  });

  test('of a transaction in several parts a chargeback bounces the one that it names, and none where it names none', async () => {
    const office = await smallOffice();
    const anns = line('T-9', '50.00', ANN, 'Ann Lee', 'RMA');
    const bens = line('T-9', '50.00', BEN, 'Ben Ruiz', 'RPT');
    const { deposit } = await enter(office, paymentFile([PORTAL, anns, bens]));
    const back = [
      [...PORTAL, 'Original transaction ID'],
      [...line('R-1', '-50.00', BEN, 'Ben Ruiz'), 'T-9'],
      [...line('R-2', '-50.00', '', 'Somebody'), 'T-9'],
    ];
    const { deposit: entered } = await enter(office, paymentFile(back));
    await acceptSuggestion(office, { deposit: entered ?? 0, row: 2 });
    expect(await code(acceptSuggestion(office, { deposit: entered ?? 0, row: 3 }))).toBe(
      'receipt-no-suggestion',
    );
    expect((await linesIn(office, deposit)).map(({ memberNo, state }) => [memberNo, state])).toEqual([
      [ANN, 'assigned'],
      [BEN, 'reversed'],
    ]);
    expect(await moneyFaults(office)).toEqual([]);
  });

  test('so does one in the very file of the transaction', async () => {
    const office = await smallOffice();
    const anns = line('T-9', '50.00', ANN, 'Ann Lee', 'RMA');
    const bens = line('T-9', '50.00', BEN, 'Ben Ruiz', 'RPT');
    const back = line('T-9', '-50.00', BEN, 'Ben Ruiz');
    const { deposit: entered } = await enter(office, paymentFile([PORTAL, anns, bens, back]));
    const deposit = entered ?? 0;
    await acceptSuggestion(office, { deposit, row: 4 });
    expect((await linesIn(office, deposit)).map(({ state }) => state)).toEqual([
      'assigned',
      'reversed',
      'reversed',
    ]);
  });

  test('what came in a file is not added to, corrected or unmade as if it had been typed', async () => {
    const office = await smallOffice();
    const { deposit: entered } = await enter(office, paymentFile([PORTAL, BENS]));
    const deposit = entered ?? 0;
    const { entries } = await depositView(office, deposit);
    expect(await code(enterRemittance(office, cheque(deposit, {})))).toBe('deposit-of-file');
    const order = {
      of: { remittance: entries[0]?.remittance ?? 0 },
      kind: 'mis-keyed',
      reason: 'no',
      on: TODAY,
    } as const;
    expect(await code(reverse(office, order))).toBe('deposit-of-file');
  });
});
