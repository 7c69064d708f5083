import type BetterSqlite3 from 'better-sqlite3';
import { membersWithWords, namesWithPart } from './by-name.ts';
import type { Found } from './found.ts';
import { beginning } from './name-terms.ts';
import { nearWords } from './near-words.ts';
import { anyOf, quoted, type Sought } from './sought.ts';
import { values } from './statements.ts';

export const PART_SEEK = 'SELECT part FROM name_part WHERE part >= ? ORDER BY part LIMIT 1';

/** Shorter parts are too like too many others. */
const SHORTEST_CORRECTED = 4;
const MOST_READINGS = 40;
const MOST_NAMES = 200;

/** Parts from the middle of a name, one of them with a typing error. */
export function findNearParts(sqlite: BetterSqlite3.Database, { words, digits }: Sought, found: Found): void {
  if (digits !== '') return;
  const seek = values<[string], string>(sqlite, PART_SEEK);
  const exact = words.map((word) =>
    anyOf([beginning(sqlite, word), ...namesWithPart(sqlite, word).map(quoted)]),
  );
  words.forEach((word, index) => {
    if (found.full || word.length < SHORTEST_CORRECTED) return;
    const readings = nearWords(word, (from) => seek.get(from), '0')
      .slice(0, MOST_READINGS)
      .flatMap(({ text }) => namesWithPart(sqlite, text));
    const names = [...new Set(readings)].slice(0, MOST_NAMES).map(quoted);
    if (names.length > 0)
      found.add(membersWithWords(sqlite, exact.with(index, anyOf(names)), found.limit), 'similar-name');
  });
}
