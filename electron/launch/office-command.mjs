import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const OFFICE = join(import.meta.dirname, 'office.mjs');

/**
 * Runs one command of the command line and gives its answer. Where it fails, this process ends with the command's own exit code;
 * its sentence has gone to stderr.
 * @param {readonly string[]} words
 * @returns {any} what the command answers with `--json`
 */
export function officeCommand(words) {
  const { status, stdout } = spawnSync(process.execPath, [OFFICE, ...words, '--json'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 2 ** 30,
  });
  if (status !== 0) process.exit(status ?? 1);
  return JSON.parse(stdout);
}
