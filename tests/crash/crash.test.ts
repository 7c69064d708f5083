import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { unwatchedWork } from '../../electron/jobs/work.ts';
import { fileSha256, verifyOffice } from '../../electron/services/backup/verify.ts';
import { createOffice, type Office } from '../../electron/services/office.ts';
import { fillSampleOffice } from '../../electron/services/sample/fill-sample-office.ts';
import { optionsFor } from '../temp-office.ts';
import { CRASH_DAY, type CrashJob, doJob, openForCrash } from './child.ts';

// A process killed (SIGKILL) at any moment leaves an office that verifies, and a job that can be run again to the same result.

const KILLS: Readonly<Record<CrashJob, number>> = {
  import: 20,
  sweep: 20,
  prepare: 20,
  print: 20,
  reconcile: 6,
};
const CHILD = join(import.meta.dirname, 'child.ts');
/** How many the office has before the job, where it is not 1,500. */
const MEMBERS: Readonly<Partial<Record<CrashJob, number>>> = { import: 60, reconcile: 400 };
/** What each job may change; ids of imports count up with every try. */
const CONTENT: Readonly<Record<CrashJob, readonly string[]>> = {
  import: [
    'SELECT * FROM member',
    'SELECT * FROM postal_address',
    'SELECT position, number, phone FROM member_search',
  ],
  sweep: ['annual_fee', 'rolled_cycle', 'lapse', 'standing', 'member_standing'].map(
    (table) => `SELECT * FROM ${table}`,
  ),
  prepare: ['run', 'run_piece'].map((table) => `SELECT * FROM ${table}`),
  reconcile: [
    ...['deposit', 'remittance', 'receipt_line', 'receipt_aside', 'payment', 'payment_allocation'],
    ...['annual_fee', 'standing', 'setting'],
  ].map((table) => `SELECT * FROM ${table}`),
  print: ['SELECT id, pdf_sha256, printed_on FROM run', 'SELECT * FROM run_piece'],
};

let root = '';
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'standing-crash-'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe.each(['import', 'sweep', 'prepare', 'print', 'reconcile'] as const)('%s', (job) => {
  const kills = KILLS[job];
  test(`killed at ${kills} random moments`, { timeout: 600_000 }, async () => {
    const start = await startingOffice(job);
    const file = join(root, job === 'import' || job === 'reconcile' ? `${job}.csv` : `${job}.pdf`);
    if (job === 'import') writeFileSync(file, membersCsv(4000));
    if (job === 'reconcile') writeFileSync(file, await paymentsCsv(start));
    const whole = copyOf(start, job, 'whole');
    const { duration } = await runChild(job, whole, file, null);
    const expected = await contentOf(whole, job);
    const pdf = job === 'print' ? await fileSha256(file) : null;
    let killedInside = 0;
    for (let kill = 0; kill < kills; kill++) {
      const folder = copyOf(start, job, String(kill));
      if (pdf !== null) rmSync(file);
      const ended = await runChild(job, folder, file, moment(kill, kills) * duration);
      if (ended.started && !ended.done) killedInside += 1;
      if (pdf !== null && existsSync(file))
        expect(await fileSha256(file), 'never half a PDF under its name').toBe(pdf);
      const office = await openForCrash(folder);
      expect(await verifyOffice(office, unwatchedWork()), `after kill ${kill}`).toMatchObject({ ok: true });
      await doJob(office, job, file);
      expect(await verifyOffice(office, unwatchedWork())).toMatchObject({ ok: true });
      await office.close();
      expect(await contentOf(folder, job), `after kill ${kill} and the second try`).toBe(expected);
      if (pdf !== null) expect(await fileSha256(file)).toBe(pdf);
      expect(
        readdirSync(root).filter((name) => name.endsWith('.partial') || name.endsWith('.tmp')).length,
      ).toBeLessThan(kills);
      rmSync(folder, { recursive: true });
    }
    expect(killedInside, 'some of the kills must have hit the job itself').toBeGreaterThan(kills / 4);
  });
});

