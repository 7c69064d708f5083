import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { openReadable, withoutSync } from '../../electron/db/connection.ts';
import { migrate, schemaVersion } from '../../electron/db/migrate.ts';
import { MIGRATIONS } from '../../electron/db/migrations/index.ts';
import { tempFolder } from '../temp-office.ts';
import { openDatabase } from './open-database.ts';

function schemaOf(sqlite: BetterSqlite3.Database): string {
  const rows = sqlite
    .prepare<[], string>(
      "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'member_words_%' ORDER BY type, name",
    )
    .pluck()
    .all();
  return `${rows.join(';\n\n')};\n`;
}

test('the schema is the committed one (update the snapshot only together with a new migration)', async () => {
  const { sqlite } = openDatabase();
  await expect(schemaOf(sqlite)).toMatchFileSnapshot('./schema.snapshot.sql');
});

test('each migration leads from the one before to the next version', () => {
  const sqlite = new BetterSqlite3(':memory:');
  sqlite.function('fold', { deterministic: true }, (text) => String(text));
  MIGRATIONS.forEach((migration, index) => {
    expect(migration.name).toMatch(new RegExp(`^${String(index + 1).padStart(4, '0')}-[a-z-]+$`));
    sqlite.exec(migration.sql);
    sqlite.pragma(`user_version = ${index + 1}`);
    expect(sqlite.pragma('integrity_check', { simple: true })).toBe('ok');
  });
  migrate(sqlite);
  expect(schemaVersion(sqlite)).toBe(MIGRATIONS.length);
});

test('a database from a newer version is refused with what to do, and untouched', () => {
  const file = join(tempFolder(), 'office.db');
  const made = openDatabase(file);
  made.sqlite.pragma(`user_version = ${MIGRATIONS.length + 1}`);
  made.sqlite.close();
  expect(() => openDatabase(file)).toThrow(
    expect.objectContaining({ code: 'database-newer', fix: expect.stringContaining('newest version') }),
  );
  const after = new BetterSqlite3(file, { readonly: true });
  expect(schemaVersion(after)).toBe(MIGRATIONS.length + 1);
  after.close();
});

test('every opening syncs every commit, in WAL, with foreign keys on', () => {
  const file = join(tempFolder(), 'office.db');
  openDatabase(file).sqlite.close();
  const { sqlite } = openDatabase(file);
  const pragma = (name: string) => sqlite.pragma(name, { simple: true });
  expect([pragma('journal_mode'), pragma('synchronous'), pragma('foreign_keys')]).toEqual(['wal', 2, 1]);
});

test('commits after one that did not wait for the disk are synced again, also where that one failed', () => {
  const { sqlite } = openDatabase(join(tempFolder(), 'office.db'));
  const synchronous = () => sqlite.pragma('synchronous', { simple: true });
  expect(withoutSync(sqlite, synchronous)).toBe(1);
  expect(synchronous()).toBe(2);
  const fail = () => withoutSync(sqlite, () => sqlite.exec('no SQL'));
  expect(fail).toThrow('syntax error');
  expect(synchronous()).toBe(2);
});

test('a reading connection cannot write', () => {
  const file = join(tempFolder(), 'office.db');
  openDatabase(file);
  const reader = openReadable(file);
  expect(() => reader.sqlite.exec("INSERT INTO setting VALUES ('x', '1')")).toThrow(/readonly/);
  reader.sqlite.close();
});

const MEMBER =
  "INSERT INTO member (id, member_no, first_name, last_name, sort_name) VALUES (1, '700001', 'Ann', 'Lee', 'lee ann')";
const CERTIFICATION =
  "INSERT INTO certification (id, member_id, code, certified_on) VALUES (1, 1, 'RMA', '2019-05-01')";
const FEE =
  "INSERT INTO annual_fee (id, certification_id, year_start, due_on, amount_cents, invoiced_on) VALUES (1, 1, '2020-05-01', '2020-05-31', 5000, '2020-05-01')";
const PAYMENT =
  "INSERT INTO payment (id, certification_id, received_on, amount_cents, method, import_key) VALUES (1, 1, '2020-05-09', 5000, 'cheque', 'k1')";
const RUN =
  "INSERT INTO run (id, kind, step, month, prepared_on, selected, to_print, to_email, held, frozen) VALUES ('2026-12-A', 'renewal', 'renewal', '2026-12', '2026-11-22', 0, 0, 0, 0, '{}')";

