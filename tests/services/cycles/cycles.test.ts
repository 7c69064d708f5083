import { describe, expect, test } from 'vitest';
import { certificationRecords } from '../../../electron/repositories/facts.ts';
import { evaluateStanding } from '../../../electron/rules/evaluate-standing.ts';
import { correctFact } from '../../../electron/services/cycles/correct.ts';
import { memberCycles } from '../../../electron/services/cycles/member-cycles.ts';
import { reopenCycle } from '../../../electron/services/cycles/reopen.ts';
import type { Office } from '../../../electron/services/office.ts';
import { officePolicy } from '../../../electron/services/policy.ts';
import { previewStanding } from '../../../electron/services/preview/preview-standing.ts';
import { explain } from '../../../electron/services/standing.ts';
import { worklistRows } from '../../../electron/services/worklists/lists.ts';
import type { CycleDetail, FactChange } from '../../../shared/domain/cycles.ts';
import { TODAY } from '../../temp-office.ts';
import type { Held } from '../payments/small-office.ts';
import { countOf, cycleOffice, type Recorded, sweepOn } from './cycle-office.ts';

const DEE = '700010';

/** policy.md PB-CCP-2 is the pattern: certified on a day, paid each year, points due with the third. RMA asks 30 points. */
const dee = (certifiedOn: string, fees: number, paid = fees): Held => ({
  memberNo: DEE,
  name: ['Dee', 'Falk'],
  code: 'RMA',
  certifiedOn,
  fees,
  paid,
});

async function cyclesOf(office: Office, memberNo = DEE): Promise<readonly CycleDetail[]> {
  const { certifications } = await memberCycles(office, memberNo, TODAY);
  return certifications[0]?.cycles ?? [];
}

interface CycleCase {
  readonly name: string;
  readonly held: Held;
  readonly recorded?: Recorded;
  /** What is to be done first, then newest first. */
  readonly states: readonly string[];
  readonly text: RegExp;
  readonly citation: string;
}

const CASES: readonly CycleCase[] = [
  {
    name: 'PB-CCP-2: certified 1 May 2023, paid each year, 30 points by 30 April 2026: the next cycle starts on 1 May 2026',
    held: dee('2023-05-01', 3),
    recorded: { activities: [[DEE, '2026-04-30', 30]] },
    states: ['open', 'rolled'],
    text: /^30 points to go; 890 days left\.$/,
    citation: 'SC-CCP-3',
  },
  {
    name: 'SC-CCP-3: a day late is after the cycle; it ended short',
    held: dee('2023-05-01', 3),
    recorded: { activities: [[DEE, '2026-05-01', 30]] },
    states: ['ended-short', 'waiting'],
    text: /^Ended 30 points short and without an attestation/,
    citation: 'SC-LAPSE-1',
  },
  {
    name: 'SC-CCP-7: the points are there and a fee due within the cycle is not: blocked, with the fee that is missing',
    held: dee('2023-05-01', 3, 1),
    recorded: { activities: [[DEE, '2025-06-01', 30]] },
    states: ['blocked', 'waiting'],
    text: /the annual fee due 31 May 2025 keeps it from rolling/,
    citation: 'SC-CCP-7',
  },
  {
    name: 'PB-CCP-3: attested by its end, it rolls without points',
    held: dee('2023-05-01', 3),
    recorded: { attestations: [[DEE, 'RMA', '2023-05-01', '2026-04-30']] },
    states: ['open', 'rolled'],
    text: /30 points to go/,
    citation: 'SC-CCP-3',
  },
];

test.each(CASES)('$name', async ({ held, recorded, states, text, citation }) => {
  const office = await cycleOffice([held], recorded);
  const cycles = await cyclesOf(office);
  expect(cycles.map(({ state }) => state)).toEqual(states);
  expect(cycles[0]?.text).toMatch(text);
  expect(cycles[0]?.citation).toBe(citation);
});

