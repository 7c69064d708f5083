import type BetterSqlite3 from 'better-sqlite3';
import type { AttachedRows } from './staging.ts';

// Rows that wait in a staging database become members without coming into the program: half the time of binding their values
// one by one. What the file does not say is what the tables say by default.

/**
 * Adds the new members of a range of staged rows, with their addresses, in the order of the rows.
 * @returns how many
 * @throws Error of SQLite where a member is there by now, or a row cannot be stored
 */
export function addNewMembers(
  sqlite: BetterSqlite3.Database,
  { schema, after, through }: AttachedRows,
  importId: number,
  today: string,
): number {
  const staged = `"${schema}".staged`;
  const range = { after, through };
  // Each is numbered by its row, so that its address need not look for it.
  const before = sqlite.prepare<[], number>('SELECT coalesce(max(id), 0) FROM member').pluck().get() ?? 0;
  const id = ':before + row - :after';
  const { changes } = sqlite
    .prepare<[Record<string, number>]>(
      `INSERT INTO member (id, member_no, first_name, middle_name, last_name, suffix, email, phone, mail_ok, email_ok, deceased_on,
         sort_name, import_id)
       SELECT ${id}, member_no, first_name, coalesce(middle_name, ''), last_name, coalesce(suffix, ''), coalesce(email, ''),
         coalesce(phone, ''), coalesce(mail_ok, 1), coalesce(email_ok, 1), deceased_on, sort_name, :importId
       FROM ${staged} WHERE row > :after AND row <= :through AND is_new = 1 ORDER BY row`,
    )
    .run({ ...range, before, importId });
  sqlite
    .prepare<[Record<string, number | string>]>(
      `INSERT INTO postal_address (member_id, address1, address2, city, state, zip, country, valid_from)
       SELECT ${id}, coalesce(address1, ''), coalesce(address2, ''), coalesce(city, ''), coalesce(state, ''),
         coalesce(zip, ''), coalesce(country, 'US'), :today
       FROM ${staged} WHERE row > :after AND row <= :through AND is_new = 1
         AND concat(address1, address2, city, state, zip) <> '' ORDER BY row`,
    )
    .run({ ...range, before, today });
  return changes;
}