describe('the schema itself refuses', () => {
  const cases: readonly (readonly [what: string, sql: string])[] = [
    ['a member number twice', MEMBER.replace('(1,', '(2,')],
    [
      'a member without a name',
      MEMBER.replace('(1,', '(2,').replace('700001', '700002').replace("'Ann'", "''"),
    ],
    ['a certification of nobody', CERTIFICATION.replace('(1, 1', '(2, 99').replace('RMA', 'MT')],
    ['a certification twice', CERTIFICATION.replace('(1, 1', '(2, 1')],
    ['an unknown code', CERTIFICATION.replace('(1, 1', '(2, 1').replace('RMA', 'XYZ')],
    [
      'a date that does not exist',
      CERTIFICATION.replace('(1, 1', '(2, 1').replace('RMA', 'MT').replace('2019-05-01', '2019-02-29'),
    ],
    [
      'a date written otherwise',
      CERTIFICATION.replace('(1, 1', '(2, 1').replace('RMA', 'MT').replace('2019-05-01', '5/1/2019'),
    ],
    ['recertified before certified', "UPDATE certification SET recertified_on = '2018-01-01'"],
    ['the fee of a year twice', FEE.replace('(1, 1', '(2, 1')],
    [
      'a negative fee',
      FEE.replace('(1, 1', '(2, 1')
        .replace('2020-05-01', '2021-05-01')
        .replace('2020-05-31', '2021-05-31')
        .replace('5000', '-1'),
    ],
    ['a fee due before its year', FEE.replace('(1, 1', '(2, 1').replace('2020-05-01', '2021-05-01')],
    ['a payment of nothing', PAYMENT.replace('(1, 1', '(2, 1').replace('5000', '0').replace('k1', 'k2')],
    ['a payment imported twice', PAYMENT.replace('(1, 1', '(2, 1')],
    ['an unknown method', PAYMENT.replace('(1, 1', '(2, 1').replace('cheque', 'barter').replace('k1', 'k2')],
    ['a changed allocation', 'UPDATE payment_allocation SET amount_cents = 1'],
    [
      'an activity with no date',
      "INSERT INTO activity (member_id, category, title, points, criteria, source) VALUES (1, 'authorship', 'x', 1, 1, 'member')",
    ],
    [
      'employment without its beginning',
      "INSERT INTO activity (member_id, category, title, completed_on, points, criteria, source) VALUES (1, 'employment-verification', 'x', '2020-01-01', 1, 1, 'member')",
    ],
    [
      'negative points',
      "INSERT INTO activity (member_id, category, title, completed_on, points, criteria, source) VALUES (1, 'authorship', 'x', '2020-01-01', -1, 1, 'member')",
    ],
    [
      'an audit closed without outcome',
      "INSERT INTO audit (certification_id, cycle_start, selected_on, closed_on) VALUES (1, '2019-05-01', '2023-01-01', '2023-02-01')",
    ],
    [
      'two current addresses',
      "INSERT INTO postal_address (member_id, valid_from) VALUES (1, '2020-01-01'), (1, '2021-01-01')",
    ],
    ['a run that does not add up', RUN.replace('0, 0, 0, 0', '2, 1, 1, 1')],
    ['mailed before printed', "UPDATE run SET mailed_on = '2026-12-01'"],
    ['a changed journal entry', "UPDATE journal SET actor = 'someone else'"],
    ['a removed journal entry', 'DELETE FROM journal'],
  ];

  test.each(cases)('%s', (_what, sql) => {
    const { sqlite } = openDatabase();
    for (const row of [MEMBER, CERTIFICATION, FEE, PAYMENT, RUN]) sqlite.exec(row);
    sqlite.exec(
      'INSERT INTO payment_allocation (payment_id, annual_fee_id, amount_cents) VALUES (1, 1, 5000)',
    );
    sqlite.exec(
      `INSERT INTO journal VALUES (1, '2026-11-22T12:00:00Z', 'a', 'b', 'c', 'd', '{}', '${'0'.repeat(64)}', '${'1'.repeat(64)}')`,
    );
    expect(() => sqlite.exec(sql)).toThrow(BetterSqlite3.SqliteError);
  });

  test('and takes what is right, keeping what is paid by the allocations', () => {
    const { sqlite } = openDatabase();
    for (const row of [MEMBER, CERTIFICATION, FEE, PAYMENT, RUN]) sqlite.exec(row);
    const paid = () => sqlite.prepare('SELECT paid_cents FROM annual_fee').pluck().get();
    sqlite.exec(
      'INSERT INTO payment_allocation (payment_id, annual_fee_id, amount_cents) VALUES (1, 1, 4000)',
    );
    expect(paid()).toBe(4000);
    sqlite.exec('DELETE FROM payment_allocation');
    expect(paid()).toBe(0);
  });
});
