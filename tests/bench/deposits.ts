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

async function typePost(members: number, { page }: RunningApp): Promise<void> {
  await page.setViewportSize({ width: 1366, height: 768 });
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
  const began = performance.now();
  for (const cheque of post) await typeCheque(page, cheque, BETWEEN_KEYS);
  const minutes = (performance.now() - began) / 60_000;
  const found = await waits.stop();
  console.log(
    `\n${members.toLocaleString('en-US')} members, in ms${''.padEnd(24)}p50     p95     p99     max`,
  );
  for (const [field, waits] of Map.groupBy(found, (wait) => wait.field))
    console.log(
      `${`Enter until “${field}” is ready`.padEnd(40)}${shown(figures(waits.map(({ ms }) => ms)))}`,
    );
  const slowest = found.map((wait, at) => ({ ...wait, at })).sort((a, b) => b.ms - a.ms);
  console.log(
    `The slowest: ${slowest
      .slice(0, 6)
      .map(({ ms, field, at }) => `${ms.toFixed(0)} (Enter ${at + 1}, to “${field}”)`)
      .join(', ')}. From amount to number nothing is asked of the office: that is the machine’s own pace.`,
  );
  const worst = Math.max(...found.map(({ ms }) => ms));
  console.log(
    `${CHEQUES} cheques in ${minutes.toFixed(1)} minutes, ${found.length} times Enter, worst ${worst.toFixed(1)} ms: ${worst <= TARGET ? 'within' : 'OVER'} ${TARGET} ms.`,
  );
}
