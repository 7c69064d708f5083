import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { MIGRATIONS } from '../../electron/db/migrations/index.ts';

/** An office as it was before points were granted, with an activity and an attestation from a file. */
function before(): BetterSqlite3.Database {
  const sqlite = new BetterSqlite3(':memory:');
  sqlite.pragma('foreign_keys = ON');
  sqlite.function('fold', { deterministic: true }, (text) => String(text).toLowerCase());
  for (const { name, sql } of MIGRATIONS) if (name < '0007') sqlite.exec(sql);
  sqlite.exec(`
    INSERT INTO import (id, kind, file_name, sha256, state, row_count, actor, started_at)
      VALUES (1, 'attestations', 'a.csv', '${'0'.repeat(64)}', 'done', 1, 'Dana', '2026-01-01T00:00:00Z');
    INSERT INTO member (id, member_no, first_name, last_name, sort_name) VALUES (1, '700001', 'Ann', 'Lee', 'lee ann');
    INSERT INTO certification (id, member_id, code, certified_on) VALUES (1, 1, 'RMA', '2019-05-01');
    INSERT INTO activity (id, member_id, category, title, completed_on, points, criteria, source)
      VALUES (5, 1, 'authorship', 'Paper', '2021-01-01', 4, 1, 'member');
    INSERT INTO attestation (id, certification_id, cycle_start, attested_on, import_id) VALUES (3, 1, '2019-05-01', '2022-04-01', 1);
  `);
  return sqlite;
}

function after(): BetterSqlite3.Database {
  const sqlite = before();
  for (const { name, sql } of MIGRATIONS) if (name >= '0007') sqlite.exec(sql);
  return sqlite;
}

test('what was recorded before is kept: points as granted, attestations as they stood', () => {
  const sqlite = after();
  expect(
    sqlite.prepare('SELECT id, points, claimed_points, evidence, withdrawn_on FROM activity').get(),
  ).toEqual({
    id: 5,
    points: 4,
    claimed_points: null,
    evidence: 'member',
    withdrawn_on: null,
  });
  expect(
    sqlite.prepare('SELECT id, attested_on, import_id, recorded_by, undone_on FROM attestation').get(),
  ).toEqual({
    id: 3,
    attested_on: '2022-04-01',
    import_id: 1,
    recorded_by: null,
    undone_on: null,
  });
  expect(sqlite.pragma('foreign_key_check')).toEqual([]);
});

describe('the database itself refuses', () => {
  const COUNTER =
    "INSERT INTO activity_counter (activity_id, kind, made_on, reason, replaced_by, actor) VALUES (5, 'withdrawn', '2026-01-01', 'x', NULL, 'Dana')";
  const cases: readonly (readonly [what: string, sql: string])[] = [
    ['an activity withdrawn without a counter-entry', "UPDATE activity SET withdrawn_on = '2026-01-01'"],
    ['an activity deleted', 'DELETE FROM activity'],
    ['its points changed', 'UPDATE activity SET points = 30'],
    ['a withdrawal without a reason', COUNTER.replace("'x'", "' '")],
    ['a correction by nothing', COUNTER.replace("'withdrawn'", "'corrected'")],
    ['two counter-entries to one activity', `${COUNTER}; ${COUNTER}`],
    [
      'an activity that takes its own place',
      COUNTER.replace("'withdrawn'", "'corrected'").replace('NULL', '5'),
    ],
    [
      'two attestations of one cycle',
      "INSERT INTO attestation (certification_id, cycle_start, attested_on) VALUES (1, '2019-05-01', '2022-04-02')",
    ],
    ['an attestation undone without a counter-entry', "UPDATE attestation SET undone_on = '2026-01-01'"],
    ['an attestation deleted', 'DELETE FROM attestation'],
    [
      'a sheet without its run',
      "INSERT INTO attestation (certification_id, cycle_start, attested_on, sheet) VALUES (1, '2022-05-01', '2022-06-02', 1)",
    ],
    [
      'a row of the feed recorded as nothing',
      `INSERT INTO feed_file (id, name, sha256, origin, taken_on, taken_by) VALUES (1, 'f', '${'1'.repeat(64)}', 'command', '2026-01-01', 'Dana');
       INSERT INTO feed_row (file_id, row, key, content, state) VALUES (1, 2, 'id x', '{}', 'recorded')`,
    ],
  ];
  test.each(cases)('%s', (_what, sql) => {
    const sqlite = after();
    expect(() => sqlite.exec(sql)).toThrow(BetterSqlite3.SqliteError);
  });
});
