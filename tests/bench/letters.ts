// A month's letters, ours beside other ways of printing the same words: `node tests/bench/letters.ts [sheets]`.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { browserPath } from './letters/browser-path.ts';

type Tool = (sheets: number, file: string) => Promise<unknown>;

// Each loads only what it needs: memory is measured too.
const TOOLS: Readonly<Record<string, Tool>> = {
  ours: async (sheets, file) => {
    const { printNotices } = await import('../../electron/printing/print-notices.ts');
    const { options } = await import('../printing/sample-run.ts');
    const { benchmarkRun } = await import('./letters/sample.ts');
    await printNotices(benchmarkRun(sheets), options(file));
  },
  pdfkit: async (sheets, file) => {
    const { printStraightforward } = await import('./letters/straightforward.ts');
    await printStraightforward(sheets, file);
  },
  chromium: async (sheets, file) => {
    const { printByBrowser } = await import('./letters/browser.ts');
    await printByBrowser(sheets, file);
  },
};

interface Outcome {
  readonly sheets: number;
  readonly seconds: number;
  readonly megabytes: number;
  readonly bytes: number;
}

const [first = '10000', tool, count] = process.argv.slice(2);
if (tool === undefined) await compare(Number(first));
else await runOne(tool, Number(count), first);

/** In a process of its own, so that memory is that of one tool. */
async function runOne(name: string, sheets: number, file: string): Promise<void> {
  const start = performance.now();
  await TOOLS[name]?.(sheets, file);
  const seconds = (performance.now() - start) / 1000;
  const megabytes = process.resourceUsage().maxRSS / 1024;
  console.log(JSON.stringify({ sheets, seconds, megabytes, bytes: statSync(file).size }));
}

async function compare(sheets: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'letters-'));
  try {
    checkWords(folder);
    console.log(`${'tool'.padEnd(34)}  sheets  letters/s     MB  bytes/letter`);
    const small = measured('ours', Math.ceil(sheets / 10), folder);
    // The two that are compared take turns, and each counts with its median: the machine is never quiet.
    const rounds = [1, 2, 3].map(() => ({
      ours: measured('ours', sheets, folder, false),
      // Its rate does not change with the number of sheets, and it takes its time.
      pdfkit: measured('pdfkit', Math.min(2500, sheets), folder, false),
    }));
    const ours = median(rounds.map((round) => round.ours));
    const pdfkit = median(rounds.map((round) => round.pdfkit));
    show('ours (median of 3)', ours);
    show('pdfkit, straightforward (median)', pdfkit);
    const browser = browserPath() === null ? null : measured('chromium', Math.min(500, sheets), folder);
    if (browser !== null) console.log('(the memory of Chromium’s own processes is not in its figure)');
    console.log('');
    target('times straightforward pdfkit', rate(ours) / rate(pdfkit), 4, 10, 'at least');
    if (browser === null) console.log('No Chromium is installed: not compared.');
    else target('times Chromium', rate(ours) / rate(browser), 20, 40, 'at least');
    target('bytes a letter', ours.bytes / ours.sheets, 3072, 3072, 'at most');
    target('MB at the peak', ours.megabytes, sheets > 10_000 ? 400 : 300, 300, 'at most');
    target('times as long for ten times the letters', ours.seconds / small.seconds, 12, 12, 'at most');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** All tools print the same words, or the comparison is none. */
function checkWords(folder: string): void {
  const words = ['ours', 'pdfkit', ...(browserPath() === null ? [] : ['chromium'])].map((name) => {
    const file = join(folder, `${name}-words.pdf`);
    child(name, 5, file);
    return execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' })
      .split(/\s+/)
      .filter(Boolean)
      .sort()
      .join(' ');
  });
  if (words.some((each) => each !== words[0]))
    throw new Error(`The tools print different words:\n${words.join('\n\n')}`);
  console.log(
    `Each letter has ${Math.round((words[0]?.split(' ').length ?? 0) / 5)} words, the same with every tool.\n`,
  );
}

function measured(name: string, sheets: number, folder: string, shown = true): Outcome {
  const outcome = child(name, sheets, join(folder, `${name}.pdf`));
  if (shown) show(name, outcome);
  return outcome;
}

function child(name: string, sheets: number, file: string): Outcome {
  const self = fileURLToPath(import.meta.url);
  const out = execFileSync(process.execPath, [self, file, name, String(sheets)], { encoding: 'utf8' });
  const outcome: Outcome = JSON.parse(out);
  return outcome;
}

function show(name: string, { sheets, seconds, megabytes, bytes }: Outcome): void {
  const figures = [sheets, sheets / seconds, megabytes, bytes / sheets].map((figure) => figure.toFixed(0));
  console.log(
    `${name.padEnd(34)}${figures.map((figure, at) => figure.padStart([8, 11, 7, 14][at] ?? 8)).join('')}`,
  );
}

function target(
  what: string,
  value: number,
  reach: number,
  beyond: number,
  kind: 'at least' | 'at most',
): void {
  const met = (limit: number) => (kind === 'at least' ? value >= limit : value <= limit);
  const verdict = met(beyond) ? 'reached' : met(reach) ? `reached; ${beyond} is the aim beyond` : 'MISSED';
  console.log(`${value.toFixed(1).padStart(9)} ${what}: ${kind} ${reach}, ${verdict}`);
}

function rate({ sheets, seconds }: Outcome): number {
  return sheets / seconds;
}

function median(outcomes: readonly Outcome[]): Outcome {
  const sorted = outcomes.toSorted((a, b) => a.seconds - b.seconds);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new Error('Nothing was measured.');
  return middle;
}
