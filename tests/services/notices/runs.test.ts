import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startWork, unwatchedWork } from '../../../electron/jobs/work.ts';
import { markMailed, unmarkMailed } from '../../../electron/services/notices/mark-mailed.ts';
import { prepareRenewals } from '../../../electron/services/notices/prepare.ts';
import { printRun } from '../../../electron/services/notices/print.ts';
import { heldOf, runPieces } from '../../../electron/services/notices/runs.ts';
import type { Office } from '../../../electron/services/office.ts';
import { HELD_REASONS } from '../../../shared/domain/renewals.ts';
import { reopenOn, sampleOffice, TODAY, tempFolder } from '../../temp-office.ts';

const MONTH = '2026-12';
const prepare = (office: Office, again = false) =>
  prepareRenewals(office, { month: MONTH, asOf: TODAY, again }, unwatchedWork());
const scalar = (office: Office, sql: string): unknown => office.db.sqlite.prepare(sql).pluck().get();

test('a run selects everyone with an anniversary in the month, and each is printed, e-mailed or held with a reason (SC-NOTICE-1)', async () => {
  const office = await sampleOffice(600);
  const run = await prepare(office);
  const expected = scalar(
    office,
    "SELECT count(DISTINCT member_id) FROM certification WHERE substr(coalesce(recertified_on, certified_on), 6, 2) = '12' AND coalesce(recertified_on, certified_on) < '2026'",
  );
  expect(run.selected).toBe(expected);
  expect(run.toPrint + run.toEmail + run.held).toBe(run.selected);
  expect(run.run).toBe('2026-12-A');
  const held = await heldOf(office, run.run);
  expect(held).toHaveLength(run.held);
  for (const { reason } of held) expect(HELD_REASONS).toContain(reason);
});

test('the same month again gives the same run and writes nothing', async () => {
  const office = await sampleOffice(200);
  const first = await prepare(office);
  const entries = scalar(office, 'SELECT count(*) FROM journal');
  expect(await prepare(office)).toEqual(first);
  expect(scalar(office, 'SELECT count(*) FROM journal')).toBe(entries);
});

test('a further run holds those who already have a notice of the month', async () => {
  const office = await sampleOffice(300);
  const first = await prepare(office);
  const second = await prepare(office, true);
  expect(second).toMatchObject({ run: '2026-12-B', selected: first.selected, toPrint: 0, toEmail: 0 });
  expect(second.heldBy).toContainEqual({
    reason: 'already sent for this month',
    count: first.toPrint + first.toEmail,
  });
});

test('sheets are in ZIP order, then by name, foreign last', async () => {
  const office = await sampleOffice(1500);
  const run = await prepare(office);
  const rows = office.db.sqlite
    .prepare<[], { zip: string; country: string; sort_name: string }>(
      `SELECT a.zip, a.country, m.sort_name FROM run_piece p JOIN member m ON m.id = p.member_id JOIN postal_address a ON a.member_id = m.id AND a.valid_to IS NULL
       WHERE p.sheet IS NOT NULL ORDER BY p.sheet`,
    )
    .all();
  expect(rows).toHaveLength(run.toPrint);
  const firstForeign = rows.findIndex(
    ({ country }) => country !== 'US' && country !== 'PR' && country !== 'GU' && country !== 'VI',
  );
  const home = firstForeign < 0 ? rows : rows.slice(0, firstForeign);
  // A space sorts before every digit, so that 60018 stands before 60018-1234.
  const keys = home.map(({ zip, sort_name }) => `${zip.replace('-', '')} ${sort_name}`);
  expect(keys).toEqual(keys.toSorted());
  if (firstForeign >= 0)
    for (const row of rows.slice(firstForeign)) expect(['US', 'PR', 'GU', 'VI']).not.toContain(row.country);
});

