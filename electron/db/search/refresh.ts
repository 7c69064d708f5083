import type BetterSqlite3 from 'better-sqlite3';
import { addCertification, type ListColumns, listedCertificationsOf, noColumns } from './list-columns.ts';
import { positionFor } from './positions.ts';
import { LIST_INSERT, listValues, rebuildSearch } from './rebuild.ts';
import { orderColumns, SOURCE, type SourceRow, searchColumns, wordsOf } from './source.ts';
import { statement, values } from './statements.ts';
import { foldNumber, wordTails } from './words.ts';

/**
 * Brings the search tables and the members list up to date with what the other tables now say of these members. Call it
 * inside the transaction that changes a member, a certification or an address.
 */
export function refreshSearch(sqlite: BetterSqlite3.Database, memberIds: readonly number[]): void {
  if (memberIds.length > REBUILD_FROM && memberIds.length * 4 > memberCount(sqlite)) {
    rebuildSearch(sqlite);
    return;
  }
  for (const memberId of new Set(memberIds)) refreshMember(sqlite, memberId);
}

/** From this many members on, making the tables anew may be quicker than row by row. */
const REBUILD_FROM = 1000;

/** Brings only what the list shows of standings up to date: call it in the transaction that keeps new standings. */
export function refreshList(sqlite: BetterSqlite3.Database, memberIds: Iterable<number>): void {
  const update = statement(sqlite, LIST_UPDATE);
  for (const memberId of new Set(memberIds))
    update.run(...listValues(listColumnsOf(sqlite, memberId)), memberId);
}

/** Like `refreshList`, for the members who hold these certifications. */
export function refreshListOf(sqlite: BetterSqlite3.Database, certificationIds: Iterable<number>): void {
  const memberOf = values<[number], number>(sqlite, 'SELECT member_id FROM certification WHERE id = ?');
  const memberIds = new Set<number>();
  for (const id of certificationIds) {
    const memberId = memberOf.get(id);
    if (memberId !== undefined) memberIds.add(memberId);
  }
  refreshList(sqlite, memberIds);
}

const LIST_UPDATE = /* sql */ `
UPDATE member_list SET active = ?, due = ?, past_due = ?, lapsed = ?, unknown = ?, months = ?, attention = ?, status_order = ?,
  next_due_order = ?, owed_cents = ?, points_outstanding = ?, cycle_end_order = ?
WHERE member_id = ?`;

function refreshMember(sqlite: BetterSqlite3.Database, memberId: number): void {
  const current =
    values<[number], number>(sqlite, 'SELECT position FROM member_search WHERE member_id = ?').get(
      memberId,
    ) ?? null;
  const row = statement<[number], SourceRow>(sqlite, `${SOURCE} WHERE m.id = ?`).get(memberId);
  statement<[number], never>(sqlite, 'DELETE FROM certificate_search WHERE member_id = ?').run(memberId);
  const position = row === undefined ? null : positionFor(sqlite, row, current);
  if (current !== null) {
    for (const table of ['member_search', 'member_list'])
      statement<[number], never>(sqlite, `DELETE FROM ${table} WHERE position = ?`).run(current);
    statement<[number], never>(sqlite, 'DELETE FROM member_words WHERE rowid = ?').run(current);
  }
  if (row === undefined || position === null) return;
  statement(sqlite, 'INSERT INTO member_search VALUES (?, ?, ?, ?, ?, ?)').run(
    position,
    memberId,
    ...searchColumns(row),
  );
  statement(sqlite, LIST_INSERT).run(
    position,
    memberId,
    ...orderColumns(row),
    ...listValues(listColumnsOf(sqlite, memberId)),
  );
  addWords(sqlite, position, wordsOf(row));
  addCertificates(sqlite, memberId);
}

function listColumnsOf(sqlite: BetterSqlite3.Database, memberId: number): ListColumns {
  const columns = noColumns();
  for (const certification of listedCertificationsOf(sqlite, memberId))
    addCertification(columns, certification);
  return columns;
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
    if (word === '' || word.startsWith('@') || addWord.run(word).changes === 0) continue;
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
