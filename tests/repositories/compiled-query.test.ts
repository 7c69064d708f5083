import { expect, test } from 'vitest';
import { asReadable } from '../../electron/db/connection.ts';
import { compiledRead } from '../../electron/repositories/compiled-query.ts';
import { openDatabase } from '../db/open-database.ts';

test('the same compiled query answers for each set of parameters, wherever they stand in it', async () => {
  const db = openDatabase();
  const between = compiledRead((kysely, low: number, high: number) =>
    kysely
      .selectFrom('member')
      .select('member_no')
      .where('id', '<=', high)
      .where('id', '>=', low)
      .where('mail_ok', '=', 1),
  );
  const add = db.sqlite.prepare(
    'INSERT INTO member (id, member_no, first_name, last_name, sort_name) VALUES (?, ?, ?, ?, ?)',
  );
  for (let id = 1; id <= 5; id++) add.run(id, `no${id}`, 'Rosa', 'Lee', 'lee rosa');
  const numbers = async (low: number, high: number) =>
    (await between(asReadable(db), low, high)).map(({ member_no }) => member_no);
  expect(await numbers(2, 3)).toEqual(['no2', 'no3']);
  expect(await numbers(4, 9)).toEqual(['no4', 'no5']);
});

test('a parameter that would be reckoned with before the query runs is refused', async () => {
  const db = asReadable(openDatabase());
  const reckoned = compiledRead((kysely, mailOk: boolean) =>
    kysely
      .selectFrom('member')
      .select('id')
      .where('mail_ok', '=', mailOk ? 1 : 0),
  );
  await expect(reckoned(db, false)).rejects.toThrow('takes each of its parameters as it is');
});
