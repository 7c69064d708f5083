// Importing members: `node tests/bench/import.ts [rows]`, 15 columns, validated, staged, journalled, indexed for search.
// The reference beside it does the least anybody could: csv-parse, zod, prepared inserts into the same table with its
// indexes in one transaction; no staging, no journal, no search, no addresses with history.
// Each runs in a process of its own, so that their memory can be told apart, and by turns, so that a machine that slows
// down slows both. speed.md asks for 0.7 of the reference's rows a second, at most 200 MB, and at most 12 times the time for
// 10 times the rows; design.md that nobody waits over 100 ms meanwhile.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { figures } from './figures.ts';
import { commandMegabytes } from './import/command.ts';
import type { Measured } from './import/measured.ts';
import { membersFile } from './import/members-file.ts';
import { ours, type Waits, waits } from './import/ours.ts';
import { reference } from './import/reference.ts';

const TARGET_RATIO = 0.7;
const TARGET_MB = 200;
const TARGET_GROWTH = 12;
const TARGET_WAIT_MS = 100;
const REPEATS = 5;

const SAVINGS = z.object({ ms: z.array(z.number()), cpuMs: z.array(z.number()) });
const WAITS = z.object({ importing: SAVINGS, alone: SAVINGS });
const MEASURED = z.object({
  ms: z.number(),
  cpuMs: z.number(),
  megabytes: z.number(),
  ownMegabytes: z.number().nullable(),
});

const [mode = 'all', ...args] = process.argv.slice(2);
const file = String(args[0]);
if (mode === 'ours') print(await ours(file, false));
else if (mode === 'again') print(await ours(file, true));
else if (mode === 'reference') print(await reference(file));
else if (mode === 'waits') print(await waits(file));
else compare(Number(mode) || 100_000);

function compare(rows: number): void {
  const folder = mkdtempSync(join(tmpdir(), 'standing-bench-'));
  try {
    const csv = membersFile(folder, rows);
    const pairs = Array.from({ length: REPEATS }, () => ({
      them: measure('reference', csv),
      us: measure('ours', csv),
    }));
    const [us, them] = [pairs.map((pair) => pair.us), pairs.map((pair) => pair.them)];
    const cpuMs = median(us.map((one) => one.cpuMs));
    console.log(`${rows} members, 15 columns, ${(statSync(csv).size / 1e6).toFixed(1)} MB`);
    console.log(`csv-parse + zod + prepared: ${rate(rows, them)} rows/s, ${memory(them)}`);
    const ratio = median(pairs.map((pair) => pair.them.ms / pair.us.ms));
    console.log(`import: ${rate(rows, us)} rows/s, ratio ${ratio.toFixed(2)} (target ${TARGET_RATIO})`);
    const cpuRatio = median(pairs.map((pair) => pair.them.cpuMs / pair.us.cpuMs));
    console.log(`import, by processor time: ratio ${cpuRatio.toFixed(2)}`);
    console.log(
      `import: ${memory(us)}; as the command line: ${commandMegabytes(csv)} MB (target ${TARGET_MB})`,
    );
    console.log(`the same file again, nothing changed: ${rate(rows, [measure('again', csv)])} rows/s`);
    const small = measure('ours', membersFile(folder, rows / 10));
    const growth = (cpuMs / small.cpuMs).toFixed(1);
    console.log(`growth from ${rows / 10}: ${growth} x (target ${TARGET_GROWTH})`);
    const { importing, alone } = WAITS.parse(run('waits', csv));
    console.log(
      `saving beside it, ${importing.ms.length} times: ${shownWaits(importing)} (target ${TARGET_WAIT_MS})`,
    );
    console.log(`saving with nothing beside it: ${shownWaits(alone)}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function measure(way: string, csv: string): Measured {
  return MEASURED.parse(run(way, csv));
}

function run(way: string, csv: string): unknown {
  const out = execFileSync(process.execPath, [import.meta.filename, way, csv], { encoding: 'utf8' });
  return JSON.parse(out);
}

function shownWaits({ ms, cpuMs }: Waits): string {
  const [wall, cpu] = [figures(ms), figures(cpuMs)];
  return `p99 ${wall.p99.toFixed(0)} ms, worst ${wall.max.toFixed(0)} ms, and at worst ${cpu.max.toFixed(0)} ms by processor time`;
}

function rate(rows: number, runs: readonly Measured[]): number {
  return Math.round((rows * 1000) / median(runs.map((one) => one.ms)));
}

function memory(runs: readonly Measured[]): string {
  const own = median(runs.map((one) => one.ownMegabytes ?? Number.NaN));
  return `${median(runs.map((one) => one.megabytes))} MB${Number.isNaN(own) ? '' : `, ${own} without mapped files`}`;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function print(result: unknown): void {
  process.stdout.write(JSON.stringify(result));
}
