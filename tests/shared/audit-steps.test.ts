import { expect, test } from 'vitest';
import {
  CASE_STATES,
  type CaseState,
  isJudged,
  movesFrom,
  stepsFrom,
} from '../../shared/domain/audit-steps.ts';

/** Every move that is allowed; all others are refused. */
const ALLOWED: Readonly<Record<CaseState, readonly CaseState[]>> = {
  selected: ['notice-sent', 'received'],
  'notice-sent': ['waiting', 'received', 'in-review', 'extension'],
  waiting: ['received', 'in-review', 'extension'],
  received: ['in-review'],
  'in-review': ['more-asked', 'extension', 'letter-waiting'],
  'more-asked': ['received', 'in-review', 'extension'],
  extension: ['waiting', 'received', 'in-review'],
  'letter-waiting': ['decided'],
  decided: ['appealed'],
  appealed: ['letter-waiting'],
};

test.each(CASE_STATES.flatMap((from) => CASE_STATES.map((to) => [from, to] as const)))(
  'a case that is %s may become %s only where the table says so',
  (from, to) => {
    expect(movesFrom(from).includes(to)).toBe(ALLOWED[from].includes(to));
  },
);

test('a decision and an appeal are no steps by hand', () => {
  for (const from of CASE_STATES)
    for (const to of stepsFrom(from))
      expect(['selected', 'letter-waiting', 'decided', 'appealed']).not.toContain(to);
});

test('activities are judged in review and on appeal alone', () => {
  expect(CASE_STATES.filter(isJudged)).toEqual(['in-review', 'appealed']);
});
