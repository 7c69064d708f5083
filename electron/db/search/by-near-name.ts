import type BetterSqlite3 from 'better-sqlite3';
import { membersWithWords } from './by-name.ts';
import type { Found } from './found.ts';
import { nearWords, type Seek } from './near-words.ts';
import { anyOf, quoted, type Sought, startingWith } from './sought.ts';
import { values } from './statements.ts';

export const NAME_SEEK = 'SELECT word FROM name_word WHERE word >= ? ORDER BY word LIMIT 1';

/** Shorter words are too like too many others. */
const SHORTEST_CORRECTED = 3;
const MOST_READINGS = 60;

/** Names at one typing error from the words: a space left out or mistyped, or a letter wrong, missing, too many or exchanged. */
export function findNearNames(sqlite: BetterSqlite3.Database, { words }: Sought, found: Found): void {
  const statement = values<[string], string>(sqlite, NAME_SEEK);
  const seek: Seek = (from) => statement.get(from);
  const begins = (text: string) => text !== '' && seek(text)?.startsWith(text) === true;
  const unknown = words.filter((word) => !begins(word));
  if (unknown.length > 1) return;
  const add = (terms: readonly string[]) => {
    if (!found.full) found.add(membersWithWords(sqlite, terms, found.limit), 'similar-name');
  };
  words.forEach((word, index) => {
    if (found.full || word.length < SHORTEST_CORRECTED || (unknown.length === 1 && word !== unknown[0]))
      return;
    const others = words.filter((_, other) => other !== index);
    for (const [first, second] of divisions(word, seek, begins))
      add([...others.map(startingWith), quoted(first), startingWith(second)]);
    const near = nearWords(word, seek, '0').slice(0, MOST_READINGS);
    const whole = near.filter((reading) => reading.whole).map(({ text }) => quoted(text));
    if (whole.length > 0) {
      if (others.length > 0) add([...others.map(quoted), anyOf(whole)]);
      add([...others.map(startingWith), anyOf(whole)]);
    }
    if (near.length > 0)
      add([...others.map(startingWith), anyOf(near.map(({ text }) => startingWith(text)))]);
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
