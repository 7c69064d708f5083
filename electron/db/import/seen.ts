/** Which row has which key, in some 16 bytes a row: keys are known by a hash, and looked up where hashes meet. */
export class SeenKeys {
  /** Row numbers, each at the first place from its key's hash on that was free; 0 is free. */
  #rows = new Int32Array(1024);
  #hashes = new Int32Array(1024);
  #count = 0;
  readonly #keyOf: (row: number) => string | null;

  /** `keyOf` answers the key of a row that was put in before; rows are counted from 1. */
  constructor(keyOf: (row: number) => string | null) {
    this.#keyOf = keyOf;
  }

  /** The row that has the key; where none has, the key is the given row's from now on. */
  put(key: string, row: number): number | null {
    const hash = hashOf(key);
    let place = this.#placeOf(hash);
    for (let earlier = this.#rows[place]; earlier; earlier = this.#rows[place]) {
      if (this.#hashes[place] === hash && this.#keyOf(earlier) === key) return earlier;
      place = this.#after(place);
    }
    this.#set(place, hash, row);
    this.#count += 1;
    if (this.#count * 2 > this.#rows.length) this.#grow();
    return null;
  }

  #placeOf(hash: number): number {
    return hash & (this.#rows.length - 1);
  }

  #after(place: number): number {
    return (place + 1) & (this.#rows.length - 1);
  }

  #set(place: number, hash: number, row: number): void {
    this.#rows[place] = row;
    this.#hashes[place] = hash;
  }

  #grow(): void {
    const [rows, hashes] = [this.#rows, this.#hashes];
    this.#rows = new Int32Array(rows.length * 2);
    this.#hashes = new Int32Array(rows.length * 2);
    rows.forEach((row, index) => {
      if (row === 0) return;
      const hash = hashes[index] ?? 0;
      let place = this.#placeOf(hash);
      while (this.#rows[place] !== 0) place = this.#after(place);
      this.#set(place, hash, row);
    });
  }
}

/** 32 bits: two of 100,000 keys or so have the same. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    hash ^= hash >>> 13;
  }
  return hash | 0;
}
