import { expect, test } from 'vitest';
import { certificationRecords } from '../../../electron/repositories/facts.ts';
import { evaluateStanding } from '../../../electron/rules/evaluate-standing.ts';
import { reversalChoices } from '../../../electron/services/lapse/choices.ts';
import { reverseLapse } from '../../../electron/services/lapse/reverse.ts';
import { memberPage } from '../../../electron/services/member-page/member-page.ts';
import type { Office } from '../../../electron/services/office.ts';
import { officePolicy } from '../../../electron/services/policy.ts';
import { explain } from '../../../electron/services/standing.ts';
import { worklistRows } from '../../../electron/services/worklists/lists.ts';
import type { FactChange } from '../../../shared/domain/cycles.ts';
import type { WorklistFilter } from '../../../shared/domain/worklists.ts';
import { TODAY } from '../../temp-office.ts';
import { countOf, cycleOffice, type Recorded, sweepOn } from '../cycles/cycle-office.ts';
import type { Held } from '../payments/small-office.ts';

const EVE = '700030';
const eve = (certifiedOn: string, fees: number, paid = fees): Held => ({
  memberNo: EVE,
  name: ['Eve', 'Ochoa'],
  code: 'RMA',
  certifiedOn,
  fees,
  paid,
});

const lapsedRows = async (office: Office, filter: WorklistFilter = {}) =>
  (
    await worklistRows(
      office,
      { list: 'lapsed', filter, sort: { by: 'on', descending: false }, offset: 0, limit: 20 },
      TODAY,
    )
  ).rows;

interface LapseCase {
  readonly name: string;
  readonly held: Held;
  readonly recorded?: Recorded;
  /** null: not on the list. */
  readonly row: object | null;
}

/** Today is 22 November 2026. */
const CASES: readonly LapseCase[] = [
  {
    name: 'SC-LAPSE-1: an annual fee unpaid for three years to the day',
    held: eve('2021-11-05', 5, 1),
    recorded: { attestations: [[EVE, 'RMA', '2021-11-05', '2024-01-01']] },
    row: null,
  },
  {
    name: 'SC-LAPSE-1: by fees, with the years, the routes and the line ahead',
    held: eve('2021-10-05', 5, 1),
    recorded: { attestations: [[EVE, 'RMA', '2021-10-05', '2024-01-01']] },
    row: {
      on: '2023-10-31',
      citation: 'SC-LAPSE-1',
      settle: 'Back by CCP or exam; exam only from 31 October 2033.',
      lapse: {
        cause: 'fees',
        since: '2023-10-31',
        years: 3,
        examOnlyFrom: '2033-10-31',
        routes: ['ccp', 'exam'],
      },
    },
  },
  {
    name: 'SC-LAPSE-1: by points, since the cycle’s end',
    held: eve('2021-10-05', 5),
    row: {
      on: '2024-10-04',
      citation: 'SC-LAPSE-1',
      lapse: { cause: 'points', since: '2024-10-04', years: 2, examOnlyFrom: '2034-10-04' },
    },
  },
  {
    name: 'SC-LAPSE-2: certified before 2006, by fees alone',
    held: eve('2004-10-05', 22, 18),
    row: { on: '2023-10-31', citation: 'SC-LAPSE-2', lapse: { cause: 'fees' } },
  },
  {
    name: 'SC-LAPSE-3, PB-AUD-3: audited without compliance',
    held: eve('2021-10-05', 5),
    recorded: {
      activities: [[EVE, '2023-01-01', 30]],
      audits: [[EVE, 'RMA', '2021-10-05', '2026-03-01']],
    },
    row: {
      on: '2026-03-01',
      citation: 'SC-LAPSE-3',
      lapse: { cause: 'audit', since: '2026-03-01', years: 0 },
    },
  },
  {
    name: 'SC-RECERT-2: ten years to the day, exam only',
    held: eve('2010-11-22', 5),
    row: {
      citation: 'SC-LAPSE-1',
      lapse: { cause: 'points', since: '2013-11-21', years: 13, routes: ['exam'] },
      settle: 'Back by exam only, since 21 November 2023.',
    },
  },
];

test.each(CASES)('$name', async ({ held, recorded, row }) => {
  const office = await cycleOffice([held], recorded);
  const [found] = await lapsedRows(office);
  if (row === null) expect(found).toBeUndefined();
  else expect(found).toMatchObject(row);
  // The list says what the rules say.
  const [standing] = await explain(office, EVE, TODAY);
  expect(standing?.lapse?.since ?? null).toBe(found?.lapse?.since ?? null);
});

