import type BetterSqlite3 from 'better-sqlite3';
import { positionFor } from './positions.ts';
import { rebuildSearch } from './rebuild.ts';
import { SEARCH_INSERT, type SearchRow, SOURCE, type SourceRow, searchRow, wordsOf } from './source.ts';
import { putStandingColumns } from './standing-columns.ts';
import { statement, values } from './statements.ts';
import { noteChanged } from './under-way.ts';
import { foldNumber, isNameWord, wordTails } from './words.ts';

/** From this many members on, making everything anew may be quicker than row by row. */
const REBUILD_FROM = 1000;

/**
 * Brings lookups and the members list up to date with what the other tables now say of these members. Call it inside the
 * transaction that changes a member, a certification or an address.
 */
export function refreshSearch(sqlite: BetterSqlite3.Database, memberIds: readonly number[]): void {
  if (memberIds.length > REBUILD_FROM && memberIds.length * 4 > memberCount(sqlite)) {
    rebuildSearch(sqlite);
    return;
  }
  for (const memberId of new Set(memberIds)) refreshMember(sqlite, memberId);
}

/** The same for members whose places may all be wrong, so that none may say where another one belongs. */
export function placeAnew(sqlite: BetterSqlite3.Database, memberIds: readonly number[]): void {
  for (const memberId of memberIds) forget(sqlite, memberId, positionOf(sqlite, memberId));
  refreshSearch(sqlite, memberIds);
}

/**
 * Brings what the members list shows of standings up to date for the members who hold these certifications. Call it in the
 * transaction that keeps new standings.
 */
export function refreshListOf(sqlite: BetterSqlite3.Database, certificationIds: readonly number[]): void {
  const memberIds = values<[string], number>(
    sqlite,
    'SELECT DISTINCT member_id FROM certification WHERE id IN (SELECT value FROM json_each(?))',
  ).all(JSON.stringify(certificationIds));
  putStandingColumns(sqlite, memberIds);
}

function refreshMember(sqlite: BetterSqlite3.Database, memberId: number): void {
  noteChanged(sqlite, [memberId]);
  const current = positionOf(sqlite, memberId);
  const member = statement<[number], SourceRow>(sqlite, `${SOURCE} WHERE m.id = ?`).raw().get(memberId);
  const position =
    member === undefined ? null : positionFor(sqlite, { id: member[0], sortName: member[1] }, current);
  forget(sqlite, memberId, current);
  if (member === undefined || position === null) return;
  statement<SearchRow, never>(sqlite, SEARCH_INSERT).run(...searchRow(position, member));
  addWords(sqlite, position, wordsOf(member));
  addCertificates(sqlite, memberId);
  putStandingColumns(sqlite, [memberId]);
}

function positionOf(sqlite: BetterSqlite3.Database, memberId: number): number | null {
  const sql = 'SELECT position FROM member_search WHERE member_id = ?';
  return values<[number], number>(sqlite, sql).get(memberId) ?? null;
}

function forget(sqlite: BetterSqlite3.Database, memberId: number, position: number | null): void {
  const run = (sql: string, id: number) => statement<[number], never>(sqlite, sql).run(id);
  run('DELETE FROM certificate_search WHERE member_id = ?', memberId);
  if (position === null) return;
  run('DELETE FROM member_standing WHERE position = ?', position);
  run('DELETE FROM member_search WHERE position = ?', position);
  run('DELETE FROM member_words WHERE rowid = ?', position);
}

/** A word that no name has any more stays in the dictionary: it only finds nobody, and goes with the next rebuild. */
function addWords(sqlite: BetterSqlite3.Database, position: number, words: string): void {
  statement<[number, string], never>(sqlite, 'INSERT INTO member_words (rowid, words) VALUES (?, ?)').run(
    position,
    words,
  );
  const addWord = statement<[string], never>(sqlite, 'INSERT OR IGNORE INTO name_word VALUES (?)');
  const addPart = statement<[string, string], never>(sqlite, 'INSERT OR IGNORE INTO name_part VALUES (?, ?)');
  for (const word of words.split(' ')) {
    if (!isNameWord(word) || addWord.run(word).changes === 0) continue;
    for (const part of wordTails(word)) addPart.run(part, word);
  }
}

function addCertificates(sqlite: BetterSqlite3.Database, memberId: number): void {
  const insert = statement<[string, number], never>(
    sqlite,
    'INSERT OR IGNORE INTO certificate_search VALUES (?, ?)',
  );
  const numbers = values<[number], string>(
    sqlite,
    'SELECT certificate_no FROM certification WHERE member_id = ? AND certificate_no IS NOT NULL',
  ).all(memberId);
  for (const number of numbers) insert.run(foldNumber(number), memberId);
}

function memberCount(sqlite: BetterSqlite3.Database): number {
  return values<[], number>(sqlite, 'SELECT count(*) FROM member').get() ?? 0;
}
