import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { loadPolicyBook } from '../../electron/policy/load-policy-book.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

const ids = loadPolicyBook(join(ROOT, 'resources'))
  .sentences()
  .map(({ id }) => id);

/** The rows of resources/help/sentences.md. */
const table = read('resources/help/sentences.md')
  .split('\n')
  .filter((line) => /^\| (SC|PB)-/.test(line))
  .map((line) => {
    const [, id = '', cases = '', screen = '', seen = ''] = line.split('|').map((cell) => cell.trim());
    return { id, cases, screen, seen };
  });

/** Test sources by path; not this file, and none of what tests lean on. */
const sources = readdirSync(join(ROOT, 'tests'), { recursive: true, encoding: 'utf8' })
  .map((file) => `tests/${file.replaceAll('\\', '/')}`)
  .filter((file) => file.endsWith('.test.ts') && file !== 'tests/policy/sentences.test.ts');

const routes = [...read('renderer/app/routes.tsx').matchAll(/'(\/[a-z][\w/:-]*)'/g)].map(([, path]) => path);

/** Whether a text has the id as a string of a case or in a name, not in a comment. */
function names(text: string, id: string): boolean {
  return text
    .split('\n')
    .some((line) => new RegExp(`${id}(?!\\d)`).test(line) && !/^\s*(\/\/|\*|\/\*)/.test(line));
}

test('the table has every sentence of the policy book, once and in its order', () => {
  expect(table.map(({ id }) => id)).toEqual(ids);
  for (const { id, seen } of table) expect(seen, id).toMatch(/\w/);
});

describe.each(ids)('%s', (id) => {
  const row = table.find((each) => each.id === id);

  test('is named by the case that the table names', () => {
    const file = row?.cases ?? '';
    expect(sources).toContain(file);
    expect(names(read(file), id)).toBe(true);
  });

  test('is met on a screen that there is', () => {
    for (const screen of (row?.screen ?? '').split(', ')) expect(routes).toContain(screen.split('?')[0]);
  });
});
