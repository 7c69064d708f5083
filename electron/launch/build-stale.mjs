import { isFresh } from './freshness.mjs';

/**
 * Builds those parts of the app whose sources have changed; while another process builds, waits for it. Where it cannot be built
 * this process ends with a sentence and exit code 1.
 * @param {readonly import('./bundle.mjs').Part[]} parts
 * @param {string} [announcement] a line for the person who waits
 */
export async function buildStale(parts, announcement) {
  if (parts.every(isFresh)) return;
  if (announcement !== undefined) console.log(announcement);
  const [{ inTurn }, { bundle }] = await Promise.all([import('./turn.mjs'), import('./bundle.mjs')]);
  try {
    await inTurn(() => bundle(parts.filter((part) => !isFresh(part))));
  } catch (error) {
    process.stderr.write(`Standing could not be built: ${error.message}\n`);
    process.exit(1);
  }
}
