import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Office } from '../../../electron/services/office.ts';
import { officePolicy } from '../../../electron/services/policy.ts';
import { todayView } from '../../../electron/services/today.ts';
import { exportWorklist } from '../../../electron/services/worklists/export.ts';
import { worklistItem } from '../../../electron/services/worklists/item.ts';
import { worklistCounts, worklistRows } from '../../../electron/services/worklists/lists.ts';
import { type MarkOrder, markItem } from '../../../electron/services/worklists/marks.ts';
import { WORKLISTS, type WorklistFilter, type WorklistName } from '../../../shared/domain/worklists.ts';
import { reopenOn, sampleOffice, TODAY, tempFolder } from '../../temp-office.ts';
import { countOf, cycleOffice, type Recorded, sweepOn } from '../cycles/cycle-office.ts';
import type { Held } from '../payments/small-office.ts';

const rows = (office: Office, list: WorklistName, filter: WorklistFilter = {}, today = TODAY) =>
  worklistRows(office, { list, filter, sort: { by: 'on', descending: false }, offset: 0, limit: 100 }, today);

const one = (memberNo: string, certifiedOn: string, fees: number, paid = fees): Held => ({
  memberNo,
  name: ['Member', memberNo],
  code: 'RMA',
  certifiedOn,
  fees,
  paid,
});

interface ListCase {
  readonly name: string;
  readonly list: WorklistName;
  readonly filter?: WorklistFilter;
  readonly held: Held;
  readonly recorded?: Recorded;
  readonly on: boolean;
  readonly text?: RegExp;
}

const M = '700020';

/** Today is 22 November 2026. */
const CASES: readonly ListCase[] = [
  {
    name: 'SC-CCP-3, PB-CCP-4: a cycle that ends in 30 days and is short, with how many points are outstanding',
    list: 'ending',
    filter: { days: 30 },
    held: one(M, '2023-12-23', 2),
    recorded: { activities: [[M, '2025-01-01', 12]] },
    on: true,
    text: /^12 of 30 points recorded; 18 points to go by 22 December 2026\.$/,
  },
  {
    name: 'SC-CCP-3: in 31 days, it is not among those of 30',
    list: 'ending',
    filter: { days: 30 },
    held: one(M, '2023-12-24', 2),
    on: false,
  },
  {
    name: 'PB-CCP-3: attested, it is short of nothing',
    list: 'ending',
    held: one(M, '2023-12-23', 2),
    recorded: { attestations: [[M, 'RMA', '2023-12-23', '2026-11-01']] },
    on: false,
  },
  {
    name: 'PB-CCP-1: not bound, it is on no list of points',
    list: 'ending',
    held: one(M, '2005-12-23', 20),
    on: false,
  },
  {
    name: 'SC-CCP-3, SC-LAPSE-1: a cycle that ended short',
    list: 'ended-short',
    held: one(M, '2023-10-05', 3),
    recorded: { activities: [[M, '2025-01-01', 29]] },
    on: true,
    text: /^29 of 30 points recorded when it ended on 4 October 2026, and no attestation\.$/,
  },
  {
    name: 'SC-CCP-7: the points are there and a fee keeps it from rolling',
    list: 'roll-blocked',
    held: one(M, '2023-10-05', 3, 1),
    recorded: { activities: [[M, '2025-01-01', 30]] },
    on: true,
    text: /the annual fee due 31 October 2025 keeps it from rolling/,
  },
  {
    name: 'PB-CCP-5: more of one category than the office’s cap',
    list: 'over-cap',
    held: one(M, '2024-10-05', 2),
    recorded: { activities: [[M, '2025-01-01', 46]] },
    on: true,
    text: /^46 points of Professional Education .* the office’s cap is 45 \(not confirmed\)\.$/,
  },
  {
    name: 'PB-CCP-5: as many as the cap are not over it',
    list: 'over-cap',
    held: one(M, '2024-10-05', 2),
    recorded: { activities: [[M, '2025-01-01', 45]] },
    on: false,
  },
  {
    name: 'SC-CCP-6: the same title, day and provider, whatever its capitals and accents',
    list: 'duplicates',
    held: one(M, '2024-10-05', 2),
    recorded: {
      activities: [
        [M, '2025-01-01', 5, 'CPR Café'],
        [M, '2025-01-01', 4, 'cpr cafe'],
      ],
    },
    on: true,
    text: /^“CPR Café” by Red Cross on 1 January 2025 is recorded twice, with 5 and 4 points\.$/,
  },
  {
    name: 'SC-CCP-6: on another day it is another activity',
    list: 'duplicates',
    held: one(M, '2024-10-05', 2),
    recorded: {
      activities: [
        [M, '2025-01-01', 5, 'CPR'],
        [M, '2025-01-02', 5, 'CPR'],
      ],
    },
    on: false,
  },
  {
    name: 'SC-CCP-2: employments that share a day',
    list: 'duplicates',
    held: one(M, '2018-10-05', 8),
    recorded: {
      jobs: [
        [M, '2018-01-01', '2019-06-30', 6],
        [M, '2019-06-30', null, 6],
      ],
    },
    on: true,
    text: /overlap from 30 June 2019 on; they claim 6 and 6 points/,
  },
  {
    name: 'SC-CCP-2: one that begins the day after the other ended does not overlap',
    list: 'duplicates',
    held: one(M, '2018-10-05', 8),
    recorded: {
      jobs: [
        [M, '2018-01-01', '2019-06-30', 6],
        [M, '2019-07-01', null, 6],
      ],
    },
    on: false,
  },
];

