import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** @typedef {'main' | 'preload' | 'renderer'} Part */

/** @type {readonly Part[]} */
export const PARTS = ['main', 'preload', 'renderer'];

const PROJECT = dirname(dirname(import.meta.dirname));
const OUT = join(PROJECT, 'out');
/** An old chunk stays this long: a program that was started from it may still load its later parts. */
const OLD_CHUNK_MS = 60 * 60 * 1000;

/**
 * Builds parts of the app into `out/`, each file put in its place whole, and notes when.
 * @param {readonly Part[]} parts
 */
export async function bundle(parts) {
  process.env.NODE_ENV = 'production';
  const [{ MainConfigFactory, PreloadConfigFactory, RendererConfigFactory }, { build }, { default: config }] =
    await Promise.all([import('electron-vite'), import('vite'), import('../../electron.vite.config.ts')]);
  const factories = {
    main: MainConfigFactory,
    preload: PreloadConfigFactory,
    renderer: RendererConfigFactory,
  };
  mkdirSync(OUT, { recursive: true });
  for (const part of parts) {
    const began = new Date();
    const fresh = mkdtempSync(join(OUT, `.${part}-`));
    try {
      const factory = new factories[part](
        config[part],
        {
          // Not where the command was called from.
          root: part === 'renderer' ? join(PROJECT, 'renderer') : PROJECT,
          configFile: false,
          mode: 'production',
          logLevel: 'error',
          build: { outDir: fresh, emptyOutDir: true },
        },
        { root: PROJECT },
      );
      await build(await factory.build());
      moveInto(join(OUT, part), fresh, began);
    } finally {
      rmSync(fresh, { recursive: true, force: true });
    }
  }
}

/** The file that says from what moment's sources a part was built. */
export function stampOf(/** @type {Part} */ part) {
  return join(OUT, part, '.built');
}

/** Chunks before the entries that name them, so that what is there can always be run. */
function moveInto(target, fresh, began) {
  const files = filesUnder(fresh).sort((a, b) => depth(b) - depth(a));
  for (const file of files) {
    mkdirSync(dirname(join(target, file)), { recursive: true });
    renameSync(join(fresh, file), join(target, file));
  }
  const current = new Set(files);
  for (const file of filesUnder(target)) {
    const path = join(target, file);
    if (!current.has(file) && Date.now() - statSync(path).mtimeMs > OLD_CHUNK_MS)
      rmSync(path, { force: true });
  }
  writeFileSync(join(target, '.built'), `${began.getTime()}\n`);
}

function depth(file) {
  return file.split(/[\\/]/).length;
}

function filesUnder(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}
