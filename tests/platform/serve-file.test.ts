import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveFile } from '../../electron/platform/serve-file.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'standing-serve-'));
  writeFileSync(join(folder, 'run.pdf'), '0123456789');
  writeFileSync(join(folder, 'index.html'), '<p>x</p>');
  writeFileSync(join(folder, 'empty.js'), '');
  writeFileSync(join(folder, 'office.db'), 'secret');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a served file', () => {
  test.each<readonly [range: string | null, status: number, body: string, contentRange: string | null]>([
    [null, 200, '0123456789', null],
    ['bytes=0-3', 206, '0123', 'bytes 0-3/10'],
    ['bytes=4-', 206, '456789', 'bytes 4-9/10'],
    ['bytes=-3', 206, '789', 'bytes 7-9/10'],
    ['bytes=8-99', 206, '89', 'bytes 8-9/10'],
    ['bytes=10-', 416, '', 'bytes */10'],
    ['bytes=0-1,3-4', 200, '0123456789', null],
  ])('range %s gives %i', async (range, status, body, contentRange) => {
    const response = await serveFile(join(folder, 'run.pdf'), range);
    expect(response.status).toBe(status);
    expect(await response.text()).toBe(body);
    expect(response.headers.get('content-range')).toBe(contentRange);
  });

  test('a page carries the content rules and its type, and nothing guesses another', async () => {
    const { headers } = await serveFile(join(folder, 'index.html'), null);
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  test('may be empty', async () => {
    const response = await serveFile(join(folder, 'empty.js'), null);
    expect([response.status, await response.text()]).toEqual([200, '']);
  });

  test.each(['missing.pdf', 'office.db', '.'])('%s is not served', async (name) => {
    expect((await serveFile(join(folder, name), null)).status).toBe(404);
  });
});
