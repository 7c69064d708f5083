import { spawn } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const PROJECT = join(import.meta.dirname, '..', '..');
const SOURCES = [
  'electron',
  'shared',
  'resources',
  'package.json',
  'package-lock.json',
  'electron.vite.config.ts',
];

interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** `npm run office` as it is right after a fresh clone: nothing built. */
describe('the command line of a fresh clone', { timeout: 120_000 }, () => {
  let clone: string;
  beforeAll(() => {
    clone = mkdtempSync(join(tmpdir(), 'standing-clone-'));
    for (const source of SOURCES) cpSync(join(PROJECT, source), join(clone, source), { recursive: true });
    symlinkSync(join(PROJECT, 'node_modules'), join(clone, 'node_modules'), 'junction');
  });
  afterAll(() => rmSync(clone, { recursive: true, force: true }));

  function office(...words: readonly string[]): Promise<Outcome> {
    return new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [join(clone, 'electron', 'launch', 'office.mjs'), ...words]);
      let stdout = '';
      let stderr = '';
      child.stdout.on('data', (text) => {
        stdout += text;
      });
      child.stderr.on('data', (text) => {
        stderr += text;
      });
      child.on('error', reject);
      child.on('close', (code) => resolve({ code, stdout, stderr }));
    });
  }

  test('builds itself, also when two start at once, and says nothing but the answer', async () => {
    const folder = join(clone, 'ours');
    const [made, help] = await Promise.all([office('init', '--data', folder, '--json'), office('--help')]);
    expect(made).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(made.stdout)).toEqual({ members: 0, certifications: 0, activities: 0 });
    expect(help).toMatchObject({ code: 0, stderr: '' });
    expect(help.stdout).toMatch(/^Usage:/);
    expect(existsSync(join(clone, 'out', '.building'))).toBe(false);
  });

  test('keeps the exit codes of the contract', async () => {
    expect(await office('nonsense')).toMatchObject({ code: 2, stdout: '' });
    const refused = await office('lookup', 'Ada', '--data', join(clone, 'nowhere'));
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    expect(refused.stderr.trim().split('\n')).toHaveLength(1);
  });

  test('builds again when a source changed, though the last builder was killed at it', async () => {
    appendFileSync(join(clone, 'electron', 'headless.ts'), `\nprocess.stderr.write('changed source\\n');\n`);
    // A source is newer than what was built from the moment its time says so.
    const now = new Date(Date.now() + 2000);
    utimesSync(join(clone, 'electron', 'headless.ts'), now, now);
    mkdirSync(join(clone, 'out'), { recursive: true });
    const ended = spawn(process.execPath, ['--version']);
    await new Promise((resolve) => ended.on('close', resolve));
    writeFileSync(join(clone, 'out', '.building'), String(ended.pid));
    expect(await office('--help')).toMatchObject({ code: 0, stderr: 'changed source\n' });
  });
});
