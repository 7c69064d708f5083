import type BetterSqlite3 from 'better-sqlite3';
import { afterPrefix, anyOf, quoted, startingWith } from './sought.ts';
import { values } from './statements.ts';

export const WORDS_QUERY = 'SELECT word FROM name_word WHERE word >= ? AND word < ? ORDER BY word LIMIT ?';

/** Letters up to which `member_words` has an index of beginnings. */
const INDEXED_LETTERS = 3;
const MOST_WORDS = 40;

/**
 * The FTS5 term for words of names that start so. A beginning longer than the index is spelled out as the words there are: FTS5
 * would gather everyone who has any of them before it shows the first.
 * @param sign of the words meant, as in words.ts
 */
export function beginning(sqlite: BetterSqlite3.Database, word: string, sign = ''): string {
  if (sign.length + word.length <= INDEXED_LETTERS) return startingWith(sign + word);
  const words = values<[string, string, number], string>(sqlite, WORDS_QUERY).all(
    word,
    afterPrefix(word),
    MOST_WORDS + 1,
  );
  if (words.length === 0 || words.length > MOST_WORDS) return startingWith(sign + word);
  return anyOf(words.map((one) => quoted(sign + one)));
}

/** `beginning` of each. */
export function beginnings(sqlite: BetterSqlite3.Database, words: readonly string[]): readonly string[] {
  return words.map((word) => beginning(sqlite, word));
}
