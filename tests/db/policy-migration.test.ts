import BetterSqlite3 from 'better-sqlite3';
import { expect, test } from 'vitest';
import { MIGRATIONS } from '../../electron/db/migrations/index.ts';

test('what the office had set before there was a trail is its beginning', () => {
  const sqlite = new BetterSqlite3(':memory:');
  sqlite.function('fold', { deterministic: true }, (text) => String(text));
  const at = MIGRATIONS.findIndex(({ name }) => name === '0009-policy');
  for (const { sql } of MIGRATIONS.slice(0, at)) sqlite.exec(sql);
  sqlite.exec(`INSERT INTO policy_override (name, value, from_date, reason, actor, set_at) VALUES
    ('ccp-notice-days-before-end.1', 300, '2026-11-22', 'Set in the notice schedule', 'Dana', '2026-11-22T12:00:00.000Z')`);
  for (const { sql } of MIGRATIONS.slice(at)) sqlite.exec(sql);
  expect(sqlite.prepare('SELECT * FROM policy_decision').all()).toEqual([
    {
      id: 1,
      kind: 'set',
      name: 'ccp-notice-days-before-end.1',
      from_date: '2026-11-22',
      value: 300,
      date_value: null,
      reason: 'Set in the notice schedule',
      reference: '',
      actor: 'Dana',
      approved_by: 'Dana',
      set_at: '2026-11-22T12:00:00.000Z',
    },
  ]);
  expect(sqlite.prepare("SELECT name FROM sqlite_schema WHERE name = 'policy_override'").all()).toEqual([]);
});
