import type BetterSqlite3 from 'better-sqlite3';
import { membersWithWords } from './by-name.ts';
import type { Found } from './found.ts';
import { afterPrefix, quoted, type Sought, startingWith } from './sought.ts';
import { values } from './statements.ts';

export const EMAIL_QUERY =
  "SELECT position FROM member_search WHERE email >= ? AND email < ? AND email <> '' ORDER BY email, position LIMIT ?";

/** An address with its `@`: from its start, from a later piece of its first half, or its domain. */
export function findEmail(sqlite: BetterSqlite3.Database, { email }: Sought, found: Found): void {
  if (email === '') return;
  if (!email.startsWith('@')) found.add(emailStarts(sqlite, email, found.limit), 'email');
  if (found.full) return;
  const at = email.lastIndexOf('@');
  const piece = email.slice(0, at).replaceAll('@', '');
  const domain = email.slice(at + 1);
  const terms = [
    ...(piece === '' ? [] : [quoted(`@${piece}`)]),
    ...(domain === '' ? [] : [startingWith(`@${domain}`)]),
  ];
  found.add(membersWithWords(sqlite, terms, found.limit), 'email');
}

/** One word that may be the start of an address, of a later piece of it, or of its domain. */
export function findEmailWord(
  sqlite: BetterSqlite3.Database,
  { email, joined, digits }: Sought,
  found: Found,
): void {
  if (email !== '' || digits !== '' || joined === '') return;
  found.add(emailStarts(sqlite, joined, found.limit), 'email');
  if (!found.full && joined.length >= 3)
    found.add(membersWithWords(sqlite, [startingWith(`@${joined}`)], found.limit), 'email');
}

export function emailStarts(sqlite: BetterSqlite3.Database, text: string, limit: number): readonly number[] {
  return values<[string, string, number], number>(sqlite, EMAIL_QUERY).all(text, afterPrefix(text), limit);
}
