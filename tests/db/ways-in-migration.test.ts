import BetterSqlite3 from 'better-sqlite3';
import { expect, test } from 'vitest';
import { MIGRATIONS } from '../../electron/db/migrations/index.ts';

const SHA = 'a'.repeat(64);

/** A database from before, with a document in quarantine and one that was read. */
function before(): BetterSqlite3.Database {
  const sqlite = new BetterSqlite3(':memory:');
  sqlite.function('fold', { deterministic: true }, (text) => String(text));
  const at = MIGRATIONS.findIndex(({ name }) => name === '0019-ways-in');
  for (const { sql } of MIGRATIONS.slice(0, at)) sqlite.exec(sql);
  sqlite.exec(`
    INSERT INTO intake_document (id, sha256, bytes, type, read_at, unreadable) VALUES (1, '${SHA}', 9, 'heic', 'then', 'Not read.');
    INSERT INTO intake_document (id, sha256, bytes, type, read_at, pages) VALUES (2, '${SHA.replaceAll('a', 'b')}', 9, 'pdf', 'then', 2);
    INSERT INTO intake_arrival (id, document_id, name, channel, received_on, received_at, received_by)
      VALUES (7, 1, 'photo.heic', 'dropped', '2026-11-02', '2026-11-02T10:00:00Z', 'Ada');`);
  for (const { sql } of MIGRATIONS.slice(at)) sqlite.exec(sql);
  return sqlite;
}

test('how documents came before is kept as it was, and stays fixed', () => {
  const sqlite = before();
  expect(sqlite.prepare('SELECT * FROM intake_arrival').all()).toEqual([
    {
      ...{ id: 7, document_id: 1, name: 'photo.heic', channel: 'dropped', path: null, modified_ms: null },
      ...{ received_on: '2026-11-02', received_at: '2026-11-02T10:00:00Z', received_by: 'Ada' },
    },
  ]);
  expect(() => sqlite.exec("UPDATE intake_arrival SET name = 'x'")).toThrow('stays on record');
  expect(() => sqlite.exec('DELETE FROM intake_arrival')).toThrow('stays on record');
});

test('only what could not be read can be read again', () => {
  const sqlite = before();
  const read = (id: number, set: string) => sqlite.exec(`UPDATE intake_document SET ${set} WHERE id = ${id}`);
  expect(() => read(2, 'pages = 3')).toThrow('never altered');
  expect(() => read(1, 'read_at = NULL, unreadable = NULL')).toThrow('never altered');
  expect(() => read(1, 'bytes = 10')).toThrow('never altered');
  read(1, "read_at = 'now', unreadable = NULL, pages = 1");
  expect(() => read(1, 'pages = 2')).toThrow('never altered');
});
