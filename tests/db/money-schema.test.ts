import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { migrate } from '../../electron/db/migrate.ts';
import { MIGRATIONS } from '../../electron/db/migrations/index.ts';
import { unbalancedMoney } from '../../electron/db/verify.ts';
import { openDatabase } from './open-database.ts';

const OFFICE = `
INSERT INTO member (id, member_no, first_name, last_name, sort_name) VALUES (1, '700001', 'Ann', 'Lee', 'lee ann');
INSERT INTO certification (id, member_id, code, certified_on) VALUES (1, 1, 'RMA', '2019-05-01'), (2, 1, 'MT', '2019-05-01');
INSERT INTO annual_fee (id, certification_id, year_start, due_on, amount_cents, invoiced_on) VALUES
  (1, 1, '2020-05-01', '2020-05-31', 5000, '2020-05-01'),
  (2, 1, '2021-05-01', '2021-05-31', 5000, '2021-05-01'),
  (3, 2, '2020-05-01', '2020-05-31', 9000, '2020-05-01');
`;
const POST = `
INSERT INTO deposit (id, source, opened_on, control_count, control_cents, opened_by) VALUES (1, 'post', '2026-11-22', 1, 14000, 'ann');
INSERT INTO remittance (id, deposit_id, position, received_on, method, amount_cents, reference, entered_by)
  VALUES (1, 1, 1, '2026-11-22', 'cheque', 14000, '1041', 'ann');
INSERT INTO payment (id, certification_id, received_on, amount_cents, method, remittance_id) VALUES
  (1, 1, '2026-11-22', 5000, 'cheque', 1), (2, 2, '2026-11-22', 9000, 'cheque', 1);
INSERT INTO payment_allocation (payment_id, annual_fee_id, amount_cents) VALUES (1, 1, 5000), (2, 3, 9000);
`;

describe('the ledger itself refuses', () => {
  const cases: readonly (readonly [what: string, sql: string, says: RegExp])[] = [
    [
      'allocating more than a payment has',
      'INSERT INTO payment_allocation (payment_id, annual_fee_id, amount_cents) VALUES (1, 2, 1)',
      /more is allocated/,
    ],
    [
      'payments beyond their cheque',
      "INSERT INTO payment (certification_id, received_on, amount_cents, method, remittance_id) VALUES (1, '2026-11-22', 1, 'cheque', 1)",
      /come to more/,
    ],
    [
      'refunding what is allocated',
      "INSERT INTO refund (payment_id, amount_cents, refunded_on, method, reason, approved_by, actor) VALUES (1, 1, '2026-11-22', 'cheque', 'r', 'm', 'a')",
      /more is refunded/,
    ],
    [
      'a refund that nobody answers for',
      "INSERT INTO refund (payment_id, amount_cents, refunded_on, method, reason, approved_by, actor) VALUES (1, 1, '2026-11-22', 'cheque', 'r', '', 'a')",
      /CHECK|more is refunded/,
    ],
    [
      'reversing a payment that still pays a fee',
      "INSERT INTO payment_reversal VALUES (1, 'bounced', '2026-11-22', 'r', 'a')",
      /nothing of it is allocated/,
    ],
    [
      'reversing a cheque before its payments',
      "INSERT INTO remittance_reversal VALUES (1, 'bounced', '2026-11-22', 'r', 'a')",
      /only after its payments/,
    ],
    [
      'releasing half an allocation',
      "INSERT INTO allocation_release (payment_id, annual_fee_id, amount_cents, released_on) VALUES (1, 1, 1, '2026-11-22')",
      /whole/,
    ],
    ['voiding a paid fee', "UPDATE annual_fee SET voided_on = '2026-11-22' WHERE id = 1", /cannot be void/],
    ['deleting a fee', 'DELETE FROM annual_fee WHERE id = 2', /never deleted/],
    ['erasing a payment', 'DELETE FROM payment WHERE id = 1', /append-only|FOREIGN KEY/],
    ['changing a payment', 'UPDATE payment SET amount_cents = 1', /append-only/],
    ['changing a remittance', 'UPDATE remittance SET amount_cents = 1', /append-only/],
    [
      'waiving without permission',
      "INSERT INTO fee_change (annual_fee_id, kind, changed_on, cents, reason, actor) VALUES (2, 'waived', '2026-11-22', -5000, 'hardship', 'a')",
      /CHECK/,
    ],
    [
      'closing a deposit that does not agree',
      "UPDATE deposit SET control_cents = 15000; UPDATE deposit SET closed_on = '2026-11-22', closed_by = 'ann'",
      /does not agree/,
    ],
    [
      'adding to a closed deposit',
      "UPDATE deposit SET closed_on = '2026-11-22', closed_by = 'ann'; INSERT INTO remittance (deposit_id, position, received_on, method, amount_cents, entered_by) VALUES (1, 2, '2026-11-22', 'cash', 1, 'a')",
      /closed/,
    ],
  ];

  test.each(cases)('%s', (_what, sql, says) => {
    const { sqlite } = openDatabase();
    sqlite.exec(OFFICE + POST);
    expect(() => sqlite.exec(sql)).toThrow(says);
  });
});

