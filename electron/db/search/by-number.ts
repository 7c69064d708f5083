import type BetterSqlite3 from 'better-sqlite3';
import type { Found } from './found.ts';
import { afterPrefix, type Sought } from './sought.ts';
import { values } from './statements.ts';

const CERTIFICATE = /* sql */ `
SELECT s.position FROM certificate_search c INNER JOIN member_search s ON s.member_id = c.member_id`;

/** Where numbers are kept: how to find the members whose number is, or starts with, a text. */
const EXACT = {
  number: 'SELECT position FROM member_search WHERE number = ? ORDER BY position LIMIT ?',
  certificate: `${CERTIFICATE} WHERE c.number = ? ORDER BY s.position LIMIT ?`,
  phone: "SELECT position FROM member_search WHERE phone = ? AND phone <> '' ORDER BY position LIMIT ?",
  zip: 'SELECT position FROM member_search WHERE zip = ? ORDER BY position LIMIT ?',
  phoneEnd:
    "SELECT position FROM member_search WHERE substr(phone, -4) = ? AND phone <> '' ORDER BY position LIMIT ?",
} as const;

const STARTING = {
  number:
    'SELECT position FROM member_search WHERE number >= ? AND number < ? ORDER BY number, position LIMIT ?',
  certificate: `${CERTIFICATE} WHERE c.number >= ? AND c.number < ? ORDER BY c.number LIMIT ?`,
  phone:
    "SELECT position FROM member_search WHERE phone >= ? AND phone < ? AND phone <> '' ORDER BY phone, position LIMIT ?",
  localPhone:
    "SELECT position FROM member_search WHERE substr(phone, 4) >= ? AND substr(phone, 4) < ? AND phone <> '' ORDER BY substr(phone, 4), position LIMIT ?",
  zip: 'SELECT position FROM member_search WHERE zip >= ? AND zip < ? ORDER BY zip, position LIMIT ?',
} as const;

export type NumberKind = keyof typeof STARTING;

/** All texts by which numbers are looked up, for the tests of their plans. */
export const NUMBER_QUERIES: readonly string[] = [...Object.values(EXACT), ...Object.values(STARTING)];

/** The member or certificate whose number was typed whole. */
export function findExactNumber(sqlite: BetterSqlite3.Database, { joined }: Sought, found: Found): void {
  if (joined === '') return;
  found.add(numberIs(sqlite, 'number', joined, found.limit), 'number');
  found.add(numberIs(sqlite, 'certificate', joined, found.limit), 'certificate');
}

/** Digits: a whole ZIP or telephone number first, then the start of any number. */
export function findDigits(sqlite: BetterSqlite3.Database, { digits }: Sought, found: Found): void {
  if (digits === '') return;
  const { limit } = found;
  if (digits.length === 5 || digits.length === 9) found.add(numberIs(sqlite, 'zip', digits, limit), 'zip');
  if (digits.length >= 7) found.add(numberIs(sqlite, 'phone', digits, limit), 'phone');
  // Half the room at first, so that other kinds of number are seen beside the member numbers that start alike.
  const numbers = numberStarts(sqlite, 'number', digits, limit);
  found.add(numbers.slice(0, Math.ceil(limit / 2)), 'number');
  if (digits.length === 4) found.add(numberIs(sqlite, 'phoneEnd', digits, Math.ceil(limit / 4)), 'phone');
  if (digits.length >= 3) {
    found.add(numberStarts(sqlite, 'phone', digits, limit), 'phone');
    found.add(numberStarts(sqlite, 'localPhone', digits, limit), 'phone');
  }
  found.add(numberStarts(sqlite, 'certificate', digits, limit), 'certificate');
  if (digits.length >= 3) found.add(numberStarts(sqlite, 'zip', digits, limit), 'zip');
  found.add(numbers, 'number');
}

/** The start of a number that is not digits alone, such as `rma0012`. */
export function findLetteredNumber(sqlite: BetterSqlite3.Database, sought: Sought, found: Found): void {
  if (sought.digits !== '' || !/\d/.test(sought.joined)) return;
  found.add(numberStarts(sqlite, 'number', sought.joined, found.limit), 'number');
  found.add(numberStarts(sqlite, 'certificate', sought.joined, found.limit), 'certificate');
  found.add(numberStarts(sqlite, 'zip', sought.joined, found.limit), 'zip');
}

export function numberIs(
  sqlite: BetterSqlite3.Database,
  kind: keyof typeof EXACT,
  text: string,
  limit: number,
): readonly number[] {
  return values<[string, number], number>(sqlite, EXACT[kind]).all(text, limit);
}

export function numberStarts(
  sqlite: BetterSqlite3.Database,
  kind: NumberKind,
  text: string,
  limit: number,
): readonly number[] {
  return values<[string, string, number], number>(sqlite, STARTING[kind]).all(text, afterPrefix(text), limit);
}
