import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { AttestationRows } from '../../shared/domain/attestations.ts';
import type { FeedRows } from '../../shared/domain/feed.ts';
import type { CounterPreview, EnteredActivity, MemberPoints } from '../../shared/domain/points.ts';
import { tempFolder } from '../temp-office.ts';
import { office, officeJson } from './command-line.ts';

/** Rosa Featherstonehaugh of the sample office: RMA and MT. */
const ROSA = '700412';

test('points are added, corrected and withdrawn; the feed is taken and its queue worked; a slip is recorded', async () => {
  const folder = tempFolder();
  const data = ['--data', join(folder, 'office'), '--as-of', '2026-11-22'];
  await officeJson('init', '--sample', '20', '--seed', '3', ...data);
  const say = async (...args: string[]) => {
    const { code, stdout, stderr } = await office(...args, ...data);
    expect(stderr).toBe('');
    expect(code).toBe(0);
    return stdout.trim();
  };
  const course = ['points', 'add', ROSA, '--category', 'professional-education', '--title', 'Blood cultures'];
  const typed = [...course, '--on', '2025-07-03', '--hours', '6', '--criteria', 'job'];

  const said = await say(...typed, '--dry-run');
  expect(said).toContain('Granted: 6.');
  expect(said).toContain('MT: does not count. Completed on 3 July 2025, in the cycle to 31 August 2025');
  expect(said).toContain('(SC-CCP-5)');
  expect(said).toContain('The office’s value is not confirmed yet.');
  expect(said).toContain('Nothing was entered.');

  // The command's own output, as contract.md declares it.
  const entered = (await officeJson(...typed, ...data)) as EnteredActivity;
  const activity = String(entered.activity);
  expect(entered.preview.verdicts.map(({ code, points }) => [code, points])).toEqual([
    ['MT', 0],
    ['RMA', 6],
  ]);
  const twice = await office(...typed, ...data);
  expect(twice).toMatchObject({ code: 1, stdout: '' });
  expect(twice.stderr).toContain('is recorded already with 6 points (command line). If it is another one');

  const ahead = await office(...course, '--on', '2026-12-24', '--hours', '6', ...data);
  expect(ahead.stderr).toContain('lies ahead: nothing is earned yet. “All CE points claimed MUST');
  const wrong = await office('points', 'add', ROSA, '--category', 'sport', '--title', 'x', ...data);
  expect(wrong).toMatchObject({ code: 2 });
  expect(wrong.stderr).toContain('--category sport is no category');

  expect(await say('points', 'correct', activity, '--hours', '4', '--dry-run')).toContain('RMA: past-due');
  expect(await say('points', 'correct', activity, '--hours', '4', '--reason', 'four hours')).toContain(
    'Granted: 4.',
  );
  const listed = (await officeJson('points', 'list', ROSA, ...data)) as MemberPoints;
  const now = listed.activities.find(({ replaces }) => String(replaces) === activity)?.activity;
  expect(listed.activities.find((one) => String(one.activity) === activity)?.counter).toMatchObject({
    kind: 'corrected',
    reason: 'four hours',
    replacedBy: now,
  });
  const gone = (await officeJson(
    'points',
    'withdraw',
    String(now),
    '--reason',
    'x',
    ...data,
  )) as CounterPreview;
  expect(gone.changes.map(({ changed }) => changed)).toEqual([false, true]);
  expect(await say('points', 'list', ROSA)).toContain('withdrawn on 2026-11-22: x');

  const header = 'external_id,member_no,name,email,title,completed_on,points';
  const feed = join(folder, 'online.csv');
  writeFileSync(
    feed,
    `${header}\nA-1,${ROSA},,,Ethics,2026-10-01,2\nA-2,,Rosa Featherston,,Law,2026-10-02,1\n`,
  );
  expect(await say('points', 'feed', feed)).toBe(
    'online.csv: 2 rows, 1 recorded, 0 known before, 1 waiting in the queue.',
  );
  expect(await say('points', 'feed', feed)).toContain('0 recorded, 2 known before, 0 waiting');
  const { rows } = (await officeJson('points', 'queue', ...data)) as FeedRows;
  const row = String(rows[0]?.id);
  expect(rows[0]?.suggestions[0]?.memberNo).toBe(ROSA);
  expect(await say('points', 'match', row, ROSA)).toContain(`recorded for ${ROSA}`);
  expect(await say('points', 'requeue', row)).toContain('It was recorded before and put back.');
  expect(await say('points', 'dismiss', row, '--reason', 'not ours')).toContain('dismissed, not ours');
  expect(await say('points', 'queue')).toBe('There is no such row.');
  const watched = join(folder, 'feed');
  mkdirSync(watched);
  expect(await say('points', 'folder', watched)).toBe(`Watched: ${watched}`);
  writeFileSync(join(watched, 'b.csv'), 'nothing');
  expect(await say('points', 'feed')).toContain('b.csv was refused: ');
  expect(await say('points', 'feed')).toBe('No file lies there.');

  const both = await office('attest', ROSA, ...data);
  expect(both.stderr).toContain('it is not said which of them the slip attests');
  expect(await say('attest', ROSA, '--code', 'rma', '--signed', '2026-11-20')).toContain(
    'signed on 2026-11-20',
  );
  const late = await office('attest', ROSA, '--code', 'MT', '--signed', '2025-08-31', ...data);
  expect(late.stderr).toContain('before the cycle began on 1 September 2025. “Two ways to comply');
  const recorded = (await officeJson('attest', 'list', ...data)) as AttestationRows;
  const attestation = String(recorded.rows[0]?.attestation);
  expect(await say('attest', 'undo', attestation, '--reason', 'another’s slip')).toContain(
    'undone on 2026-11-22: another’s slip',
  );
});
