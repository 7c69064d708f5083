import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { lockOffice } from '../../electron/db/lock.ts';
import { tempFolder } from '../temp-office.ts';

const NOW = '2026-11-22T09:30:00.000Z';

test('a second holder is told who has the office, and may have it when it is let go', () => {
  const folder = tempFolder();
  const lock = lockOffice(folder, 'Pat', NOW);
  expect(() => lockOffice(folder, 'Sam', NOW)).toThrow(
    expect.objectContaining({
      code: 'office-locked',
      message: expect.stringMatching(/already open by Pat on .+ \(process \d+\)/),
    }),
  );
  lock.release();
  lockOffice(folder, 'Sam', NOW).release();
});

test('a killed process holds nothing', async () => {
  const folder = tempFolder();
  const module = pathToFileURL(join(import.meta.dirname, '..', '..', 'electron', 'db', 'lock.ts')).href;
  const script = `const { lockOffice } = await import(${JSON.stringify(module)}); lockOffice(${JSON.stringify(folder)}, 'Pat', ${JSON.stringify(NOW)}); console.log('held'); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  expect(() => lockOffice(folder, 'Sam', NOW)).toThrow(/already open by Pat/);
  child.kill('SIGKILL');
  await once(child, 'close');
  lockOffice(folder, 'Sam', NOW).release();
});
