import type BetterSqlite3 from 'better-sqlite3';
import { addCertification, allListedCertifications, type ListColumns, noColumns } from './list-columns.ts';
import { GAP } from './positions.ts';
import { orderColumns, SOURCE, type SourceRow, searchColumns, wordsOf } from './source.ts';
import { statement, values } from './statements.ts';
import { foldNumber, wordTails } from './words.ts';

/**
 * Makes the search tables and the members list anew from the office's other tables; inside the transaction of the load that
 * calls for it, or in one of its own. About a second for 100,000 members.
 */
export function rebuildSearch(sqlite: BetterSqlite3.Database): void {
  sqlite.transaction(() => {
    const indexes = dropIndexes(sqlite);
    for (const table of ['member_search', 'member_list', 'certificate_search', 'name_word', 'name_part'])
      sqlite.exec(`DELETE FROM ${table}`);
    sqlite.exec(`INSERT INTO member_words (member_words) VALUES ('delete-all')`);
    const words = fillMembers(sqlite, listColumnsByMember(sqlite));
    fillNameWords(sqlite, words);
    fillCertificates(sqlite);
    for (const sql of indexes) sqlite.exec(sql);
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
       WHERE type = 'index' AND tbl_name IN ('member_search', 'member_list', 'certificate_search') AND sql IS NOT NULL`,
    )
    .all();
  for (const { name } of indexes) sqlite.exec(`DROP INDEX "${name}"`);
  return indexes.map(({ sql }) => sql);
}

function listColumnsByMember(sqlite: BetterSqlite3.Database): ReadonlyMap<number, ListColumns> {
  const byMember = new Map<number, ListColumns>();
  for (const certification of allListedCertifications(sqlite)) {
    let columns = byMember.get(certification.member_id);
    if (columns === undefined) {
      columns = noColumns();
      byMember.set(certification.member_id, columns);
    }
    addCertification(columns, certification);
  }
  return byMember;
}

const MEMORY_WHILE_FILLING = 64 * 1024 * 1024;
const MEMORY_USUALLY = 1024 * 1024;

function fillMembers(
  sqlite: BetterSqlite3.Database,
  columns: ReadonlyMap<number, ListColumns>,
): ReadonlySet<string> {
  const insertSearch = statement(sqlite, 'INSERT INTO member_search VALUES (?, ?, ?, ?, ?, ?)');
  const insertList = statement(sqlite, LIST_INSERT);
  const insertWords = statement(sqlite, 'INSERT INTO member_words (rowid, words) VALUES (?, ?)');
  const hashSize = statement<[number], never>(
    sqlite,
    `INSERT INTO member_words (member_words, rank) VALUES ('hashsize', ?)`,
  );
  const nothing = noColumns();
  const distinct = new Set<string>();
  let position = 0;
  hashSize.run(MEMORY_WHILE_FILLING);
  for (const row of sqlite.prepare<[], SourceRow>(`${SOURCE} ORDER BY m.sort_name, m.id`).all()) {
    position += GAP;
    const words = wordsOf(row);
    insertSearch.run(position, row.id, ...searchColumns(row));
    insertList.run(position, row.id, ...orderColumns(row), ...listValues(columns.get(row.id) ?? nothing));
    insertWords.run(position, words);
    for (const word of words.split(' ')) distinct.add(word);
  }
  sqlite.exec(`INSERT INTO member_words (member_words) VALUES ('optimize')`);
  hashSize.run(MEMORY_USUALLY);
  return distinct;
}

export const LIST_INSERT = `INSERT INTO member_list VALUES (${Array(18).fill('?').join(', ')})`;

/** The columns in the order of the table. */
export function listValues(columns: ListColumns): number[] {
  return [
    columns.active,
    columns.due,
    columns.past_due,
    columns.lapsed,
    columns.unknown,
    columns.months,
    columns.attention,
    columns.status_order,
    columns.next_due_order,
    columns.owed_cents,
    columns.points_outstanding,
    columns.cycle_end_order,
  ];
}

function fillNameWords(sqlite: BetterSqlite3.Database, words: ReadonlySet<string>): void {
  const insertWord = statement<[string], never>(sqlite, 'INSERT OR IGNORE INTO name_word VALUES (?)');
  const insertPart = statement<[string, string], never>(
    sqlite,
    'INSERT OR IGNORE INTO name_part VALUES (?, ?)',
  );
  const parts: (readonly [part: string, word: string])[] = [];
  for (const word of [...words].sort()) {
    if (word === '' || word.startsWith('@')) continue;
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
