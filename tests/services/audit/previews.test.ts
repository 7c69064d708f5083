import { describe, expect, test } from 'vitest';
import { decideCase, secondReview } from '../../../electron/services/audit/desk/decide.ts';
import { changesElsewhere } from '../../../electron/services/audit/desk/elsewhere.ts';
import { findActivity } from '../../../electron/services/audit/desk/find.ts';
import { previewSubstitute } from '../../../electron/services/audit/desk/preview-substitute.ts';
import { reasonSentences } from '../../../electron/services/audit/desk/reason-sentences.ts';
import { substitute } from '../../../electron/services/audit/desk/substitute.ts';
import type { Office } from '../../../electron/services/office.ts';
import { explain } from '../../../electron/services/standing.ts';
import { FINDING_REASONS } from '../../../shared/domain/audit-findings.ts';
import type { ActivityDraft } from '../../../shared/domain/points.ts';
import { TODAY } from '../../temp-office.ts';
import { as, officeWithCase, seen, sendLetters, steps } from './desk-office.ts';

const COURSE: ActivityDraft = {
  category: 'professional-education',
  title: 'Sterile technique refresher',
  provider: 'County College',
  completedOn: '2024-03-01',
  employedFrom: null,
  employedTo: null,
  hours: 5,
  claimed: null,
  criteria: { job: true, knowledge: false, degree: false },
  source: 'staff',
  evidence: 'seen',
};

const reject = (office: Office, audit: number, activity: number) =>
  findActivity(office, {
    audit,
    activity,
    verdict: 'rejected',
    points: null,
    reason: 'not-related',
    note: '',
  });

describe('what a substitute would show', () => {
  test('is what it then shows, by the rules of the audited cycle', async () => {
    const { office, audit } = await officeWithCase();
    await steps(office, audit, 'received', 'in-review');
    const before = await seen(office, audit);
    const replaces = before.activities[0]?.activity ?? 0;
    await reject(office, audit, replaces);
    const preview = await previewSubstitute(office, audit, COURSE, TODAY);
    expect(preview).toMatchObject({
      problem: null,
      refused: null,
      granted: 5,
      counted: 5,
      total: 5,
      required: 30,
    });
    expect(preview.steps).not.toHaveLength(0);
    // Nothing was written by looking.
    expect((await seen(office, audit)).activities).toHaveLength(before.activities.length);
    const put = await substitute(office, { audit, replaces, draft: COURSE });
    const added = put.activities.find(({ substituteFor }) => substituteFor === replaces);
    expect(added).toMatchObject({ counted: preview.counted, claimed: preview.granted });
  });

  const refused: readonly (readonly [string, Partial<ActivityDraft>, object])[] = [
    [
      'before the cycle',
      { completedOn: '2022-05-13' },
      { refused: { quoted: { id: 'SC-CCP-5' } }, counted: 0 },
    ],
    [
      'after the cycle',
      { completedOn: '2025-05-14' },
      { refused: { quoted: { id: 'SC-CCP-4' } }, counted: 0 },
    ],
    [
      'no criterion met',
      { criteria: { job: false, knowledge: false, degree: false } },
      { refused: { quoted: { id: 'SC-CCP-1' } }, counted: 0 },
    ],
    [
      'employment after 2020',
      {
        category: 'employment-verification',
        completedOn: null,
        employedFrom: '2022-06-01',
        employedTo: '2023-06-01',
        claimed: 6,
      },
      { counted: 0, refused: { quoted: { id: 'SC-CCP-2' } } },
    ],
    ['without a title', { title: ' ' }, { problem: { field: 'title' }, granted: 0 }],
  ];

  test('and what shows nothing says why, with the sentence', async () => {
    const { office, audit } = await officeWithCase();
    for (const [name, change, expected] of refused) {
      const preview = await previewSubstitute(office, audit, { ...COURSE, ...change }, TODAY);
      expect(preview, name).toMatchObject(expected);
    }
  });
});

describe('SC-CCP-1: a rejected activity leaves the cycles of other certifications, too', () => {
  test('it is said which and by how much, and that is what the decision does with its letter', async () => {
    const { office, audit } = await officeWithCase();
    const { memberNo } = await seen(office, audit);
    office.db.sqlite.exec(
      `INSERT INTO certification (member_id, code, certified_on)
       SELECT id, 'CMAS', '2024-01-10' FROM member WHERE member_no = '${memberNo}'`,
    );
    await steps(office, audit, 'received', 'in-review');
    const cmas = async (now = office) =>
      (await explain(now, memberNo, TODAY)).find(({ code }) => code === 'CMAS')?.cycle.counted ?? 0;
    const counted = await cmas();
    const { activities } = await seen(office, audit);
    const shared = activities.filter(
      ({ completedOn }) => completedOn !== null && completedOn >= '2024-01-10',
    );
    const own = activities.find(({ completedOn }) => completedOn !== null && completedOn < '2024-01-10');
    const [both] = shared;
    if (both === undefined || own === undefined)
      throw new Error('The sample’s case has activities of both kinds.');

    expect(await changesElsewhere(office, audit, own.activity, TODAY)).toEqual([]);
    expect(await changesElsewhere(office, audit, both.activity, TODAY)).toMatchObject([
      { code: 'CMAS', before: { counted }, after: { counted: counted - both.counted } },
    ]);
    for (const { activity } of activities) await reject(office, audit, activity);
    const announced = await changesElsewhere(office, audit, null, TODAY);
    const lost = shared.reduce((sum, one) => sum + one.counted, 0);
    expect(announced).toMatchObject([
      { code: 'CMAS', before: { counted }, after: { counted: counted - lost } },
    ]);
    // Rejecting once more what is rejected changes nothing.
    expect(await changesElsewhere(office, audit, both.activity, TODAY)).toEqual([]);
    expect(await cmas()).toBe(counted);
    await decideCase(office, { audit, outcome: 'non-compliant', reason: '', citation: null });
    const other = await as(office, 'Ben Okafor');
    await secondReview(other, { audit, by: null, agrees: true, note: '' });
    expect(await cmas(other)).toBe(counted);
    await sendLetters(other, 'audit-non-compliant');
    expect(await cmas(other)).toBe(counted - lost);
  });
});

test('every reason has its sentence in the policy', async () => {
  const { office } = await officeWithCase();
  const sentences = await reasonSentences(office);
  for (const reason of FINDING_REASONS) expect(sentences[reason].text.length).toBeGreaterThan(20);
  expect(sentences['outside-cycle'].text).toMatch(
    /^All CE points claimed MUST have been earned in the CCP cycle/,
  );
});
