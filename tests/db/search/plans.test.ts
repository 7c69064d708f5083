import { afterAll, expect, test } from 'vitest';
import { EMAIL_QUERIES } from '../../../electron/db/search/by-email.ts';
import { PART_QUERY, SORT_NAME_QUERY } from '../../../electron/db/search/by-name.ts';
import { NAME_SEEK } from '../../../electron/db/search/by-near-name.ts';
import { NUMBER_SEEKS } from '../../../electron/db/search/by-near-number.ts';
import { PART_SEEK } from '../../../electron/db/search/by-near-part.ts';
import { NUMBER_QUERIES } from '../../../electron/db/search/by-number.ts';
import { WORDS_QUERY } from '../../../electron/db/search/name-terms.ts';
import { preparedOnce } from '../../../electron/db/search/statements.ts';
import { emptyOffice } from './people.ts';

const office = emptyOffice();
afterAll(() => office.close());

test.each([
  ...NUMBER_QUERIES,
  ...NUMBER_SEEKS,
  ...EMAIL_QUERIES,
  SORT_NAME_QUERY,
  WORDS_QUERY,
  PART_QUERY,
  NAME_SEEK,
  PART_SEEK,
])('goes straight to its rows through an index: %s', (sql) => {
  const parameters = [...sql.matchAll(/\?/g)].map(() => 'x');
  const plan = office.db.sqlite
    .prepare<string[], { readonly detail: string }>(`EXPLAIN QUERY PLAN ${preparedOnce(sql)}`)
    .all(...parameters)
    .map(({ detail }) => detail);
  expect(plan[0]).toMatch(/^SEARCH /);
  expect(plan.filter((step) => step.startsWith('SCAN'))).toEqual([]);
});

test.each([
  ["SELECT 1 FROM t WHERE a = ? AND b <> '' LIMIT ?", "SELECT 1 FROM t WHERE a = +? AND b <> '' LIMIT +?"],
  [
    "SELECT instr(email, '@'), '?' FROM t WHERE a MATCH @terms",
    "SELECT instr(email, '@'), '?' FROM t WHERE a MATCH +@terms",
  ],
])('the planner sees no parameter bare: %s', (sql, expected) => {
  expect(preparedOnce(sql)).toBe(expected);
});
