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
  let positions =
    names.length === 0 ? null : new Set(membersWithWords(sqlite, names.map(startingWith), MOST_PER_WORD));
  for (const word of others) {
    const here = new Set(
      word.includes('@') ? emailStarts(sqlite, word, MOST_PER_WORD) : anyNumber(sqlite, word),
    );
    positions = positions === null ? here : positions.intersection(here);
    if (positions.size === 0) return;
  }
  found.add(
    [...(positions ?? [])].sort((a, b) => a - b),
    'name',
  );
}

function anyNumber(sqlite: BetterSqlite3.Database, word: string): readonly number[] {
  return NUMBER_KINDS.flatMap((kind) => numberStarts(sqlite, kind, word, MOST_PER_WORD));
}