test('the ten-year line is on the list of those who cross it in the next 12 months: not today, up to that day, not with an application that waits', async () => {
  const since = (certifiedOn: string, memberNo: string): Held => ({ ...eve(certifiedOn, 3), memberNo });
  const office = await cycleOffice([
    // Lapsed by points since 21, 22 November 2016 (crossed today or before) and 23 November 2016, 22 and 23 November 2017.
    since('2013-11-22', '1'),
    since('2013-11-23', '2'),
    since('2013-11-24', '3'),
    since('2014-11-23', '4'),
    since('2014-11-24', '5'),
  ]);
  const crossing = async () => (await lapsedRows(office, { crossing: true })).map(({ memberNo }) => memberNo);
  expect(await crossing()).toEqual(['3', '4']);
  await office.act((write) => {
    write.db.sqlite
      .prepare(
        `INSERT INTO recertification_application (certification_id, route, received_on)
         SELECT c.id, 'ccp', ? FROM certification c JOIN member m ON m.id = c.member_id WHERE m.member_no = '3'`,
      )
      .run(TODAY);
    write.journal({ action: 'test.filled', subject: 'office', subjectId: 'test', detail: null });
  });
  expect(await crossing()).toEqual(['4']);
});

interface Reversed {
  readonly name: string;
  readonly held: Held;
  readonly recorded?: Recorded;
  readonly citation: string;
  readonly changes: readonly FactChange[];
  readonly status: string;
}

const REVERSALS: readonly Reversed[] = [
  {
    name: 'SC-LAPSE-1 by fees: the year is waived',
    held: eve('2021-10-05', 5, 1),
    recorded: { attestations: [[EVE, 'RMA', '2021-10-05', '2024-01-01']] },
    citation: 'SC-LAPSE-1',
    changes: [{ kind: 'fees-waived', code: 'RMA', years: ['2023-10-05'] }],
    status: 'past-due',
  },
  {
    name: 'SC-LAPSE-1 by points: the attestation came in time and was not recorded',
    held: eve('2023-10-05', 3),
    citation: 'PB-CCP-3',
    changes: [{ kind: 'attested', code: 'RMA', cycleStart: '2023-10-05', date: '2026-10-04' }],
    status: 'active',
  },
  {
    name: 'SC-LAPSE-1 by points: the date of an activity was wrong',
    held: eve('2023-10-05', 3),
    recorded: { activities: [[EVE, '2023-01-02', 30]] },
    citation: 'SC-CCP-4',
    changes: [{ kind: 'completed-on', activity: 1, date: '2024-01-02' }],
    status: 'active',
  },
  {
    name: 'SC-LAPSE-2: the certification date was wrong, and its fees go along',
    held: eve('2006-01-05', 20),
    citation: 'SC-LAPSE-2',
    changes: [{ kind: 'certified-on', code: 'RMA', date: '2005-12-20' }],
    status: 'active',
  },
  {
    name: 'SC-LAPSE-3, PB-AUD-3: the audit was compliant',
    held: eve('2021-10-05', 5),
    recorded: {
      activities: [
        [EVE, '2023-01-01', 30],
        [EVE, '2025-01-01', 30],
      ],
      audits: [[EVE, 'RMA', '2021-10-05', '2026-03-01']],
    },
    citation: 'SC-LAPSE-3',
    changes: [{ kind: 'audit-compliant', code: 'RMA', cycleStart: '2021-10-05' }],
    status: 'active',
  },
];

