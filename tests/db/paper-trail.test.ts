import BetterSqlite3 from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate } from '../../electron/db/migrate.ts';
import { MIGRATIONS } from '../../electron/db/migrations/index.ts';

const ROWS = `
INSERT INTO member (id, member_no, first_name, last_name, sort_name, email) VALUES
  (1, '700001', 'Ann', 'Lee', 'lee ann', 'ann@members.example'), (2, '700002', 'Ben', 'Ray', 'ray ben', '');
INSERT INTO certification (id, member_id, code, certified_on) VALUES (1, 1, 'RMA', '2019-12-01'), (2, 2, 'MT', '2019-12-01');
INSERT INTO run_piece (run_id, position, member_id, channel, sheet, asked_cents, content) VALUES
  ('2026-12-A', 1, 1, 'email', NULL, 5000, '{}'), ('2026-12-A', 2, 2, 'print', 1, 9000, '{}');
INSERT INTO notice_given (run_id, position, certification_id, step, for_date) VALUES
  ('2026-12-A', 1, 1, 'renewal', '2026-12-01'), ('2026-12-A', 2, 2, 'renewal', '2026-12-01');
INSERT INTO run (id, kind, step, month, prepared_on, selected, to_print, to_email, held, frozen, printed_on)
  VALUES ('2026-12-A', 'renewal', 'renewal', '2026-12', '2026-11-22', 2, 1, 1, 0, '{}', '2026-11-22');
INSERT INTO run_print (id, run_id, first_sheet, last_sheet, sha256, printed_at, actor)
  VALUES (1, '2026-12-A', 1, 1, '${'a'.repeat(64)}', '2026-11-22T12:00:00.000Z', 'Ann');
INSERT INTO spoiled_sheet (run_id, sheet, reason, spoiled_at, actor) VALUES ('2026-12-A', 1, 'jam', '2026-11-22T12:00:00.000Z', 'Ann');
INSERT INTO email_message (run_id, position, member_id, address, message_id, state, recorded_at)
  VALUES ('2026-12-A', 1, 1, 'ann@members.example', '<1@x>', 'sent', '2026-11-22T12:00:00.000Z');
INSERT INTO returned_mail (run_id, sheet, member_id, reason, returned_on, actor)
  VALUES ('2026-12-A', 1, 2, 'moved', '2026-12-20', 'Ann');
`;
const TABLES = [
  'run',
  'run_piece',
  'notice_given',
  'run_print',
  'spoiled_sheet',
  'email_message',
  'returned_mail',
];

test('an office with runs keeps every one of them and what refers to them, and its guards', () => {
  const sqlite = new BetterSqlite3(':memory:');
  sqlite.function('fold', { deterministic: true }, (text) => String(text));
  sqlite.pragma('foreign_keys = ON');
  const before = MIGRATIONS.findIndex(({ name }) => name.endsWith('-paper-trail'));
  for (const { sql } of MIGRATIONS.slice(0, before)) sqlite.exec(sql);
  sqlite.pragma(`user_version = ${before}`);
  sqlite.exec(ROWS);
  // Later columns are none of what was there.
  const columns = TABLES.map((table) =>
    sqlite.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table).join(', '),
  );
  const rows = () =>
    TABLES.map((table, at) => sqlite.prepare(`SELECT ${columns[at]} FROM ${table} ORDER BY 1, 2`).all());
  const kept = rows();
  migrate(sqlite);
  expect(rows()).toEqual(kept);
  expect(sqlite.pragma('foreign_key_check')).toEqual([]);
  expect(sqlite.pragma('integrity_check', { simple: true })).toBe('ok');
  for (const [sql, refused] of [
    ["UPDATE run SET step = 'final'", 'frozen'],
    ['DELETE FROM run', 'never deleted'],
    ["UPDATE run SET mailed_on = '2026-11-23'", 'spoiled sheets wait'],
    ['UPDATE run_piece SET asked_cents = 1', 'frozen'],
    ['DELETE FROM notice_given', 'never deleted'],
    [
      "INSERT INTO notice_given (run_id, position, certification_id, step, for_date) VALUES ('2026-12-A', 2, 1, 'renewal', '2026-12-01')",
      'UNIQUE',
    ],
    [
      "INSERT INTO run (id, kind, step, month, prepared_on, selected, to_print, to_email, held, frozen) VALUES ('2026-12-B', 'receipt', 'receipt', '2026-12', '2026-12-02', 1, 1, 0, 0, '{}')",
      'do not add up',
    ],
    [
      "INSERT INTO email_message (run_id, position, member_id, address, message_id, state, recorded_at) VALUES ('2030-12-A', 1, 1, 'x', 'y', 'sent', 'z')",
      'FOREIGN KEY',
    ],
  ] as const)
    expect(() => sqlite.exec(sql), sql).toThrow(refused);
  sqlite.exec(
    "INSERT INTO run (id, kind, step, month, prepared_on, selected, to_print, to_email, held, frozen) VALUES ('2026-12-B', 'receipt', 'receipt', '2026-12', '2026-12-02', 0, 0, 0, 0, '{}')",
  );
});
