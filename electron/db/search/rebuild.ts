import type BetterSqlite3 from 'better-sqlite3';
import { GAP } from './positions.ts';
import { SEARCH_INSERT, type SearchRow, SOURCE, type SourceRow, searchRow, wordsOf } from './source.ts';
import { fillStandingColumns } from './standing-columns.ts';
import { statement, values } from './statements.ts';
import { foldNumber, isNameWord, wordTails } from './words.ts';

/**
 * Makes what lookups and the members list read anew from the office's other tables; inside the transaction of the load that
 * calls for it, or in one of its own. A second or two for 100,000 members.
 */
export function rebuildSearch(sqlite: BetterSqlite3.Database): void {
  sqlite.transaction(() => {
    const indexes = dropIndexes(sqlite);
    for (const table of ['member_search', 'certificate_search', 'name_word', 'name_part'])
      sqlite.exec(`DELETE FROM ${table}`);
    sqlite.exec(`INSERT INTO member_words (member_words) VALUES ('delete-all')`);
    fillNameWords(sqlite, fillMembers(sqlite));
    fillCertificates(sqlite);
    for (const sql of indexes) sqlite.exec(sql);
    fillStandingColumns(sqlite);
  })();
}

/** Rebuilds where the tables do not cover every member: after a load that broke off, or an office older than the tables. */
export function ensureSearch(sqlite: BetterSqlite3.Database): void {
  const missing = values<[], number>(
    sqlite,
    'SELECT (SELECT count(*) FROM member) <> (SELECT count(*) FROM member_search)',
  ).get();
  if (missing === 1) rebuildSearch(sqlite);
}

/** An index filled after its table is many times faster than one kept up row by row. */
function dropIndexes(sqlite: BetterSqlite3.Database): readonly string[] {
  const indexes = sqlite
    .prepare<[], { readonly name: string; readonly sql: string }>(
      `SELECT name, sql FROM sqlite_schema
       WHERE type = 'index' AND tbl_name IN ('member_search', 'certificate_search') AND sql IS NOT NULL`,
    )
    .all();
  for (const { name } of indexes) sqlite.exec(`DROP INDEX "${name}"`);
  return indexes.map(({ sql }) => sql);
}

/** @returns every word of every member, once */
function fillMembers(sqlite: BetterSqlite3.Database): ReadonlySet<string> {
  const insertSearch = statement<SearchRow, never>(sqlite, SEARCH_INSERT);
  const insertWords = statement<[number, string], never>(
    sqlite,
    'INSERT INTO member_words (rowid, words) VALUES (?, ?)',
  );
  const distinct = new Set<string>();
  let position = 0;
  for (const member of membersInOrder(sqlite)) {
    position += GAP;
    const words = wordsOf(member);
    insertSearch.run(...searchRow(position, member));
    insertWords.run(position, words);
    for (const word of words.split(' ')) distinct.add(word);
  }
  sqlite.exec(`INSERT INTO member_words (member_words) VALUES ('optimize')`);
  return distinct;
}

const MEMBERS_AT_A_TIME = 5000;

/** All members in the order of names, some thousands in memory at a time. */
function* membersInOrder(sqlite: BetterSqlite3.Database): Generator<SourceRow> {
  const next = sqlite
    .prepare<[string, number], SourceRow>(
      `${SOURCE} WHERE (m.sort_name, m.id) > (?, ?) ORDER BY m.sort_name, m.id LIMIT ${MEMBERS_AT_A_TIME}`,
    )
    .raw();
  let [lastId, lastName] = [0, ''];
  for (;;) {
    const members = next.all(lastName, lastId);
    yield* members;
    const last = members.at(-1);
    if (last === undefined) return;
    [lastId, lastName] = last;
  }
}

function fillNameWords(sqlite: BetterSqlite3.Database, words: ReadonlySet<string>): void {
  const insertWord = statement<[string], never>(sqlite, 'INSERT OR IGNORE INTO name_word VALUES (?)');
  const insertPart = statement<[string, string], never>(
    sqlite,
    'INSERT OR IGNORE INTO name_part VALUES (?, ?)',
  );
  const parts: (readonly [part: string, word: string])[] = [];
  for (const word of [...words].sort()) {
    if (!isNameWord(word)) continue;
    insertWord.run(word);
    for (const part of wordTails(word)) parts.push([part, word]);
  }
  parts.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  for (const [part, word] of parts) insertPart.run(part, word);
}

function fillCertificates(sqlite: BetterSqlite3.Database): void {
  const certificates = sqlite
    .prepare<[], { readonly member_id: number; readonly certificate_no: string }>(
      'SELECT member_id, certificate_no FROM certification WHERE certificate_no IS NOT NULL ORDER BY certificate_no',
    )
    .all();
  const insert = statement<[string, number], never>(
    sqlite,
    'INSERT OR IGNORE INTO certificate_search VALUES (?, ?)',
  );
  for (const { member_id, certificate_no } of certificates) insert.run(foldNumber(certificate_no), member_id);
}
