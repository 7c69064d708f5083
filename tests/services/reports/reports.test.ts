import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { documentPath } from '../../../electron/documents/store.ts';
import { saveManagers } from '../../../electron/services/managers.ts';
import type { Office } from '../../../electron/services/office.ts';
import { closeDeposit, openDeposit } from '../../../electron/services/payments/deposits.ts';
import { enterRemittance } from '../../../electron/services/payments/enter.ts';
import { refund } from '../../../electron/services/payments/refund.ts';
import { reverse } from '../../../electron/services/payments/reverse.ts';
import { agedReceivables, ageOf } from '../../../electron/services/reports/aged-receivables.ts';
import { cashJournal } from '../../../electron/services/reports/cash-journal.ts';
import { writeLedger } from '../../../electron/services/reports/ledger-file.ts';
import { printPaper } from '../../../electron/services/reports/papers.ts';
import { memberStatement } from '../../../electron/services/reports/statement.ts';
import { sampleOffice, TODAY, tempFolder } from '../../temp-office.ts';
import { smallOffice } from '../payments/small-office.ts';

const scalar = (office: Office, sql: string): unknown => office.db.sqlite.prepare(sql).pluck().get();
const YEAR = { from: '2026-01-01', to: TODAY };
const ALL = { from: '1930-01-01', to: TODAY };

function words(file: string): string {
  return execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
}

/** A deposit of one cheque for Rosa and one that is nobody's. */
async function post() {
  const office = await sampleOffice(200);
  const { deposit } = await openDeposit(office, { controlCount: 2, controlCents: 140_00 });
  const cheque = { deposit, receivedOn: TODAY, method: 'cheque', note: '', confirmDuplicate: true } as const;
  const rosa = { memberNo: '700412', code: 'RMA', cents: 50_00, yearStart: null } as const;
  const { entry } = await enterRemittance(office, {
    ...cheque,
    amountCents: 50_00,
    reference: '1041',
    payer: '',
    parts: [rosa],
  });
  await enterRemittance(office, {
    ...cheque,
    amountCents: 90_00,
    reference: '77',
    payer: 'Lakeside Clinic',
    parts: [],
  });
  const payment = entry?.payments[0]?.payment ?? 0;
  return { office, deposit, payment };
}

describe('the books', () => {
  test('agree with one another to the cent', async () => {
    const { office } = await post();
    const journal = await cashJournal(office, ALL);
    const bank = scalar(
      office,
      `SELECT sum(CASE WHEN debit = 'bank' THEN cents ELSE 0 END) - sum(CASE WHEN credit = 'bank' THEN cents ELSE 0 END) FROM ledger`,
    );
    expect(journal.totalCents).toBe(bank);
    expect(journal.lines.filter(({ on, code }) => on === TODAY && code === null)).toEqual([
      { on: TODAY, method: 'cheque', code: null, cents: 90_00 },
    ]);
    const aged = await agedReceivables(office, TODAY);
    const receivable = scalar(
      office,
      `SELECT sum(CASE WHEN debit = 'receivable' THEN cents ELSE 0 END) - sum(CASE WHEN credit = 'receivable' THEN cents ELSE 0 END) FROM ledger`,
    );
    expect(aged.totalCents).toBe(receivable);
    expect(aged.unassignedCents).toBe(90_00);
    const before = scalar(
      office,
      `SELECT sum(f.amount_cents - f.paid_cents) FROM annual_fee f JOIN certification c ON c.id = f.certification_id
         JOIN member m ON m.id = c.member_id WHERE f.year_start <= c.recertified_on AND f.waived = 0 AND f.voided_on IS NULL AND m.deceased_on IS NULL`,
    );
    const group = aged.lines.filter((line) => line.group === 'recertified');
    expect(group.reduce((sum, { cents }) => sum + cents, 0)).toBe(before);
    expect(before).toBeGreaterThan(0);
    const file = join(tempFolder(), 'ledger.csv');
    const written = await writeLedger(office, ALL, file);
    const rows = readFileSync(file, 'utf8').trim().split('\r\n').slice(1);
    const cents = rows.slice(0, -1).map((row) => Math.round(Number(row.split(',')[5]) * 100));
    expect(cents.reduce((sum, one) => sum + one, 0)).toBe(written.totalCents);
    expect(rows).toHaveLength(written.lines + 1);
    expect(rows.at(-1)).toContain(`total,,,${(written.totalCents / 100).toFixed(2)}`);
  });

  test('say nothing else of a day once it is over: what is found out later stands on its own day', async () => {
    const { office, payment } = await post();
    const before = await cashJournal(office, { from: TODAY, to: TODAY });
    await reverse(office, { of: { payment }, kind: 'bounced', reason: 'no funds', on: TODAY });
    const after = await cashJournal(office, { from: TODAY, to: TODAY });
    expect(before.totalCents - after.totalCents).toBe(50_00);
  });

  test('refuse a period that ends before it begins', async () => {
    const { office } = await post();
    await expect(cashJournal(office, { from: TODAY, to: '2026-01-01' })).rejects.toMatchObject({
      code: 'period-reversed',
    });
  });
});

