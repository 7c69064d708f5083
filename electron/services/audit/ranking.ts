import { createHash } from 'node:crypto';

// PB-AUD-1: "a random generator selects from that list." Ours can be repeated by anybody who has the list and the seed.

/**
 * The public ids drawn: those with the lowest SHA-256 of seed + public id (UTF-8, in hexadecimal), lowest first. The order in which the
 * population is given does not matter.
 */
export function drawFrom(population: readonly string[], seed: string, size: number): readonly string[] {
  return population
    .map((id) => ({ id, rank: sha256(seed + id) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : 0))
    .slice(0, size)
    .map(({ id }) => id);
}

/** The population as it is exported and hashed: the public ids in code point order, each ended by a line feed. */
export function populationText(population: readonly string[]): string {
  return population
    .toSorted(byCodePoint)
    .map((id) => `${id}\n`)
    .join('');
}

export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** As every language sorts bytes of UTF-8. */
function byCodePoint(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
