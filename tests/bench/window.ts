// How fast the window of an office answers, at 10,000 and 100,000 members: `node tests/bench/window.ts [members…]`. It runs the built app
// on Electron, or on the stand-in where Electron's binary is not installed (its pages are drawn without a graphics card). The column
// "thread" is the processor time of the page's main thread for each: what is left of the times on a machine with nothing else to do.
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
import { timePlainTable } from './window/plain-table.ts';
import { showMembers, timeFilters, timeSorts } from './window/questions.ts';
import { threadTime } from './window/thread-time.ts';

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
  console.log(`\n${`${members} members, in ms`.padEnd(36)}     p50     p95     p99     max  thread`);
  const starts: FirstScreen[] = [];
  for (let at = 0; at <= STARTS; at++) {
    const running = await launchStanding({ officeFolder: folder, args: [`--as-of=${BENCH_DAY}`] });
    const start = await firstScreen(running);
    // The first start of all may bring an older office up to date.
    if (at > 0) starts.push(start);
    if (at === STARTS) await measureRunning(running, starts);
    await running.app.close();
  }
}

/** Milliseconds from the moment the shell begins to load the page, by the page's own clock. */
interface FirstScreen {
  /** To the first thing painted, whatever it is: the shell's own time. */
  readonly anything: number;
  /** To the frame with the counts of the whole office. */
  readonly counts: number;
}

async function firstScreen({ page }: RunningApp): Promise<FirstScreen> {
  return page.evaluate(
    () =>
      new Promise<FirstScreen>((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          const anything = performance.getEntriesByType('paint')[0]?.startTime ?? performance.now();
          resolve({ anything, counts: performance.now() });
        };
        const look = () => {
          if (document.querySelector('.overview__count') === null) requestAnimationFrame(look);
          else port2.postMessage(null);
        };
        look();
      }),
  );
}

async function measureRunning({ page }: RunningApp, starts: readonly FirstScreen[]): Promise<void> {
  await page.setViewportSize({ width: 1366, height: 768 });
  const counts = starts.map((start) => start.counts);
  const anything = starts.map((start) => start.anything);
  report('first screen with real counts', counts, 'p50', 1000);
  report('anything of the window painted', anything, 'p50', null);
  const spent = await threadTime(page);
  const timed = async (
    what: string,
    run: () => Promise<readonly number[]>,
    figure: Figure,
    target: number | null,
  ) => {
    const before = await spent();
    const times = await run();
    report(what, times, figure, target, ((await spent()) - before) / times.length);
  };
  await page.locator('#lookup').focus();
  const typing = async () => (await timeKeystrokes(page, TYPED)).painted;
  await timed('keystroke to painted', typing, 'p95', 50);
  await showMembers(page);
  await timed('sort to painted', () => timeSorts(page), 'max', 100);
  await timed('filter to painted', () => timeFilters(page), 'max', 100);
  await timed('300 plain cells changed to painted', () => timePlainTable(page), 'max', null);
  await timed('frame while nothing moves', () => idleFrames(page), 'max', null);
  await timed('frame while the wheel turns', () => scrollFrames(page, 'wheel'), 'max', 50);
  await timed('frame while keys are pressed', () => scrollFrames(page, 'keys'), 'max', 50);
}

type Figure = 'p50' | 'p95' | 'max';

/** @param threadMs of the page's main thread for each, where it was measured */
function report(
  what: string,
  times: readonly number[],
  figure: Figure,
  target: number | null,
  threadMs?: number,
): void {
  const found = figures([...times]);
  const over = target === null ? 0 : times.filter((ms) => ms > target).length;
  const verdict =
    target === null
      ? 'reference'
      : `${figure} ≤ ${target}, ${found[figure] <= target ? 'reached' : `MISSED (${over} of ${times.length} over it)`}`;
  const own = threadMs === undefined ? '' : threadMs.toFixed(1);
  console.log(`${what.padEnd(36)}${shown(found)}${own.padStart(8)}   ${verdict}`);
}
