import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { RunSummary } from '../../shared/domain/renewals.ts';
import type { ReturnLetter } from '../../shared/domain/return-letters.ts';
import { sheetCodeText } from '../../shared/domain/sheet-code.ts';
import { writePage } from '../services/intake/pages.ts';
import { tempFolder } from '../temp-office.ts';
import { office, officeJson } from './command-line.ts';

test('a refused document goes back by a letter, and is destroyed when its time is over, by the commands', async () => {
  const folder = tempFolder();
  const data = ['--data', join(folder, 'office')];
  const on = (day: string) => [...data, '--as-of', day];
  await officeJson('init', '--sample', '60', ...on('2026-11-22'));
  const month = ['--kind', 'renewal', '--month', '2026-12'];
  const { run: renewals } = (await officeJson(
    'notices',
    'prepare',
    ...month,
    ...on('2026-11-22'),
  )) as RunSummary;
  const code = sheetCodeText({ run: renewals, sheet: 1, purpose: 'RN' });
  const page = writePage(folder, 'my course.png', { codes: [code] });
  expect(await officeJson('intake', page, ...on('2026-11-22'))).toMatchObject([{ outcome: 'refused' }]);

  const [waiting] = (await officeJson('intake', 'returns', 'list', ...on('2026-11-23'))) as ReturnLetter[];
  expect(waiting).toMatchObject({ name: 'my course.png', pages: 1, papers: 'enclosed', hold: null });
  const file = ['intake', 'returns', 'papers', String(waiting?.letter), 'file', ...on('2026-11-23')];
  expect(await officeJson(...file)).toMatchObject({ papers: 'file' });
  const out = join(folder, 'returns.pdf');
  const printed = await office('intake', 'returns', 'print', '--out', out, ...on('2026-11-23'));
  expect(printed.stdout).toMatch(/1 return letter of run 2026-11-A printed/);
  expect(readFileSync(out).subarray(0, 5).toString()).toBe('%PDF-');
  const nothing = await office('intake', 'returns', 'print', '--out', out, ...on('2026-11-23'));
  expect(nothing).toMatchObject({ code: 1, stderr: expect.stringContaining('No return letter waits.') });
  expect(await officeJson('intake', 'retention', 'list', ...on('2027-11-22'))).toEqual([]);
  expect(await officeJson('intake', 'retention', 'list', '--held', ...on('2027-11-22'))).toMatchObject([
    { holds: [{ kind: 'return-letter' }] },
  ]);
  await officeJson('notices', 'mark-mailed', '2026-11-A', ...on('2026-11-24'));

  const later = on('2027-11-22');
  expect(await officeJson('intake', 'retention', 'list', ...later)).toMatchObject([
    { until: { policy: 'retention-years-refused', years: 1, dueOn: '2027-11-22' } },
  ]);
  const destroy = ['intake', 'retention', 'destroy', '--actor', 'Dana'];
  expect(await office(...destroy, ...later)).toMatchObject({ code: 2 });
  expect(await office(...destroy, '--confirm', '1', ...later)).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('Destroying documents needs a manager'),
  });
  await office('managers', 'Dana', ...later);
  expect(await officeJson(...destroy, '--confirm', '1', ...later)).toMatchObject({ documents: 1, left: 0 });
  expect(await officeJson('verify', ...later)).toMatchObject({ ok: true });
  const log = join(folder, 'log.csv');
  expect(await officeJson('intake', 'retention', 'log', '--out', log, ...later)).toMatchObject({ rows: 1 });
  expect(readFileSync(log, 'utf8')).toContain('my course.png,2026-11-22');
  const certificate = ['intake', 'retention', 'certificate', '1', '--out', join(folder, 'certificate.pdf')];
  expect(await officeJson(...certificate, ...later)).toMatchObject({ pages: 1 });
});
