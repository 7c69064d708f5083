import { foldText } from '../../../shared/util/fold.ts';
import { digits } from './addresses.ts';
import type { Chance } from './chance.ts';
import type { PersonName } from './names.ts';

/** Domains that never deliver (RFC 2606). */
const DOMAINS = ['example.com', 'example.com', 'example.org', 'example.net'] as const;

/** An address in a domain that never delivers. */
export function emailOf(name: PersonName, chance: Chance): string {
  const first = letters(name.first);
  const last = letters(name.last);
  const number = chance.happens(0.7) ? String(chance.whole(1, 1999)) : '';
  const local = chance.oneOf([
    `${first}.${last}${number}`,
    `${first.slice(0, 1)}${last}${number}`,
    `${first}${number}`,
    `${last}_${first.slice(0, 1)}${number}`,
  ]);
  return `${local}@${chance.oneOf(DOMAINS)}`;
}

function letters(text: string): string {
  return foldText(text).replace(/[^a-z]/g, '') || 'member';
}

/** Exchange 555 of the area, written the ways people write it. */
export function phoneOf(areaCode: string, chance: Chance): string {
  const line = digits(chance, 4);
  if (areaCode.startsWith('+')) return `${areaCode} ${digits(chance, 3)} ${line}`;
  const way = chance.fraction();
  if (way < 0.7) return `${areaCode}-555-${line}`;
  if (way < 0.85) return `(${areaCode}) 555-${line}`;
  return way < 0.95 ? `${areaCode}555${line}` : `${areaCode}.555.${line}`;
}
