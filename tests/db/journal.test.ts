import { expect, test } from 'vitest';
import { type Actor, write } from '../../electron/db/transaction.ts';
import { checkJournal } from '../../electron/db/verify.ts';
import { openDatabase } from './open-database.ts';

const ACTOR: Actor = { name: 'Pat', at: '2026-11-22T09:30:00.000Z' };

async function threeEntries() {
  const db = openDatabase();
  for (const value of ['1', '2', '3']) {
    await write(db, ACTOR, async ({ kysely, journal }) => {
      await kysely
        .insertInto('setting')
        .values({ key: `k${value}`, value })
        .execute();
      journal({
        action: 'setting.set',
        subject: 'office',
        subjectId: `k${value}`,
        detail: { before: null, after: value },
      });
    });
  }
  return db;
}

test('every write is in the chain with who, when and what', async () => {
  const { sqlite } = await threeEntries();
  expect(checkJournal(sqlite)).toMatchObject({ entries: 3, brokenAt: null });
  expect(sqlite.prepare('SELECT actor, at, action, subject_id FROM journal WHERE seq = 2').get()).toEqual({
    actor: 'Pat',
    at: ACTOR.at,
    action: 'setting.set',
    subject_id: 'k2',
  });
});

test('a write without a journal entry is refused and rolled back', async () => {
  const db = openDatabase();
  await expect(
    write(
      db,
      ACTOR,
      async ({ kysely }) =>
        void (await kysely.insertInto('setting').values({ key: 'k', value: '1' }).execute()),
    ),
  ).rejects.toThrow(/journal entry/);
  expect(db.sqlite.prepare('SELECT count(*) FROM setting').pluck().get()).toBe(0);
});

test('a failing action leaves neither its change nor its entry', async () => {
  const db = openDatabase();
  const failing = write(db, ACTOR, async ({ kysely, journal }) => {
    await kysely.insertInto('setting').values({ key: 'k', value: '1' }).execute();
    journal({ action: 'x', subject: 'office', subjectId: 'k', detail: null });
    throw new Error('the plug was pulled');
  });
  await expect(failing).rejects.toThrow('the plug was pulled');
  expect(
    db.sqlite.prepare('SELECT (SELECT count(*) FROM setting) + (SELECT count(*) FROM journal)').pluck().get(),
  ).toBe(0);
});

const TAMPERINGS: readonly (readonly [string, string, number])[] = [
  ['a changed actor', "UPDATE journal SET actor = 'Sam' WHERE seq = 2", 2],
  ['a changed detail', `UPDATE journal SET detail = '{"after":"9"}' WHERE seq = 1`, 1],
  ['a removed entry', 'DELETE FROM journal WHERE seq = 2', 3],
  ['a changed hash', `UPDATE journal SET hash = '${'a'.repeat(64)}' WHERE seq = 3`, 3],
];

test.each(TAMPERINGS)('%s breaks the chain', async (_what, sql, brokenAt) => {
  const { sqlite } = await threeEntries();
  sqlite.exec('DROP TRIGGER journal_fixed; DROP TRIGGER journal_kept;');
  sqlite.exec(sql);
  expect(checkJournal(sqlite).brokenAt).toBe(brokenAt);
});
