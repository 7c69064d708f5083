// Importing members: `node tests/bench/import.ts [rows]`, 15 columns, validated, staged, journalled, indexed for search.
// The reference beside it does the least anybody could: csv-parse, zod, prepared inserts into the same table with its
// indexes in one transaction; no staging, no journal, no search, no addresses with history.
// Each runs in a process of its own, so that their memory can be told apart. speed.md asks for 0.7 of the reference's
// rows a second, at most 200 MB, and at most 12 times the time for 10 times the rows.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { openWritable } from '../../electron/db/connection.ts';
import { runImport } from '../../electron/services/import/index.ts';
import { createOffice } from '../../electron/services/office.ts';
import { isCalendarDate } from '../../shared/util/dates.ts';
import { foldText } from '../../shared/util/fold.ts';

const TARGET_RATIO = 0.7;
const TARGET_MB = 200;
const TARGET_GROWTH = 12;
const REPEATS = 3;

interface Measured {
  readonly ms: number;
  /** Processor time, which other programs on the machine disturb less. */
  readonly cpuMs: number;
  readonly megabytes: number;
}

const [mode = 'all', ...args] = process.argv.slice(2);
if (mode === 'ours') print(await ours(String(args[0])));
else if (mode === 'again') print(await ours(String(args[0]), true));
else if (mode === 'reference') print(reference(String(args[0])));
else compare(Number(mode) || 100_000);

function compare(rows: number): void {
  const folder = mkdtempSync(join(tmpdir(), 'standing-bench-'));
  try {
    const small = measure('ours', csvOf(folder, rows / 10));
    const file = csvOf(folder, rows);
    const [us, again, them] = [measure('ours', file), measure('again', file), measure('reference', file)];
    const rate = (measured: Measured) => Math.round((rows * 1000) / measured.ms);
    const ratio = rate(us) / rate(them);
    console.log(`${rows} members, 15 columns, ${(statSync(file).size / 1e6).toFixed(1)} MB`);
    console.log(`csv-parse + zod + prepared: ${rate(them)} rows/s, ${them.megabytes} MB`);
    console.log(`import: ${rate(us)} rows/s, ratio ${ratio.toFixed(2)} (target ${TARGET_RATIO})`);
    const cpuRatio = them.cpuMs / us.cpuMs;
    console.log(`import, by processor time: ratio ${cpuRatio.toFixed(2)}`);
    console.log(`import: ${us.megabytes} MB (target ${TARGET_MB})`);
    console.log(`the same file again, nothing changed: ${rate(again)} rows/s`);
    console.log(
      `growth from ${rows / 10}: ${(us.cpuMs / small.cpuMs).toFixed(1)} x (target ${TARGET_GROWTH})`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The median of some runs, each in a process of its own. */
function measure(way: string, file: string): Measured {
  const runs = Array.from({ length: REPEATS }, () => {
    const out = execFileSync(process.execPath, [import.meta.filename, way, file], { encoding: 'utf8' });
    return z.object({ ms: z.number(), cpuMs: z.number(), megabytes: z.number() }).parse(JSON.parse(out));
  });
  const sorted = runs.toSorted((a, b) => a.ms - b.ms);
  return sorted[Math.floor(REPEATS / 2)] ?? { ms: 0, cpuMs: 0, megabytes: 0 };
}

function print(measured: Measured): void {
  process.stdout.write(JSON.stringify(measured));
}

function peakMegabytes(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024);
}

function stopwatch(): () => { readonly ms: number; readonly cpuMs: number } {
  const from = performance.now();
  const cpu = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(cpu);
    return { ms: performance.now() - from, cpuMs: (user + system) / 1000 };
  };
}

async function ours(file: string, again = false): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'standing-bench-'));
  const clock = { today: () => '2026-11-22', now: () => new Date().toISOString() };
  const resources = join(import.meta.dirname, '../../resources');
  const office = await createOffice({ folder: join(folder, 'office'), actor: 'bench', clock, resources });
  if (again) await runImport(office, { kind: 'members', file });
  const stop = stopwatch();
  const report = await runImport(office, { kind: 'members', file });
  const times = stop();
  if (report.added + report.unchanged !== report.rows) throw new Error('not every row was imported');
  await office.close();
  rmSync(folder, { recursive: true, force: true });
  return { ...times, megabytes: peakMegabytes() };
}

