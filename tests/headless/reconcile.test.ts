import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tempFolder } from '../temp-office.ts';
import { office, officeJson } from './command-line.ts';

/** Rosa Featherstonehaugh of the sample office: her RMA is past due, her MT is paid. */
const ROSA = '700412';

test('a portal file: looked at, mapped, entered, worked line by line and closed', async () => {
  const folder = tempFolder();
  const data = ['--data', join(folder, 'office'), '--as-of', '2026-11-22'];
  await officeJson('init', '--sample', '20', '--seed', '3', ...data);
  await officeJson('sweep', ...data);
  const file = join(folder, 'portal.csv');
  const lines = [
    `P-1,11/20/2026,50.00,${ROSA},"Featherstonehaugh, Rosa",RMA`,
    'P-2,11/20/2026,90.00,999,Rosa Featherstonehaugh,MT',
    'P-3,11/20/2026,12.00,,Nobody At All,',
  ];
  writeFileSync(file, ['Key,Date,Amount,Member No,Name,Certification', ...lines].join('\n'));
  const say = async (...args: string[]) => {
    const { code, stdout, stderr } = await office(...args, ...data);
    expect(`${code} ${stderr}`).toBe('0 ');
    return stdout;
  };

  const unmapped = await office('reconcile', 'portal', file, '--dry-run', ...data);
  expect(unmapped.code).toBe(1);
  expect(unmapped.stderr).toContain('No column of the file is taken for the transaction number');
  expect((await office('reconcile', 'portal', file, '--map', 'key=Key', ...data)).code).toBe(2);

  const looked = await say('reconcile', 'portal', file, '--map', 'reference=Key', '--dry-run');
  expect(looked).toContain('portal.csv: 3 lines over $152.00.');
  expect(await say('reconcile', 'list')).toBe('No file was entered yet.\n');
  expect(await say('reconcile', 'portal', file, '--map', 'reference=Key')).toContain(
    'Deposit 1: $152.00 entered.',
  );
  expect(await say('reconcile', 'portal', file)).toContain(
    'portal.csv is deposit 1 already; nothing was changed.',
  );

  const shown = await say('reconcile', 'show', '1');
  expect(shown).toContain('2 lines to work');
  expect(shown).toContain('in the file $152.00; entered $152.00, in the ledger $152.00: agrees');
  expect(await say('reconcile', 'assign', '1', '3')).toBe(
    '$90.00 entered for MT of Rosa M. Featherstonehaugh.\n',
  );
  const open = await office('reconcile', 'close', '1', ...data);
  expect(open).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('1 line of its file is neither assigned nor left'),
  });
  await say('reconcile', 'assign', '1', '4', '--member', `${ROSA}:RMA`);
  await say('reconcile', 'undo', '1', '4', '--reason', 'not hers');
  expect(await say('reconcile', 'leave', '1', '4', '--reason', 'asked the portal')).toContain('Line 4 left');
  expect(await officeJson('reconcile', 'show', '1', '--only', 'left', ...data)).toMatchObject({
    unassignedCents: 12_00,
    states: { open: { count: 0 }, assigned: { count: 2 }, left: { count: 1, cents: 12_00 } },
    shown: [{ row: 4, state: 'left', leftBecause: 'asked the portal' }],
  });
  await say('reconcile', 'close', '1');
  expect(await say('reconcile', 'list')).toContain('closed on 2026-11-22');
});
