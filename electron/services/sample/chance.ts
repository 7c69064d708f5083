/** Repeatable chance: the same seed gives the same sequence on every machine. */
export interface Chance {
  /** From 0, below 1. */
  fraction(): number;
  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number;
  /** true in `share` of the cases, 0 to 1. */
  happens(share: number): boolean;
  /** Each equally often. @throws Error for an empty list */
  oneOf<T>(list: readonly T[]): T;
  /** Those at the front more often: about three times as often as evenly. @throws Error for an empty list */
  frontOf<T>(list: readonly T[]): T;
  /** By weight. @throws Error for an empty list */
  weighted<T extends Weighted>(list: readonly T[]): T;
}

export interface Weighted {
  readonly weight: number;
}

/** The chance of the nth thing of a seed; things do not depend on how many there are. */
export function chanceOf(seed: number, nth: number): Chance {
  const fraction = sfc32(mix(seed), mix(nth + 0x51ed270b), mix(seed ^ 0x9e3779b9), mix(nth));
  const at = <T>(list: readonly T[], index: number): T => {
    if (list.length === 0) throw new Error('Nothing to choose from.');
    // The index lies below the length, so the element is there.
    return list[Math.min(Math.floor(index), list.length - 1)] as T;
  };
  return {
    fraction,
    whole: (least, most) => least + Math.floor(fraction() * (most - least + 1)),
    happens: (share) => fraction() < share,
    oneOf: (list) => at(list, fraction() * list.length),
    frontOf: (list) => at(list, fraction() ** 1.8 * list.length),
    weighted(list) {
      let left = fraction() * list.reduce((sum, { weight }) => sum + weight, 0);
      for (const item of list) {
        left -= item.weight;
        if (left < 0) return item;
      }
      return at(list, list.length - 1);
    },
  };
}

/** Small Fast Counter, 32 bit (Chris Doty-Humphrey, PractRand). */
function sfc32(a: number, b: number, c: number, d: number): () => number {
  const next = (): number => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + t;
    c |= 0;
    return (t >>> 0) / 4_294_967_296;
  };
  for (let warmUp = 0; warmUp < 12; warmUp++) next();
  return next;
}

/** Spreads neighbouring numbers far apart (the finalizer of MurmurHash3). */
function mix(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
