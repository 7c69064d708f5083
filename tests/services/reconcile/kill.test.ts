import { spawn } from 'node:child_process';
import { cpSync, readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { unwatchedWork } from '../../../electron/jobs/work.ts';
import { verifyOffice } from '../../../electron/services/backup/verify.ts';
import type { Office } from '../../../electron/services/office.ts';
import { type EnterRequest, enterReceipts } from '../../../electron/services/reconcile/enter.ts';
import { fileOf } from '../../../electron/services/reconcile/lists.ts';
import { tempFolder } from '../../temp-office.ts';
import { accounts, type Held, moneyFaults, smallOffice } from '../payments/small-office.ts';
import { officeAt } from './office-at.ts';
import { PORTAL, paymentFile } from './payment-file.ts';

const PEOPLE = 40;
const LINES = 240;
/** Every eighth line is nobody's, every tenth says a transaction again, and every twelfth was declined. */
const HELD: readonly Held[] = Array.from({ length: PEOPLE }, (_, n) => ({
  memberNo: String(800_000 + n),
  name: ['Ann', `Lee${String.fromCharCode(97 + (n % 26))}${String.fromCharCode(97 + Math.floor(n / 26))}`],
  code: 'RMA',
  certifiedOn: '2003-05-10',
  fees: 23,
  paid: 23 - (n % 3),
}));
const ROWS = [
  PORTAL,
  ...Array.from({ length: LINES }, (_, n) => {
    const held = HELD[n % PEOPLE];
    const nobodys = n % 8 === 7 || held === undefined;
    return [
      n % 10 === 9 ? `T-${n - 1}` : `T-${n}`,
      '11/20/2026',
      n % 10 === 9 ? amountOf(n - 1) : amountOf(n),
      nobodys ? '' : held.memberNo,
      nobodys ? `Zed ${n}` : held.name.join(' '),
      'RMA',
      n % 12 === 11 ? 'Declined' : 'Settled',
    ];
  }),
];

function amountOf(n: number): string {
  return (30 + (n % 5) * 10 + (n % 100) / 100).toFixed(2);
}

function requestFor(file: string): EnterRequest {
  return { source: 'portal', file, mapping: null, sha256: null, skipRefused: true };
}

/** What the money of an office looks like, without what depends on how a file was cut into transactions. */
function moneyOf({ db }: Office): unknown {
  const tables = ['deposit', 'remittance', 'receipt_line', 'receipt_aside', 'payment', 'payment_allocation'];
  const all = [...tables, 'annual_fee', 'standing'];
  return all.map((table) => [table, db.sqlite.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).all()]);
}

/** Enters the file in a process that is killed at its nth word, some milliseconds on; whether it was still at work. */
function enterAndKill(folder: string, file: string, word: string, nth: number, ms: number): Promise<boolean> {
  return new Promise((done, failed) => {
    const script = join(import.meta.dirname, 'receipts-child.ts');
    const child = spawn(process.execPath, [script, folder, file], { stdio: ['ignore', 'pipe', 'inherit'] });
    let heard = 0;
    child.stdout.on('data', (data: Buffer) => {
      const before = heard;
      heard += data.toString().split(word).length - 1;
      if (before < nth && heard >= nth) setTimeout(() => child.kill('SIGKILL'), ms);
    });
    child.on('error', failed);
    child.on('exit', (_code, signal) => done(signal === 'SIGKILL'));
  });
}

/** An office to copy, the file, and how the money stands once it was entered without a cut. */
async function made() {
  const file = paymentFile(ROWS);
  const start = await smallOffice(HELD);
  start.db.sqlite.pragma('wal_checkpoint(TRUNCATE)');
  const copy = () => {
    const folder = join(tempFolder(), 'office');
    const taken = (source: string) => !basename(source).startsWith('office.lock');
    cpSync(start.folder, folder, { recursive: true, filter: taken });
    return folder;
  };
  const whole = await officeAt(copy());
  await enterReceipts(whole, requestFor(file), unwatchedWork());
  const expected = { money: moneyOf(whole), accounts: accounts(whole) };
  await whole.close();
  return { request: requestFor(file), copy, expected };
}

const MOMENTS = [
  ['read', 20, 0],
  ['enter', 1, 0],
  ['enter', 2, 3],
  ['enter', 4, 9],
  ['enter', 7, 1],
] as const;

test('a payment file whose entering is killed is entered to the end: ledger and bank agree, and nothing is in twice', async () => {
  const { request, copy, expected } = await made();
  for (const [word, nth, ms] of MOMENTS) {
    const when = `at the ${word} of part ${nth}, ${ms} ms on`;
    const folder = copy();
    const killed = await enterAndKill(folder, request.file, word, nth, ms);
    if (ms === 0) expect(killed, when).toBe(true);
    const office = await officeAt(folder);
    if (word === 'enter') expect(moneyOf(office), when).toEqual(expected.money);
    const again = await enterReceipts(office, request, unwatchedWork());
    expect(again.deposit, when).toBe(word === 'enter' ? null : 1);
    expect(moneyOf(office), when).toEqual(expected.money);
    expect(accounts(office), when).toEqual(expected.accounts);
    const file = await fileOf(office, 1);
    const { matched, doubtful, unmatched } = file.tallies;
    const cents = matched.cents + doubtful.cents + unmatched.cents;
    expect(matched.count, 'some are paid at once').toBeGreaterThan(20);
    expect(file, when).toMatchObject({ enteredCents: cents, ledgerCents: cents, awaitedLines: 0 });
    expect(await moneyFaults(office), when).toEqual([]);
    expect(await verifyOffice(office, unwatchedWork()), when).toMatchObject({ ok: true });
    expect(readdirSync(join(folder, 'jobs')), when).toEqual([]);
    await office.close();
  }
}, 120_000);

test('where what was laid down for it is lost, entering the file again puts in the rest', async () => {
  const { request, copy, expected } = await made();
  const folder = copy();
  expect(await enterAndKill(folder, request.file, 'enter', 3, 0)).toBe(true);
  for (const name of readdirSync(join(folder, 'jobs'))) rmSync(join(folder, 'jobs', name));
  const office = await officeAt(folder);
  expect((await fileOf(office, 1)).awaitedLines).toBeGreaterThan(0);
  const { deposit, notices } = await enterReceipts(office, request, unwatchedWork());
  expect(deposit).toBe(1);
  expect(notices.join(' ')).toContain('entering it puts in the rest');
  expect(await fileOf(office, 1)).toMatchObject({ awaitedLines: 0, differenceCount: 0, differenceCents: 0 });
  expect(accounts(office).bank).toBe(expected.accounts.bank);
  expect(await moneyFaults(office)).toEqual([]);
  await office.close();
}, 120_000);
