import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const LAUNCHER = pathToFileURL(join(ROOT, 'electron', 'launch', 'office.mjs')).href;
const AND_TELL_MEMORY = `process.on('exit', () => console.error(process.resourceUsage().maxRSS));
  await import(${JSON.stringify(LAUNCHER)});`;

/**
 * The megabytes, at its largest, of the command line as it is delivered, importing a file of members into an empty office. Run from
 * its sources, the same import needs some twenty more for reading TypeScript.
 */
export function commandMegabytes(file: string): number {
  const folder = mkdtempSync(join(tmpdir(), 'standing-bench-'));
  try {
    const office = ['--data', join(folder, 'office')];
    command(['init', ...office]);
    const kilobytes = Number(command(['import', 'members', file, ...office]));
    return Math.round(kilobytes / 1024);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function command(args: readonly string[]): string {
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--input-type=module', '--eval', AND_TELL_MEMORY, 'office', ...args],
    { encoding: 'utf8', cwd: ROOT },
  );
  if (status !== 0) throw new Error(stderr);
  return stderr.trim().split('\n').at(-1) ?? '';
}
