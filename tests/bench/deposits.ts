// Sixty cheques typed into the deposits screen by keyboard alone, at 100,000 members: `node tests/bench/deposits.ts [members…]`. Target: no
// wait over 100 ms an entry. It runs the built app on Electron, or on the stand-in where Electron's binary is not installed.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchStanding, type RunningApp, shellName } from '../e2e/launch.ts';
import { ask } from '../e2e/support/ask.ts';
import { go } from '../e2e/support/desk.ts';
import { morningPost, typeCheque } from '../e2e/support/morning-post.ts';
import { figures, shown } from './figures.ts';
import { browserPath } from './letters/browser-path.ts';
import { BENCH_DAY, sampleFolder } from './sample-folder.ts';
import { phasesOf, watchPhases } from './window/phases.ts';
import { watchWaits } from './window/waits.ts';

const CHEQUES = 60;
const TARGET = 100;
/** A hand scanner types about a hundred characters a second. */
const BETWEEN_KEYS = 10;
const RUN = '2026-12-A';
const ROOT = join(import.meta.dirname, '..', '..');

const sizes = process.argv.slice(2).map(Number);
if (shellName() === 'stand-in' && browserPath() === null) {
  console.log('Left out: neither Electron nor Chromium is installed (the package is chromium).');
} else {
  const built = spawnSync(process.execPath, [join(ROOT, 'electron', 'launch', 'build.mjs')], {
    encoding: 'utf8',
  });
  if (built.status !== 0) throw new Error(built.stderr);
  console.log(`The window is drawn by ${shellName() === 'electron' ? 'Electron' : 'the Electron stand-in'}.`);
  for (const members of sizes.length > 0 ? sizes : [10_000, 100_000]) await withOffice(members);
}

/** A copy, so that the window may write what it likes. */
async function withOffice(members: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'standing-deposits-'));
  try {
    cpSync(await sampleFolder(members), join(folder, 'office'), { recursive: true });
    const running = await launchStanding({
      officeFolder: join(folder, 'office'),
      args: [`--as-of=${BENCH_DAY}`],
    });
    await typePost(members, running);
    await running.app.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function typePost(members: number, { app, page }: RunningApp): Promise<void> {
  await page.setViewportSize({ width: 1366, height: 768 });
  // Answered once the office is open, which takes a while where its file is of an earlier version.
  await ask(page, 'office.state', undefined);
  await ask(page, 'renewals.prepare', { month: '2026-12', again: false });
  while ((await ask(page, 'renewals.run', { run: RUN })) === null) await page.waitForTimeout(500);
  const post = await morningPost(page, RUN, CHEQUES);
  const total = post.reduce((sum, { cents }) => sum + cents, 0);
  await go(page, '/payments');
  await page.getByRole('button', { name: 'Open a deposit' }).waitFor();
  await page.keyboard.press('n');
  await page.getByRole('textbox', { name: 'How many' }).waitFor();
  await page.keyboard.type(String(CHEQUES));
  await page.keyboard.press('Tab');
  await page.keyboard.type((total / 100).toFixed(2));
  await page.keyboard.press('Enter');
  await page.getByRole('combobox', { name: 'Who' }).waitFor();
  const waits = await watchWaits(page);
  const phases = await watchPhases(app, page);
  const began = performance.now();
  for (const cheque of post) await typeCheque(page, cheque, BETWEEN_KEYS);
  const minutes = (performance.now() - began) / 60_000;
  const found = await waits.stop();
  await page.getByText(`${CHEQUES} of ${CHEQUES}`).waitFor();
  const doings = await phases.stop();
  const row = (what: string, ms: readonly number[]) => console.log(`${what.padEnd(44)}${shown(figures(ms))}`);
  console.log(
    `\n${`${members.toLocaleString('en-US')} members, in ms`.padEnd(44)}     p50     p95     p99     max`,
  );
  for (const [field, waits] of Map.groupBy(found, (wait) => wait.field))
    row(
      `Enter until “${field}” is ready`,
      waits.map(({ ms }) => ms),
    );
  console.log('Beside it, and nobody waits:');
  for (const name of ['payments.enter', 'payments.recognise'])
    row(`  ${name}, as the window sees it`, spansOf(doings.asked, name));
  for (const name of ['payments.enter', 'payments.recognise', 'payments.deposit', 'today.view']) {
    const spent = doings.threads.filter((span) => span.name === name).map((span) => span.spent);
    if (spent.length > 0)
      row(
        `  ${name}, its thread's processor`,
        spent.map(({ processor }) => processor),
      );
  }
  const slowest = found.map((wait, at) => ({ ...wait, at })).sort((a, b) => b.ms - a.ms);
  console.log(`The slowest of ${found.length} times Enter, and where they spent it:`);
  for (const wait of slowest.slice(0, 6))
    console.log(
      `  ${wait.ms.toFixed(0)} ms, the ${wait.at + 1}th, to “${wait.field}”: ${phasesOf(wait, doings)}.`,
    );
  const over = found.filter(({ ms }) => ms > TARGET).length;
  console.log(
    `${CHEQUES} cheques in ${minutes.toFixed(1)} minutes: ${over === 0 ? 'every Enter within' : `${over} of ${found.length} times Enter OVER`} ${TARGET} ms.`,
  );
}

function spansOf(
  spans: readonly { readonly name: string; readonly ms: number }[],
  name: string,
): readonly number[] {
  return spans.filter((span) => span.name === name).map(({ ms }) => ms);
}
