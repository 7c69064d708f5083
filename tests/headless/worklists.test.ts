import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MemberCycles } from '../../shared/domain/cycles.ts';
import type { WorklistRows } from '../../shared/domain/worklists.ts';
import { tempFolder } from '../temp-office.ts';
import { office, officeJson } from './command-line.ts';

/** Rosa Featherstonehaugh of the sample office: her RMA is past due, her MT is paid. */
const ROSA = '700412';
const ON = ['--as-of', '2026-11-22'] as const;

const folder = mkdtempSync(join(tmpdir(), 'standing-test-'));
const data = ['--data', join(folder, 'office'), ...ON];

beforeAll(async () => {
  await officeJson('init', '--sample', '120', '--seed', '3', ...data);
  await officeJson('sweep', ...data);
  await office('managers', 'Maya', ...data);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const rows = async (...args: string[]) => (await officeJson(...args, ...data)) as WorklistRows;

test('ccp worklist: the counts of the lists, a list, and a file of what it shows', async () => {
  const counts = (await officeJson('ccp', 'worklist', ...data)) as Readonly<Record<string, number>>;
  expect(Object.keys(counts)).toEqual([
    'ending',
    'ended-short',
    'roll-blocked',
    'over-cap',
    'duplicates',
    'unsupported',
  ]);
  const ending = await rows('ccp', 'worklist', 'ending');
  expect(ending.total).toBe(counts.ending);
  expect(ending.rows.every(({ code, days }) => code !== null && days >= 0 && days <= 365)).toBe(true);
  const near = await rows('ccp', 'worklist', 'ending', '--days', '180', '--code', 'rma');
  expect(near.rows.every(({ code, days }) => code === 'RMA' && days <= 180)).toBe(true);
  const out = join(tempFolder(), 'ending.csv');
  const { stdout } = await office('ccp', 'worklist', 'ending', '--out', out, ...data);
  expect(stdout).toContain(`${ending.total} rows written`);
  expect(readFileSync(out, 'utf8').split('\n')[0]).toContain('member_no,name,state,code,status,date,days');
});

test('ccp mark: a row is snoozed with a reason and comes back', async () => {
  const [row] = (await rows('ccp', 'worklist', 'ending')).rows;
  if (row === undefined) throw new Error('There is one');
  const mark = ['ccp', 'mark', 'ending', row.item, row.memberNo];
  const refused = await office(...mark, '--snooze', '2026-12-01', ...data);
  expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('needs a reason') });
  const told = await office(...mark, '--snooze', '2026-12-01', '--reason', 'on its way', ...data);
  expect(told.stdout).toContain('snoozed until 2026-12-01  on its way');
  expect((await rows('ccp', 'worklist', 'ending', '--show', 'snoozed')).total).toBe(1);
  await office(...mark, '--back', ...data);
  expect((await rows('ccp', 'worklist', 'ending', '--show', 'snoozed')).total).toBe(0);
});

test('cycles: what was decided; a preview writes nothing; a correction and a reopening are recorded', async () => {
  const before = (await officeJson('cycles', ROSA, ...data)) as MemberCycles;
  const rma = before.certifications.find(({ code }) => code === 'RMA');
  expect(rma?.cycles.find(({ roll }) => roll !== null)?.roll?.decided?.values.length).toBeGreaterThan(2);
  const change = ['--certified-on', 'RMA:2019-05-15'];
  const preview = await office('cycles', 'preview', ROSA, ...change, ...data);
  expect(preview.stdout).toContain('RMA: certified 15 May 2019 instead of 1 May 2019.');
  expect(preview.stdout).toContain('on record as rolled and no longer supported: 2019-05-01 to 2022-04-30');
  expect(await officeJson('cycles', ROSA, ...data)).toEqual(before);
  await office('cycles', 'correct', ROSA, ...change, '--reason', 'certificate', ...data);
  const doubtful = await rows('ccp', 'worklist', 'unsupported');
  expect(doubtful.total).toBeGreaterThan(0);
  const reopen = [
    'cycles',
    'reopen',
    ROSA,
    'RMA',
    '2019-05-01',
    '--citation',
    'SC-CCP-7',
    '--reason',
    'the 15th',
  ];
  expect((await office(...reopen, ...data)).stderr).toContain('needs a manager');
  const { stdout } = await office(...reopen, '--approved-by', 'Maya', ...data);
  expect(stdout).toContain('allowed by Maya; SC-CCP-7');
  expect((await rows('ccp', 'worklist', 'unsupported')).total).toBe(doubtful.total - 1);
});

test('a list says when its standings are not those of the day', async () => {
  const { stdout: fresh } = await office('lapse', 'list', '--limit', '1', ...data);
  expect(fresh).not.toContain('sweep');
  const later = [...data.slice(0, 2), '--as-of', '2026-11-23'];
  const { stdout } = await office('lapse', 'list', '--limit', '1', ...later);
  expect(stdout).toContain('Standings are as of 22 November 2026.');
  const never = ['--data', join(folder, 'never'), ...ON];
  await officeJson('init', '--sample', '20', '--seed', '3', ...never);
  const { stdout: empty } = await office('lapse', 'list', ...never);
  expect(empty).toContain('Standings were never brought up to date.');
});

test('lapse list and reverse: refused while the facts still give it, done by what was wrong', async () => {
  const lapsed = await rows('lapse', 'list', '--cause', 'points', '--sort', 'on', '--descending');
  const [row] = lapsed.rows;
  if (row?.code === null || row === undefined) throw new Error('There is one');
  expect(row.lapse?.cause).toBe('points');
  const cycles = (await officeJson('cycles', row.memberNo, ...data)) as MemberCycles;
  const short = cycles.certifications
    .find(({ code }) => code === row.code)
    ?.cycles.find(({ state }) => state === 'ended-short');
  const order = [
    'lapse',
    'reverse',
    row.memberNo,
    row.code,
    '--citation',
    'PB-CCP-3',
    '--reason',
    'slip found',
    '--approved-by',
    'Maya',
  ];
  expect(await office(...order, ...data)).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('would still be lapsed'),
  });
  const done = await office(...order, '--attested', `${short?.start}:${short?.end}`, ...data);
  expect(done).toMatchObject({ code: 0, stdout: expect.stringContaining('is reversed') });
  expect((await rows('lapse', 'list', '--cause', 'points')).total).toBe(lapsed.total - 1);
  const crossing = await rows('lapse', 'list', '--crossing');
  expect(crossing.rows.every(({ lapse }) => (lapse?.examOnlyFrom ?? '') > '2026-11-22')).toBe(true);
});

describe('what is wrongly used', () => {
  test.each([
    [['ccp', 'worklist', 'nonsense'], 'is no worklist of CCP'],
    [['ccp', 'mark', 'ending', 'c1:2024-01-01', ROSA], 'one of --note TEXT'],
    [['cycles', 'preview', ROSA], 'say what is to be corrected'],
    [['cycles', 'correct', ROSA, '--activity', '1', '--reason', 'x'], '--activity needs'],
    [['lapse', 'list', 'nonsense'], 'is no list of lapses'],
    [['lapse', 'reverse', ROSA, 'RMA', '--reason', 'x'], '--citation is missing'],
  ])('%j is told', async (args, sentence) => {
    const { code, stderr } = await office(...args, ...data);
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(sentence) });
  });
});
