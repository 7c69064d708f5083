import type BetterSqlite3 from 'better-sqlite3';
import { membersWithWords } from './by-name.ts';
import type { Found } from './found.ts';
import { nearWords, type Seek } from './near-words.ts';
import { afterPrefix, anyOf, quoted, type Sought, startingWith } from './sought.ts';
import { values } from './statements.ts';

export const NAME_SEEK = 'SELECT word FROM name_word WHERE word >= ? ORDER BY word LIMIT 1';

/** Shorter words are too like too many others. */
const SHORTEST_CORRECTED = 3;
const MOST_READINGS = 60;

/** Walks the words of all names. */
export function nameSeek(sqlite: BetterSqlite3.Database): Seek {
  const statement = values<[string], string>(sqlite, NAME_SEEK);
  return (from) => statement.get(from);
}

/** Names at one typing error from the words: a space left out or mistyped, or a letter wrong, missing, too many or exchanged. */
export function findNearNames(sqlite: BetterSqlite3.Database, { words }: Sought, found: Found): void {
  const seek = nameSeek(sqlite);
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

export const PART_SEEK = 'SELECT part FROM name_part WHERE part >= ? ORDER BY part LIMIT 1';
const NAMES_WITH_PART = 'SELECT DISTINCT word FROM name_part WHERE part >= ? AND part < ? LIMIT ?';
const SHORTEST_PART_CORRECTED = 4;

/** Parts from the middle of a name, one of them with a typing error. */
export function findNearParts(sqlite: BetterSqlite3.Database, { words, digits }: Sought, found: Found): void {
  if (digits !== '') return;
  const statement = values<[string], string>(sqlite, PART_SEEK);
  const named = values<[string, string, number], string>(sqlite, NAMES_WITH_PART);
  const names = (part: string) => named.all(part, afterPrefix(part), MOST_READINGS).map(quoted);
  const exact = words.map((word) =>
    anyOf([startingWith(word), ...(word.length < SHORTEST_PART_CORRECTED ? [] : names(word))]),
  );
  words.forEach((word, index) => {
    if (found.full || word.length < SHORTEST_PART_CORRECTED) return;
    const readings = nearWords(word, (from) => statement.get(from), '0')
      .slice(0, MOST_READINGS)
      .flatMap(({ text }) => names(text));
    const parts = [...new Set(readings)].slice(0, MOST_NAMES);
    if (parts.length > 0)
      found.add(membersWithWords(sqlite, exact.with(index, anyOf(parts)), found.limit), 'similar-name');
  });
}

const MOST_NAMES = 200;
