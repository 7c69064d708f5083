import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const OUT = join(dirname(dirname(import.meta.dirname)), 'out');
const TURN = join(OUT, '.building');

/**
 * Runs the work while no other process of this project builds. A turn left behind by a process that died is taken over.
 * Should two ever build at once, both write whole files: the turn only saves doing the work twice.
 * @param {() => Promise<void>} work
 */
export async function inTurn(work) {
  mkdirSync(OUT, { recursive: true });
  while (!take()) await pause(100);
  try {
    await work();
  } finally {
    rmSync(TURN, { force: true });
  }
}

function take() {
  try {
    writeFileSync(TURN, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (!holderLives()) rmSync(TURN, { force: true });
    return false;
  }
}

function holderLives() {
  let pid;
  try {
    pid = Number(readFileSync(TURN, 'utf8'));
  } catch {
    return true;
  }
  // Just created, its number not yet written.
  if (!pid) return Date.now() - (statSync(TURN, { throwIfNoEntry: false })?.mtimeMs ?? 0) < 10_000;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
