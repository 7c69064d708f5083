import type BetterSqlite3 from 'better-sqlite3';
import { emailStarts } from './by-email.ts';
import { type NumberKind, numberStarts } from './by-number.ts';
import type { Found } from './found.ts';
import { allOf, type Sought, startingWith } from './sought.ts';
import { statement, values } from './statements.ts';

/** A text of several words, some of a name, some of numbers or addresses: `smith 60018`, `rosa 847-823`. */
export interface Several {
  readonly names: readonly string[];
  readonly others: readonly string[];
}

/** The words apart; null where they are all of one sort. */
export function severalOf({ words, digits }: Sought): Several | null {
  if (digits !== '') return null;
  const names = words.filter((word) => !/[\d@]/.test(word));
  const others = words.filter((word) => /[\d@]/.test(word));
  return others.length === 0 || words.length < 2 ? null : { names, others };
}

/** A name together with numbers or an address, each as it stands. */
export function findSeveral(sqlite: BetterSqlite3.Database, sought: Sought, found: Found): void {
  const several = severalOf(sought);
  if (several === null) return;
  const { names, others } = several;
  if (names.length === 0) found.add(withAllNumbers(sqlite, others), 'number');
  else found.add(namesWithNumbers(sqlite, names.map(startingWith), others, found.limit), 'name');
}

const HAS = /* sql */ `(substr(s.zip, 1, length(@word)) = @word OR substr(s.number, 1, length(@word)) = @word
  OR substr(s.phone, 1, length(@word)) = @word OR substr(s.phone, 4, length(@word)) = @word OR substr(s.email, 1, length(@word)) = @word
  OR EXISTS (SELECT 1 FROM certificate_search c WHERE c.member_id = s.member_id AND substr(c.number, 1, length(@word)) = @word))`;

/** Members whose names satisfy the FTS5 terms and who have a number or address that starts with each of the others. */
export function namesWithNumbers(
  sqlite: BetterSqlite3.Database,
  terms: readonly string[],
  others: readonly string[],
  limit: number,
): readonly number[] {
  const has = others.map((_, index) => HAS.replaceAll('@word', `@word${index}`));
  return values<[Record<string, string | number>], number>(
    sqlite,
    `SELECT s.position FROM member_words w CROSS JOIN member_search s ON s.position = w.rowid
     WHERE member_words MATCH @terms AND ${has.join(' AND ')} ORDER BY w.rowid LIMIT @limit`,
  ).all({
    terms: allOf(terms),
    limit,
    ...Object.fromEntries(others.map((word, index) => [`word${index}`, word])),
  });
}

const NUMBER_KINDS: readonly NumberKind[] = ['number', 'certificate', 'phone', 'localPhone', 'zip'];

/** How many members one number may stand for before it narrows nothing. */
const MOST_PER_NUMBER = 1000;

function withAllNumbers(sqlite: BetterSqlite3.Database, others: readonly string[]): readonly number[] {
  const [first = [], ...rest] = others.map((word) =>
    word.includes('@')
      ? emailStarts(sqlite, 'address', word, MOST_PER_NUMBER)
      : NUMBER_KINDS.flatMap((kind) => numberStarts(sqlite, kind, word, MOST_PER_NUMBER)),
  );
  const sets = rest.map((positions) => new Set(positions));
  return [...new Set(first)]
    .filter((position) => sets.every((set) => set.has(position)))
    .sort((a, b) => a - b);
}

/** What a member's numbers are compared with. */
export interface Numbered {
  readonly position: number;
  readonly number: string;
  readonly phone: string;
  readonly zip: string;
}

/** The numbers of the members whose names satisfy the FTS5 terms. */
export function numbersOf(
  sqlite: BetterSqlite3.Database,
  terms: readonly string[],
  limit: number,
): readonly Numbered[] {
  return statement<[string, number], Numbered>(
    sqlite,
    `SELECT s.position, s.number, s.phone, s.zip FROM member_words w CROSS JOIN member_search s ON s.position = w.rowid
     WHERE member_words MATCH ? ORDER BY w.rowid LIMIT ?`,
  ).all(allOf(terms), limit);
}
