import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const PREFIX = 'standing-standin-';

/** A new profile folder for this process; the folders of processes that were killed are swept away first. */
export function makeProfile(folder = os.tmpdir()): string {
  for (const name of readdirSync(folder)) {
    const owner = new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1];
    if (owner && !isRunning(Number(owner))) removeProfile(path.join(folder, name));
  }
  return mkdtempSync(path.join(folder, `${PREFIX}${process.pid}-`));
}

/** Removes a profile; tried again while a dying Chromium still writes there, and after two seconds left to the next sweep. */
export function removeProfile(profile: string): void {
  const pause = new Int32Array(new SharedArrayBuffer(4));
  for (let attempt = 0; attempt < 100; attempt += 1) {
    try {
      rmSync(profile, { recursive: true, force: true });
      return;
    } catch {
      Atomics.wait(pause, 0, 0, 20);
    }
  }
}

/** Whether a process of that number exists; one of another user counts. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
