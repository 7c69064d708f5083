import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CONTENT_RULES, fileBehind, isOwnPage } from '../../electron/platform/page-address.ts';

const PAGES = join('/program', 'out', 'renderer');
const OFFICE = join('/offices', 'ours');

describe('the file behind an address', () => {
  test.each<readonly [address: string, file: string | null]>([
    ['app://standing/', join(PAGES, 'index.html')],
    ['app://standing/assets/main.js?v=1#x', join(PAGES, 'assets', 'main.js')],
    ['app://standing/runs/2026-12-A/2026-12-A.pdf', join(OFFICE, 'runs', '2026-12-A', '2026-12-A.pdf')],
    [
      'app://standing/runs/2026-12-AB/2026-12-AB-214-230.pdf',
      join(OFFICE, 'runs', '2026-12-AB', '2026-12-AB-214-230.pdf'),
    ],
    ['app://elsewhere/index.html', null],
    ['file:///etc/passwd', null],
    ['https://standing/index.html', null],
    ['app://standing/%00', null],
    ['app://standing/..%5c..%5coffice.db', null],
    ['app://standing/%', null],
    ['no address', null],
  ])('%s', (address, file) => {
    expect(fileBehind(address, PAGES, OFFICE)).toBe(file);
  });

  test.each([
    'app://standing/../../etc/passwd',
    'app://standing/%2e%2e/%2e%2e/etc/passwd',
    'app://standing/..%2f..%2f..%2fetc%2fpasswd',
    'app://standing/runs/../../office.db',
    'app://standing/runs/2026-12-A/..%2f..%2foffice.db',
    'app://standing/runs/..%2f..%2f/office.pdf',
    'app://standing/runs/2026-12-A/office.db',
    'app://standing/documents/office.pdf',
    'app://standing/documents/..%2f..%2foffice.pdf',
  ])('%s leads nowhere outside the pages', (address) => {
    const file = fileBehind(address, PAGES, OFFICE);
    expect(file === null || file.startsWith(join(PAGES, '/'))).toBe(true);
  });

  test('a kept document is reached by its hash', () => {
    const sha256 = 'ab'.repeat(32);
    const address = `app://standing/documents/${sha256}.pdf`;
    expect(fileBehind(address, PAGES, OFFICE)).toBe(join(OFFICE, 'documents', 'ab', sha256));
    expect(fileBehind(address, PAGES, null)).toBeNull();
  });

  test('a run has no file while no office is open', () => {
    expect(fileBehind('app://standing/runs/2026-12-A/2026-12-A.pdf', PAGES, null)).toBeNull();
  });
});

test.each<readonly [address: string, own: boolean]>([
  ['app://standing/', true],
  ['app://standing/index.html#/members', true],
  ['app://other/', false],
  ['file:///tmp/x.html', false],
  ['https://example.org/app://standing/', false],
  ['http://localhost:5173/', false],
  ['', false],
])('%s is the window’s own page: %s', (address, own) => {
  expect(isOwnPage(address, null)).toBe(own);
});

test('the development server counts only where it is named', () => {
  expect(isOwnPage('http://localhost:5173/members', 'http://localhost:5173')).toBe(true);
});

test('the content rules allow nothing inline and nothing from elsewhere', () => {
  expect(CONTENT_RULES).toContain("default-src 'none'");
  expect(CONTENT_RULES).not.toMatch(/unsafe|https?:|\*/);
});
