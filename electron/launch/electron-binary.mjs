import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const PACKAGE = join(dirname(dirname(import.meta.dirname)), 'node_modules', 'electron');
const FETCH_MS = 10 * 60 * 1000;

/** The Electron binary's path, fetching it once if it is not there; null where it cannot be had. */
export function electronBinary() {
  const there = installed();
  if (there !== null) return there;
  process.stderr.write('Fetching the Electron binary …\n');
  spawnSync(process.execPath, [join(PACKAGE, 'install.js')], { stdio: 'ignore', timeout: FETCH_MS });
  return installed();
}

function installed() {
  try {
    const binary = join(PACKAGE, 'dist', readFileSync(join(PACKAGE, 'path.txt'), 'utf8').trim());
    return existsSync(binary) ? binary : null;
  } catch {
    return null;
  }
}