test('a prepared run is frozen in the database itself', async () => {
  const office = await sampleOffice(200);
  await prepare(office);
  for (const sql of [
    'UPDATE run SET selected = selected + 1, held = held + 1',
    'DELETE FROM run',
    "UPDATE run_piece SET content = '{}' WHERE channel = 'print'",
    'DELETE FROM run_piece',
    "INSERT INTO run_piece (run_id, position, member_id, channel, held_reason, asked_cents) VALUES ('2026-12-A', 99999, 1, 'held', 'deceased', 0)",
  ]) {
    expect(() => office.db.sqlite.exec(sql), sql).toThrow(/frozen|never deleted/);
  }
});

test('a run whose pieces do not add up is refused by the database', async () => {
  const office = await sampleOffice(200);
  expect(() =>
    office.db.sqlite.exec(
      "INSERT INTO run (id, kind, step, month, prepared_on, selected, to_print, to_email, held, frozen) VALUES ('2027-01-A', 'renewal', 'renewal', '2027-01', '2026-11-22', 1, 1, 0, 0, '{}')",
    ),
  ).toThrow(/do not add up/);
});

test('printing twice gives the same bytes, and a range holds those sheets', async () => {
  const office = await sampleOffice(400);
  const run = await prepare(office);
  const folder = tempFolder();
  const print = (name: string, from: number | null = null, to: number | null = null) =>
    printRun(office, { run: run.run, from, to, outFile: join(folder, name) }, unwatchedWork());
  const first = await print('a.pdf');
  const second = await print('b.pdf');
  expect(first.sheets).toBe(run.toPrint);
  expect(second.sha256).toBe(first.sha256);
  expect(readFileSync(join(folder, 'a.pdf')).equals(readFileSync(join(folder, 'b.pdf')))).toBe(true);
  const range = await print('c.pdf', 3, 7);
  expect(range.sheets).toBe(5);
  const text = (name: string, from: number, to: number) =>
    execFileSync('pdftotext', ['-layout', '-f', String(from), '-l', String(to), join(folder, name), '-'], {
      encoding: 'utf8',
    });
  expect(text('c.pdf', 1, 5)).toBe(text('a.pdf', 3, 7));
  expect(text('a.pdf', 3, 3)).toContain(`Sheet 3 of ${run.toPrint}`);
});

test('sheets that a run has not are refused and nothing is written', async () => {
  const office = await sampleOffice(200);
  const run = await prepare(office);
  const outFile = join(tempFolder(), 'x.pdf');
  for (const [from, to] of [
    [5, 3],
    [1, run.toPrint + 1],
  ] as const) {
    await expect(
      printRun(office, { run: run.run, from, to, outFile }, unwatchedWork()),
    ).rejects.toMatchObject({ code: 'no-such-sheets' });
  }
  await expect(
    printRun(office, { run: '2030-01-A', from: null, to: null, outFile }, unwatchedWork()),
  ).rejects.toMatchObject({ code: 'run-unknown' });
  expect(() => readFileSync(outFile)).toThrow();
});

test('a cancelled preparation leaves no run, and the next one is as if nothing had been', async () => {
  const office = await sampleOffice(900);
  const controller = new AbortController();
  const work = startWork(controller.signal, ({ doing }) => {
    if (doing === 'Freezing the run') controller.abort();
  });
  await expect(
    prepareRenewals(office, { month: MONTH, asOf: TODAY, again: false }, work),
  ).rejects.toMatchObject({ code: 'cancelled' });
  expect(scalar(office, 'SELECT count(*) FROM run')).toBe(0);
  const run = await prepare(office);
  const { total } = await runPieces(office, {
    run: run.run,
    channel: null,
    reason: null,
    offset: 0,
    limit: 1,
  });
  expect(total).toBe(run.selected);
});

