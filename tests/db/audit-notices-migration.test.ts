import BetterSqlite3 from 'better-sqlite3';
import { expect, test } from 'vitest';
import { MIGRATIONS } from '../../electron/db/migrations/index.ts';
import { noticeScheduleSchema } from '../../shared/ipc/notice-schedule-schema.ts';

const RENEWAL = {
  ...{ id: 'renewal', kind: 'renewal', title: 'Renewal notice', anchor: 'anniversary-month' },
  ...{ offsetDays: -30, channel: 'print-first', letter: 'renewal' },
};
const OWN = { ...RENEWAL, id: 'audit', title: 'Our own' };

test.each([
  ['one of its own gets the step at its end', [RENEWAL], ['renewal', 'audit']],
  ['one that uses the name already is left alone', [RENEWAL, OWN], ['renewal', 'audit']],
])('the schedule of an office from before: %s', (_, steps, ids) => {
  const sqlite = new BetterSqlite3(':memory:');
  sqlite.function('fold', { deterministic: true }, (text) => String(text));
  const at = MIGRATIONS.findIndex(({ name }) => name === '0016-audit-notices');
  for (const { sql } of MIGRATIONS.slice(0, at)) sqlite.exec(sql);
  sqlite
    .prepare('INSERT INTO setting (key, value) VALUES (?, ?)')
    .run('noticeSchedule', JSON.stringify(steps));
  for (const { sql } of MIGRATIONS.slice(at)) sqlite.exec(sql);
  const kept: unknown = sqlite
    .prepare("SELECT value FROM setting WHERE key = 'noticeSchedule'")
    .pluck()
    .get();
  const after = noticeScheduleSchema.parse({ steps: JSON.parse(String(kept)) }).steps;
  expect(after.map(({ id }) => id)).toEqual(ids);
  expect(after[0]).toEqual(RENEWAL);
  if (steps.length === 1)
    expect(after[1]).toMatchObject({ kind: 'audit', letter: 'audit', anchor: 'selection' });
  else expect(after[1]).toEqual(OWN);
});
