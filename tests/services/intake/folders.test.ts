import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { unwatchedWork } from '../../../electron/jobs/work.ts';
import { foundFiles } from '../../../electron/services/intake/found-files.ts';
import { intakeParts, intakeSuggestions } from '../../../electron/services/intake/lists.ts';
import { tempFolder } from '../../temp-office.ts';
import { auditedOffice, take, testReader } from './audited-office.ts';
import { PROOF, writePage } from './pages.ts';

const reader = testReader();

/** A folder made of the files named, each with its name as its content; a name that ends in / is an empty folder. */
function folderOf(...names: readonly string[]): string {
  const folder = join(tempFolder(), 'post');
  for (const name of names) {
    mkdirSync(join(folder, name, name.endsWith('/') ? '' : '..'), { recursive: true });
    if (!name.endsWith('/')) writeFileSync(join(folder, name), name);
  }
  return folder;
}

test('a folder is walked by name, numbers as numbers; what is no document is passed over with the reason', async () => {
  const folder = folderOf(
    ...['scan 10.pdf', 'scan 2.pdf', 'Ann/proof 11.pdf', 'Ann/proof 9.pdf', 'empty/'],
    ...['.DS_Store', 'Thumbs.db', '~$letter.docx', 'new.pdf.tmp', '.git/config'],
  );
  symlinkSync(folder, join(folder, 'round'));
  const found = await foundFiles([folder, join(folder, '..', 'gone.pdf')], unwatchedWork());
  expect(found.filter(({ skipped }) => skipped === null).map(({ name }) => name)).toEqual([
    'post/Ann/proof 9.pdf',
    'post/Ann/proof 11.pdf',
    'post/scan 2.pdf',
    'post/scan 10.pdf',
    'gone.pdf',
  ]);
  expect(
    Object.fromEntries(found.flatMap(({ name, skipped }) => (skipped === null ? [] : [[name, skipped]]))),
  ).toEqual({
    'post/~$letter.docx': 'It is the lock of a document that is open elsewhere.',
    'post/.DS_Store': 'It is hidden.',
    'post/.git': 'It is hidden.',
    'post/Thumbs.db': 'It is hidden.',
    'post/new.pdf.tmp': 'It is half written, as its name says.',
    'post/round': 'It is a link: take in what it leads to.',
  });
});

test('too many files are refused before any is taken; too many folders within folders are told', async () => {
  const folder = folderOf('1.pdf', '2.pdf', 'a/b/c/3.pdf');
  await expect(foundFiles([folder], unwatchedWork(), { files: 2, depth: 5 })).rejects.toMatchObject({
    code: 'too-many-files',
    message: 'There are more than 2 files; nothing was taken in.',
  });
  const found = await foundFiles([folder], unwatchedWork(), { files: 100, depth: 3 });
  expect(found.find(({ name }) => name === 'post/a/b/c')?.skipped).toBe('It lies more than 3 folders deep.');
});

test('a folder is taken in, each paper under its folder’s name, which suggests whose it is', async () => {
  const { office, audited } = await auditedOffice(1);
  const memberNo = audited[0]?.memberNo ?? '';
  const folder = folderOf(`${memberNo}/`, '.hidden');
  writePage(join(folder, memberNo), 'page.png', PROOF);
  const taken = await take(office, reader, folder);
  expect(taken).toMatchObject([
    { outcome: 'refused', skipped: true, reason: 'It is hidden.' },
    { outcome: 'unmatched', pages: 1 },
  ]);
  const { rows } = await intakeParts(office, { state: 'waiting', offset: 0, limit: 10 });
  expect(rows.map(({ name }) => name)).toEqual([`post/${memberNo}/page.png`]);
  expect(await intakeSuggestions(office, rows[0]?.part ?? 0)).toMatchObject([{ memberNo }]);
});
