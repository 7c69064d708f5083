import type BetterSqlite3 from 'better-sqlite3';
import { fillNextTables, type NextStep } from './fill.ts';
import { dropNextTables, putNextTablesToUse } from './next-tables.ts';
import { placeAnew } from './refresh.ts';
import { beginUnderWay, endUnderWay } from './under-way.ts';

/** A rebuild in many short transactions, while lookups go on with the tables in use and members change. */
export interface GentleRebuild {
  /** Fills for some milliseconds, inside a transaction. @returns whether all is filled */
  fill(milliseconds: number): boolean;
  /** Puts the filled tables to use and catches up with what changed meanwhile, inside a transaction. */
  finish(): void;
  /** Throws away what was filled and not put to use, inside a transaction; nothing else learns of changes from now on. */
  end(): void;
}

/** Only one at a time for a connection. Broken off by a crash, it is made good by `ensureSearch` at the next opening. */
export function gentleRebuild(sqlite: BetterSqlite3.Database): GentleRebuild {
  let state = beginUnderWay(sqlite);
  let steps = fillNextTables(sqlite);
  let filled = false;
  const startAgainIfOvertaken = () => {
    if (!state.overtaken) return;
    state = beginUnderWay(sqlite);
    steps = fillNextTables(sqlite);
    filled = false;
  };
  return {
    fill(milliseconds) {
      startAgainIfOvertaken();
      if (filled) return true;
      const end = performance.now() + milliseconds;
      let next: NextStep = 'short';
      // A long step gets a transaction of its own.
      do {
        const step = steps.next();
        filled = step.done === true;
        next = step.value ?? 'short';
      } while (!filled && next === 'short' && performance.now() < end);
      return filled;
    },
    finish() {
      startAgainIfOvertaken();
      while (!filled) filled = steps.next().done === true;
      const changed = [...state.changed];
      endUnderWay(sqlite);
      putNextTablesToUse(sqlite);
      placeAnew(sqlite, changed);
    },
    end() {
      endUnderWay(sqlite);
      dropNextTables(sqlite);
    },
  };
}