test('SC-CCP-7: what was decided when a cycle rolled is kept with the values of its day, whatever changes afterwards', async () => {
  const office = await cycleOffice([dee('2020-05-01', 6)], {
    activities: [
      [DEE, '2021-02-01', 12],
      [DEE, '2022-02-01', 18],
    ],
  });
  const before = (await cyclesOf(office)).at(-1)?.roll;
  expect(before).toMatchObject({ rolledOn: TODAY, required: 30, counted: 30, attested: false });
  expect(before?.decided).toMatchObject({ metBy: 'points', citation: 'SC-CCP-7' });
  expect(before?.decided?.activities.map(({ points, gone }) => [points, gone])).toEqual([
    [12, false],
    [18, false],
  ]);
  expect(before?.decided?.values).toContainEqual({
    name: 'points-required.RMA',
    value: 30,
    unit: 'points',
    onDate: '2020-05-01',
    confirmed: true,
  });
  await office.act((write) => {
    write.db.sqlite
      .prepare(
        `INSERT INTO policy_decision (kind, name, from_date, value, reason, reference, actor, approved_by, set_at)
         VALUES ('set', 'points-required.RMA', '2020-01-01', 40, 'test', '', 'Test', 'Maya', ?)`,
      )
      .run(TODAY);
    write.journal({ action: 'test.filled', subject: 'office', subjectId: 'test', detail: null });
  });
  const after = (await cyclesOf(office)).find(({ start }) => start === '2020-05-01');
  expect(after?.roll).toEqual(before);
  expect(after?.state).toBe('unsupported');
});

test('a cycle rolled before decisions were kept says that it was taken over without', async () => {
  const office = await cycleOffice([dee('2023-05-01', 3)]);
  await office.act((write) => {
    write.db.sqlite
      .prepare(
        `INSERT INTO rolled_cycle (certification_id, cycle_start, cycle_end, points_required, points_counted, attested, rolled_on)
         SELECT id, '2023-05-01', '2026-04-30', 30, 31, 0, '2026-05-01' FROM certification`,
      )
      .run();
    write.journal({ action: 'test.filled', subject: 'office', subjectId: 'test', detail: null });
  });
  const rolled = (await cyclesOf(office)).find(({ roll }) => roll !== null);
  expect(rolled?.roll).toMatchObject({ counted: 31, decided: null });
});

