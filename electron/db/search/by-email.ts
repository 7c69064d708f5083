import type BetterSqlite3 from 'better-sqlite3';
import { membersWithWords } from './by-name.ts';
import type { Found } from './found.ts';
import { afterPrefix, quoted, type Sought, startingWith } from './sought.ts';
import { values } from './statements.ts';
import { EMAIL_SIGN } from './words.ts';

const DOMAIN = "substr(email, instr(email, '@') + 1)";

const STARTING = {
  address:
    "SELECT position FROM member_search WHERE email >= ? AND email < ? AND email <> '' ORDER BY email, position LIMIT ?",
  domain: `SELECT position FROM member_search WHERE ${DOMAIN} >= ? AND ${DOMAIN} < ? AND email <> '' ORDER BY ${DOMAIN}, position LIMIT ?`,
} as const;

/** All texts by which addresses are looked up, for the tests of their plans. */
export const EMAIL_QUERIES: readonly string[] = Object.values(STARTING);

/** An address with its `@`: from its start, from a later piece of its first half, or its domain. */
export function findEmail(sqlite: BetterSqlite3.Database, { email }: Sought, found: Found): void {
  if (email.replaceAll('@', '') === '') return;
  const at = email.lastIndexOf('@');
  const piece = email.slice(0, at).replaceAll('@', '');
  if (piece === '') found.add(emailStarts(sqlite, 'domain', email.slice(at + 1), found.limit), 'email');
  else {
    found.add(emailStarts(sqlite, 'address', email, found.limit), 'email');
    if (found.size === 0) found.add(addressesWithPiece(sqlite, piece, email.slice(at), found.limit), 'email');
  }
}

/** One word that may be the start of an address, of a later piece of it, or of its domain. */
export function findEmailWord(
  sqlite: BetterSqlite3.Database,
  { email, joined, digits }: Sought,
  found: Found,
): void {
  if (email !== '' || digits !== '' || joined === '') return;
  found.add(emailStarts(sqlite, 'address', joined, found.limit), 'email');
  if (joined.length < SHORTEST_PIECE || found.full) return;
  found.add(emailStarts(sqlite, 'domain', joined, found.limit), 'email');
  found.add(membersWithWords(sqlite, [startingWith(EMAIL_SIGN + joined)], found.limit), 'email');
}

const SHORTEST_PIECE = 3;
const MOST_WITH_PIECE = 200;

/** `smith@mercy` finds `rosa.smith@mercy.org`. */
function addressesWithPiece(
  sqlite: BetterSqlite3.Database,
  piece: string,
  domain: string,
  limit: number,
): readonly number[] {
  const emailAt = values<[number], string>(sqlite, 'SELECT email FROM member_search WHERE position = ?');
  return membersWithWords(sqlite, [quoted(EMAIL_SIGN + piece)], MOST_WITH_PIECE)
    .filter((position) => emailAt.get(position)?.includes(piece + domain))
    .slice(0, limit);
}

/** Members whose address, or its domain, starts so. */
export function emailStarts(
  sqlite: BetterSqlite3.Database,
  part: keyof typeof STARTING,
  text: string,
  limit: number,
): readonly number[] {
  return values<[string, string, number], number>(sqlite, STARTING[part]).all(text, afterPrefix(text), limit);
}
