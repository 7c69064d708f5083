import { expect, test } from 'vitest';
import { unwatchedWork } from '../../../electron/jobs/work.ts';
import { dueSteps } from '../../../electron/services/notices/completeness.ts';
import { prepareRun } from '../../../electron/services/notices/prepare.ts';
import { type Office, openOffice } from '../../../electron/services/office.ts';
import { shippedPolicy } from '../../../electron/services/policy.ts';
import { sweep } from '../../../electron/services/sweep/sweep.ts';
import { CERTIFICATION_CODES } from '../../../shared/domain/codes.ts';
import { addDays } from '../../../shared/util/dates.ts';
import { random } from '../../bench/random.ts';
import type { OraclePolicy } from '../../rules/oracle.ts';
import { optionsFor, sampleOffice, TODAY } from '../../temp-office.ts';
import { proven } from './proven.ts';

type Chance = ReturnType<typeof random>;

/** Some open fees are paid, in part or in full. */
async function pay(office: Office, asOf: string, { below }: Chance): Promise<void> {
  const open = office.db.sqlite
    .prepare<[], { id: number; certification: number; rest: number }>(
      'SELECT id, certification_id AS certification, amount_cents - paid_cents AS rest FROM annual_fee WHERE paid_cents < amount_cents AND waived = 0',
    )
    .all();
  await office.act((write) => {
    const run = (sql: string, ...values: (string | number | bigint)[]) =>
      write.db.sqlite.prepare(sql).run(...values);
    for (const { id, certification, rest } of open) {
      if (below(100) >= 6) continue;
      const cents = below(4) === 0 ? Math.ceil(rest / 2) : rest;
      const payment = run(
        "INSERT INTO payment (certification_id, received_on, amount_cents, method) VALUES (?, ?, ?, 'cheque')",
        ...[certification, asOf, cents],
      ).lastInsertRowid;
      run(
        'INSERT INTO payment_allocation (payment_id, annual_fee_id, amount_cents) VALUES (?, ?, ?)',
        payment,
        id,
        cents,
      );
    }
    write.journal({ action: 'test.paid', subject: 'office', subjectId: 'test', detail: { asOf } });
  });
}

/** Some runs are printed and mailed, some e-mails sent; some bounce, some letters come back. */
async function carry(office: Office, asOf: string, { below }: Chance): Promise<void> {
  const { sqlite } = office.db;
  const runs = sqlite.prepare<[], string>('SELECT id FROM run WHERE mailed_on IS NULL').pluck().all();
  await office.act((write) => {
    for (const id of runs) {
      if (below(3) === 0) continue;
      sqlite.prepare('UPDATE run SET printed_on = coalesce(printed_on, ?) WHERE id = ?').run(asOf, id);
      if (below(3) > 0) sqlite.prepare('UPDATE run SET mailed_on = ? WHERE id = ?').run(asOf, id);
      const emails = sqlite
        .prepare<[string], { position: number; member: number }>(
          `SELECT position, member_id AS member FROM run_piece p WHERE run_id = ? AND channel = 'email'
             AND NOT EXISTS (SELECT 1 FROM email_message e WHERE e.run_id = p.run_id AND e.position = p.position)`,
        )
        .all(id);
      for (const { position, member } of emails) {
        const state = ['sent', 'sent', 'sent', 'bounced', 'unknown', 'recorded'][below(6)] ?? 'sent';
        sqlite
          .prepare(
            "INSERT INTO email_message (run_id, position, member_id, address, message_id, state, recorded_at) VALUES (?, ?, ?, 'x@example.org', ?, ?, ?)",
          )
          .run(id, position, member, `<${id}.${position}@example.org>`, state, `${asOf}T12:00:00.000Z`);
        if (state !== 'bounced') continue;
        sqlite
          .prepare(
            "UPDATE notice_given SET failed = 'bounced', failed_on = ? WHERE run_id = ? AND position = ?",
          )
          .run(asOf, id, position);
        sqlite.prepare("UPDATE member SET email_bad_reason = 'bounced' WHERE id = ?").run(member);
      }
    }
    sqlite
      .prepare(
        `UPDATE notice_given SET failed = 'returned', failed_on = ? WHERE failed IS NULL AND id % 41 = ?
           AND EXISTS (SELECT 1 FROM run_piece p JOIN run r ON r.id = p.run_id
             WHERE p.run_id = notice_given.run_id AND p.position = notice_given.position AND p.channel = 'print' AND r.mailed_on IS NOT NULL)`,
      )
      .run(asOf, below(41));
    write.journal({ action: 'test.carried', subject: 'office', subjectId: 'test', detail: { asOf } });
  });
}

/** On most of the days that it looks, the office prepares what is due; some of it is forgotten for a while. */
async function prepareDue(office: Office, asOf: string, { below }: Chance): Promise<void> {
  for (const { step, month, after } of await dueSteps(office, asOf, unwatchedWork())) {
    if (below(5) === 0) continue;
    await prepareRun(office, { step, month, asOf, again: after !== null }, unwatchedWork());
  }
}

test.each([1, 2])(
  'over a year with random payments (%i) no certification gets a step twice for one date, and each month’s proof lists exactly who should have had a notice and has not',
  async (seed) => {
    const office = await sampleOffice(80, seed);
    const { folder, resources } = office;
    await office.close();
    const book = shippedPolicy(resources);
    const values = (name: string) =>
      Object.fromEntries(
        CERTIFICATION_CODES.map((code) => [code, book.value(`${name}.${code}`, TODAY).value]),
      );
    const policy: OraclePolicy = {
      feeCents: values('annual-fee'),
      points: values('points-required'),
      graceDays: 0,
    };
    const chance = random(seed);
    let listed = 0;
    for (let asOf = '2026-11-22', week = 0; asOf < '2027-11-22'; asOf = addDays(asOf, 11), week++) {
      const today = await openOffice(optionsFor(folder, asOf));
      try {
        if (week % 3 === 0) await sweep(today, { asOf, dryRun: false }, unwatchedWork());
        await pay(today, asOf, chance);
        await prepareDue(today, asOf, chance);
        await carry(today, asOf, chance);
        if (week % 7 === 6) {
          for (const month of [asOf.slice(0, 7), addDays(asOf, -60).slice(0, 7)])
            listed += await proven(today, month, asOf, policy);
        }
        const twice = today.db.sqlite
          .prepare(
            'SELECT certification_id FROM notice_given WHERE failed IS NULL GROUP BY certification_id, step, for_date HAVING count(*) > 1',
          )
          .all();
        expect(twice).toEqual([]);
      } finally {
        await today.close();
      }
    }
    // The year held what it was to prove something about.
    const last = await openOffice(optionsFor(folder, '2027-11-22'));
    const figures = last.db.sqlite
      .prepare<[], { steps: number; given: number; failed: number }>(
        'SELECT count(DISTINCT step) AS steps, count(*) AS given, count(failed) AS failed FROM notice_given',
      )
      .get();
    await last.close();
    expect(figures?.steps).toBeGreaterThanOrEqual(8);
    expect(figures?.given).toBeGreaterThan(150);
    expect(figures?.failed).toBeGreaterThan(3);
    expect(listed).toBeGreaterThan(10);
  },
  120_000,
);
