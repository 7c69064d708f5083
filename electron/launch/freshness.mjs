import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

const PROJECT = dirname(dirname(import.meta.dirname));
const SOURCES = {
  main: ['electron', 'shared', 'package-lock.json', 'electron.vite.config.ts'],
  preload: ['electron/preload.ts', 'shared', 'package-lock.json', 'electron.vite.config.ts'],
  renderer: ['renderer', 'shared', 'package-lock.json', 'electron.vite.config.ts'],
};

/**
 * Whether a part of the app in `out/` was built from the sources as they are now.
 * @param {'main' | 'preload' | 'renderer'} part
 */
export function isFresh(part) {
  let builtAt;
  try {
    builtAt = Number(readFileSync(join(PROJECT, 'out', part, '.built'), 'utf8'));
  } catch {
    return false;
  }
  return SOURCES[part].every((source) => !isNewer(join(PROJECT, source), builtAt));
}

function isNewer(path, builtAt) {
  const status = statSync(path, { throwIfNoEntry: false });
  if (status === undefined) return false;
  // A folder's own time tells of files removed.
  if (status.mtimeMs > builtAt) return true;
  // Not `join`, which would take longer than all else here; a slash serves on every system.
  return status.isDirectory() && readdirSync(path).some((name) => isNewer(`${path}/${name}`, builtAt));
}