test.each([
  ['2026-11-30', 'current'],
  ['2026-11-22', 'current'],
  ['2026-11-21', '1–30 days'],
  ['2026-10-23', '1–30 days'],
  ['2026-10-22', '31–60 days'],
  ['2026-09-23', '31–60 days'],
  ['2026-09-22', '61–90 days'],
  ['2026-08-24', '61–90 days'],
  ['2026-08-23', 'over 90 days'],
  ['2025-11-23', 'over 90 days'],
  ['2025-11-22', '1–2 years'],
  ['2024-11-23', '1–2 years'],
  ['2024-11-22', '2–3 years'],
  ['2023-11-23', '2–3 years'],
  ['2023-11-22', '3 years and more'],
])('a fee due %s is %s on 22 November 2026', (dueOn, bucket) => {
  expect(ageOf(dueOn, TODAY)).toBe(bucket);
});

test('a fee whose year a recertification ended within its own month stands with those from before it (policy C7)', async () => {
  const office = await smallOffice();
  // Ben's year from 20 October 2026 is due on the 31st.
  office.db.sqlite.prepare("UPDATE certification SET recertified_on = '2026-10-25' WHERE code = 'RPT'").run();
  const { lines } = await agedReceivables(office, TODAY);
  expect(lines.filter(({ code }) => code === 'RPT')).toMatchObject([{ group: 'recertified', cents: 50_00 }]);
});

test('a statement begins with the balance before and ends with what is owed', async () => {
  const { office } = await post();
  const whole = await memberStatement(office, '700412', ALL);
  const part = await memberStatement(office, '700412', YEAR);
  const before = whole.lines.filter(({ on }) => on < YEAR.from).at(-1);
  expect(part.openingCents).toBe(before?.balanceCents ?? 0);
  expect(part.closingCents).toBe(whole.closingCents);
  expect(part.lines).toEqual(whole.lines.filter(({ on }) => on >= YEAR.from));
  expect(whole.lines.reduce((sum, { cents }) => sum + cents, 0)).toBe(whole.closingCents);
});

describe('papers', () => {
  test('are kept as they were given out, the same bytes every time', async () => {
    const { office } = await post();
    const folder = tempFolder();
    const statement = { kind: 'statement', memberNo: '700412', ...YEAR } as const;
    const first = await printPaper(office, statement, join(folder, 'a.pdf'));
    const again = await printPaper(office, statement, join(folder, 'b.pdf'));
    expect(again.sha256).toBe(first.sha256);
    expect(existsSync(documentPath(office.folder, first.sha256))).toBe(true);
    const text = words(first.file);
    expect(text).toContain('Statement from 1 January 2026 to 22 November 2026');
    expect(text).toContain('ROSA M FEATHERSTONEHAUGH');
    expect(text).toMatch(/Payment by check 1041 +RMA +-\$50\.00/);
  });

  test('a receipt says what was paid and for which year', async () => {
    const { office, payment } = await post();
    const outFile = join(tempFolder(), 'receipt.pdf');
    const { file } = await printPaper(office, { kind: 'receipt', payment }, outFile);
    expect(words(file)).toMatch(/Received with thanks +\$50\.00/);
    await reverse(office, { of: { payment }, kind: 'bounced', reason: 'no funds', on: TODAY });
    await expect(printPaper(office, { kind: 'receipt', payment }, outFile)).rejects.toMatchObject({
      code: 'payment-reversed',
    });
  });

  test('a receipt says what of it went back, so that its lines add up', async () => {
    const { office, payment } = await post();
    await saveManagers(office, ['Maya']);
    const back = { reason: 'r', approvedBy: 'Maya', method: 'cheque', reference: '9' } as const;
    const { payments } = await refund(office, { payment, cents: 20_00, ...back });
    const rest = payments.at(-1)?.payment ?? 0;
    const outFile = join(tempFolder(), 'receipt.pdf');
    const { file } = await printPaper(office, { kind: 'receipt', payment: rest }, outFile);
    const text = words(file);
    expect(text).toMatch(/Received with thanks +\$50\.00/);
    expect(text).toMatch(/RMA +from .* +\$30\.00/);
    expect(text).toMatch(/RMA +refunded on 22 November 2026 +\$20\.00/);
  });

  test('a deposit slip lists each cheque and adds up', async () => {
    const { office, deposit } = await post();
    await closeDeposit(office, deposit);
    const { file } = await printPaper(
      office,
      { kind: 'deposit-slip', deposit },
      join(tempFolder(), 'slip.pdf'),
    );
    const text = words(file);
    expect(text).toMatch(/1 +1041 +Check +700412 +\$50\.00/);
    expect(text).toMatch(/2 +77 +Check +Lakeside Clinic +\$90\.00/);
    expect(text).toMatch(/All together +\$140\.00/);
  });
});
