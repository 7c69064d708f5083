import type BetterSqlite3 from 'better-sqlite3';
import { readingsOf } from './by-near-name.ts';
import { type Numbered, namesWithNumbers, numbersOf, type Several, severalOf } from './by-several.ts';
import type { Found } from './found.ts';
import { beginnings } from './name-terms.ts';
import { nearlyStarts } from './near-words.ts';
import { anyOf, type Sought } from './sought.ts';

const MOST_COMPARED = 2000;

/** A name together with numbers, one of them with a typing error, or with the space between them left out. */
export function findNearSeveral(sqlite: BetterSqlite3.Database, sought: Sought, found: Found): void {
  const several = severalOf(sought) ?? divided(sought);
  if (several === null || several.names.length === 0) return;
  const { names, others } = several;
  const starts = beginnings(sqlite, names);
  found.add(namesWithNumbers(sqlite, starts, others, found.limit), 'similar-name');
  if (found.size > 0) return;
  const near = numbersOf(sqlite, starts, MOST_COMPARED).filter((member) => nearlyHas(member, others));
  found.add(
    near.map(({ position }) => position),
    'similar-name',
  );
  names.forEach((name, index) => {
    if (found.full) return;
    const readings = readingsOf(sqlite, name);
    const terms = [...readings.whole, ...readings.beginnings];
    if (terms.length > 0)
      found.add(
        namesWithNumbers(sqlite, starts.with(index, anyOf(terms)), others, found.limit),
        'similar-name',
      );
  });
}

function nearlyHas({ number, phone, zip }: Numbered, others: readonly string[]): boolean {
  return others.every((other) =>
    [zip, number, phone, phone.slice(3)].some((text) => text !== '' && nearlyStarts(text, other)),
  );
}

/** `smith60018` as `smith` and `60018`. */
function divided({ words, digits }: Sought): Several | null {
  const match = /^(\p{L}{2,})(\d{3,})$/u.exec(words.at(-1) ?? '');
  if (digits !== '' || match === null) return null;
  return { names: [...words.slice(0, -1), match[1] ?? ''], others: [match[2] ?? ''] };
}
