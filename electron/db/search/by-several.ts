import type BetterSqlite3 from 'better-sqlite3';
import { emailStarts } from './by-email.ts';
import { membersWithWords } from './by-name.ts';
import { type NumberKind, numberStarts } from './by-number.ts';
import type { Found } from './found.ts';
import { type Sought, startingWith } from './sought.ts';

const NUMBER_KINDS: readonly NumberKind[] = ['number', 'certificate', 'phone', 'localPhone', 'zip'];

/** How many members a part of the text may stand for before it narrows nothing. */
const MOST_PER_WORD = 5000;

/** A name together with a number or an address: `smith 60018`, `rosa 847-823`. */
export function findMixed(sqlite: BetterSqlite3.Database, { words, digits }: Sought, found: Found): void {
  if (words.length < 2 || digits !== '') return;
  const names = words.filter((word) => !/[\d@]/.test(word));
  const others = words.filter((word) => /[\d@]/.test(word));
  if (others.length === 0) return;
  const sets = others.map((word) =>
    word.includes('@') ? emailStarts(sqlite, 'address', word, MOST_PER_WORD) : anyNumber(sqlite, word),
  );
  if (names.length > 0) sets.push(membersWithWords(sqlite, names.map(startingWith), MOST_PER_WORD));
  found.add(inAll(sets), 'name');
}

/** Positions that are in every list, in the order of names. */
function inAll(lists: readonly (readonly number[])[]): readonly number[] {
  const [first = [], ...rest] = lists;
  const sets = rest.map((list) => new Set(list));
  return [...new Set(first)]
    .filter((position) => sets.every((set) => set.has(position)))
    .sort((a, b) => a - b);
}

function anyNumber(sqlite: BetterSqlite3.Database, word: string): readonly number[] {
  return NUMBER_KINDS.flatMap((kind) => numberStarts(sqlite, kind, word, MOST_PER_WORD));
}