describe('a correction', () => {
  const FACTS: Recorded = {
    activities: [
      [DEE, '2021-02-01', 12],
      [DEE, '2022-02-01', 18],
    ],
    attestations: [[DEE, 'RMA', '2023-05-01', '2026-04-01']],
  };

  const CHANGES: readonly (readonly [name: string, change: FactChange, difference: RegExp])[] = [
    [
      'SC-CCP-5: an activity that was done before the cycle no longer counts for it',
      { kind: 'completed-on', activity: 1, date: '2020-04-30' },
      /lapsed by points since 30 April 2023 instead of active/,
    ],
    [
      'PB-CCP-3: an attestation after the cycle’s end is none',
      { kind: 'attested', code: 'RMA', cycleStart: '2023-05-01', date: '2026-05-01' },
      /lapsed by points since 30 April 2026/,
    ],
    [
      'SC-FEE-2: another day of the month moves the next due date not at all and the cycle by days',
      { kind: 'certified-on', code: 'RMA', date: '2020-05-15' },
      /open cycle would be from 15 May 2026 to 14 May 2029/,
    ],
    [
      'PB-CCP-1: certified before 2006 it is not bound',
      { kind: 'certified-on', code: 'RMA', date: '2005-05-01' },
      /CCP would be voluntary/,
    ],
  ];

  test.each(CHANGES)('%s: the preview says what saving then does', async (_name, change, difference) => {
    const office = await cycleOffice([dee('2020-05-01', 6)], FACTS);
    const tables = () =>
      JSON.stringify(
        ['certification', 'annual_fee', 'activity', 'attestation', 'standing', 'journal'].map((table) =>
          office.db.sqlite.prepare(`SELECT * FROM ${table}`).all(),
        ),
      );
    const before = tables();
    const preview = await previewStanding(office, { memberNo: DEE, change }, TODAY);
    expect(tables()).toBe(before);
    const [rma] = preview.certifications;
    expect(rma?.differences.join(' ')).toMatch(difference);
    await correctFact(office, { memberNo: DEE, change, reason: 'the file says otherwise' });
    const [after] = await explain(office, DEE, TODAY);
    // The activity that stands in place of the corrected one has a number of its own.
    const told = (standing: typeof after) => ({ ...standing, cycle: { ...standing?.cycle, excluded: null } });
    expect(told(after)).toEqual(told(rma?.after));
    const policy = await officePolicy(office);
    const [record] = await certificationRecords(office.reader, { first: 1, last: 1 }, TODAY);
    if (record === undefined) throw new Error('There is one');
    expect(evaluateStanding(record.facts, policy, TODAY)).toEqual(after);
  });

  test('SC-FEE-2: fees and attestations go along with a corrected certification date, and stay paid', async () => {
    const office = await cycleOffice([dee('2020-05-01', 6)], FACTS);
    await correctFact(office, {
      memberNo: DEE,
      change: { kind: 'certified-on', code: 'RMA', date: '2020-05-15' },
      reason: 'certificate',
    });
    expect(
      office.db.sqlite
        .prepare('SELECT year_start, due_on, paid_cents FROM annual_fee ORDER BY 1')
        .raw()
        .all(),
    ).toEqual(Array.from({ length: 6 }, (_, n) => [`${2021 + n}-05-15`, `${2021 + n}-05-31`, 50_00]));
    expect(
      office.db.sqlite.prepare('SELECT cycle_start FROM attestation WHERE undone_on IS NULL').pluck().all(),
    ).toEqual(['2023-05-15']);
    expect((await explain(office, DEE, TODAY))[0]?.status).toBe('active');
  });

  test('that would leave a paid fee in no year is refused, and nothing is changed', async () => {
    const office = await cycleOffice([dee('2020-05-01', 6)], FACTS);
    await expect(
      correctFact(office, {
        memberNo: DEE,
        change: { kind: 'certified-on', code: 'RMA', date: '2021-05-01' },
        reason: 'certificate',
      }),
    ).rejects.toMatchObject({ code: 'fee-misfit' });
    expect(countOf(office, "SELECT count(*) FROM certification WHERE certified_on = '2020-05-01'")).toBe(1);
  });

  test('policy C7: a recertification is not dated before a year that was paid by the old anniversary', async () => {
    const office = await cycleOffice([dee('2020-05-01', 6)]);
    await office.act((write) => {
      write.db.sqlite.exec("UPDATE certification SET recertified_on = '2026-11-22'");
      write.journal({ action: 'test.recertified', subject: 'office', subjectId: 'test', detail: null });
    });
    const to = (date: string) => ({
      memberNo: DEE,
      change: { kind: 'recertified-on', code: 'RMA', date } as const,
      reason: 'letter',
    });
    const refusal = {
      code: 'fee-misfit',
      message:
        'The fee for the year from 1 May 2026 would lie after the recertification of 30 April 2026, from which years count anew.',
    };
    await expect(previewStanding(office, to('2026-04-30'), TODAY)).rejects.toMatchObject(refusal);
    await expect(correctFact(office, to('2026-04-30'))).rejects.toMatchObject(refusal);
    await correctFact(office, to('2026-05-01'));
    expect((await explain(office, DEE, TODAY))[0]).toMatchObject({
      fees: { owedCents: 0, nextDueOn: '2027-05-31' },
    });
  });

  test.each([
    ['ahead of today', '2026-05-01', '2026-11-23', 'date-impossible', '23 November 2026 is not yet.'],
    ['of what is no cycle', '2026-05-02', '2026-11-01', 'cycle-misfit', 'starts on 2 May 2026'],
    ['before its cycle began', '2026-05-01', '2026-04-30', 'date-impossible', 'began on 1 May 2026'],
  ] as const)('PB-CCP-3: an attestation %s is refused', async (_what, cycleStart, date, code, says) => {
    const office = await cycleOffice([dee('2020-05-01', 6)], FACTS);
    const change = { kind: 'attested', code: 'RMA', cycleStart, date } as const;
    const refusal = { code, message: expect.stringContaining(says) };
    await expect(previewStanding(office, { memberNo: DEE, change }, TODAY)).rejects.toMatchObject(refusal);
    await expect(correctFact(office, { memberNo: DEE, change, reason: 'slip' })).rejects.toMatchObject(
      refusal,
    );
    expect((await explain(office, DEE, TODAY))[0]?.cycle.attested).toBe(false);
  });

  test('of what is on record already, or without a reason, is refused', async () => {
    const office = await cycleOffice([dee('2020-05-01', 6)], FACTS);
    const change = { kind: 'certified-on', code: 'RMA', date: '2020-05-01' } as const;
    await expect(correctFact(office, { memberNo: DEE, change, reason: 'x' })).rejects.toMatchObject({
      code: 'correction-idle',
    });
    await expect(correctFact(office, { memberNo: DEE, change, reason: ' ' })).rejects.toMatchObject({
      code: 'reason-missing',
    });
  });
});

