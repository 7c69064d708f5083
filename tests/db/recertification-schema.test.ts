import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { MIGRATIONS } from '../../electron/db/migrations/index.ts';
import { openDatabase } from './open-database.ts';

const OFFICE = [
  "INSERT INTO member (id, member_no, first_name, last_name, sort_name) VALUES (1, '700001', 'Ann', 'Lee', 'lee ann')",
  "INSERT INTO certification (id, member_id, code, certified_on) VALUES (1, 1, 'RMA', '2005-05-01')",
  "INSERT INTO recertification_application (id, certification_id, route, received_on) VALUES (1, 1, 'ccp', '2026-10-01')",
  "INSERT INTO recertification_fee (id, application_id, certification_id, invoiced_on, amount_cents) VALUES (1, 1, 1, '2026-10-01', 10000)",
  "INSERT INTO payment (id, certification_id, received_on, amount_cents, method) VALUES (1, 1, '2026-10-02', 6000, 'cheque')",
  "INSERT INTO recertification_step (id, application_id, to_status, taken_on, actor, at) VALUES (1, 1, 'received', '2026-10-01', 'Ann', '2026-10-01T12:00:00Z')",
];
const ALLOCATE =
  "INSERT INTO recertification_allocation (id, payment_id, recertification_fee_id, amount_cents, allocated_on) VALUES (1, 1, 1, 6000, '2026-10-02')";
const POINTS =
  "INSERT INTO recertification_points (application_id, category, title, completed_on, points, criteria) VALUES (1, 'authorship', 'Article', '2026-01-01', 5, 1)";
const FELONY =
  "INSERT INTO recertification_felony (application_id, answer, nature, recorded_by, recorded_at) VALUES (1, 'yes', 'x', 'Ann', '2026-10-01T12:00:00Z')";

function office() {
  const { sqlite } = openDatabase();
  for (const row of OFFICE) sqlite.exec(row);
  return sqlite;
}

describe('the schema itself refuses', () => {
  test.each([
    ['a status that there is not', "UPDATE recertification_application SET status = 'lost'"],
    ['a denial that leaves the application open', "UPDATE recertification_application SET status = 'denied'"],
    ['closing what is not decided', "UPDATE recertification_application SET closed_on = '2026-11-01'"],
    ['a second open application', OFFICE[2]?.replace('(1, 1', '(2, 1') ?? ''],
    ['an application that is gone', 'DELETE FROM recertification_application'],
    ['a step that is gone', 'DELETE FROM recertification_step'],
    ['a step that is changed', "UPDATE recertification_step SET actor = 'Ben'"],
    ['a second fee of an application', OFFICE[3]?.replace('(1, 1, 1', '(2, 1, 1') ?? ''],
    ['a fee that is gone', 'DELETE FROM recertification_fee'],
    ['more allocated than the payment has', ALLOCATE.replace('6000', '6001')],
    ['points without a day', POINTS.replace("'2026-01-01'", 'NULL')],
    ['employment with a day of completion', POINTS.replace('authorship', 'employment-verification')],
    ['no points', POINTS.replace(', 5, ', ', 0, ')],
    ['a no with details', FELONY.replace("'yes'", "'no'")],
  ])('%s', (_what, sql) => {
    const sqlite = office();
    expect(() => sqlite.exec(sql)).toThrow();
  });

  test.each([
    ['an allocation that is gone', 'DELETE FROM recertification_allocation'],
    ['an allocation that is changed', 'UPDATE recertification_allocation SET amount_cents = 1'],
    ['a void fee that something is paid of', "UPDATE recertification_fee SET voided_on = '2026-11-01'"],
    ['a release before the allocation', "UPDATE recertification_allocation SET released_on = '2026-10-01'"],
  ])('%s', (_what, sql) => {
    const sqlite = office();
    sqlite.exec(ALLOCATE);
    expect(() => sqlite.exec(sql)).toThrow();
  });
});

