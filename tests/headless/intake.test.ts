import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { RunSummary } from '../../shared/domain/renewals.ts';
import { sheetCodeText } from '../../shared/domain/sheet-code.ts';
import { cover, PROOF, writePage } from '../services/intake/pages.ts';
import { tempFolder } from '../temp-office.ts';
import { office, officeJson } from './command-line.ts';

test('documents are taken in by the command of the contract: filed, unmatched, refused, duplicate', async () => {
  const folder = tempFolder();
  const data = ['--data', join(folder, 'office'), '--as-of', '2026-11-22'];
  await officeJson('init', '--sample', '60', ...data);
  const { run } = (await officeJson(
    'notices',
    'prepare',
    '--kind',
    'renewal',
    '--month',
    '2026-12',
    ...data,
  )) as RunSummary;
  const notice = sheetCodeText({ run, sheet: 1, purpose: 'RN' });
  const files = [
    writePage(folder, 'cover.png', cover(1)),
    writePage(folder, 'paper.png', PROOF),
    writePage(folder, 'notice.png', { codes: [notice] }),
    join(folder, 'list.txt'),
  ];
  writeFileSync(files[3] ?? '', 'a list');
  const taken = await officeJson('intake', ...files, ...data);
  const sha256 = createHash('sha256')
    .update(readFileSync(files[0] ?? ''))
    .digest('hex');
  expect(taken).toMatchObject([
    { file: files[0], sha256, outcome: 'filed', case: 'audit 1' },
    { outcome: 'unmatched', reason: 'No code is on it.' },
    { outcome: 'refused', reason: expect.stringContaining('AMT does not accept documents') },
    { outcome: 'unmatched', reason: expect.stringContaining('no PDF, JPEG, PNG, TIFF or HEIC') },
  ]);
  const again = await office('intake', files[0] ?? '', ...data);
  expect(again).toMatchObject({ code: 0, stdout: expect.stringContaining('duplicate to audit 1') });
  expect(await officeJson('verify', ...data)).toMatchObject({ ok: true });
});
