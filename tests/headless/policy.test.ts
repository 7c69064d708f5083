import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tempFolder } from '../temp-office.ts';
import { office, officeJson } from './command-line.ts';

const ON = ['--as-of', '2026-11-22'] as const;
const SAID = ['--reason', 'New fee table', '--reference', 'Minutes 12'] as const;

async function sample(): Promise<readonly string[]> {
  const data = ['--data', join(tempFolder(), 'office'), ...ON];
  await officeJson('init', '--sample', '60', '--seed', '3', ...data);
  return data;
}

test('the policy is looked at, changed with a manager, confirmed, withdrawn, and its history told', async () => {
  const data = await sample();
  await office('sweep', ...data);
  const fee = ['policy', 'set', 'annual-fee.RMA=$55.00', '--from', '2027-01-01', ...SAID];
  const refused = await office(...fee, ...data);
  expect(refused).toMatchObject({ code: 1, stdout: '' });
  expect(refused.stderr).toContain('needs a manager');
  await office('managers', 'Maya', ...data);
  expect(await officeJson(...fee, '--approved-by', 'Maya', ...data)).toMatchObject({
    decision: { decision: 1, value: 55_00, from: '2027-01-01', approvedBy: 'Maya', reference: 'Minutes 12' },
    text: 'annual-fee.RMA is $55.00 from 1 January 2027 on.',
    restood: 0,
  });
  const manager = ['--actor', 'Maya', ...data];
  await officeJson('policy', 'confirm', 'points-grace-days', '--reference', 'Minutes 12', ...manager);
  await officeJson(
    'policy',
    'confirm',
    'audit-sample-rate',
    '--value',
    '8%',
    '--reference',
    'Manual',
    ...manager,
  );
  await officeJson('policy', 'withdraw', '1', '--reason', 'not voted', ...manager);
  expect(await officeJson('policy', 'history', ...data)).toMatchObject([
    { decision: 4, kind: 'withdrawn', name: 'annual-fee.RMA' },
    {
      decision: 3,
      kind: 'set',
      name: 'audit-sample-rate',
      value: 0.08,
      state: 'in-force',
      from: '2026-11-22',
    },
    { decision: 2, kind: 'confirmed', name: 'points-grace-days', state: 'in-force' },
    { decision: 1, kind: 'set', state: 'withdrawn', actor: 'command line' },
  ]);
  const { stdout } = await office('policy', 'show', 'annual-fee.RMA', ...data);
  expect(stdout).toContain('from 1930-01-01: $50.00, to confirm');
  expect(stdout).toContain('1. ');
  const open = (await officeJson('policy', 'list', '--unconfirmed', ...data)) as readonly { name: string }[];
  expect(open.map(({ name }) => name)).not.toContain('points-grace-days');
  expect(open.map(({ name }) => name)).not.toContain('audit-sample-rate');
  expect(open.map(({ name }) => name)).toContain('annual-fee.RMA');
  expect((await office('verify', ...data)).code).toBe(0);
}, 120_000);

test.each([
  { args: ['policy', 'set', 'annual-fee.RMA', ...SAID], code: 2, says: 'is not NAME=VALUE' },
  {
    args: ['policy', 'set', 'annual-fee.RMA=5500', '--reason', 'x'],
    code: 2,
    says: '--reference is missing',
  },
  {
    args: ['policy', 'set', 'annual-fee.RMA=5500', '--from', '2027-02-30', ...SAID],
    code: 2,
    says: 'is no date',
  },
  { args: ['policy', 'show', 'annual-fee.XX'], code: 1, says: 'has no value “annual-fee.XX”' },
  { args: ['what-if'], code: 2, says: 'at least one --set NAME=VALUE' },
])(
  '$args is refused: $says',
  async ({ args, code, says }) => {
    const data = await sample();
    const { code: was, stderr } = await office(...args, ...data);
    expect(was).toBe(code);
    expect(stderr).toContain(says);
  },
  60_000,
);

test('what-if tries values and another day, tells why, and exports', async () => {
  const data = await sample();
  const file = join(tempFolder(), 'list.csv');
  const bare = (await officeJson('what-if', '--on', '2030-01-01', ...data)) as { changed: readonly object[] };
  expect(bare.changed.length).toBeGreaterThan(0);
  for (const one of bare.changed) expect(Object.keys(one)).toEqual(['memberNo', 'code', 'from', 'to']);
  const told = (await officeJson(
    ...['what-if', '--set', 'lapse-after-months=6', '--on', '2030-01-01', '--reasons', '--export', file],
    ...data,
  )) as { changed: readonly { before: string; after: string }[] };
  for (const { before, after } of told.changed) expect(after).not.toBe(before);
  expect(existsSync(file)).toBe(true);
  expect(readFileSync(file, 'utf8').trim().split('\n')).toHaveLength(told.changed.length + 1);
}, 60_000);
