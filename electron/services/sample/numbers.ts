/** Numbers handed out without repeating one, in an order that looks like none. */
export interface Numbers {
  /** The nth number, from 0. @throws RangeError beyond the last */
  nth(n: number): number;
  readonly count: number;
}

// Stepping round a prime number of places in equal steps visits every place once.
const MEMBERS = { first: 710_000, places: 1_299_709 } as const;
const CERTIFICATES = { first: 1_000_000, places: 8_999_993 } as const;

/** Member numbers of six and seven digits; those below 710000 are kept for the fixed roster. */
export function memberNumbers(seed: number): Numbers {
  return stepping(MEMBERS.first, MEMBERS.places, 617_293 + (Math.abs(seed) % 1000) * 271);
}

/** Certificate numbers of seven digits. */
export function certificateNumbers(seed: number): Numbers {
  return stepping(CERTIFICATES.first, CERTIFICATES.places, 3_618_007 + (Math.abs(seed) % 1000) * 1009);
}

function stepping(first: number, places: number, step: number): Numbers {
  return {
    count: places,
    nth(n) {
      if (n >= places) throw new RangeError(`There are ${places} numbers only.`);
      return first + ((n * step) % places);
    },
  };
}
