import BetterSqlite3 from 'better-sqlite3';
import { expect, test } from 'vitest';
import { MIGRATIONS } from '../../electron/db/migrations/index.ts';

test('parts on record keep their pages, their steps and what they were filed to', () => {
  const sqlite = new BetterSqlite3(':memory:');
  sqlite.function('fold', { deterministic: true }, (text) => String(text));
  sqlite.pragma('foreign_keys = ON');
  const at = MIGRATIONS.findIndex(({ name }) => name.endsWith('-pages-by-hand'));
  for (const { sql } of MIGRATIONS.slice(0, at)) sqlite.exec(sql);
  sqlite.exec(`
    INSERT INTO member (id, member_no, first_name, last_name, sort_name) VALUES (1, '700412', 'Rosa', 'Featherstonehaugh', 'featherstonehaugh rosa');
    INSERT INTO intake_document (id, sha256, bytes, type, read_at, pages) VALUES (3, '${'a'.repeat(64)}', 9, 'pdf', '2026-11-22', 5);
    INSERT INTO intake_part (id, document_id, first_page, last_page, state, why) VALUES (7, 3, 1, 2, 'waiting', 'No code is on it.');
    INSERT INTO intake_part (id, document_id, first_page, last_page, state, why, member_id, allowed_by, settled_on, settled_by)
      VALUES (8, 3, 3, 5, 'filed', 'Asked for', 1, 'Ada', '2026-11-22', 'Ada');
    INSERT INTO intake_step (part_id, to_state, taken_on, actor, at) VALUES (8, 'filed', '2026-11-22', 'Ada', '2026-11-22');`);
  for (const { sql } of MIGRATIONS.slice(at)) sqlite.transaction(() => sqlite.exec(sql))();
  expect(
    sqlite
      .prepare('SELECT id, first_page, last_page, leaves, state, allowed_by FROM intake_part ORDER BY id')
      .raw()
      .all(),
  ).toEqual([
    [7, 1, 2, null, 'waiting', null],
    [8, 3, 5, null, 'filed', 'Ada'],
  ]);
  expect(sqlite.pragma('foreign_key_check')).toEqual([]);
  expect(() =>
    sqlite.exec(
      "INSERT INTO intake_step (part_id, to_state, taken_on, actor, at) VALUES (9, 'x', '2026-11-22', 'a', 'b')",
    ),
  ).toThrow(/FOREIGN KEY/);
  expect(() => sqlite.exec('DELETE FROM intake_part')).toThrow(/never deleted/);
  expect(() => sqlite.exec("UPDATE intake_part SET leaves = '[]' WHERE id = 7")).toThrow(/CHECK/);
});
