import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const PROJECT = join(import.meta.dirname, '..', '..');
const BIOME = join(PROJECT, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');

/** A file in a folder of the project, what it imports, and whether the boundaries allow that. */
const CASES: readonly (readonly [file: string, imports: string, allowed: boolean])[] = [
  ['shared/domain/x.ts', `import { x } from '../util/dates.ts';`, true],
  ['shared/domain/x.ts', `import { x } from 'node:fs';`, false],
  ['shared/domain/x.ts', `import { x } from '../../electron/db/x.ts';`, false],
  ['shared/util/x.ts', `import { x } from 'react';`, false],
  ['electron/rules/x.ts', `import { x } from '../../shared/util/dates.ts';`, true],
  ['electron/rules/x.ts', `import { x } from '../db/x.ts';`, false],
  ['electron/rules/x.ts', `import { x } from 'node:fs';`, false],
  ['electron/rules/x.ts', `import { x } from '../policy/policy-book.ts';`, false],
  ['electron/policy/x.ts', `import { x } from 'node:fs';`, true],
  ['electron/policy/x.ts', `import { x } from '../repositories/x.ts';`, false],
  ['electron/db/x.ts', `import x from 'better-sqlite3';`, true],
  ['electron/db/x.ts', `import { x } from '../repositories/x.ts';`, false],
  ['electron/repositories/x.ts', `import { x } from '../db/x.ts';`, true],
  ['electron/repositories/x.ts', `import x from 'better-sqlite3';`, false],
  ['electron/repositories/x.ts', `import { x } from '../rules/x.ts';`, false],
  ['electron/services/x.ts', `import { x } from '../repositories/x.ts';`, true],
  ['electron/services/x.ts', `import { x } from 'kysely';`, false],
  ['electron/services/x.ts', `import { x } from 'electron';`, false],
  ['electron/services/deep/x.ts', `import { x } from '../../ipc/today.ipc.ts';`, false],
  ['electron/printing/x.ts', `import x from 'pdfkit';`, true],
  ['electron/printing/x.ts', `import { x } from '../services/x.ts';`, false],
  ['electron/mail/x.ts', `import { x } from '../db/x.ts';`, false],
  ['electron/documents/x.ts', `import { x } from '../rules/x.ts';`, false],
  ['electron/platform/x.ts', `import { x } from 'electron';`, true],
  ['electron/platform/x.ts', `import { x } from '../db/x.ts';`, false],
  ['electron/main.ts', `import { x } from './ipc/threads.ts';`, true],
  ['electron/main.ts', `import { x } from './repositories/x.ts';`, false],
  ['electron/main.ts', `import x from 'better-sqlite3';`, false],
  ['electron/ipc/x.main.ts', `import { x } from '../services/notices/x.ts';`, false],
  ['electron/ipc/wrapper.ts', `import { ipcMain } from 'electron';`, true],
  ['electron/ipc/x.ipc.ts', `import { ipcMain } from 'electron';`, false],
  ['electron/jobs/x.ts', `import { ipcMain as x } from 'electron';`, false],
  ['electron/main.ts', `import { ipcMain } from 'electron';`, false],
  ['electron/preload.ts', `import { ipcRenderer } from 'electron';`, true],
  ['electron/preload.ts', `import { ipcMain } from 'electron';`, false],
  ['electron/platform/x.ts', `import { ipcRenderer } from 'electron';`, false],
  ['renderer/features/x.ts', `import { x } from '../../shared/util/dates.ts';`, true],
  ['renderer/features/x.ts', `import { x } from '../../electron/services/x.ts';`, false],
  ['renderer/features/x.ts', `import { x } from 'node:fs';`, false],
  ['renderer/api/x.ts', `import { ipcRenderer } from 'electron';`, false],
];

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'standing-boundaries-'));
  for (const name of ['biome.json', '.gitignore']) cpSync(join(PROJECT, name), join(folder, name));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(CASES)('%s with %s', (file, imports, allowed) => {
  const path = join(folder, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${imports}\n`);
  const words = [BIOME, 'lint', '--only=style/noRestrictedImports', '--colors=off', path];
  const { status, stderr } = spawnSync(process.execPath, words, { cwd: folder, encoding: 'utf8' });
  expect(stderr.includes('lint/style/noRestrictedImports')).toBe(!allowed);
  expect(status).toBe(allowed ? 0 : 1);
});