function reference(file: string): Measured {
  const date = z.union([z.literal(''), z.string().refine(isCalendarDate)]);
  const row = z.object({
    member_no: z.string().min(1).max(32),
    first_name: z.string().min(1).max(80),
    middle_name: z.string().max(80),
    last_name: z.string().min(1).max(80),
    suffix: z.string().max(40),
    email: z.union([z.literal(''), z.email()]),
    phone: z.string().max(40),
    address1: z.string().max(120),
    address2: z.string().max(120),
    city: z.string().max(80),
    state: z.string().max(60),
    zip: z.string().regex(/^\d{5}(-\d{4})?$/),
    mail_ok: z.enum(['yes', 'no']),
    email_ok: z.enum(['yes', 'no']),
    deceased_on: date,
  });
  const folder = mkdtempSync(join(tmpdir(), 'standing-bench-'));
  const { sqlite } = openWritable(join(folder, 'reference.db'));
  const insert = sqlite.prepare(
    `INSERT INTO member (member_no, first_name, middle_name, last_name, suffix, sort_name, email, phone, mail_ok, email_ok,
       deceased_on) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const insertAddress = sqlite.prepare(
    `INSERT INTO postal_address (member_id, address1, address2, city, state, zip, valid_from)
     VALUES (?, ?, ?, ?, ?, ?, '2026-11-22')`,
  );
  const stop = stopwatch();
  sqlite.transaction(() => {
    for (const record of parse(readFileSync(file), { columns: true, bom: true })) {
      const m = row.parse(record);
      const sortName = foldText(`${m.last_name} ${m.first_name} ${m.middle_name} ${m.suffix}`);
      const flags = [m.mail_ok === 'yes' ? 1 : 0, m.email_ok === 'yes' ? 1 : 0];
      const names = [m.first_name, m.middle_name, m.last_name, m.suffix, sortName];
      const { lastInsertRowid } = insert.run(
        m.member_no,
        ...names,
        m.email,
        m.phone,
        ...flags,
        m.deceased_on || null,
      );
      insertAddress.run(lastInsertRowid, m.address1, m.address2, m.city, m.state, m.zip);
    }
  })();
  const times = stop();
  sqlite.close();
  rmSync(folder, { recursive: true, force: true });
  return { ...times, megabytes: peakMegabytes() };
}

/** A file of plausible members, the same for the same number of rows. */
function csvOf(folder: string, rows: number): string {
  const first = ['María', 'John', 'Aisha', 'Zoë', 'Wei', 'Patrick', 'Dolores', 'Anne-Marie', 'Olu', 'Sven'];
  const last = [
    'O’Brien',
    'Núñez',
    'Smith',
    'Washington-Jones',
    'Nguyen',
    'García',
    'Kowalski',
    'Lee',
    'Ali',
    'Brown',
  ];
  const towns = ['Chicago,IL,60601', 'Boston,MA,02108', 'Austin,TX,78701', 'Miami,FL,33101-1234'];
  const header =
    'member_no,first_name,middle_name,last_name,suffix,email,phone,address1,address2,city,state,zip,mail_ok,email_ok,deceased_on';
  const lines = [header];
  for (let i = 0; i < rows; i++) {
    const [a, b] = [first[i % 10], `${last[(i * 7) % 10]}${i % 997 < 500 ? '' : ` ${last[(i * 3) % 10]}`}`];
    const town = towns[i % 4] ?? '';
    const address = i % 9 === 0 ? `"${i} Main St, Bldg ${i % 7}",Apt ${i % 40}` : `${i} Elm Ave,`;
    const contact = `m${i}@example.org,(312) 555-${String(i % 10_000).padStart(4, '0')}`;
    const number = 100_000 + ((i * 7919) % 9_999_991);
    lines.push(
      `${number},${a},${i % 3 === 0 ? 'Q' : ''},${b},${i % 50 === 0 ? 'Jr' : ''},${contact},${address},${town},yes,${i % 8 === 0 ? 'no' : 'yes'},`,
    );
  }
  const file = join(folder, `members-${rows}.csv`);
  writeFileSync(file, `${lines.join('\n')}\n`);
  return file;
}