test.each(REVERSALS)(
  '$name: reversed with a sentence, the next evaluation agrees, and it stays in the history',
  async (reversed) => {
    const { held, recorded, citation, changes, status } = reversed;
    const office = await cycleOffice([held], recorded);
    expect(countOf(office, 'SELECT count(*) FROM lapse WHERE lifted_on IS NULL')).toBe(1);
    const order = {
      memberNo: EVE,
      code: 'RMA',
      changes,
      citation,
      reason: 'seen in the file',
      approvedBy: 'Maya',
    } as const;
    await expect(reverseLapse(office, { ...order, approvedBy: null })).rejects.toMatchObject({
      code: 'manager-needed',
    });
    const outcome = await reverseLapse(office, order);
    expect(outcome.standing).toMatchObject({ status, lapse: null });
    const policy = await officePolicy(office);
    const [record] = await certificationRecords(office.reader, { first: 1, last: 1 }, TODAY);
    if (record === undefined) throw new Error('There is one');
    expect(evaluateStanding(record.facts, policy, TODAY)).toEqual(outcome.standing);
    expect(await lapsedRows(office)).toEqual([]);
    // The mark is ended, not erased, and a sweep marks none anew.
    await sweepOn(office);
    expect(countOf(office, 'SELECT count(*) FROM lapse')).toBe(1);
    expect(countOf(office, 'SELECT count(*) FROM lapse WHERE lifted_on IS NULL')).toBe(0);
    expect(outcome.reversals).toMatchObject([
      { citation, reason: 'seen in the file', allowedBy: 'Maya', actor: 'Test' },
    ]);
    const page = await memberPage(office, EVE, TODAY);
    const told = page.journal.find(({ action }) => action === 'lapse.reversed');
    expect(told?.text).toContain(`(${citation}, allowed by Maya)`);
    await expect(reverseLapse(office, order)).rejects.toMatchObject({ code: 'lapse-missing' });
  },
);

test('SC-LAPSE-0: what does not make the lapse go is refused, and nothing at all is changed', async () => {
  const office = await cycleOffice([eve('2019-10-05', 7, 1)], {
    attestations: [
      [EVE, 'RMA', '2019-10-05', '2022-10-01'],
      [EVE, 'RMA', '2022-10-05', '2025-10-01'],
    ],
  });
  const before = JSON.stringify(
    ['annual_fee', 'fee_change', 'lapse', 'journal', 'standing'].map((table) =>
      office.db.sqlite.prepare(`SELECT * FROM ${table}`).all(),
    ),
  );
  const order = {
    memberNo: EVE,
    code: 'RMA',
    citation: 'SC-LAPSE-1',
    reason: 'asked for it',
    approvedBy: 'Maya',
  } as const;
  // The oldest year alone leaves the next one, which is as long unpaid.
  await expect(
    reverseLapse(office, {
      ...order,
      changes: [{ kind: 'fees-waived', code: 'RMA', years: ['2021-10-05'] }],
    }),
  ).rejects.toMatchObject({ code: 'lapse-stands', message: expect.stringContaining('31 October 2022') });
  await expect(reverseLapse(office, { ...order, changes: [] })).rejects.toMatchObject({
    code: 'lapse-stands',
  });
  await expect(reverseLapse(office, { ...order, changes: [], citation: 'SC-LAPSE-9' })).rejects.toMatchObject(
    { code: 'citation-unknown' },
  );
  const after = JSON.stringify(
    ['annual_fee', 'fee_change', 'lapse', 'journal', 'standing'].map((table) =>
      office.db.sqlite.prepare(`SELECT * FROM ${table}`).all(),
    ),
  );
  expect(after).toBe(before);
  const choices = await reversalChoices(office, { memberNo: EVE, code: 'RMA' }, TODAY);
  expect(choices.years.map(({ yearStart }) => yearStart)).toEqual(['2021-10-05', '2022-10-05', '2023-10-05']);
  const years = choices.years.map(({ yearStart }) => yearStart);
  const outcome = await reverseLapse(office, {
    ...order,
    changes: [{ kind: 'fees-waived', code: 'RMA', years }],
  });
  expect(outcome.standing.status).toBe('past-due');
});

test('a lapse whose facts were put right before is taken back with no correction of its own', async () => {
  const office = await cycleOffice([eve('2023-10-05', 3)]);
  await office.act((write) => {
    write.db.sqlite
      .prepare(
        "INSERT INTO attestation (certification_id, cycle_start, attested_on) VALUES (1, '2023-10-05', '2026-10-01')",
      )
      .run();
    write.journal({ action: 'test.filled', subject: 'office', subjectId: 'test', detail: null });
  });
  const outcome = await reverseLapse(office, {
    memberNo: EVE,
    code: 'RMA',
    changes: [],
    citation: 'PB-CCP-3',
    reason: 'attested in time',
    approvedBy: 'Maya',
  });
  expect(outcome.text).toContain('put right before');
  expect(countOf(office, 'SELECT count(*) FROM lapse WHERE lifted_on IS NULL')).toBe(0);
});
