import type BetterSqlite3 from 'better-sqlite3';
import { emailStarts } from './by-email.ts';
import { type NumberKind, numberStarts } from './by-number.ts';
import type { Found } from './found.ts';
import { beginnings } from './name-terms.ts';
import { allOf, type Sought } from './sought.ts';
import { statement, values } from './statements.ts';

/** A text of several words, some of a name, some of numbers or addresses: `smith 60018`, `rosa 847-823`. */
export interface Several {
  readonly names: readonly string[];
  readonly others: readonly string[];
}

/** A single letter beside a number narrows nothing. */
const SHORTEST_NAME = 2;

/** The words apart; null where they are all of one sort. */
export function severalOf({ words, digits }: Sought): Several | null {
  if (digits !== '') return null;
  const names = words.filter((word) => !/[\d@]/.test(word));
  const others = words.filter((word) => /[\d@]/.test(word));
  if (others.length === 0 || words.length < 2 || names.some((name) => name.length < SHORTEST_NAME))
    return null;
  return { names, others };
}

/** A name together with numbers or an address, each as it stands. */
export function findSeveral(sqlite: BetterSqlite3.Database, sought: Sought, found: Found): void {
  const several = severalOf(sought);
  if (several === null) return;
  const { names, others } = several;
  if (names.length === 0) found.add(withAllNumbers(sqlite, others), 'number');
  else found.add(namesWithNumbers(sqlite, beginnings(sqlite, names), others, found.limit), 'name');
}

/** What a word may be the start of: the cheapest first; a certificate and an address only where it has letters. */
function has(word: string, index: number): string {
  const starts = (column: string) => `substr(${column}, 1, ${word.length}) = @word${index}`;
  const columns = ['s.zip', 's.number', 's.phone', 'substr(s.phone, 4)'];
  if (/^\d+$/.test(word)) return `(${columns.map(starts).join(' OR ')})`;
  const certificate = `EXISTS (SELECT 1 FROM certificate_search c WHERE c.member_id = s.member_id AND ${starts('c.number')})`;
  return `(${[...columns, 's.email'].map(starts).join(' OR ')} OR ${certificate})`;
}

/** Members whose names satisfy the FTS5 terms and who have a number or address that starts with each of the others. */
export function namesWithNumbers(
  sqlite: BetterSqlite3.Database,
  terms: readonly string[],
  others: readonly string[],
  limit: number,
): readonly number[] {
  return values<[Record<string, string | number>], number>(
    sqlite,
    `SELECT s.position FROM member_words w CROSS JOIN member_search s ON s.position = w.rowid
     WHERE member_words MATCH @terms AND ${others.map(has).join(' AND ')} ORDER BY w.rowid LIMIT @limit`,
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