test.each(CASES)('$name', async ({ list, filter, held, recorded, on, text }) => {
  const office = await cycleOffice([held], recorded);
  const found = await rows(office, list, filter);
  expect(found.total).toBe(on ? 1 : 0);
  if (text !== undefined) expect(found.rows[0]?.text).toMatch(text);
  // Nobody who has died is on a list.
  await office.act((write) => {
    write.db.sqlite.prepare("UPDATE member SET deceased_on = '2026-11-01'").run();
    write.journal({ action: 'test.filled', subject: 'office', subjectId: 'test', detail: null });
  });
  expect((await rows(office, list, filter)).total).toBe(0);
});

test('the grace that the office gives keeps an ended cycle off the lapsed, until its last day', async () => {
  const office = await cycleOffice([one(M, '2023-10-05', 3)]);
  expect((await rows(office, 'lapsed')).total).toBe(1);
  await office.act((write) => {
    write.db.sqlite
      .prepare(
        `INSERT INTO policy_decision (kind, name, from_date, value, reason, reference, actor, approved_by, set_at)
         VALUES ('set', 'points-grace-days', '2020-01-01', 60, 'test', '', 'Test', 'Maya', ?)`,
      )
      .run(TODAY);
    write.journal({ action: 'test.filled', subject: 'office', subjectId: 'test', detail: null });
  });
  await sweepOn(office);
  expect((await rows(office, 'lapsed')).total).toBe(0);
  expect((await rows(office, 'in-grace')).rows[0]?.settle).toBe(
    'Record 30 points earned in the cycle by 3 December 2026: 60 days of grace.',
  );
  const later = await reopenOn(office, '2026-12-04');
  await sweepOn(later, '2026-12-04');
  expect((await rows(later, 'in-grace', {}, '2026-12-04')).total).toBe(0);
  expect((await rows(later, 'lapsed', {}, '2026-12-04')).total).toBe(1);
});

test('a row is noted, snoozed until a date, comes back by itself, is done and taken back; all of it stays on record', async () => {
  const office = await cycleOffice([one(M, '2023-12-23', 2)]);
  const [row] = (await rows(office, 'ending')).rows;
  if (row === undefined) throw new Error('There is one');
  const mark = (change: Pick<MarkOrder, 'kind'> & Partial<MarkOrder>) =>
    markItem(office, { list: 'ending', item: row.item, memberNo: M, until: null, text: '', ...change });
  await mark({ kind: 'note', text: 'rang on Monday' });
  expect((await rows(office, 'ending')).total).toBe(1);
  await expect(mark({ kind: 'snoozed', until: '2026-12-01' })).rejects.toMatchObject({
    code: 'reason-missing',
  });
  await expect(mark({ kind: 'snoozed', until: TODAY, text: 'x' })).rejects.toMatchObject({
    code: 'date-impossible',
  });
  await mark({ kind: 'snoozed', until: '2026-12-01', text: 'certificate is on its way' });
  expect((await rows(office, 'ending')).total).toBe(0);
  expect((await worklistCounts(office, TODAY)).ending).toBe(0);
  expect((await rows(office, 'ending', { show: 'snoozed' })).rows[0]?.awayUntil).toBe('2026-12-01');
  expect((await rows(office, 'ending', {}, '2026-12-01')).total).toBe(1);
  await mark({ kind: 'done' });
  expect((await rows(office, 'ending', { show: 'done' })).rows[0]?.done).toBe(true);
  await mark({ kind: 'back' });
  expect((await rows(office, 'ending')).total).toBe(1);
  const item = await worklistItem(office, { list: 'ending', item: row.item, memberNo: M }, TODAY);
  expect(item.marks.map(({ kind }) => kind)).toEqual(['note', 'snoozed', 'done', 'back']);
  expect(item.standings[0]?.reasons.map(({ citation }) => citation)).toContain('SC-CCP-3');
  expect(countOf(office, "SELECT count(*) FROM journal WHERE action LIKE 'worklist.%'")).toBe(4);
});

