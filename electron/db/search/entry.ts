import type BetterSqlite3 from 'better-sqlite3';
import { SEARCH_COLUMNS, type SearchRow } from './source.ts';
import { statement, values } from './statements.ts';
import { foldNumber, isNameWord, wordTails } from './words.ts';

/** What `member_search` holds of a member. */
export function entryOf(sqlite: BetterSqlite3.Database, memberId: number): SearchRow | undefined {
  const sql = `SELECT ${SEARCH_COLUMNS.join(', ')} FROM member_search WHERE member_id = ?`;
  return statement<[number], SearchRow>(sqlite, sql).raw().get(memberId);
}

/** Writes only the columns that differ, since every other one would cost its indexes. */
export function changeEntry(sqlite: BetterSqlite3.Database, current: SearchRow, row: SearchRow): void {
  const changed = SEARCH_COLUMNS.filter((_, index) => row[index] !== current[index]);
  if (changed.length === 0) return;
  statement<(number | string)[], never>(
    sqlite,
    `UPDATE member_search SET ${changed.map((column) => `${column} = ?`).join(', ')} WHERE position = ?`,
  ).run(...row.filter((value, index) => value !== current[index]), current[0]);
}

/** Takes a member out of everything but the dictionary of words. */
export function forgetEntry(
  sqlite: BetterSqlite3.Database,
  memberId: number,
  current: SearchRow | undefined,
): void {
  const run = (sql: string, id: number) => statement<[number], never>(sqlite, sql).run(id);
  run('DELETE FROM certificate_search WHERE member_id = ?', memberId);
  if (current === undefined) return;
  const [position] = current;
  run('DELETE FROM member_standing WHERE position = ?', position);
  run('DELETE FROM member_search WHERE position = ?', position);
  run('DELETE FROM member_words WHERE rowid = ?', position);
}

/**
 * Puts words in the place of those that stood at the position. A word that no name has any more stays in the dictionary: it only
 * finds nobody, and goes with the next rebuild.
 * @param before the words that stood there, where they are known
 */
export function putWords(sqlite: BetterSqlite3.Database, position: number, words: string, before = ''): void {
  statement<[number, string], never>(sqlite, 'REPLACE INTO member_words (rowid, words) VALUES (?, ?)').run(
    position,
    words,
  );
  const addWord = statement<[string], never>(sqlite, 'INSERT OR IGNORE INTO name_word VALUES (?)');
  const addPart = statement<[string, string], never>(sqlite, 'INSERT OR IGNORE INTO name_part VALUES (?, ?)');
  const known = new Set(before.split(' '));
  for (const word of words.split(' ')) {
    if (known.has(word) || !isNameWord(word) || addWord.run(word).changes === 0) continue;
    for (const part of wordTails(word)) addPart.run(part, word);
  }
}

export function putCertificates(sqlite: BetterSqlite3.Database, memberId: number): void {
  const numbers = values<[number], string>(
    sqlite,
    'SELECT certificate_no FROM certification WHERE member_id = ? AND certificate_no IS NOT NULL',
  ).all(memberId);
  const now = new Set(numbers.map(foldNumber));
  const known = values<[number], string>(
    sqlite,
    'SELECT number FROM certificate_search WHERE member_id = ?',
  ).all(memberId);
  const remove = statement<[string, number], never>(
    sqlite,
    'DELETE FROM certificate_search WHERE number = ? AND member_id = ?',
  );
  for (const number of known) if (!now.has(number)) remove.run(number, memberId);
  const insert = statement<[string, number], never>(sqlite, 'INSERT INTO certificate_search VALUES (?, ?)');
  for (const number of now) if (!known.includes(number)) insert.run(number, memberId);
}
