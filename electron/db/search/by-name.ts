import type BetterSqlite3 from 'better-sqlite3';
import type { Found } from './found.ts';
import { beginning, beginnings } from './name-terms.ts';
import { afterPrefix, allOf, anyOf, quoted, type Sought } from './sought.ts';
import { values } from './statements.ts';
import { FIRST_NAME_SIGN, SHORTEST_PART } from './words.ts';

export const SORT_NAME_QUERY = /* sql */ `
SELECT s.position FROM member m INNER JOIN member_search s ON s.member_id = m.id
WHERE m.sort_name >= ? AND m.sort_name < ? ORDER BY m.sort_name, m.id LIMIT ?`;

/** The start of a name: as it is spoken, the last name typed last, and then as lists sort it, last name then first. */
export function findNameStart(sqlite: BetterSqlite3.Database, { words }: Sought, found: Found): void {
  const rotations = Math.min(words.length, LONGEST_LAST_NAME + 1);
  for (let turn = 1; turn <= rotations; turn++) {
    const last = turn % rotations;
    const at = words.length - last;
    const start = [...words.slice(at), ...words.slice(0, at)].join(' ');
    if (!found.full) found.add(nameStarts(sqlite, start, found.limit), 'name');
  }
}

/** Words: `van der berg`. */
const LONGEST_LAST_NAME = 3;

function nameStarts(sqlite: BetterSqlite3.Database, start: string, limit: number): readonly number[] {
  return values<[string, string, number], number>(sqlite, SORT_NAME_QUERY).all(
    start,
    afterPrefix(start),
    limit,
  );
}

/** Every word is the start of a word of the name, in any order; names with the words whole and first names come first. */
export function findNameWords(sqlite: BetterSqlite3.Database, { words }: Sought, found: Found): void {
  if (words.length > 1) {
    addWith(sqlite, words.map(quoted), found);
    addWith(sqlite, [anyOf(words.map((_, first) => withFirstName(sqlite, words, first)))], found);
  }
  if (words.length > 0) addWith(sqlite, beginnings(sqlite, words), found);
}

/** One of the words is the start of the first name, the others of any. */
function withFirstName(sqlite: BetterSqlite3.Database, words: readonly string[], first: number): string {
  const terms = words.map((word, index) => beginning(sqlite, word, index === first ? FIRST_NAME_SIGN : ''));
  return `(${allOf(terms)})`;
}

/** Words typed apart that the name has as one: `mc donald`, `van der berg`. */
export function findJoinedWords(sqlite: BetterSqlite3.Database, { words }: Sought, found: Found): void {
  if (words.length < 2) return;
  for (let at = 0; at < words.length - 1; at++) {
    const joined = `${words[at] ?? ''}${words[at + 1] ?? ''}`;
    addWith(sqlite, beginnings(sqlite, [...words.slice(0, at), joined, ...words.slice(at + 2)]), found);
  }
  if (words.length > 2) addWith(sqlite, beginnings(sqlite, [words.join('')]), found);
}

const MOST_PARTS = 50;

/** Parts from the middle of a name: `stone` finds Featherstonehaugh. */
export function findNameParts(sqlite: BetterSqlite3.Database, { words }: Sought, found: Found): void {
  if (found.full || !words.some((word) => word.length >= SHORTEST_PART)) return;
  let parts = 0;
  const terms = words.map((word) => {
    const names = namesWithPart(sqlite, word);
    parts += names.length;
    return anyOf([beginning(sqlite, word), ...names.map(quoted)]);
  });
  if (parts > 0) addWith(sqlite, terms, found);
}

export const PART_QUERY =
  'SELECT word FROM name_part WHERE part >= ? AND part < ? ORDER BY part, word LIMIT ?';

/** The words that have the part somewhere behind their first letter. */
export function namesWithPart(sqlite: BetterSqlite3.Database, part: string): readonly string[] {
  if (part.length < SHORTEST_PART) return [];
  const words = values<[string, string, number], string>(sqlite, PART_QUERY);
  return [...new Set(words.all(part, afterPrefix(part), MOST_PARTS))];
}

/** Positions of the members whose words satisfy all the FTS5 terms, in the order of names. */
export function membersWithWords(
  sqlite: BetterSqlite3.Database,
  terms: readonly string[],
  limit: number,
): readonly number[] {
  if (terms.length === 0) return [];
  return values<[string, number], number>(
    sqlite,
    'SELECT rowid FROM member_words WHERE member_words MATCH ? ORDER BY rowid LIMIT ?',
  ).all(allOf(terms), limit);
}

function addWith(sqlite: BetterSqlite3.Database, terms: readonly string[], found: Found): void {
  if (!found.full) found.add(membersWithWords(sqlite, terms, found.limit), 'name');
}
