import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** One file a day. What is written names places and member numbers, never people. */
export interface Log {
  /** Where it is written now. */
  readonly folder: string;
  write(where: string, text: string): void;
  /** From now on into this folder. */
  moveTo(folder: string): void;
}

/** @param now this instant, ISO 8601 */
export function dailyLog(folder: string, now: () => string): Log {
  let current = folder;
  return {
    get folder() {
      return current;
    },
    write(where, text) {
      const at = now();
      try {
        mkdirSync(current, { recursive: true });
        appendFileSync(join(current, `standing-${at.slice(0, 10)}.log`), `${at} ${where}: ${text}\n`);
      } catch (error) {
        // A log that cannot be written must not stop the work.
        process.stderr.write(`The log cannot be written: ${String(error)}\n${where}: ${text}\n`);
      }
    },
    moveTo(next) {
      current = next;
    },
  };
}
