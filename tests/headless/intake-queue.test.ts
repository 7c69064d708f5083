import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { FileOutcome, IntakePart, IntakeSuggestion } from '../../shared/domain/intake.ts';
import { hugePng, pdfOfPages } from '../services/intake/hostile-files.ts';
import { cover, PROOF, writePage } from '../services/intake/pages.ts';
import { tempFolder } from '../temp-office.ts';
import { office, officeJson } from './command-line.ts';

const HEIC = join(import.meta.dirname, '..', 'services', 'intake', 'fixtures', 'cover-of-audit-1.heic');
/** A member of the sample without a case. */
const ROSA = '700412';

type Listed = {
  readonly rows: readonly (IntakePart & { readonly suggestions: readonly IntakeSuggestion[] })[];
};

test('a folder of post is taken in, and its queue is worked by commands alone', async () => {
  const folder = tempFolder();
  const data = ['--data', join(folder, 'office'), '--as-of', '2026-11-22'];
  await officeJson('init', '--sample', '60', ...data);
  await officeJson('managers', 'Maya', ...data);
  const post = join(folder, 'post');
  mkdirSync(join(post, 'phone'), { recursive: true });
  copyFileSync(HEIC, join(post, 'phone', 'IMG_10.HEIC'));
  writePage(post, 'a cover.png', cover(1));
  writePage(post, 'page 2.png', PROOF);
  writePage(post, 'page 10.png', { ...PROOF, paper: 220 });
  writePage(post, 'page 11.png', { ...PROOF, paper: 210 });
  const locked = await pdfOfPages(1, { userPassword: 'secret' });
  writeFileSync(join(post, 'x locked.pdf'), locked);
  writeFileSync(join(post, 'y.png'), hugePng(60_000));
  writeFileSync(join(post, '~$a.docx'), 'lock');
  const taken = (await officeJson('intake', post, ...data)) as readonly FileOutcome[];
  expect(taken.map(({ file, outcome, skipped }) => [file, outcome, skipped ?? false])).toEqual([
    [join(post, '~$a.docx'), 'refused', true],
    [join(post, 'a cover.png'), 'filed', false],
    [join(post, 'page 2.png'), 'unmatched', false],
    [join(post, 'page 10.png'), 'unmatched', false],
    [join(post, 'page 11.png'), 'unmatched', false],
    [join(post, 'phone', 'IMG_10.HEIC'), 'filed', false],
    [join(post, 'x locked.pdf'), 'unmatched', false],
    [join(post, 'y.png'), 'unmatched', false],
  ]);
  const audited = taken[1]?.parts[0]?.memberNo ?? '';

  const queue = (await officeJson('intake', 'queue', ...data)) as Listed;
  expect(queue.rows.map(({ name, why }) => [name, why])).toEqual(
    ['post/page 2.png', 'post/page 10.png', 'post/page 11.png'].map((name) => [name, 'No code is on it.']),
  );
  const [first, second, third] = queue.rows.map(({ part }) => String(part));
  const filed = await officeJson('intake', 'file', first ?? '', '--member', audited, ...data);
  expect(filed).toMatchObject({ state: 'filed', case: { kind: 'audit', id: 1 } });
  expect(await office('intake', 'undo', first ?? '', ...data)).toMatchObject({ code: 0 });
  expect(await officeJson('intake', 'file', first ?? '', '--case', 'audit 1', ...data)).toMatchObject({
    member: { memberNo: audited },
  });
  const gate = await office('intake', 'file', second ?? '', '--member', ROSA, ...data);
  expect(gate).toMatchObject({ code: 1, stderr: expect.stringContaining('AMT does not accept documents') });
  expect(await officeJson('intake', 'refuse', second ?? '', '--member', ROSA, ...data)).toMatchObject({
    state: 'refused',
    returnLetter: true,
  });
  const letIn = ['intake', 'file', third ?? '', '--member', ROSA, '--let-in', '--approved-by', 'Maya'];
  expect((await office(...letIn, ...data)).code).toBe(2);
  expect(await officeJson(...letIn, '--reason', 'asked for by telephone', ...data)).toMatchObject({
    state: 'filed',
    allowedBy: 'Maya',
  });

  const { stdout } = await office('intake', 'queue', '--quarantine', ...data);
  expect(stdout).toMatch(/^part \d+ {2}post\/x locked\.pdf: quarantined\. The PDF is locked with a password/);
  const kept = ((await officeJson('intake', 'queue', '--quarantine', ...data)) as Listed).rows;
  const part = String(kept[0]?.part);
  expect(await officeJson('intake', 'retry', part, ...data)).toMatchObject([{ state: 'quarantined' }]);
  const copy = join(folder, 'copy.pdf');
  expect(await office('intake', 'save', part, '--out', copy, ...data)).toMatchObject({ code: 0 });
  expect(existsSync(copy) && readFileSync(copy).equals(locked)).toBe(true);
  expect((await office('intake', 'dismiss', part, ...data)).stderr).toContain('--reason is missing');
  expect(await officeJson('intake', 'dismiss', part, '--reason', 'asked again', ...data)).toMatchObject({
    state: 'dismissed',
    why: 'asked again',
  });
  expect(await officeJson('verify', ...data)).toMatchObject({ ok: true });
}, 90_000);

test('the scan folder is set and emptied by command; what cannot be meant is refused in a sentence', async () => {
  const folder = tempFolder();
  const data = ['--data', join(folder, 'office'), '--as-of', '2026-11-22'];
  await officeJson('init', '--sample', '60', ...data);
  const scans = join(folder, 'scans');
  expect(await office('intake', 'queue', ...data)).toMatchObject({
    code: 0,
    stdout: 'No document waits in the queue.\n',
  });
  expect(await office('intake', 'collect', ...data)).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('No scan folder is set.'),
  });
  expect(await office('intake', 'folder', scans, ...data)).toMatchObject({
    code: 1,
    stderr: expect.stringContaining(`There is no folder ${scans}.`),
  });
  mkdirSync(scans);
  expect(await office('intake', 'folder', scans, '--none', ...data)).toMatchObject({ code: 2 });
  expect(await officeJson('intake', 'folder', scans, ...data)).toEqual({ folder: scans, leave: false });
  writePage(scans, 'cover.png', cover(1));
  writeFileSync(join(scans, 'empty.pdf'), '');
  const { stdout } = await office('intake', 'collect', ...data);
  expect(stdout).toContain('filed to audit 1');
  expect(stdout).toContain('empty.pdf: not taken. The file is empty.');
  expect(existsSync(join(scans, 'done', 'cover.png'))).toBe(true);
  expect(existsSync(join(scans, 'cover.png'))).toBe(false);
  expect(await officeJson('intake', 'folder', '--none', ...data)).toEqual({ folder: null, leave: false });
});
