import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { installSystemPackages } from './system-packages.ts';

// Runs every check of the project and ends with one line that counts them, from the reports of the runners.

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const ROOT = join(import.meta.dirname, '..');
const RESULTS = join(ROOT, 'test-results');
const VITEST_REPORT = join(RESULTS, 'vitest.json');
const PLAYWRIGHT_REPORT = join(RESULTS, 'e2e.json');

/** Runs a tool of node_modules or Node itself; its output goes straight to the terminal. */
function run(title: string, command: string, args: readonly string[]): boolean {
  console.log(`\n── ${title}`);
  const bin = join(ROOT, 'node_modules', '.bin', process.platform === 'win32' ? `${command}.cmd` : command);
  const file = command === 'node' ? process.execPath : bin;
  const { status, error } = spawnSync(file, args, {
    cwd: ROOT,
    stdio: 'inherit',
    shell: process.platform === 'win32' && command !== 'node',
  });
  if (error !== undefined) console.error(error.message);
  return status === 0;
}

function step(title: string, command: string, args: readonly string[]): Counts {
  const passed = run(title, command, args);
  if (!passed) console.error(`✗ ${title} failed`);
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 };
}

/** The runner's own report decides; without one, or where it failed outside any test, the run counts as one failure. */
function suite(
  title: string,
  command: string,
  args: readonly string[],
  report: string,
  count: (json: unknown) => Counts,
): Counts {
  const succeeded = run(title, command, args);
  if (!existsSync(report)) {
    console.error(`✗ ${title}: no report was written`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const counts = count(JSON.parse(readFileSync(report, 'utf8')));
  if (succeeded || counts.failed > 0) return counts;
  console.error(`✗ ${title} failed outside its tests`);
  return { ...counts, failed: 1 };
}

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
}

function countVitest(json: unknown): Counts {
  // Vitest's JSON reporter writes these fields.
  const report = json as VitestReport;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

interface PlaywrightReport {
  readonly stats: {
    readonly expected: number;
    readonly unexpected: number;
    readonly flaky: number;
    readonly skipped: number;
  };
}

function countPlaywright(json: unknown): Counts {
  // Playwright's JSON reporter writes these fields; a flaky test passed in the end, but a test must not need luck.
  const { stats } = json as PlaywrightReport;
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
}

installSystemPackages();
rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });
const vitestArgs = [
  'run',
  '--config',
  'tests/vitest.config.ts',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${VITEST_REPORT}`,
];
const all: readonly Counts[] = [
  step('Build', 'node', ['electron/launch/build.mjs']),
  step('Type check', 'tsc', ['-p', '.']),
  step('Lint, format and import boundaries', 'biome', ['ci', '--error-on-warnings']),
  suite('Unit and integration tests', 'vitest', vitestArgs, VITEST_REPORT, countVitest),
  suite(
    'End-to-end tests',
    'playwright',
    ['test', '--config', 'tests/e2e/playwright.config.ts'],
    PLAYWRIGHT_REPORT,
    countPlaywright,
  ),
];
const sum = (of: (counts: Counts) => number) => all.reduce((total, counts) => total + of(counts), 0);
const failed = sum((counts) => counts.failed);
console.log(
  `\n${sum((counts) => counts.passed)} passed, ${failed} failed, ${sum((counts) => counts.skipped)} skipped`,
);
process.exitCode = failed === 0 ? 0 : 1;
