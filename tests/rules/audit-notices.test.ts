import { expect, test } from 'vitest';
import { decide } from '../../electron/rules/decision.ts';
import { isTimely, noticesIn } from '../../electron/rules/notices/notice-in.ts';
import type { SelectedAudit } from '../../shared/domain/selected-audit.ts';
import { book, course, factsOn, job, type Told } from './build.ts';

const C = '2017-05-01';
const AS_OF = '2027-01-14';
/** Its third cycle ran from 1 May 2023 to 30 April 2026. */
const TOLD: Told = {
  certifiedOn: C,
  activities: [
    course('1', '2023-04-30', 10),
    course('2', '2026-04-30', 20),
    course('3', '2023-05-01', 7.1, { finding: 'rejected' }),
    course('4', '2024-02-01', 7.2),
    course('5', '2024-02-02', 5, { criteria: { job: false, knowledge: false, degree: false } }),
    course('6', '2026-05-01', 10),
  ],
  attestations: [{ cycleStart: '2023-05-01', attestedOn: '2026-03-01' }],
};
const TITLES = new Map([
  [2, 'Two'],
  [3, 'Three'],
  [4, 'Four'],
]);
const DRAWN: SelectedAudit = {
  audit: 9,
  cycleStart: '2023-05-01',
  selectedOn: '2027-01-08',
  campaign: '2027',
  titles: TITLES,
};

const audits = (
  told: Told,
  rows: readonly SelectedAudit[],
  month = '2027-01',
  asOf = AS_OF,
): ReturnType<typeof noticesIn> => {
  const decision = decide(factsOn(asOf, told), book, asOf);
  const found = noticesIn('audit', month, decision, `${month}-15`, { audits: rows });
  for (const notice of found) expect(isTimely('audit', notice, decision)).toBe(true);
  return found;
};

interface Case {
  readonly why: string;
  readonly told?: Told;
  readonly row?: Partial<SelectedAudit>;
  readonly month?: string;
  readonly asOf?: string;
  /** Ids of the activities whose proof is asked for; null = no notice. */
  readonly asked: readonly number[] | null;
  readonly cycleEnd?: string;
}

const CASES: readonly Case[] = [
  { why: 'what lies in the audited cycle and meets a criterion, whatever was found of it', asked: [3, 4, 2] },
  { why: 'opened for cause', row: { campaign: null }, asked: [3, 4, 2] },
  { why: 'selected in another month', month: '2027-02', asked: null },
  { why: 'selected only later in the month', asOf: '2027-01-07', asked: null },
  { why: 'lapsed meanwhile: the audit is open all the same', asOf: '2027-01-31', asked: [3, 4, 2] },
  { why: 'another cycle of it', row: { cycleStart: '2020-05-01' }, cycleEnd: '2023-04-30', asked: [1] },
  {
    why: 'a cycle from before a recertification',
    told: { ...TOLD, recertifiedOn: '2026-07-01' },
    asked: [3, 4, 2],
  },
  {
    why: 'taken over with a day on which no cycle began',
    row: { cycleStart: '2023-06-01' },
    cycleEnd: '2026-05-31',
    asked: [],
  },
  {
    why: 'employment that may count',
    told: { certifiedOn: C, activities: [job('7', '2018-01-01', '2019-12-31', 10)] },
    row: { cycleStart: '2017-05-01' },
    cycleEnd: '2020-04-30',
    asked: [7],
  },
  { why: 'nothing on record: attested alone', told: { certifiedOn: C }, asked: [] },
];

test.each(CASES)(
  'PB-AUD-2: proof of the points of the prior cycle: $why',
  ({ told = TOLD, row = {}, month, asOf, asked, cycleEnd = '2026-04-30' }) => {
    const found = audits(told, [{ ...DRAWN, ...row }], month, asOf);
    if (asked === null) {
      expect(found).toEqual([]);
      return;
    }
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ forDate: DRAWN.selectedOn, fee: null, lapsesOn: null });
    expect(found[0]?.audit).toMatchObject({ audit: 9, cycleEnd });
    expect(found[0]?.audit?.activities.map(({ activity }) => activity)).toEqual(asked);
  },
);

test('it names what is required, what is recorded, and the day by which the office’s days run out', () => {
  const days = book.value('audit-answer-days', AS_OF);
  expect(days).toMatchObject({ value: 30, confirmed: false });
  expect(audits(TOLD, [DRAWN])[0]?.audit).toEqual({
    audit: 9,
    campaign: '2027',
    selectedOn: '2027-01-08',
    cycleStart: '2023-05-01',
    cycleEnd: '2026-04-30',
    required: 30,
    recorded: 34.3,
    attested: true,
    answerBy: '2027-02-13',
    activities: [
      { activity: 3, title: 'Three', from: '2023-05-01', to: '2023-05-01', points: 7.1 },
      { activity: 4, title: 'Four', from: '2024-02-01', to: '2024-02-01', points: 7.2 },
      { activity: 2, title: 'Two', from: '2026-04-30', to: '2026-04-30', points: 20 },
    ],
  });
});
