import type BetterSqlite3 from 'better-sqlite3';
import { makeNextTables, next, nextIndexes } from './next-tables.ts';
import { GAP } from './positions.ts';
import { SEARCH_INSERT, type SearchRow, SOURCE, type SourceRow, searchRow, wordsOf } from './source.ts';
import { fillStandingColumns } from './standing-columns.ts';
import { statement } from './statements.ts';
import { foldNumber, isNameWord, wordTails } from './words.ts';

/** Rows of a step: some ten milliseconds. */
const MEMBERS_AT_A_TIME = 500;
const ROWS_AT_A_TIME = 2000;

/**
 * Makes and fills the next tables, each step a few milliseconds' work; a transaction may take one step or all. A member who
 * changes between steps may be missing or be there as before, but never twice.
 */
export function* fillNextTables(sqlite: BetterSqlite3.Database): Generator<void, void, void> {
  makeNextTables(sqlite);
  yield;
  const words = new Set<string>();
  const last = yield* fillMembers(sqlite, words);
  yield* fillNameWords(sqlite, words);
  yield* fillCertificates(sqlite);
  for (const sql of nextIndexes(sqlite)) {
    sqlite.exec(sql);
    yield;
  }
  for (let after = 0; after < last; after += GAP * ROWS_AT_A_TIME) {
    fillStandingColumns(sqlite, after, after + GAP * ROWS_AT_A_TIME, next);
    yield;
  }
}

/** @returns the last position */
function* fillMembers(sqlite: BetterSqlite3.Database, distinct: Set<string>): Generator<void, number, void> {
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
  const placed = new Set<number>();
  let position = 0;
  let [lastId, lastName] = [0, ''];
  for (;;) {
    const members = after.all(lastName, lastId, MEMBERS_AT_A_TIME);
    for (const member of members) {
      [lastId, lastName] = member;
      if (placed.has(lastId)) continue;
      placed.add(lastId);
      position += GAP;
      const words = wordsOf(member);
      insertSearch.run(...searchRow(position, member));
      insertWords.run(position, words);
      for (const word of words.split(' ')) distinct.add(word);
    }
    yield;
    if (members.length < MEMBERS_AT_A_TIME) return position;
  }
}

function* fillNameWords(
  sqlite: BetterSqlite3.Database,
  words: ReadonlySet<string>,
): Generator<void, void, void> {
  const insertWord = statement<[string], never>(sqlite, `INSERT INTO ${next('name_word')} VALUES (?)`);
  const insertPart = statement<[string, string], never>(
    sqlite,
    `INSERT INTO ${next('name_part')} VALUES (?, ?)`,
  );
  const parts: (readonly [part: string, word: string])[] = [];
  for (const [index, word] of [...words].filter(isNameWord).sort().entries()) {
    insertWord.run(word);
    for (const part of wordTails(word)) parts.push([part, word]);
    if (index % ROWS_AT_A_TIME === 0) yield;
  }
  parts.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  for (const [index, [part, word]] of parts.entries()) {
    insertPart.run(part, word);
    if (index % ROWS_AT_A_TIME === 0) yield;
  }
}

type Certificate = readonly [number: string, memberId: number];

function* fillCertificates(sqlite: BetterSqlite3.Database): Generator<void, void, void> {
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
    yield;
    if (certificates.length < ROWS_AT_A_TIME) return;
  }
}
