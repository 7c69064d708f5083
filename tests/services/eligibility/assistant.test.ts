import { join } from 'node:path';
import { expect, test } from 'vitest';
import { eligibility } from '../../../electron/services/eligibility/assistant.ts';
import { printEligibility } from '../../../electron/services/eligibility/print.ts';
import type { Office } from '../../../electron/services/office.ts';
import { type EligibilityAnswers, UNCONFIRMED_TEXT } from '../../../shared/domain/eligibility.ts';
import { layout, wordsByPage } from '../../printing/poppler.ts';
import { emptyOffice, tempFolder } from '../../temp-office.ts';

/** Ann’s RMA lapsed by fees on 2020-05-31; the MT that Bea holds is days old. */
async function lapsed(): Promise<Office> {
  const office = await emptyOffice();
  office.db.sqlite.exec(`
    INSERT INTO member (id, member_no, first_name, last_name, sort_name) VALUES (1, '700001', 'Ann', 'Lee', 'lee ann'), (2, '700002', 'Bea', 'New', 'new bea');
    INSERT INTO certification (id, member_id, code, certified_on) VALUES (1, 1, 'RMA', '2019-05-01'), (2, 2, 'MT', '2026-11-01');
    INSERT INTO activity (member_id, category, title, completed_on, points, criteria, source, finding) VALUES
      (1, 'professional-education', 'in time', '2024-05-01', 12, 1, 'member', NULL),
      (1, 'professional-education', 'three years ago to the day', '2023-11-22', 50, 1, 'member', NULL),
      (1, 'professional-education', 'no criterion', '2024-05-01', 50, 0, 'member', NULL),
      (1, 'professional-education', 'rejected', '2024-05-01', 50, 1, 'member', 'rejected');
  `);
  return office;
}

const asking = (office: Office, on: string, answers: EligibilityAnswers = {}, memberNo = '700001') =>
  eligibility(office, { code: 'RMA', memberNo, answers, on });

test('SC-RECERT-2 SC-RECERT-4: what the records know is not asked, and ten years to the day close the way by CCP', async () => {
  const office = await lapsed();
  const known = async (on: string) => {
    const { answered, routes } = await asking(office, on);
    const ccp = routes.find(({ route }) => route.id === 'ccp');
    return [...answered.map(({ answer }) => answer), ccp?.state, ccp?.closedBy?.reference];
  };
  expect(await known('2026-11-22')).toEqual(['lapsed', 6, 12, 'fits', undefined]);
  expect(await known('2030-05-30')).toEqual(['lapsed', 9, 0, 'fits', undefined]);
  expect(await known('2030-05-31')).toEqual(['lapsed', 10, 0, 'out', 'SC-RECERT-2']);
});

test('SC-LAPSE-0: one that has not lapsed needs no way back; one never held is asked for today’s criteria', async () => {
  const office = await lapsed();
  const active = await eligibility(office, { code: 'MT', memberNo: '700002', answers: {}, on: '2026-11-22' });
  expect(active.routes.every(({ state }) => state === 'out')).toBe(true);
  expect(active.next).toBeNull();
  const never = await asking(office, '2026-11-22', {}, '700002');
  expect(never.next?.id).toBe('training');
  expect(never.sentences['SC-LAPSE-0']).toContain('CURRENT eligibility criteria');
});

test.each([
  ['a question that is not there', { moon: 1 }, 'answer-impossible'],
  ['an option that is not there', { training: 'moon' }, 'answer-impossible'],
  ['a number out of reach', { 'work-years': 99 }, 'answer-impossible'],
  ['what the records say otherwise', { held: 'never' }, 'answer-contradicts'],
])('%s is refused', async (_, answers, code) => {
  await expect(asking(await lapsed(), '2026-11-22', answers)).rejects.toMatchObject({ code });
});

test('PB-REC-1: the points known are those granted for the certification itself, of the years that an application looks back', async () => {
  const office = await lapsed();
  office.db.sqlite.exec(`
    INSERT INTO certification (id, member_id, code, certified_on) VALUES (3, 1, 'CMAS', '2024-01-01');
    INSERT INTO activity_grant (member_id, certification_id, activity_id, points) VALUES (1, 3, 1, 2);
    INSERT INTO policy_decision (kind, name, from_date, value, reason, reference, actor, approved_by, set_at)
      VALUES ('set', 'recertification-points-years', '2028-01-01', 5, 'test', '', 'Test', 'Maya', '2026-11-22');
  `);
  const points = async (on: string) =>
    (await asking(office, on)).answered.find(({ question }) => question.id === 'points')?.answer;
  expect(await points('2026-11-22')).toBe(12);
  expect(await points('2028-04-30')).toBe(62);
});

test('more points than are on record can be proved', async () => {
  const { answered } = await asking(await lapsed(), '2026-11-22', { points: 40 });
  expect(answered.find(({ question }) => question.id === 'points')).toMatchObject({
    answer: 40,
    known: false,
  });
});

test('SC-RECERT-3: the result is one page with what fits, what is needed and sent, and that it rests on defaults', async () => {
  const office = await lapsed();
  const outFile = join(tempFolder(), 'result.pdf');
  const answers = {
    training: 'accredited',
    'training-hours': 800,
    'graduated-years': 3,
    'work-years': 1,
    'teaching-years': null,
  };
  await printEligibility(office, { code: 'RMA', memberNo: '700001', answers, on: '2026-11-22', outFile });
  expect(wordsByPage(outFile)).toHaveLength(1);
  const text = layout(outFile, 1, 1).replaceAll(/\s+/g, ' ');
  for (const said of [
    'Ann Lee',
    'Eligibility: Registered Medical Assistant (RMA)',
    '1 of 6 ways fits as it stands; 4 more are possible but still need something.',
    'Still needed At least 3 years of full-time work in the last 7 *.',
    'To be shown At least 5 years of teaching in the field *.',
    'Send Recertification by Exam Application (SC-RECERT-3); Final transcript',
    'Needs: Training of the U.S. Armed Forces in the field *',
    `* ${UNCONFIRMED_TEXT}`,
    '(SC-LAPSE-0)',
  ])
    expect(text).toContain(said);
  const entry = office.db.sqlite.prepare('SELECT action, subject_id FROM journal ORDER BY seq DESC').get();
  expect(entry).toEqual({ action: 'eligibility.printed', subject_id: '700001' });
});
