import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { startWork, unwatchedWork } from '../../../electron/jobs/work.ts';
import { saveManagers } from '../../../electron/services/managers.ts';
import { createOffice, type Office } from '../../../electron/services/office.ts';
import { decidePolicy } from '../../../electron/services/policy/decide.ts';
import { fillSampleOffice } from '../../../electron/services/sample/fill-sample-office.ts';
import { explain } from '../../../electron/services/standing.ts';
import { sweep } from '../../../electron/services/sweep/sweep.ts';
import { exportTrial } from '../../../electron/services/what-if/export.ts';
import { keptTrials } from '../../../electron/services/what-if/kept.ts';
import { trialRows } from '../../../electron/services/what-if/rows.ts';
import { tryOut } from '../../../electron/services/what-if/try-out.ts';
import type { Trial, TrialFilter, TrialSort } from '../../../shared/domain/what-if.ts';
import { emptyOffice, optionsFor, TODAY, tempFolder } from '../../temp-office.ts';

let office: Office;
beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'standing-what-if-'));
  office = await createOffice(optionsFor(join(folder, 'office')));
  await fillSampleOffice(office, { members: 300, seed: 5, asOf: TODAY }, unwatchedWork());
  await sweep(office, { asOf: TODAY, dryRun: false }, unwatchedWork());
  return async () => {
    await office.close();
    rmSync(folder, { recursive: true });
  };
});

const NOW = { values: [], without: null, asOf: TODAY, against: TODAY } as const;
const YEAR: Trial = { ...NOW, values: [{ name: 'lapse-after-months', value: 12 }] };
const ALL: TrialFilter = { show: 'moved', from: null, to: null };
const query = (filter = ALL, by: TrialSort = 'name', descending = false) => ({
  filter,
  sort: { by, descending },
});

/** The database as its file and its log hold it: the journal, every table, every index. */
function bytes(): string {
  const hash = createHash('sha256');
  for (const name of ['office.db', 'office.db-wal']) hash.update(readFileSync(join(office.folder, name)));
  return hash.digest('hex');
}

test('trying values and a day writes not one byte', async () => {
  const before = bytes();
  const tried = await tryOut(office, { ...YEAR, asOf: '2027-06-01' }, unwatchedWork());
  expect(tried.report.moved).toBeGreaterThan(10);
  await trialRows(office, tried, { ...query(), offset: 0, limit: 50 });
  await exportTrial(office, tried, query(), join(tempFolder(), 'list.csv'), unwatchedWork());
  expect(bytes()).toBe(before);
});

test('it finds exactly those whom the rules judge otherwise, each with what decides before and after', async () => {
  const tried = await tryOut(office, YEAR, unwatchedWork());
  const { moves, moved, judged } = tried.report;
  expect(moves).toEqual([{ from: 'past-due', to: 'lapsed', certifications: moved }]);
  const { rows, total } = await trialRows(office, tried, { ...query(), offset: 0, limit: 500 });
  expect([total, rows.length]).toEqual([moved, moved]);
  for (const { before, after } of rows) {
    expect(before).toMatch(/^The annual fee that was due on \d+ \w+ \d{4} is unpaid/);
    expect(after).toMatch(/^The annual fee due on .* has been unpaid for 12 months or more/);
  }
  // One by one: a year or more past due, by the standings as they are.
  const numbers = office.db.sqlite.prepare<[], string>('SELECT member_no FROM member').pluck().all();
  const expected: string[] = [];
  let standings = 0;
  for (const memberNo of numbers)
    for (const { code, status, fees } of await explain(office, memberNo, TODAY)) {
      standings += 1;
      const due = fees.oldestUnpaidDueOn ?? '9999-12-31';
      if (status === 'past-due' && due <= '2025-11-22') expected.push(`${memberNo} ${code}`);
    }
  expect(rows.map(({ memberNo, code }) => `${memberNo} ${code}`).toSorted()).toEqual(expected.toSorted());
  expect(judged).toBe(standings);
});

test('a value tried from a day on changes just what deciding it would: what was decided for a later day holds', async () => {
  const own = await emptyOffice();
  await saveManagers(own, ['Test']);
  own.db.sqlite.exec(`
    INSERT INTO member (id, member_no, first_name, last_name, sort_name) VALUES (1, '700001', 'Ann', 'Lee', 'lee ann');
    INSERT INTO certification (id, member_id, code, certified_on) VALUES (1, 1, 'RMA', '2005-05-01');
  `);
  const name = 'lapse-after-months';
  const said = { kind: 'set', name, reason: 'test', reference: 'Minutes', approvedBy: null } as const;
  const decide = (value: number, from: string) =>
    decidePolicy(own, { ...said, value, from }, TODAY, unwatchedWork());
  const status = async () => (await explain(own, '700001', TODAY))[0]?.status;
  await decide(999, '2006-05-01');
  expect(await status()).toBe('past-due');
  // Her oldest fee fell due on 31 May 2006, when the 999 months are in force already.
  const preview = async (value: number, from: string) =>
    (await tryOut(own, { ...NOW, values: [{ name, value, from }] }, unwatchedWork())).report.moved;
  expect(await preview(12, '2006-04-01')).toBe(0);
  expect(await preview(12, '2006-05-01')).toBe(1);
  await decide(12, '2006-04-01');
  expect(await status()).toBe('past-due');
  await decide(12, '2006-05-01');
  expect(await status()).toBe('lapsed');
});

