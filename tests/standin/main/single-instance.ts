import {
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  watch,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { isRunning } from '../chromium/profile.ts';

/** What a second instance tells the first. */
export interface SecondInstance {
  readonly argv: readonly string[];
  readonly workingDirectory: string;
  readonly additionalData: unknown;
}

/**
 * Takes the lock of a user data folder for this process. Where another process has it, tells that one and
 * returns false. The lock of a process that was killed is taken over.
 */
export function takeInstanceLock(
  userData: string,
  mine: SecondInstance,
  onSecond: (second: SecondInstance) => void,
): boolean {
  const letters = path.join(userData, 'standin-instances');
  mkdirSync(letters, { recursive: true });
  const lock = path.join(userData, 'standin-instance.lock');
  if (!take(lock)) {
    leaveLetter(letters, mine);
    return false;
  }
  for (const name of readdirSync(letters)) rmSync(path.join(letters, name), { force: true });
  const watcher = watch(letters, () => {
    for (const letter of readLetters(letters)) onSecond(letter);
  });
  watcher.unref();
  process.on('exit', () => rmSync(lock, { force: true }));
  return true;
}

function take(lock: string): boolean {
  const own = `${lock}.${process.pid}`;
  writeFileSync(own, String(process.pid));
  try {
    for (let attempt = 0; attempt < 2; attempt += 1) {
      try {
        linkSync(own, lock);
        return true;
      } catch {
        if (holderLives(lock)) return false;
        rmSync(lock, { force: true });
      }
    }
    return false;
  } finally {
    rmSync(own, { force: true });
  }
}

function holderLives(lock: string): boolean {
  try {
    return isRunning(Number(readFileSync(lock, 'utf8')));
  } catch {
    return false;
  }
}

function leaveLetter(folder: string, letter: SecondInstance): void {
  const draft = path.join(folder, `${process.pid}.draft`);
  writeFileSync(draft, JSON.stringify(letter));
  renameSync(draft, path.join(folder, `${process.pid}.json`));
}

function readLetters(folder: string): SecondInstance[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => {
      const file = path.join(folder, name);
      try {
        // Written whole by leaveLetter of another instance, and renamed when complete.
        const letter = JSON.parse(readFileSync(file, 'utf8')) as SecondInstance;
        rmSync(file);
        return [letter];
      } catch {
        return [];
      }
    });
}
