/** A small generator of repeatable random numbers (mulberry32). */
export interface Random {
  /** In [0, 1). */
  next(): number;
  /** Whole, from 0 to below `count`. */
  below(count: number): number;
  /** One of the list; early ones come more often the higher `lean` is. */
  pick<T>(list: readonly [T, ...T[]], lean?: number): T;
}

export function random(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    below: (count) => Math.floor(next() * count),
    pick: (list, lean = 1) => list[Math.floor(next() ** lean * list.length)] ?? list[0],
  };
}
