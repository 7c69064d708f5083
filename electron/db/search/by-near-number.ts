import type BetterSqlite3 from 'better-sqlite3';
import { emailStarts } from './by-email.ts';
import { type NumberKind, numberStarts } from './by-number.ts';
import type { Found, Matched } from './found.ts';
import { nearWords } from './near-words.ts';
import type { Sought } from './sought.ts';
import { values } from './statements.ts';

/** Shorter numbers are too like too many others. */
const SHORTEST_CORRECTED = 5;
const MOST_READINGS = 40;

const SEEKS = {
  number: 'SELECT number FROM member_search WHERE number >= ? ORDER BY number LIMIT 1',
  certificate: 'SELECT number FROM certificate_search WHERE number >= ? ORDER BY number LIMIT 1',
  phone: "SELECT phone FROM member_search WHERE phone >= ? AND phone <> '' ORDER BY phone LIMIT 1",
  localPhone:
    "SELECT substr(phone, 4) FROM member_search WHERE substr(phone, 4) >= ? AND phone <> '' ORDER BY substr(phone, 4) LIMIT 1",
  zip: 'SELECT zip FROM member_search WHERE zip >= ? ORDER BY zip LIMIT 1',
} as const satisfies Record<NumberKind, string>;

const EMAIL_SEEK = "SELECT email FROM member_search WHERE email >= ? AND email <> '' ORDER BY email LIMIT 1";

export const NUMBER_SEEKS: readonly string[] = [...Object.values(SEEKS), EMAIL_SEEK];

/** Numbers at one typing error from what was typed. */
export function findNearNumbers(sqlite: BetterSqlite3.Database, sought: Sought, found: Found): void {
  const text = numberMeant(sought);
  if (text.length < SHORTEST_CORRECTED || !/\d/.test(text)) return;
  const kinds: readonly (readonly [NumberKind, Matched])[] =
    text.length > 7
      ? [
          ['phone', 'phone'],
          ['number', 'number'],
          ['certificate', 'certificate'],
        ]
      : [
          ['number', 'number'],
          ['certificate', 'certificate'],
          ['localPhone', 'phone'],
          ['phone', 'phone'],
          ['zip', 'zip'],
        ];
  for (const [kind, matched] of kinds) {
    if (found.full) return;
    for (const reading of readings(sqlite, SEEKS[kind], text))
      found.add(numberStarts(sqlite, kind, reading, found.limit), matched);
  }
}

/** A letter among many digits is a slip of the finger on a number. */
function numberMeant({ digits, joined }: Sought): string {
  if (digits !== '') return digits;
  return joined.length > 7 && /^\d*\p{L}?\d*$/u.test(joined) ? joined.replace(/\D/gu, '') : joined;
}

/** E-mail addresses at one typing error from what was typed. */
export function findNearEmails(sqlite: BetterSqlite3.Database, sought: Sought, found: Found): void {
  const text = sought.email === '' ? sought.joined : sought.email;
  if (text.length < SHORTEST_CORRECTED || sought.digits !== '') return;
  for (const reading of readings(sqlite, EMAIL_SEEK, text))
    found.add(emailStarts(sqlite, 'address', reading, found.limit), 'email');
}

/** Whole numbers first, then the starts of longer ones. */
function readings(sqlite: BetterSqlite3.Database, sql: string, text: string): readonly string[] {
  const statement = values<[string], string>(sqlite, sql);
  const near = nearWords(text, (from) => statement.get(from));
  return [...near.filter(({ whole }) => whole), ...near.filter(({ whole }) => !whole)]
    .slice(0, MOST_READINGS)
    .map((reading) => reading.text);
}
