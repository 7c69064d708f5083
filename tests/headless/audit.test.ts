import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { AuditDraw } from '../../shared/domain/audit-draw.ts';
import type { AuditReport } from '../../shared/domain/audit-report.ts';
import type { RunSummary } from '../../shared/domain/renewals.ts';
import { tempFolder } from '../temp-office.ts';
import { office, officeJson } from './command-line.ts';

test('the annual audit is drawn, exported, repeated and refused in a sentence', async () => {
  const folder = tempFolder();
  const data = ['--data', join(folder, 'office'), '--as-of', '2026-11-22'];
  await officeJson('init', '--sample', '200', '--seed', '3', ...data);
  const args = ['audit', 'draw', '--year', '2026', '--seed', 'S', ...data];
  const drawn = (await officeJson(...args)) as AuditDraw;
  expect(Object.keys(drawn)).toEqual(
    expect.arrayContaining(['campaign', 'population', 'populationSha256', 'seed', 'selected']),
  );
  expect(drawn.selected).toHaveLength(Math.ceil(drawn.population * 0.05));
  expect(await officeJson(...args)).toEqual(drawn);

  const file = join(folder, 'population.txt');
  const { stdout } = await office('audit', 'population', '--year', '2026', '--out', file, ...data);
  const sha256 = createHash('sha256').update(readFileSync(file)).digest('hex');
  expect(sha256).toBe(drawn.populationSha256);
  expect(stdout).toContain(sha256);
  expect((await office('audit', 'check', '--year', '2026', ...data)).stdout).toContain('repeats');
  expect((await office('audit', 'list', ...data)).stdout).toContain(
    'Audit 2026, draw 1 of 22 November 2026 by command line',
  );

  const prepared = (await officeJson(
    ...['notices', 'prepare', '--kind', 'audit', '--month', '2026-11', ...data],
  )) as { run: string; selected: number };
  expect(prepared.selected).toBeGreaterThan(0);
  const sent = (await officeJson('notices', 'list', ...data)) as readonly RunSummary[];
  expect(sent.find(({ run }) => run === prepared.run)).toMatchObject({ kind: 'audit', step: 'audit' });

  const [pdf, csv] = [join(folder, 'report.pdf'), join(folder, 'report.csv')];
  const report = (await officeJson(
    'audit',
    'report',
    '2026',
    '--pdf',
    pdf,
    '--csv',
    csv,
    ...data,
  )) as AuditReport;
  expect(report).toMatchObject({ year: 2026, population: drawn.population });
  expect(report.counts).toMatchObject({ all: drawn.selected.length, undecided: drawn.selected.length });
  expect(readFileSync(pdf, 'latin1').slice(0, 5)).toBe('%PDF-');
  expect(readFileSync(csv, 'utf8')).toContain(`cases,every case,,${drawn.selected.length},`);

  const refusals: readonly (readonly [number, string, ...string[]])[] = [
    [1, 'was drawn on 2026-11-22 with the seed S', 'audit', 'draw', '--year', '2026', '--seed', 'T'],
    [1, 'that year is not over', 'audit', 'draw', '--year', '2027'],
    [1, 'was not drawn', 'audit', 'check', '--year', '2001'],
    [2, '--year is missing', 'audit', 'draw'],
    [1, 'was not drawn', 'audit', 'report', '2001'],
    [2, '20 is no year', 'audit', 'report', '20'],
    [2, '--rate 5 must be more than 0', 'audit', 'draw', '--year', '2026', '--rate', '5'],
    [1, 'There is no member with the number 1', 'audit', 'covers', '1', '--out', file],
    [2, 'audit covers needs --out FILE.pdf', 'audit', 'covers', '1'],
    [2, '--out is missing', 'audit', 'population', '--year', '2026'],
  ];
  for (const [code, says, ...words] of refusals) {
    const ended = await office(...words, ...data);
    expect(ended, words.join(' ')).toMatchObject({ code, stdout: '' });
    expect(ended.stderr).toContain(says);
  }
});