/** An office as it is before the job. */
async function startingOffice(job: CrashJob): Promise<string> {
  const folder = join(root, `${job}-start`);
  const office = await createOffice(optionsFor(folder, CRASH_DAY));
  await fillSampleOffice(
    office,
    { members: MEMBERS[job] ?? 1500, seed: 5, asOf: CRASH_DAY },
    unwatchedWork(),
  );
  if (job === 'print') await doJob(office, 'prepare', '');
  await office.close();
  return folder;
}

function copyOf(folder: string, job: CrashJob, name: string): string {
  const copy = join(root, `${job}-${name}`);
  cpSync(folder, copy, { recursive: true });
  return copy;
}

interface ChildRun {
  readonly started: boolean;
  readonly done: boolean;
  /** ms from its beginning until it ended. */
  readonly duration: number;
}

/** Runs the job in a process of its own; kills it so many ms after the job has begun, unless null. */
function runChild(job: CrashJob, folder: string, file: string, killAfter: number | null): Promise<ChildRun> {
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    const child = spawn(process.execPath, [CHILD, job, folder, file], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let startup = 0;
    let end = 0;
    child.stdout.on('data', (chunk: Buffer) => {
      const text = chunk.toString();
      if (text.includes('started')) {
        startup = performance.now() - begun;
        if (killAfter !== null) timer = setTimeout(() => child.kill('SIGKILL'), killAfter);
      }
      if (text.includes('done')) end = performance.now() - begun;
    });
    let timer: NodeJS.Timeout | null = null;
    child.on('error', reject);
    child.on('close', (code) => {
      if (timer !== null) clearTimeout(timer);
      if (killAfter === null && code !== 0) reject(new Error(`${job} ended with ${code}`));
      resolve({ started: startup > 0, done: end > 0, duration: end - startup });
    });
  });
}

/** Moments spread over the whole job, each somewhere in its own part of it; the same in every run. */
function moment(kill: number, kills: number): number {
  const jitter = Math.abs(Math.sin(kill * 12.9898) * 43758.5453) % 1;
  return (kill + jitter) / kills;
}

async function contentOf(folder: string, job: CrashJob): Promise<string> {
  const office = await openForCrash(folder);
  try {
    return JSON.stringify(CONTENT[job].map((sql) => rowsOf(office, sql)));
  } finally {
    await office.close();
  }
}

function rowsOf(office: Office, sql: string): unknown[] {
  return office.db.sqlite
    .prepare<[], Record<string, unknown>>(sql)
    .all()
    .map(({ import_id: _import, ...row }) => row);
}

/** A portal's export: a payment of everyone in the office, plain for most. */
async function paymentsCsv(folder: string): Promise<string> {
  const office = await openForCrash(folder);
  const lines = rowsOf(
    office,
    "SELECT member_no, first_name || ' ' || last_name AS name FROM member ORDER BY id",
  ).map((row, i) => `T${i},11/20/2026,50.00,${Object.values(row as Record<string, unknown>).join(',')}`);
  await office.close();
  return `Transaction ID,Date,Amount,Member No,Name\n${lines.join('\n')}\n`;
}

const COLUMNS = [
  'member_no',
  'first_name',
  'middle_name',
  'last_name',
  'suffix',
  'email',
  'phone',
  'address1',
  'address2',
  'city',
  'state',
  'zip',
];

function membersCsv(rows: number): string {
  const lines = Array.from(
    { length: rows },
    (_, i) =>
      `9${String(i).padStart(6, '0')},Given${i % 97},,Family${i % 811},,m${i}@example.org,312555${String(i).padStart(4, '0')},${i} Main St,,Rosemont,IL,60018`,
  );
  return `${COLUMNS.join(',')}\n${lines.join('\n')}\n`;
}
