/** Which row has which key, in some 40 bytes a row: keys are known by a hash, and looked up where hashes meet. */
export class SeenKeys {
  readonly #rows = new Map<number, number>();
  readonly #keyOf: (row: number) => string | null;

  /** `keyOf` answers the key of a row that was put in before. */
  constructor(keyOf: (row: number) => string | null) {
    this.#keyOf = keyOf;
  }

  /** The row that has the key; where none has, the key is the given row's from now on. */
  put(key: string, row: number): number | null {
    for (let hash = hashOf(key); ; hash += 1) {
      const earlier = this.#rows.get(hash);
      if (earlier === undefined) {
        this.#rows.set(hash, row);
        return null;
      }
      if (this.#keyOf(earlier) === key) return earlier;
    }
  }
}

/** 52 bits from two multiplicative hashes. */
function hashOf(text: string): number {
  let a = 0x811c9dc5;
  let b = 0x9e3779b9;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    a = Math.imul(a ^ c, 0x01000193);
    b = Math.imul(b ^ c, 0x85ebca6b);
    b ^= b >>> 13;
  }
  return (a >>> 0) * 0x100000 + ((b >>> 0) & 0xfffff);
}
