// How fast the window of an office answers, at 10,000 and 100,000 members: `node tests/bench/window.ts [members…]`. It runs the built app
// on Electron, or on the stand-in where Electron's binary is not installed (its pages are drawn without a graphics card).
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchStanding, type RunningApp, shellName } from '../e2e/launch.ts';
import { timeKeystrokes } from '../e2e/support/keystrokes.ts';
import { figures, shown } from './figures.ts';
import { browserPath } from './letters/browser-path.ts';
import { BENCH_DAY, sampleFolder } from './sample-folder.ts';
import { idleFrames, scrollFrames } from './window/frames.ts';
import { timeQuestions } from './window/questions.ts';

const STARTS = 5;
const TYPED = 'garcia maria,smith j,7004,kowalczyk,obrien,wojcik,marqez,60018,nguyen t'.split(',');
const ROOT = join(import.meta.dirname, '..', '..');

const sizes = process.argv.slice(2).map(Number);
if (shellName() === 'stand-in' && browserPath() === null) {
  console.log('Left out: neither Electron nor Chromium is installed (the package is chromium).');
} else {
  const built = spawnSync(process.execPath, [join(ROOT, 'electron', 'launch', 'build.mjs')], {
    encoding: 'utf8',
  });
  if (built.status !== 0) throw new Error(built.stderr);
  console.log(`Windows are drawn by ${shellName() === 'electron' ? 'Electron' : 'the Electron stand-in'}.`);
  for (const members of sizes.length > 0 ? sizes : [10_000, 100_000]) await withOffice(members, measure);
}

/** A copy, so that the window may write what it likes. */
async function withOffice(
  members: number,
  use: (members: number, folder: string) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'standing-window-'));
  try {
    cpSync(await sampleFolder(members), join(folder, 'office'), { recursive: true });
    await use(members, join(folder, 'office'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(members: number, folder: string): Promise<void> {
  console.log(`\n${members} members, in ms${''.padEnd(30)}p50     p95     p99     max`);
  const starts: number[] = [];
  for (let at = 0; at <= STARTS; at++) {
    const running = await launchStanding({ officeFolder: folder, args: [`--as-of=${BENCH_DAY}`] });
    const ms = await firstScreen(running);
    // The first start of all may bring an older office up to date.
    if (at > 0) starts.push(ms);
    if (at === STARTS) await measureRunning(running, starts);
    await running.app.close();
  }
}

/** From the moment the shell begins to load the page to the frame with the counts of the whole office, by the page's own clock. */
async function firstScreen({ page }: RunningApp): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now());
        const look = () => {
          if (document.querySelector('.overview__count') === null) requestAnimationFrame(look);
          else port2.postMessage(null);
        };
        look();
      }),
  );
}

async function measureRunning({ page }: RunningApp, starts: readonly number[]): Promise<void> {
  await page.setViewportSize({ width: 1366, height: 768 });
  report('first screen with real counts', starts, 'p50', 1000);
  await page.locator('#lookup').focus();
  report('keystroke to painted', (await timeKeystrokes(page, TYPED)).painted, 'p95', 50);
  const questions = await timeQuestions(page);
  report('sort to painted', questions.sorts, 'max', 100);
  report('filter to painted', questions.filters, 'max', 100);
  report('frame while nothing moves', await idleFrames(page), 'max', null);
  report('frame while the wheel turns', await scrollFrames(page, 'wheel'), 'max', 50);
  report('frame while keys are pressed', await scrollFrames(page, 'keys'), 'max', 50);
}

function report(
  what: string,
  times: readonly number[],
  figure: 'p50' | 'p95' | 'max',
  target: number | null,
): void {
  const found = figures([...times]);
  const over = target === null ? 0 : times.filter((ms) => ms > target).length;
  const verdict =
    target === null
      ? 'reference'
      : `${figure} ≤ ${target}, ${found[figure] <= target ? 'reached' : `MISSED (${over} of ${times.length} over it)`}`;
  console.log(`${what.padEnd(34)}${shown(found)}   ${verdict}`);
}
