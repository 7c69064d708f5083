import { expect, test } from 'vitest';
import { openDatabase } from './open-database.ts';

const HASH = 'a'.repeat(64);

/** A request that went out once, a badge of Credly, and an offering with its price. */
const SETUP = `
  INSERT INTO member (id, member_no, first_name, last_name, sort_name) VALUES (1, '700001', 'Ann', 'Lee', 'lee ann');
  INSERT INTO certification (id, member_id, code, certified_on) VALUES (1, 1, 'RMA', '2019-05-01');
  INSERT INTO badge_request (id, certification_id, reason, requested_on, actor) VALUES (1, 1, 'certified', '2026-11-01', 'Test');
  INSERT INTO badge_request (id, certification_id, reason, requested_on, actor, withdrawn_on, withdrawn_reason)
    VALUES (2, 1, 'missing', '2026-11-01', 'Test', '2026-11-02', 'by mistake');
  INSERT INTO badge_export (id, kind, exported_on, actor) VALUES (1, 'issue', '2026-11-03', 'Test'), (2, 'issue', '2026-11-04', 'Test');
  INSERT INTO badge_export_file (export_id, position, name, rows, sha256) VALUES (1, 1, 'a.csv', 1, '${HASH}');
  INSERT INTO badge_exported (export_id, request_id, again) VALUES (1, 1, 0);
  INSERT INTO credly_import (id, file_name, sha256, imported_on, rows, actor) VALUES (1, 'b.csv', '${HASH}', '2026-11-05', 1, 'Test');
  INSERT INTO credly_badge (id, badge_id, certification_id, template_id, email, first_name, last_name, state, import_id)
    VALUES (1, 'b1', 1, 't', 'ann@example.org', 'Ann', 'Lee', 'claimed', 1);
  INSERT INTO ce_offering (id, external_id, title, category, points, from_date) VALUES (1, 'A-1', 'Blood', 'professional-education', 2, '2026-01-01');
  INSERT INTO ce_price (id, offering_id, from_date, list_cents, member_cents, set_on, actor) VALUES (1, 1, '2026-01-01', 4900, 2900, '2026-01-01', 'Test');
`;

test.each([
  ['a request’s first export twice', 'INSERT INTO badge_exported VALUES (2, 1, 0)'],
  ['an export of a withdrawn request', 'INSERT INTO badge_exported VALUES (2, 2, 0)'],
  [
    'the same request on one day',
    "INSERT INTO badge_request (certification_id, reason, requested_on, actor) VALUES (1, 'certified', '2026-11-01', 'Test')",
  ],
  ['a request changed', "UPDATE badge_request SET reason = 'missing' WHERE id = 1"],
  [
    'a withdrawal taken back',
    'UPDATE badge_request SET withdrawn_on = NULL, withdrawn_reason = NULL WHERE id = 2',
  ],
  ['a request deleted', 'DELETE FROM badge_request WHERE id = 2'],
  ['an export deleted', 'DELETE FROM badge_exported'],
  [
    'more rows in a file than Credly takes',
    `INSERT INTO badge_export_file VALUES (1, 2, 'b.csv', 5001, '${HASH}')`,
  ],
  ['a state that Credly has not', "UPDATE credly_badge SET state = 'lost'"],
  ['a badge deleted', 'DELETE FROM credly_badge'],
  [
    'a badge twice',
    "INSERT INTO credly_badge (badge_id, template_id, email, first_name, last_name, state, import_id) VALUES ('b1', 't', 'x', 'x', 'x', 'issued', 1)",
  ],
  [
    'a member price above the list price',
    "INSERT INTO ce_price (offering_id, from_date, list_cents, member_cents, set_on, actor) VALUES (1, '2026-02-01', 1, 2, '2026-01-01', 'Test')",
  ],
  ['a price changed', 'UPDATE ce_price SET list_cents = 1'],
  ['a price deleted', 'DELETE FROM ce_price'],
  [
    'an external id twice',
    "INSERT INTO ce_offering (external_id, title, category, points, from_date) VALUES ('A-1', 'x', 'authorship', 1, '2026-01-01')",
  ],
  ['employment as continuing education', "UPDATE ce_offering SET category = 'employment-verification'"],
  ['an offering that ends before it begins', "UPDATE ce_offering SET to_date = '2025-12-31'"],
  ['an offering deleted', 'DELETE FROM ce_offering'],
])('the schema refuses %s', (_, sql) => {
  const { sqlite } = openDatabase();
  sqlite.exec(SETUP);
  expect(() => sqlite.exec(sql)).toThrow();
});

test('a request goes out again when it is asked for by name, and is made anew after its withdrawal', () => {
  const { sqlite } = openDatabase();
  sqlite.exec(SETUP);
  sqlite.exec('INSERT INTO badge_exported VALUES (2, 1, 1)');
  sqlite.exec(
    "INSERT INTO badge_request (certification_id, reason, requested_on, actor) VALUES (1, 'missing', '2026-11-01', 'Test')",
  );
  expect(sqlite.prepare('SELECT count(*) FROM badge_request').pluck().get()).toBe(3);
});
