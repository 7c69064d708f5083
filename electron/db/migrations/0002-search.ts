import type { Migration } from './migration.ts';

/**
 * What lookups and the members list read: kept from the other tables by db/search, and rebuilt from them at any time; hence no
 * references, which each row of a rebuild would have to look up.
 */
export const search: Migration = {
  name: '0002-search',
  sql: /* sql */ `
-- One row a member, everything folded; position = place in the order of names, with room between neighbours.
CREATE TABLE member_search (
  position INTEGER PRIMARY KEY,
  member_id INTEGER NOT NULL,
  number TEXT NOT NULL,
  phone TEXT NOT NULL,
  email TEXT NOT NULL,
  city TEXT NOT NULL,
  state TEXT NOT NULL,
  zip TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX member_search_by_member ON member_search (member_id);
CREATE INDEX member_search_by_number ON member_search (number);
CREATE INDEX member_search_by_phone ON member_search (phone) WHERE phone <> '';
CREATE INDEX member_search_by_local_phone ON member_search (substr(phone, 4)) WHERE phone <> '';
CREATE INDEX member_search_by_phone_end ON member_search (substr(phone, -4)) WHERE phone <> '';
CREATE INDEX member_search_by_email ON member_search (email) WHERE email <> '';
CREATE INDEX member_search_by_email_domain ON member_search (substr(email, instr(email, '@') + 1)) WHERE email <> '';
CREATE INDEX member_search_by_city ON member_search (city);
CREATE INDEX member_search_by_state ON member_search (state);
CREATE INDEX member_search_by_zip ON member_search (zip);

CREATE TABLE certificate_search (
  number TEXT NOT NULL,
  member_id INTEGER NOT NULL,
  PRIMARY KEY (number, member_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX certificate_search_by_member ON certificate_search (member_id);

-- Words of names as they are, the first name once more behind a ^, pieces of e-mail addresses behind an @; rowid = position.
CREATE VIRTUAL TABLE member_words USING fts5(
  words, content='', contentless_delete=1, detail=none, prefix='1 2 3', tokenize="ascii tokenchars '@^'"
);

-- Every word of every name once, for finding it despite a typing error; and its tails, for finding it by a part.
CREATE TABLE name_word (word TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE name_part (
  part TEXT NOT NULL,
  word TEXT NOT NULL,
  PRIMARY KEY (part, word)
) STRICT, WITHOUT ROWID;

-- One row a member: where the certifications stand. Codes and attention as bits, months as counts of four bits each, dates as
-- YYYYMMDD; unknown sorts last.
CREATE TABLE member_standing (
  position INTEGER PRIMARY KEY,
  member_id INTEGER NOT NULL,
  active INTEGER NOT NULL,
  due INTEGER NOT NULL,
  past_due INTEGER NOT NULL,
  lapsed INTEGER NOT NULL,
  unknown INTEGER NOT NULL,
  months INTEGER NOT NULL,
  attention INTEGER NOT NULL,
  status_order INTEGER NOT NULL,
  next_due_order INTEGER NOT NULL,
  owed_cents INTEGER NOT NULL,
  points_outstanding REAL NOT NULL,
  cycle_end_order INTEGER NOT NULL
) STRICT;
`,
};
