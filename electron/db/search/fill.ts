import type BetterSqlite3 from 'better-sqlite3';
import { makeNextTables, next, nextIndexes, PLACELESS, putToUse } from './next-tables.ts';
import { GAP } from './positions.ts';
import { SEARCH_INSERT, type SearchRow, SOURCE, type SourceRow, searchRow, wordsOf } from './source.ts';
import { fillStandingColumns } from './standing-columns.ts';
import { statement, values } from './statements.ts';
import { foldNumber, isNameWord, partWords, wordTails } from './words.ts';

/** Rows of a step: some ten milliseconds. */
const MEMBERS_AT_A_TIME = 500;
const ROWS_AT_A_TIME = 2000;

/** What comes next: some milliseconds' work, or what cannot be done in parts and takes some tens of them at 100,000 members. */
export type NextStep = 'short' | 'long';

/** Steps; each yields what the one after it is. */
type Steps<T = void> = Generator<NextStep, T, void>;

/**
 * Makes and fills the next tables; a transaction may take one step or all. A member who changes between steps may be missing
 * or be there as before, but never twice.
 */
export function* fillNextTables(sqlite: BetterSqlite3.Database): Steps {
  makeNextTables(sqlite);
  yield 'short';
  const words = new Set<string>();
  const last = yield* fillMembers(sqlite, words);
  yield* mergeWords(sqlite);
  yield* fillNameWords(sqlite, words);
  yield* fillCertificates(sqlite);
  for (let after = 0; after < last; after += GAP * ROWS_AT_A_TIME) {
    fillStandingColumns(sqlite, after, after + GAP * ROWS_AT_A_TIME, next);
    yield 'short';
  }
  for (const sql of nextIndexes(sqlite)) {
    yield 'long';
    sqlite.exec(sql);
  }
  for (const table of PLACELESS) {
    yield 'long';
    putToUse(sqlite, table);
  }
}

/** @returns the last position */
function* fillMembers(sqlite: BetterSqlite3.Database, distinct: Set<string>): Steps<number> {
  const insertSearch = statement<SearchRow, never>(
    sqlite,
    SEARCH_INSERT.replace('member_search', next('member_search')),
  );
  const insertWords = statement<[number, string], never>(
    sqlite,
    `INSERT INTO ${next('member_words')} (rowid, words) VALUES (?, ?)`,
  );
  const after = statement<[string, number, number], SourceRow>(
    sqlite,
    `${SOURCE} WHERE (m.sort_name, m.id) > (?, ?) ORDER BY m.sort_name, m.id LIMIT ?`,
  ).raw();
  const newest = values<[], number>(sqlite, 'SELECT coalesce(max(id), 0) FROM member').get() ?? 0;
  const placed = new Uint8Array(newest + 1);
  const parts = new Set<string>();
  let position = 0;
  let [lastId, lastName] = [0, ''];
  for (;;) {
    const members = after.all(lastName, lastId, MEMBERS_AT_A_TIME);
    for (const member of members) {
      [lastId, lastName] = member;
      // Who has come since is among those that changed.
      if (lastId > newest || placed[lastId] === 1) continue;
      placed[lastId] = 1;
      position += GAP;
      insertSearch.run(...searchRow(position, member));
      insertWords.run(position, wordsOf(member));
      for (const part of nameParts(member)) {
        if (parts.has(part)) continue;
        parts.add(part);
        for (const word of partWords(part)) distinct.add(word);
      }
    }
    yield 'short';
    if (members.length < MEMBERS_AT_A_TIME) return position;
  }
}

/** Pages merged in a step: some ten milliseconds. */
const PAGES_AT_A_TIME = 128;

/** Makes one of the many segments in which the words came: a lookup goes through all of them for each of its words. */
function* mergeWords(sqlite: BetterSqlite3.Database): Steps {
  const table = next('member_words');
  const merge = statement<[number], never>(
    sqlite,
    `INSERT INTO ${table} (${table}, rank) VALUES ('merge', ?)`,
  );
  const changes = values<[], number>(sqlite, 'SELECT total_changes()');
  // Negative, it begins to merge all there are; then it goes on. FTS5 says by fewer than two changes that nothing is left.
  for (let pages = -PAGES_AT_A_TIME; ; pages = PAGES_AT_A_TIME) {
    const before = changes.get() ?? 0;
    merge.run(pages);
    if ((changes.get() ?? 0) - before < 2) return;
    yield 'short';
  }
}

function nameParts([, , , first, middle, last, suffix]: SourceRow): readonly string[] {
  return [first, middle, last, suffix].filter((part) => part !== '');
}

function* fillNameWords(sqlite: BetterSqlite3.Database, words: ReadonlySet<string>): Steps {
  const insertWord = statement<[string], never>(sqlite, `INSERT INTO ${next('name_word')} VALUES (?)`);
  const insertPart = statement<[string, string], never>(
    sqlite,
    `INSERT INTO ${next('name_part')} VALUES (?, ?)`,
  );
  const parts: (readonly [part: string, word: string])[] = [];
  for (const [index, word] of [...words].filter(isNameWord).sort().entries()) {
    insertWord.run(word);
    for (const part of wordTails(word)) parts.push([part, word]);
    if (index % ROWS_AT_A_TIME === 0) yield 'short';
  }
  parts.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  for (const [index, [part, word]] of parts.entries()) {
    insertPart.run(part, word);
    if (index % ROWS_AT_A_TIME === 0) yield 'short';
  }
}

type Certificate = readonly [number: string, memberId: number];

function* fillCertificates(sqlite: BetterSqlite3.Database): Steps {
  const after = statement<[string, number], Certificate>(
    sqlite,
    'SELECT certificate_no, member_id FROM certification WHERE certificate_no > ? ORDER BY certificate_no LIMIT ?',
  ).raw();
  const insert = statement<[string, number], never>(
    sqlite,
    `INSERT OR IGNORE INTO ${next('certificate_search')} VALUES (?, ?)`,
  );
  let last = '';
  for (;;) {
    const certificates = after.all(last, ROWS_AT_A_TIME);
    for (const [number, memberId] of certificates) {
      insert.run(foldNumber(number), memberId);
      last = number;
    }
    yield 'short';
    if (certificates.length < ROWS_AT_A_TIME) return;
  }
}
