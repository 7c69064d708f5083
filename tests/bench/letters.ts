// A month's letters, ours beside other ways of printing the same words, and ten times as many: `node tests/bench/letters.ts [sheets]`.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { codes, read } from '../printing/poppler.ts';
import { browserPath } from './letters/browser-path.ts';
import type { GivingWay } from './letters/giving-way.ts';
import { findWriter } from './letters/mail-merge/writer.ts';

/** Returns the seconds it took where its start does not count. */
type Tool = (sheets: number, file: string) => Promise<number | undefined>;

// Each loads only what it needs: memory is measured too.
const TOOLS: Readonly<Record<string, Tool>> = {
  ours: async (sheets, file) => {
    const { printNotices } = await import('../../electron/printing/print-notices.ts');
    const { options } = await import('../printing/sample-run.ts');
    const { benchmarkRun } = await import('./letters/sample.ts');
    await printNotices(benchmarkRun(sheets), options(file));
    return undefined;
  },
  'hand-written': async (sheets, file) => {
    const { printByHand } = await import('./letters/hand-written/print.ts');
    await printByHand(sheets, file);
    return undefined;
  },
  pdfkit: async (sheets, file) => {
    const { printStraightforward } = await import('./letters/straightforward.ts');
    await printStraightforward(sheets, file);
    return undefined;
  },
  chromium: async (sheets, file) => {
    const { printByBrowser } = await import('./letters/browser.ts');
    await printByBrowser(sheets, file);
    return undefined;
  },
  'mail merge': async (sheets, file) => {
    const { printByMailMerge } = await import('./letters/mail-merge/print.ts');
    return printByMailMerge(sheets, file);
  },
};

const GIVING_WAY = 'giving way';

interface Outcome {
  readonly sheets: number;
  readonly seconds: number;
  /** Of the whole process, its start included. */
  readonly cpuSeconds: number;
  readonly megabytes: number;
  readonly bytes: number;
}

const [first = '10000', tool, count] = process.argv.slice(2);
if (tool === undefined) await compare(Number(first));
else if (tool === GIVING_WAY) {
  const { measureGivingWay } = await import('./letters/giving-way.ts');
  console.log(JSON.stringify(await measureGivingWay(Number(count), first)));
} else await runOne(tool, Number(count), first);

/** In a process of its own, so that memory is that of one tool. */
async function runOne(name: string, sheets: number, file: string): Promise<void> {
  const start = performance.now();
  const own = await TOOLS[name]?.(sheets, file);
  const seconds = own ?? (performance.now() - start) / 1000;
  const megabytes = process.resourceUsage().maxRSS / 1024;
  const { user, system } = process.cpuUsage();
  const cpuSeconds = (user + system) / 1e6;
  console.log(JSON.stringify({ sheets, seconds, cpuSeconds, megabytes, bytes: statSync(file).size }));
}

async function compare(sheets: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'letters-'));
  try {
    checkContents(folder);
    console.log(`${'tool'.padEnd(34)}  sheets  letters/s     MB  bytes/letter`);
    // Those that are compared take turns, and each counts with its median: the machine is never quiet.
    const rounds = [1, 2, 3].map(() => ({
      ours: measured('ours', sheets, folder, false),
      byHand: measured('hand-written', sheets, folder, false),
      // Its rate does not change with the number of sheets, and it takes its time.
      pdfkit: measured('pdfkit', Math.min(2500, sheets), folder, false),
    }));
    const ours = median(rounds.map((round) => round.ours));
    const pdfkit = median(rounds.map((round) => round.pdfkit));
    const byHand = median(rounds.map((round) => round.byHand));
    show('ours (median of 3)', ours);
    show('hand-written PDF writer (median)', byHand);
    show('pdfkit, straightforward (median)', pdfkit);
    const large = measured('ours', sheets * 10, folder);
    const browser = browserPath() === null ? null : measured('chromium', Math.min(500, sheets), folder);
    const writer = findWriter();
    const merged = 'missing' in writer ? null : measured('mail merge', Math.min(150, sheets), folder);
    if (browser !== null || merged !== null)
      console.log('(the memory of Chromium’s and Writer’s own processes is not in their figures)');
    console.log('');
    target('times straightforward pdfkit', rate(ours) / rate(pdfkit), 4, 10, 'at least');
    if (browser === null) console.log('No Chromium is installed: not compared.');
    else target('times Chromium', rate(ours) / rate(browser), 20, 40, 'at least');
    target('of the hand-written PDF writer', rate(ours) / rate(byHand), 0.6, 0.6, 'at least');
    if (merged !== null) target('times a Writer mail merge', rate(ours) / rate(merged), 30, 30, 'at least');
    else if ('missing' in writer)
      console.log(`No Writer mail merge to compare with: install the package ${writer.missing}.`);
    target('bytes a letter', ours.bytes / ours.sheets, 3072, 3072, 'at most');
    target('MB at the peak', ours.megabytes, 300, 300, 'at most');
    target('MB at the peak with ten times the letters', large.megabytes, 400, 400, 'at most');
    target('times as long for ten times the letters', large.cpuSeconds / ours.cpuSeconds, 12, 12, 'at most');
    const giving: GivingWay = JSON.parse(start(GIVING_WAY, sheets, join(folder, 'ours.pdf')));
    console.log(
      `(the first sheet holds its thread for ${giving.first.toFixed(0)} ms, once: it reads the fonts)`,
    );
    target('ms of processor time that it is held afterwards', giving.held, 50, 50, 'at most');
    target('ms from cancelling to the end', giving.cancelled, 200, 200, 'at most');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** All tools print the same words, and those that draw QR codes the same codes, or the comparison is none. */
function checkContents(folder: string): void {
  const names = [
    'ours',
    'hand-written',
    'pdfkit',
    ...(browserPath() === null ? [] : ['chromium']),
    ...('missing' in findWriter() ? [] : ['mail merge']),
  ];
  const printed = names.map((name) => {
    const file = join(folder, `${name}-words.pdf`);
    child(name, 5, file);
    return { name, file };
  });
  const words = printed.map(({ file }) =>
    read('pdftotext', [file, '-']).split(/\s+/).filter(Boolean).sort().join(' '),
  );
  if (words.some((each) => each !== words[0]))
    throw new Error(`The tools print different words:\n${words.join('\n\n')}`);
  for (const { name, file } of printed.filter((each) => each.name !== 'mail merge')) {
    const pages = mkdtempSync(join(folder, 'pages-'));
    const found = codes(file, pages);
    if (found.length !== 5 || !found.every((code) => words[0]?.split(' ').includes(code)))
      throw new Error(`${name} prints other QR codes: ${found.join(', ')}`);
  }
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
  const outcome: Outcome = JSON.parse(start(name, sheets, file));
  return outcome;
}

function start(name: string, sheets: number, file: string): string {
  const self = fileURLToPath(import.meta.url);
  return execFileSync(process.execPath, [self, file, name, String(sheets)], { encoding: 'utf8' });
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
  console.log(`${value.toFixed(value < 1 ? 2 : 1).padStart(9)} ${what}: ${kind} ${reach}, ${verdict}`);
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
