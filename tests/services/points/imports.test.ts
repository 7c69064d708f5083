import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { unwatchedWork } from '../../../electron/jobs/work.ts';
import { recordAttestation, undoRecorded } from '../../../electron/services/attestations/record.ts';
import { runImport } from '../../../electron/services/import/run-import.ts';
import { memberPage } from '../../../electron/services/member-page/member-page.ts';
import type { Office } from '../../../electron/services/office.ts';
import { correctActivity, withdrawActivity } from '../../../electron/services/points/counter.ts';
import { takeFeed } from '../../../electron/services/points/feed/take.ts';
import { memberPoints } from '../../../electron/services/points/member-points.ts';
import type { ImportKind, ImportReport } from '../../../shared/domain/import.ts';
import { TODAY, tempFolder } from '../../temp-office.ts';
import { ANN } from '../payments/small-office.ts';
import { draft, enter, pointsOffice } from './points-office.ts';

function load(office: Office, kind: ImportKind, lines: readonly string[]): Promise<ImportReport> {
  const file = join(tempFolder(), `${kind}.csv`);
  writeFileSync(file, lines.join('\n'));
  return runImport(office, { file, kind, dryRun: false, skipBadRows: true, asOf: TODAY }, unwatchedWork());
}

const ACTIVITIES = 'member_no,category,title,completed_on,points,criteria,external_id';
const COURSE = `${ANN},professional-education,Course,2026-03-01,6,job,x-1`;
const ATTESTATIONS = 'member_no,code,cycle_start,attested_on';

describe('an imported activity that the office countered', () => {
  test('stays so when its file comes again, and a file that says otherwise is told', async () => {
    const office = await pointsOffice();
    await load(office, 'activities', [ACTIVITIES, COURSE]);
    const [imported] = (await memberPoints(office, ANN, TODAY)).activities;
    const old = imported?.activity ?? 0;
    const corrected = { ...draft({ title: 'Course', provider: '', hours: null, claimed: 4 }) };
    await correctActivity(office, { activity: old, draft: corrected, reason: 'four', confirmDoubts: false });
    expect(await load(office, 'activities', [ACTIVITIES, COURSE])).toMatchObject({ unchanged: 1, added: 0 });
    const other = await load(office, 'activities', [ACTIVITIES, COURSE.replace(',6,', ',9,')]);
    expect(other.rejected[0]?.message).toContain('that the office corrected or withdrew');
    const { activities, certifications } = await memberPoints(office, ANN, TODAY);
    expect(activities.filter(({ counter }) => counter === null).map(({ granted }) => granted)).toEqual([4]);
    expect(certifications.map(({ counted }) => counted)).toEqual([4, 4]);
  });
});

test('SC-CCP-8: an online activity that the feed recorded is not added again by a file, nor is one that was corrected', async () => {
  const office = await pointsOffice();
  const file = join(tempFolder(), 'online.csv');
  writeFileSync(
    file,
    `external_id,member_no,title,completed_on,points\nc-1,${ANN},Ethics,2026-03-01,2\nc-2,${ANN},Safety,2026-03-02,3`,
  );
  await takeFeed(office, { file, origin: 'command' }, unwatchedWork());
  const safety = (await memberPoints(office, ANN, TODAY)).activities.find(({ title }) => title === 'Safety');
  const corrected = draft({ ...safety, claimed: 1, hours: null });
  await correctActivity(office, {
    activity: safety?.activity ?? 0,
    draft: corrected,
    reason: 'AMT’s letter',
    confirmDoubts: false,
  });
  const report = await load(office, 'activities', [
    `${ACTIVITIES},source`,
    `${ANN},professional-education,Ethics,2026-03-01,2,knowledge,c-1,amt-online`,
    `${ANN},professional-education,Safety,2026-03-02,3,knowledge,c-2,amt-online`,
    `${ANN},professional-education,Safety,2026-03-02,3,knowledge,c-2,member`,
  ]);
  // The member's own number is another one, though it reads the same.
  expect(report).toMatchObject({ added: 1, unchanged: 2, rejected: [] });
  const { certifications } = await memberPoints(office, ANN, TODAY);
  expect(certifications.map(({ counted }) => counted)).toEqual([2 + 1 + 3, 2 + 1 + 3]);
});

describe('an attestation', () => {
  test('that was undone does not come back with its file; another day’s does', async () => {
    const office = await pointsOffice();
    const row = `${ANN},RMA,2025-05-01,2026-10-01`;
    await load(office, 'attestations', [ATTESTATIONS, row]);
    const found = await memberPoints(office, ANN, TODAY);
    const attestation =
      found.certifications.find(({ code }) => code === 'RMA')?.attestation?.attestation ?? 0;
    await undoRecorded(office, { attestation, reason: 'not signed' });
    expect(await load(office, 'attestations', [ATTESTATIONS, row])).toMatchObject({ unchanged: 1, added: 0 });
    const later = await load(office, 'attestations', [ATTESTATIONS, row.replace('10-01', '11-01')]);
    expect(later).toMatchObject({ added: 1 });
  });

  test('recorded from its slip is not changed by a file', async () => {
    const office = await pointsOffice();
    await recordAttestation(office, { of: { memberNo: ANN }, codes: ['RMA'], attestedOn: '2026-10-01' });
    const same = await load(office, 'attestations', [ATTESTATIONS, `${ANN},RMA,2025-05-01,2026-10-01`]);
    expect(same).toMatchObject({ unchanged: 1 });
    const other = await load(office, 'attestations', [ATTESTATIONS, `${ANN},RMA,2025-05-01,2026-10-02`]);
    expect(other.rejected[0]?.message).toContain('differs from the slip that the office recorded');
  });
});

test('the member’s history tells in plain words what was entered, corrected, withdrawn and attested', async () => {
  const office = await pointsOffice();
  const first = await enter(office, draft());
  const { activity } = await correctActivity(office, {
    activity: first,
    draft: draft({ hours: 1 }),
    reason: 'one hour',
    confirmDoubts: false,
  });
  await withdrawActivity(office, { activity: activity ?? 0, reason: 'another member’s' });
  const [made] = await recordAttestation(office, {
    of: { memberNo: ANN },
    codes: ['RMA'],
    attestedOn: TODAY,
  });
  await undoRecorded(office, { attestation: made?.attestation ?? 0, reason: 'wrong slip' });
  const { journal, activities } = await memberPage(office, ANN, TODAY);
  expect(activities).toEqual([]);
  expect(journal.map(({ text }) => text)).toEqual([
    'RMA: attestation of the cycle from 1 May 2025 undone: wrong slip',
    'RMA: cycle from 1 May 2025 attested, signed on 22 November 2026',
    'Activity “Phlebotomy update” with 1 point withdrawn: another member’s',
    'Activity “Phlebotomy update” corrected from 6 points on 1 March 2026 to 1 point on 1 March 2026: one hour',
    'Activity “Phlebotomy update” entered, 6 points granted (MT 6, RMA 6)',
  ]);
});
