import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readArguments } from '../../electron/platform/arguments.ts';
import { copyWhole } from '../../electron/platform/copy-whole.ts';
import { dailyLog } from '../../electron/platform/log.ts';
import { recallLastTime, remembered } from '../../electron/platform/remembered.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'standing-start-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the program’s arguments', () => {
  const nothing = { data: null, asOf: null, actor: null, headless: null };
  test.each([
    [[], nothing],
    [
      ['--data', '/offices/ours', '--as-of=2026-11-22', '--actor', 'Ada'],
      { ...nothing, data: '/offices/ours', asOf: '2026-11-22', actor: 'Ada' },
    ],
    [['--no-sandbox', '--remote-debugging-port=0', '--data=/x'], { ...nothing, data: '/x' }],
    [
      ['--headless', 'lookup', 'Ada', '--data', '/x'],
      { ...nothing, headless: ['lookup', 'Ada', '--data', '/x'] },
    ],
  ])('%j', (words, read) => {
    expect(readArguments(words)).toEqual(read);
  });

  test('refuse a date that does not exist', () => {
    expect(() => readArguments(['--as-of', '2026-02-30'])).toThrow('2026-02-30');
  });
});

describe('what is remembered', () => {
  test('comes back, and a damaged file counts as none', () => {
    const file = join(folder, 'deep', 'state.json');
    const memory = remembered(file, recallLastTime);
    expect(memory.read()).toEqual({ office: null, theme: 'system' });
    memory.write({ office: '/offices/ours', theme: 'dark' });
    expect(memory.read()).toEqual({ office: '/offices/ours', theme: 'dark' });
    writeFileSync(file, '{"office":');
    expect(memory.read()).toEqual({ office: null, theme: 'system' });
    writeFileSync(file, '{"office":7,"theme":"pink"}');
    expect(memory.read()).toEqual({ office: null, theme: 'system' });
  });
});

test('the log has one file a day and moves with the office', () => {
  let now = '2026-11-22T23:59:00.000Z';
  const log = dailyLog(join(folder, 'first'), () => now);
  log.write('router', 'one');
  now = '2026-11-23T00:01:00.000Z';
  log.write('router', 'two');
  log.moveTo(join(folder, 'second'));
  log.write('router', 'three');
  expect(readdirSync(join(folder, 'first'))).toEqual(['standing-2026-11-22.log', 'standing-2026-11-23.log']);
  expect(readFileSync(join(folder, 'second', 'standing-2026-11-23.log'), 'utf8')).toBe(
    '2026-11-23T00:01:00.000Z router: three\n',
  );
});

describe('copying a file whole', () => {
  test('replaces what was there and leaves nothing beside it', async () => {
    writeFileSync(join(folder, 'from.pdf'), 'new');
    writeFileSync(join(folder, 'to.pdf'), 'older and longer');
    await copyWhole(join(folder, 'from.pdf'), join(folder, 'to.pdf'));
    expect(readFileSync(join(folder, 'to.pdf'), 'utf8')).toBe('new');
    expect(readdirSync(folder).sort()).toEqual(['from.pdf', 'to.pdf']);
  });

  test('says where it failed and leaves the old file', async () => {
    writeFileSync(join(folder, 'to.pdf'), 'old');
    await expect(copyWhole(join(folder, 'none.pdf'), join(folder, 'to.pdf'))).rejects.toMatchObject({
      code: 'cannot-save',
    });
    expect(readdirSync(folder)).toEqual(['to.pdf']);
  });
});
