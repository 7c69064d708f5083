import type { LookupHit } from '../../../shared/domain/lookup.ts';

export type Matched = LookupHit['matched'];

/** Members found so far, by position, best first, each with what it was found in. */
export class Found {
  readonly limit: number;
  readonly #matched = new Map<number, Matched>();

  constructor(limit: number) {
    this.limit = limit;
  }

  get size(): number {
    return this.#matched.size;
  }

  get full(): boolean {
    return this.#matched.size >= this.limit;
  }

  /** Adds what is not there yet, up to the limit. */
  add(positions: readonly number[], matched: Matched): void {
    for (const position of positions) {
      if (this.full) return;
      if (!this.#matched.has(position)) this.#matched.set(position, matched);
    }
  }

  entries(): readonly (readonly [position: number, matched: Matched])[] {
    return [...this.#matched];
  }
}