test('SC-CCP-7: a roll that the corrected facts no longer support stays, goes on its list, and is reopened only with a sentence, a reason and a manager', async () => {
  const office = await cycleOffice([dee('2020-05-01', 6)], {
    activities: [
      [DEE, '2021-02-01', 12],
      [DEE, '2022-02-01', 18],
    ],
  });
  const change = { kind: 'completed-on', activity: 2, date: '2023-06-01' } as const;
  const preview = await previewStanding(office, { memberNo: DEE, change }, TODAY);
  expect(preview.certifications[0]?.unsupported).toEqual([{ start: '2020-05-01', end: '2023-04-30' }]);
  await correctFact(office, { memberNo: DEE, change, reason: 'certificate says June 2023' });
  const unsupported = () =>
    worklistRows(
      office,
      { list: 'unsupported', filter: {}, sort: { by: 'on', descending: false }, offset: 0, limit: 10 },
      TODAY,
    );
  expect((await unsupported()).rows).toMatchObject([
    {
      memberNo: DEE,
      code: 'RMA',
      text: expect.stringContaining('12 of 30 points count by the facts of today'),
    },
  ]);
  // A sweep neither takes it back nor rolls it twice.
  await sweepOn(office);
  expect(countOf(office, 'SELECT count(*) FROM rolled_cycle WHERE reopened_on IS NULL')).toBe(1);

  const order = {
    memberNo: DEE,
    code: 'RMA',
    cycleStart: '2020-05-01',
    citation: 'SC-CCP-7',
    reason: 'done after it',
    approvedBy: 'Maya',
  } as const;
  await expect(reopenCycle(office, { ...order, approvedBy: null })).rejects.toMatchObject({
    code: 'manager-needed',
  });
  await expect(reopenCycle(office, { ...order, citation: 'SC-CCP-99' })).rejects.toMatchObject({
    code: 'citation-unknown',
  });
  await expect(reopenCycle(office, { ...order, reason: '' })).rejects.toMatchObject({
    code: 'reason-missing',
  });
  await reopenCycle(office, order);
  expect((await unsupported()).total).toBe(0);
  const reopened = (await cyclesOf(office)).find(({ start }) => start === '2020-05-01');
  expect(reopened).toMatchObject({
    state: 'ended-short',
    roll: null,
    reopened: [{ counted: 30, reopening: { citation: 'SC-CCP-7', allowedBy: 'Maya', actor: 'Test' } }],
  });
  await expect(reopenCycle(office, order)).rejects.toMatchObject({ code: 'cycle-not-rolled' });

  // Corrected back, the cycle rolls anew, beside the roll that was taken back.
  await correctFact(office, {
    memberNo: DEE,
    change: { kind: 'completed-on', activity: 3, date: '2022-02-01' },
    reason: 'it was 2022 after all',
  });
  await sweepOn(office);
  expect(countOf(office, "SELECT count(*) FROM rolled_cycle WHERE cycle_start = '2020-05-01'")).toBe(2);
  expect(
    countOf(
      office,
      "SELECT count(*) FROM rolled_cycle WHERE cycle_start = '2020-05-01' AND reopened_on IS NULL",
    ),
  ).toBe(1);
});

test('SC-CCP-7: a roll that the facts support is not reopened', async () => {
  const office = await cycleOffice([dee('2020-05-01', 6)], { activities: [[DEE, '2022-02-01', 30]] });
  await expect(
    reopenCycle(office, {
      memberNo: DEE,
      code: 'RMA',
      cycleStart: '2020-05-01',
      citation: 'SC-CCP-7',
      reason: 'wrong',
      approvedBy: 'Maya',
    }),
  ).rejects.toMatchObject({ code: 'cycle-supported' });
});

test('SC-CCP-7: after a corrected certification date no time rolls twice; the old roll waits to be reopened', async () => {
  const office = await cycleOffice([dee('2020-05-01', 6)], { activities: [[DEE, '2022-02-01', 30]] });
  await correctFact(office, {
    memberNo: DEE,
    change: { kind: 'certified-on', code: 'RMA', date: '2020-05-15' },
    reason: 'certificate',
  });
  await sweepOn(office);
  expect(countOf(office, 'SELECT count(*) FROM rolled_cycle')).toBe(1);
  await reopenCycle(office, {
    memberNo: DEE,
    code: 'RMA',
    cycleStart: '2020-05-01',
    citation: 'SC-CCP-7',
    reason: 'certified on the 15th',
    approvedBy: 'Maya',
  });
  await sweepOn(office);
  expect(
    office.db.sqlite
      .prepare('SELECT cycle_start FROM rolled_cycle WHERE reopened_on IS NULL ORDER BY 1')
      .pluck()
      .all(),
  ).toEqual(['2020-05-15']);
});