const totals = (sqlite: BetterSqlite3.Database) =>
  Object.fromEntries(
    sqlite
      .prepare<[], [string, number]>(
        `SELECT account, sum(cents) FROM (SELECT debit AS account, cents FROM ledger UNION ALL SELECT credit, -cents FROM ledger)
         GROUP BY account ORDER BY account`,
      )
      .raw()
      .all(),
  );

test('a bounced cheque for two certifications reopens both fees, and every account says so', () => {
  const { sqlite } = openDatabase();
  sqlite.exec(OFFICE + POST);
  expect(totals(sqlite)).toEqual({
    bank: 14000,
    unassigned: 0,
    credit: 0,
    receivable: 5000,
    'fee-income': -19000,
  });
  sqlite.exec(`
    INSERT INTO allocation_release (payment_id, annual_fee_id, amount_cents, released_on) VALUES (1, 1, 5000, '2026-12-01'), (2, 3, 9000, '2026-12-01');
    INSERT INTO payment_reversal VALUES (1, 'bounced', '2026-12-01', 'no funds', 'ann'), (2, 'bounced', '2026-12-01', 'no funds', 'ann');
    INSERT INTO remittance_reversal VALUES (1, 'bounced', '2026-12-01', 'no funds', 'ann');
  `);
  expect(totals(sqlite)).toEqual({
    bank: 0,
    unassigned: 0,
    credit: 0,
    receivable: 19000,
    'fee-income': -19000,
  });
  expect(sqlite.prepare('SELECT paid_cents FROM annual_fee').pluck().all()).toEqual([0, 0, 0]);
  expect(unbalancedMoney(sqlite)).toBe(0);
});

test('adjusting, waiving, voiding and reissuing leave each account with what is true', () => {
  const { sqlite } = openDatabase();
  sqlite.exec(OFFICE);
  sqlite.exec(`
    UPDATE annual_fee SET amount_cents = 4000 WHERE id = 1;
    INSERT INTO fee_change (annual_fee_id, kind, changed_on, cents, reason, actor) VALUES (1, 'adjusted', '2026-11-22', -1000, 'typed wrongly', 'a');
    UPDATE annual_fee SET waived = 1 WHERE id = 2;
    INSERT INTO fee_change (annual_fee_id, kind, changed_on, cents, reason, approved_by, actor) VALUES (2, 'waived', '2026-11-22', -5000, 'hardship', 'm', 'a');
    UPDATE annual_fee SET voided_on = '2026-11-22' WHERE id = 3;
    INSERT INTO fee_change (annual_fee_id, kind, changed_on, cents, reason, actor) VALUES (3, 'voided', '2026-11-22', -9000, 'wrong year', 'a');
  `);
  expect(totals(sqlite)).toEqual({ receivable: 4000, 'fee-income': -9000, waived: 5000 });
});

test('an office of the version before keeps its runs, prints and who was told', () => {
  const sqlite = new BetterSqlite3(':memory:');
  sqlite.pragma('foreign_keys = ON');
  for (const [index, { sql }] of MIGRATIONS.slice(0, 2).entries()) {
    sqlite.exec(sql);
    sqlite.pragma(`user_version = ${index + 1}`);
  }
  sqlite.exec(OFFICE);
  sqlite.exec(`
    INSERT INTO run_piece (run_id, position, member_id, channel, sheet, asked_cents, content)
      VALUES ('2026-05-A', 1, 1, 'print', 1, 14000, '{"lines":[{"code":"RMA","yearStart":"2026-05-01"},{"code":"MT","yearStart":"2026-05-01"}]}');
    INSERT INTO run (id, kind, month, prepared_on, selected, to_print, to_email, held, frozen, pdf_sha256, printed_on, mailed_on)
      VALUES ('2026-05-A', 'renewal', '2026-05', '2026-04-01', 1, 1, 0, 0, '{}', '${'a'.repeat(64)}', '2026-04-02', '2026-04-03');
    INSERT INTO run_print (run_id, first_sheet, last_sheet, sha256, printed_at, actor)
      VALUES ('2026-05-A', 1, 1, '${'a'.repeat(64)}', '2026-04-02T10:00:00Z', 'ann');
  `);
  migrate(sqlite);
  expect(sqlite.prepare('SELECT id, kind, step, mailed_on FROM run').all()).toEqual([
    { id: '2026-05-A', kind: 'renewal', step: 'renewal', mailed_on: '2026-04-03' },
  ]);
  expect(sqlite.prepare('SELECT run_id, actor FROM run_print').all()).toEqual([
    { run_id: '2026-05-A', actor: 'ann' },
  ]);
  expect(
    sqlite.prepare('SELECT certification_id, step, for_date FROM notice_given ORDER BY 1').all(),
  ).toEqual([
    { certification_id: 1, step: 'renewal', for_date: '2026-05-01' },
    { certification_id: 2, step: 'renewal', for_date: '2026-05-01' },
  ]);
  expect(sqlite.pragma('foreign_key_check')).toEqual([]);
  expect(() => sqlite.exec("UPDATE run SET step = 'reminder'")).toThrow(/frozen/);
  expect(() => sqlite.exec('DELETE FROM run_piece')).toThrow(/never deleted|FOREIGN KEY/);
});
