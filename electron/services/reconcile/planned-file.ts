import { closeSync, fsyncSync, openSync, readdirSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Work } from '../../jobs/work.ts';
import type { PlannedLine } from './planned-line.ts';

/** As many lines as are written before others may act. */
const AT_ONCE = 500;
const NAME = /^receipts-([0-9a-f]{64})\.jsonl$/;

function fileOf(folder: string, sha256: string): string {
  return join(folder, 'jobs', `receipts-${sha256}.jsonl`);
}

/** Lays down what is going to be entered of a file, synced, so that a crash in between does not end it. */
export async function layDown(
  folder: string,
  sha256: string,
  lines: readonly PlannedLine[],
  work: Work,
): Promise<void> {
  const handle = openSync(fileOf(folder, sha256), 'w');
  try {
    for (let at = 0; at < lines.length; at += AT_ONCE) {
      const some = lines.slice(at, at + AT_ONCE).map((line) => `${JSON.stringify(line)}\n`);
      writeSync(handle, some.join(''));
      await work.breathe();
    }
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** The lines laid down; null where they are missing or damaged. */
export function laidDown(folder: string, sha256: string): readonly PlannedLine[] | null {
  try {
    const text = readFileSync(fileOf(folder, sha256), 'utf8');
    // Written by layDown alone; it was whole and synced before the deposit that asks for it was there.
    return text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as PlannedLine);
  } catch {
    return null;
  }
}

export function throwAway(folder: string, sha256: string): void {
  rmSync(fileOf(folder, sha256), { force: true });
}

/** The files, by the SHA-256 of their bytes, of which lines are laid down. */
export function filesLaidDown(folder: string): readonly string[] {
  return readdirSync(join(folder, 'jobs')).flatMap((name) => NAME.exec(name)?.[1] ?? []);
}