test('2019 is judged by 2019’s values: a longer grace from a day on changes nothing that ended before it', async () => {
  const from = await tryOut(
    office,
    { ...NOW, values: [{ name: 'points-grace-days', value: 3000, from: TODAY }] },
    unwatchedWork(),
  );
  expect(from.report).toMatchObject({ moved: 0, otherwise: 0 });
  const always = await tryOut(
    office,
    { ...NOW, values: [{ name: 'points-grace-days', value: 3000 }] },
    unwatchedWork(),
  );
  expect(always.report.moves[0]).toMatchObject({ from: 'lapsed' });
});

test('another day alone: who would be past due by then', async () => {
  const { report } = await tryOut(office, { ...NOW, asOf: '2026-12-01' }, unwatchedWork());
  expect(report.moves).toContainEqual(expect.objectContaining({ from: 'due', to: 'past-due' }));
});

test('those who keep their status but stand otherwise have a list of their own', async () => {
  const tried = await tryOut(
    office,
    {
      ...NOW,
      values: [
        { name: 'points-required.RMA', value: 31 },
        { name: 'exam-only-after-years', value: 1 },
      ],
    },
    unwatchedWork(),
  );
  const { rows, total } = await trialRows(office, tried, {
    ...query({ show: 'otherwise', from: null, to: null }),
    offset: 0,
    limit: 500,
  });
  expect(total).toBe(tried.report.otherwise);
  expect(new Set(rows.flatMap(({ parts }) => parts))).toEqual(new Set(['points', 'lapse']));
  for (const { from, to, before, after } of rows) {
    expect(from).toBe(to);
    expect(before).not.toBe(after);
  }
});

test('lists are sorted, filtered and paged', async () => {
  const tried = await tryOut(office, { ...NOW, asOf: '2030-01-01' }, unwatchedWork());
  const [move] = tried.report.moves;
  if (move === undefined) throw new Error('Nobody moved.');
  const filter: TrialFilter = { show: 'moved', from: move.from, to: move.to };
  const one = await trialRows(office, tried, { ...query(filter, 'memberNo', true), offset: 0, limit: 500 });
  expect(one.total).toBe(move.certifications);
  const numbers = one.rows.map(({ memberNo }) => Number(memberNo));
  expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));
  const part = await trialRows(office, tried, { ...query(filter, 'memberNo', true), offset: 3, limit: 2 });
  expect(part.rows).toEqual(one.rows.slice(3, 5));
});

test('the list is exported whole, and formulas are neutralised', async () => {
  const tried = await tryOut(office, YEAR, unwatchedWork());
  const file = join(tempFolder(), 'what if.csv');
  const { rows } = await exportTrial(office, tried, query(), file, unwatchedWork());
  const lines = readFileSync(file, 'utf8').trim().split(/\r?\n/);
  expect(lines[0]?.replace('\uFEFF', '')).toBe('member_no,name,code,from,to,differs_in,before,after');
  expect(lines.length - 1).toBe(rows);
  expect(lines[1]).toContain(',past-due,lapsed,');
  await expect(
    exportTrial(office, tried, query(), join(office.folder, 'office.db'), unwatchedWork()),
  ).rejects.toMatchObject({ code: 'office-file' });
});

test('it is cancelled at its next breath', async () => {
  const controller = new AbortController();
  const work = startWork(controller.signal, () => controller.abort());
  await expect(tryOut(office, YEAR, work)).rejects.toMatchObject({ code: 'cancelled' });
});

test('a trial is kept for its own office, and the oldest is let go', async () => {
  const kept = keptTrials();
  const tried = await tryOut(office, YEAR, unwatchedWork());
  for (let n = 0; n < 5; n += 1) kept.keep(`job ${n}`, office, tried);
  expect(kept.of('job 4', office)).toBe(tried);
  expect(() => kept.of('job 0', office)).toThrow(expect.objectContaining({ code: 'trial-gone' }));
  expect(() => kept.of('job 4', { ...office })).toThrow(expect.objectContaining({ code: 'trial-gone' }));
});
