import { expect, test } from 'vitest';
import { checkJournal } from '../../../electron/db/verify.ts';
import { unwatchedWork } from '../../../electron/jobs/work.ts';
import type { Office } from '../../../electron/services/office.ts';
import { sweep } from '../../../electron/services/sweep/sweep.ts';
import { reopenOn, sampleOffice, TODAY } from '../../temp-office.ts';

const count = (office: Office, sql: string): number =>
  office.db.sqlite.prepare<[], number>(sql).pluck().get() ?? -1;
const run = (office: Office, dryRun = false, asOf = TODAY) =>
  sweep(office, { asOf, dryRun }, unwatchedWork());

/** Everything a sweep may change, as text. */
function state(office: Office): string {
  const rows = ['annual_fee', 'rolled_cycle', 'lapse', 'standing', 'journal', 'setting'].map((table) =>
    office.db.sqlite.prepare(`SELECT * FROM ${table}`).all(),
  );
  return JSON.stringify(rows);
}

test('a dry run lists every change with its reason and writes nothing', async () => {
  const office = await sampleOffice(200);
  const before = state(office);
  const report = await run(office, true);
  expect(state(office)).toBe(before);
  expect(report.changes.filter(({ kind }) => kind === 'invoice')).toHaveLength(report.invoiced);
  expect(report.changes.filter(({ kind }) => kind === 'roll')).toHaveLength(report.rolled);
  expect(report.changes.filter(({ kind }) => kind === 'lapse')).toHaveLength(report.lapsed);
  expect(report.invoiced).toBeGreaterThan(0);
  expect(report.lapsed).toBeGreaterThan(0);
  for (const change of report.changes)
    expect(change).toMatchObject({
      text: expect.stringMatching(/\.$/),
      citation: expect.stringMatching(/^SC-/),
    });
});

test('a sweep does what its dry run said, and a second one on the same date changes nothing', async () => {
  const office = await sampleOffice(200);
  const { changes, ...said } = await run(office, true);
  const first = await run(office);
  expect(first).toEqual({ ...said, changes: [] });
  expect(count(office, 'SELECT count(*) FROM standing')).toBe(first.evaluated);
  const after = state(office);
  const second = await run(office);
  expect(second).toMatchObject({
    evaluated: first.evaluated,
    invoiced: 0,
    rolled: 0,
    lapsed: 0,
    byStatus: first.byStatus,
  });
  expect(state(office)).toBe(after);
});

test('each change has its journal entry and the chain holds', async () => {
  const office = await sampleOffice(200);
  const report = await run(office);
  expect(count(office, "SELECT count(*) FROM journal WHERE action = 'fee.invoiced'")).toBe(report.invoiced);
  expect(count(office, "SELECT count(*) FROM journal WHERE action = 'lapse.marked'")).toBe(report.lapsed);
  expect(checkJournal(office.db.sqlite).brokenAt).toBeNull();
});

test('the next month is invoiced once, whichever day it is swept', async () => {
  const office = await reopenOn(await sampleOffice(200), '2026-12-01');
  await run(office, false, '2026-11-30');
  const december = await run(office, false, '2026-12-01');
  expect(december.invoiced).toBeGreaterThan(0);
  const again = await run(office, false, '2026-12-31');
  expect(again.invoiced).toBe(0);
  expect(
    count(
      office,
      "SELECT count(*) FROM annual_fee WHERE invoiced_on = '2026-12-01' AND substr(year_start, 1, 7) <> '2026-12'",
    ),
  ).toBe(0);
});

test('no fee is invoiced for who must recertify or has died', async () => {
  const office = await sampleOffice(300);
  await run(office);
  expect(
    count(
      office,
      `SELECT count(*) FROM annual_fee f JOIN certification c ON c.id = f.certification_id JOIN member m ON m.id = c.member_id
       JOIN standing s ON s.certification_id = c.id WHERE f.invoiced_on = '${TODAY}' AND (s.status = 'lapsed' OR m.deceased_on IS NOT NULL)`,
    ),
  ).toBe(0);
});

test('a payment lifts the lapse that its fee had caused', async () => {
  const office = await sampleOffice(300);
  await run(office);
  const lapsed = office.db.sqlite
    .prepare<[], { id: number; fee: number; owed: number }>(
      `SELECT l.certification_id AS id, f.id AS fee, f.amount_cents - f.paid_cents AS owed FROM lapse l JOIN standing s USING (certification_id)
       JOIN annual_fee f ON f.certification_id = l.certification_id AND f.due_on = l.since WHERE l.cause = 'fees' LIMIT 1`,
    )
    .get();
  if (lapsed === undefined) throw new Error('The sample office has no lapse by fees.');
  await office.act((write) => {
    const paid = write.db.sqlite
      .prepare(
        "INSERT INTO payment (certification_id, received_on, amount_cents, method) VALUES (?, ?, ?, 'cheque')",
      )
      .run(lapsed.id, TODAY, lapsed.owed);
    write.db.sqlite
      .prepare('INSERT INTO payment_allocation (payment_id, annual_fee_id, amount_cents) VALUES (?, ?, ?)')
      .run(paid.lastInsertRowid, lapsed.fee, lapsed.owed);
    write.journal({ action: 'payment.received', subject: 'office', subjectId: 'test', detail: null });
  });
  await run(office);
  // The next unpaid year may give a lapse of its own; the one that was paid is over.
  expect(
    count(
      office,
      `SELECT count(*) FROM lapse WHERE certification_id = ${lapsed.id} AND lifted_on = '${TODAY}'`,
    ),
  ).toBe(1);
});
