import { execFile } from 'node:child_process';
import { join } from 'node:path';

/** What a command line printed and how it ended. */
export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const LAUNCHER = join(import.meta.dirname, '..', '..', 'electron', 'launch', 'office.mjs');

/** Runs `npm run office -- …` as npm does, without npm's own second. */
export function office(...args: readonly string[]): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [LAUNCHER, ...args],
      { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) => {
        resolve({
          code: error === null ? 0 : typeof error.code === 'number' ? error.code : -1,
          stdout,
          stderr,
        });
      },
    );
  });
}

/** The same with `--json`, taken apart; fails where it did not succeed. */
export async function officeJson(...args: readonly string[]): Promise<unknown> {
  const { code, stdout, stderr } = await office(...args, '--json');
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}: ${stderr}`);
  return JSON.parse(stdout);
}