test('what is paid of a fee is kept by its allocations, and a payment’s credit by both kinds of fees', () => {
  const sqlite = office();
  const paid = () => sqlite.prepare('SELECT paid_cents FROM recertification_fee').pluck().get();
  const credit = () => sqlite.prepare('SELECT cents FROM payment_credit').pluck().get();
  expect([paid(), credit()]).toEqual([0, 6000]);
  sqlite.exec(ALLOCATE);
  expect([paid(), credit()]).toEqual([6000, 0]);
  sqlite.exec("UPDATE recertification_allocation SET released_on = '2026-10-05'");
  expect([paid(), credit()]).toEqual([0, 6000]);
  expect(() => sqlite.exec("UPDATE recertification_allocation SET released_on = '2026-10-06'")).toThrow();
  // The same payment may pay it again.
  sqlite.exec(ALLOCATE.replace('(1, 1, 1', '(2, 1, 1'));
  expect([paid(), credit()]).toEqual([6000, 0]);
});

test('the ledger has every cent twice: invoiced, allocated, released, withdrawn', () => {
  const sqlite = office();
  sqlite.exec(ALLOCATE);
  sqlite.exec("UPDATE recertification_allocation SET released_on = '2026-10-05'");
  sqlite.exec("UPDATE recertification_fee SET voided_on = '2026-10-06'");
  const kinds = sqlite
    .prepare(
      "SELECT kind, debit, credit, cents FROM ledger WHERE kind LIKE 'recertification%' ORDER BY entered_on, kind",
    )
    .raw()
    .all();
  expect(kinds).toEqual([
    ['recertification-invoiced', 'receivable', 'recertification-income', 10000],
    ['recertification-allocation', 'credit', 'receivable', 6000],
    ['recertification-released', 'receivable', 'credit', 6000],
    ['recertification-voided', 'recertification-income', 'receivable', 10000],
  ]);
});

test('an open application from before is received, one that led to a recertification has its badge, any other was withdrawn', () => {
  const sqlite = new BetterSqlite3(':memory:');
  sqlite.function('fold', { deterministic: true }, (text) => String(text));
  const at = MIGRATIONS.findIndex(({ name }) => name === '0010-recertification');
  for (const { sql } of MIGRATIONS.slice(0, at)) sqlite.exec(sql);
  sqlite.exec(OFFICE[0] ?? '');
  sqlite.exec(`INSERT INTO certification (id, member_id, code, certified_on, recertified_on)
    VALUES (1, 1, 'RMA', '2005-05-01', NULL), (2, 1, 'MT', '2005-05-01', '2016-03-01'), (3, 1, 'RPT', '2005-05-01', NULL)`);
  sqlite.exec(`INSERT INTO recertification_application (id, certification_id, route, received_on, closed_on)
    VALUES (1, 1, 'ccp', '2026-10-01', NULL), (2, 2, 'exam', '2016-01-01', '2016-03-01'), (3, 3, 'ccp', '2020-01-01', '2020-02-01')`);
  sqlite.exec(`INSERT INTO annual_fee (id, certification_id, year_start, due_on, amount_cents, invoiced_on)
    VALUES (1, 1, '2020-05-01', '2020-05-31', 5000, '2020-05-01')`);
  sqlite.exec(`INSERT INTO fee_change (annual_fee_id, kind, changed_on, cents, reason, actor)
    VALUES (1, 'adjusted', '2020-06-01', -1000, 'as agreed', 'Ann')`);
  sqlite.exec(MIGRATIONS[at]?.sql ?? '');
  const statuses = sqlite.prepare('SELECT status FROM recertification_application ORDER BY id').pluck().all();
  expect(statuses).toEqual(['received', 'badge', 'withdrawn']);
  expect(sqlite.prepare('SELECT kind, cents, reason FROM fee_change').raw().all()).toEqual([
    ['adjusted', -1000, 'as agreed'],
  ]);
});