test('mailed needs printed, is idempotent, and can be taken back', async () => {
  const office = await sampleOffice(200);
  const { run } = await prepare(office);
  await expect(markMailed(office, { run, on: TODAY })).rejects.toMatchObject({ code: 'not-printed' });
  await printRun(
    office,
    { run, from: null, to: null, outFile: join(tempFolder(), 'a.pdf') },
    unwatchedWork(),
  );
  await expect(markMailed(office, { run, on: '2026-11-01' })).rejects.toMatchObject({
    code: 'mailed-before-prepared',
  });
  await expect(markMailed(office, { run, on: '2026-12-24' })).rejects.toMatchObject({
    code: 'mailed-in-future',
  });
  const later = await reopenOn(office, '2026-11-25');
  expect((await markMailed(later, { run, on: '2026-11-24' })).mailedOn).toBe('2026-11-24');
  expect((await markMailed(later, { run, on: '2026-11-24' })).mailedOn).toBe('2026-11-24');
  await expect(markMailed(later, { run, on: '2026-11-25' })).rejects.toMatchObject({
    code: 'mailed-already',
  });
  expect((await unmarkMailed(later, run)).mailedOn).toBeNull();
  expect(
    scalar(later, "SELECT count(*) FROM journal WHERE action IN ('run.mailed', 'run.mailing-withdrawn')"),
  ).toBe(2);
});

test('every reason for holding a piece occurs where it should', async () => {
  const office = await sampleOffice(200);
  const { sqlite } = office.db;
  const first = await prepareRenewals(office, { month: MONTH, asOf: TODAY, again: false }, unwatchedWork());
  const printed = sqlite
    .prepare<[], string>(
      "SELECT m.member_no FROM run_piece p JOIN member m ON m.id = p.member_id WHERE p.channel = 'print' ORDER BY p.sheet LIMIT 4",
    )
    .pluck()
    .all();
  expect(printed).toHaveLength(4);
  const [dead = '', silent = '', nowhere = '', wide = ''] = printed;
  const id = '(SELECT id FROM member WHERE member_no = ?)';
  await office.act((write) => {
    const run = (sql: string, no: string) => write.db.sqlite.prepare(sql).run(no);
    run("UPDATE member SET deceased_on = '2026-01-01' WHERE member_no = ?", dead);
    run('UPDATE member SET mail_ok = 0, email_ok = 0 WHERE member_no = ?', silent);
    for (const no of [nowhere, wide]) run('UPDATE member SET email_ok = 0 WHERE member_no = ?', no);
    run(`UPDATE postal_address SET city = '' WHERE valid_to IS NULL AND member_id = ${id}`, nowhere);
    run(
      `UPDATE postal_address SET address1 = 'Q'||hex(zeroblob(40)) WHERE valid_to IS NULL AND member_id = ${id}`,
      wide,
    );
    write.journal({ action: 'test.prepared', subject: 'office', subjectId: 'test', detail: null });
  });
  // The month after next year has no run yet and the same anniversaries.
  const next = await prepareRenewals(
    office,
    { month: '2027-12', asOf: TODAY, again: false },
    unwatchedWork(),
  );
  const reasons = new Map((await heldOf(office, next.run)).map(({ memberNo, reason }) => [memberNo, reason]));
  expect(reasons.get(dead)).toBe('deceased');
  expect(reasons.get(silent)).toBe('asked for no mail');
  expect(reasons.get(nowhere)).toBe('no usable address');
  expect(reasons.get(wide)).toBe('address does not fit the window');
  expect(first.heldBy.map(({ reason }) => reason)).toEqual(expect.arrayContaining(['must recertify']));
});

test.each(['1026-12', '2024-10', '2028-12'])(
  'no run is frozen for %s, more than two years away',
  async (month) => {
    const office = await sampleOffice(80);
    await expect(
      prepareRenewals(office, { month, asOf: TODAY, again: false }, unwatchedWork()),
    ).rejects.toMatchObject({ code: 'month-implausible' });
    expect(scalar(office, 'SELECT count(*) FROM run')).toBe(0);
  },
);
