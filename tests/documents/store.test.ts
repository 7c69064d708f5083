import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { documentPath, keepBytes, keepFile } from '../../electron/documents/store.ts';
import { tempFolder } from '../temp-office.ts';

test('a document lies under its own hash, once, whole, with nothing beside it', async () => {
  const folder = tempFolder();
  const first = await keepBytes(folder, Buffer.from('a page'));
  expect(await keepBytes(folder, Buffer.from('a page'))).toBe(first);
  expect(first).toBe('9a8eeff1d0bc6b9b7acf170b1168d6d07f193dc770d4c1864b03e48d775e8d1a');
  expect(readFileSync(documentPath(folder, first), 'utf8')).toBe('a page');
  expect(readdirSync(dirname(documentPath(folder, first)))).toEqual([first]);
});

test('a file and the same bytes are one document, and the file stays', async () => {
  const folder = tempFolder();
  const file = join(folder, 'scan.pdf');
  writeFileSync(file, 'a page');
  const kept = await keepFile(folder, file);
  expect(kept).toBe(await keepBytes(folder, Buffer.from('a page')));
  expect(readFileSync(file, 'utf8')).toBe('a page');
});

test('where nothing can be written nothing is left behind', async () => {
  const folder = tempFolder();
  mkdirSync(join(folder, 'documents'));
  const sha = await keepBytes(folder, Buffer.from('a page'));
  const other = tempFolder();
  writeFileSync(join(other, 'documents'), 'in the way');
  await expect(keepBytes(other, Buffer.from('a page'))).rejects.toThrow();
  expect(readFileSync(documentPath(folder, sha), 'utf8')).toBe('a page');
});