test('a sweep twice on one day finds the same, and what was put right goes off its list', async () => {
  const office = await cycleOffice([one(M, '2024-10-05', 2)], {
    activities: [
      [M, '2025-01-01', 5, 'CPR'],
      [M, '2025-01-01', 5, 'CPR'],
    ],
  });
  const found = () => JSON.stringify(office.db.sqlite.prepare('SELECT * FROM worklist_finding').all());
  const before = found();
  await sweepOn(office);
  expect(found()).toBe(before);
  await office.act((write) => {
    write.db.sqlite
      .prepare(
        `INSERT INTO activity_counter (activity_id, kind, made_on, reason, actor) VALUES (2, 'withdrawn', ?, 'twice', 'Test')`,
      )
      .run(TODAY);
    write.journal({ action: 'test.filled', subject: 'office', subjectId: 'test', detail: null });
  });
  await sweepOn(office);
  expect((await rows(office, 'duplicates')).total).toBe(0);
});

test('every count is that of its list; filters and sorts narrow and order what the database has; the file has what is shown', async () => {
  const office = await sampleOffice(300);
  await sweepOn(office);
  const counts = await worklistCounts(office, TODAY);
  for (const list of WORKLISTS) expect((await rows(office, list)).total, list).toBe(counts[list]);
  const { items } = await todayView(office, await officePolicy(office), TODAY);
  for (const item of items) {
    const list = /^\/(?:ccp|lapse)\?(?:tab=worklists&)?list=([a-z-]+)$/.exec(item.link)?.[1];
    if (list !== undefined) expect(item.count).toBe(counts[list as WorklistName]);
  }
  expect(items.find(({ id }) => id === 'lapsed')?.count).toBe(counts.lapsed);
  const rma = await rows(office, 'lapsed', { code: ['RMA'] });
  expect(rma.total).toBe(
    countOf(
      office,
      "SELECT count(*) FROM standing s JOIN certification c ON c.id = s.certification_id JOIN member m ON m.id = c.member_id WHERE s.status = 'lapsed' AND c.code = 'RMA' AND m.deceased_on IS NULL",
    ),
  );
  const owed = await worklistRows(
    office,
    { list: 'past-due', filter: {}, sort: { by: 'owed', descending: true }, offset: 0, limit: 50 },
    TODAY,
  );
  expect(owed.rows.map(({ owedCents }) => owedCents)).toEqual(
    owed.rows.map(({ owedCents }) => owedCents).toSorted((a, b) => b - a),
  );
  const file = join(tempFolder(), 'lapsed.csv');
  const query = { list: 'lapsed', filter: {}, sort: { by: 'member', descending: false } } as const;
  expect(await exportWorklist(office, query, file, TODAY)).toEqual({ file, rows: counts.lapsed });
  expect(readFileSync(file, 'utf8').trimEnd().split('\n')).toHaveLength(counts.lapsed + 1);
});

test('the pages of a list come by its index', async () => {
  const office = await sampleOffice(50);
  const plan = (sql: string) =>
    office.db.sqlite
      .prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
      .all()
      .map(({ detail }) => detail)
      .join('\n');
  expect(
    plan(
      "SELECT * FROM standing s WHERE s.points_outstanding > 0 AND s.cycle_end >= '2026-11-22' ORDER BY s.cycle_end LIMIT 50",
    ),
  ).toContain('standing_short');
  expect(
    plan('SELECT * FROM standing s WHERE s.lapse_since IS NOT NULL ORDER BY s.lapse_since LIMIT 50'),
  ).toContain('standing_lapsed');
  expect(
    plan("SELECT * FROM standing s WHERE s.status = 'past-due' ORDER BY s.oldest_unpaid_due_on LIMIT 50"),
  ).toMatch(/standing_past_due|standing_by_status/);
});
