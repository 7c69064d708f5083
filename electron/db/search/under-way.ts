import type BetterSqlite3 from 'better-sqlite3';

/** What a rebuild that gives way must learn of what happens meanwhile. */
export interface UnderWay {
  /** Members brought up to date in the tables it is about to replace. */
  readonly changed: Set<number>;
  /** Whether another rebuild has thrown its half-filled tables away. */
  overtaken: boolean;
}

const underWay = new WeakMap<BetterSqlite3.Database, UnderWay>();

export function beginUnderWay(sqlite: BetterSqlite3.Database): UnderWay {
  const begun: UnderWay = { changed: new Set(), overtaken: false };
  underWay.set(sqlite, begun);
  return begun;
}

export function endUnderWay(sqlite: BetterSqlite3.Database): void {
  underWay.delete(sqlite);
}

/** Has these members brought up to date once more after the rebuild that is under way, if there is one. */
export function noteChanged(sqlite: BetterSqlite3.Database, memberIds: readonly number[]): void {
  const changed = underWay.get(sqlite)?.changed;
  if (changed !== undefined) for (const id of memberIds) changed.add(id);
}

export function overtake(sqlite: BetterSqlite3.Database): void {
  const other = underWay.get(sqlite);
  if (other !== undefined) other.overtaken = true;
}
