import type BetterSqlite3 from 'better-sqlite3';
import { membersWithWords } from './by-name.ts';
import type { Found } from './found.ts';
import { beginning, beginnings } from './name-terms.ts';
import { nearWords, type Seek } from './near-words.ts';
import { anyOf, quoted, type Sought } from './sought.ts';
import { values } from './statements.ts';

export const NAME_SEEK = 'SELECT word FROM name_word WHERE word >= ? ORDER BY word LIMIT 1';

/** Walks the words of all names. */
export function nameSeek(sqlite: BetterSqlite3.Database): Seek {
  const statement = values<[string], string>(sqlite, NAME_SEEK);
  return (from) => statement.get(from);
}

/** Shorter words are too like too many others. */
const SHORTEST_CORRECTED = 3;
/** Shorter words are corrected to whole words only. */
const SHORTEST_BEGINNING = 4;
const MOST_READINGS = 40;

/** What a word may be meant for: FTS5 terms for whole names, and for the beginnings of names. */
export interface Readings {
  readonly whole: readonly string[];
  readonly beginnings: readonly string[];
}

export function readingsOf(sqlite: BetterSqlite3.Database, word: string): Readings {
  if (word.length < SHORTEST_CORRECTED) return { whole: [], beginnings: [] };
  const near = nearWords(word, nameSeek(sqlite), '0');
  const whole = near.filter((reading) => reading.whole).map(({ text }) => quoted(text));
  if (word.length < SHORTEST_BEGINNING) return { whole, beginnings: [] };
  return {
    whole,
    beginnings: near.slice(0, MOST_READINGS).map(({ text }) => beginning(sqlite, text)),
  };
}

/** Names at one typing error from the words: a space left out or mistyped, or a letter wrong, missing, too many or exchanged. */
export function findNearNames(sqlite: BetterSqlite3.Database, { words }: Sought, found: Found): void {
  const seek = nameSeek(sqlite);
  const begins = (text: string) => seek(text)?.startsWith(text) === true;
  const unknown = words.filter((word) => !begins(word));
  if (unknown.length > 1) return;
  const add = (terms: readonly string[]) => {
    if (!found.full) found.add(membersWithWords(sqlite, terms, found.limit), 'similar-name');
  };
  words.forEach((word, index) => {
    if (found.full || (unknown.length === 1 && word !== unknown[0])) return;
    const others = words.toSpliced(index, 1);
    const starts = beginnings(sqlite, others);
    for (const [first, second] of divisions(word, seek, begins))
      add([...starts, quoted(first), beginning(sqlite, second)]);
    const readings = readingsOf(sqlite, word);
    if (readings.whole.length > 0) {
      if (others.length > 0) add([...others.map(quoted), anyOf(readings.whole)]);
      add([...starts, anyOf(readings.whole)]);
    }
    if (readings.beginnings.length > 0) add([...starts, anyOf(readings.beginnings)]);
  });
}

/** Where a space may have been left out or mistyped: a whole word, then the start of another. */
function* divisions(
  word: string,
  seek: Seek,
  begins: (text: string) => boolean,
): Generator<readonly [string, string]> {
  for (let at = 2; at <= word.length - 2; at++) {
    const first = word.slice(0, at);
    if (seek(first) !== first) continue;
    for (const second of [word.slice(at), word.slice(at + 1)])
      if (second.length >= 2 && begins(second)) yield [first, second];
  }
}
