import type { Chance } from './chance.ts';
import type { Names } from './sample-book.ts';

/** How a member is called. */
export interface PersonName {
  readonly first: string;
  readonly middle: string;
  readonly last: string;
  readonly suffix: string;
}

const SUFFIXES = ['Jr.', 'Jr.', 'Jr.', 'III', 'Sr.', 'II', 'IV'] as const;
const WOMEN = 0.82;

/** A plausible name: most by one origin, some married into another, some doubled, a few very long. */
export function personName(names: Names, chance: Chance): PersonName {
  if (chance.happens(0.002)) return { ...chance.oneOf(names.long), middle: '', suffix: '' };
  const origin = chance.weighted(names.origins);
  const woman = chance.happens(WOMEN);
  const given = woman ? origin.women : origin.men;
  const families = woman && chance.happens(0.08) ? chance.weighted(names.origins).families : origin.families;
  const first = chance.frontOf(given);
  return {
    first,
    middle: middleName(given, first, chance),
    last: familyName(families, origin.families, chance),
    suffix: !woman && chance.happens(0.09) ? chance.oneOf(SUFFIXES) : '',
  };
}

function middleName(given: readonly string[], first: string, chance: Chance): string {
  const kind = chance.fraction();
  if (kind < 0.5) return '';
  const name = chance.oneOf(given);
  if (name === first) return '';
  return kind < 0.88 ? `${Array.from(name)[0]}.` : name;
}

function familyName(families: readonly string[], own: readonly string[], chance: Chance): string {
  const name = chance.frontOf(families);
  if (!chance.happens(0.05)) return name;
  const other = chance.frontOf(own);
  return other === name || name.includes('-') ? name : `${name}-${other}`;
}
