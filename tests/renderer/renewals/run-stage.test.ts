import { expect, test } from 'vitest';
import { monthStage, runStage } from '../../../renderer/features/renewals/run-stage.ts';

const DAY = '2026-11-22';
const run = (toPrint: number, printedOn: string | null, mailedOn: string | null) => ({
  run: '2026-12-A',
  toPrint,
  printedOn,
  mailedOn,
});

test.each([
  { name: 'just prepared', toPrint: 812, printedOn: null, mailedOn: null, expected: 'prepared' },
  { name: 'printed', toPrint: 812, printedOn: DAY, mailedOn: null, expected: 'printed' },
  { name: 'mailed', toPrint: 812, printedOn: DAY, mailedOn: DAY, expected: 'mailed' },
  { name: 'all held', toPrint: 0, printedOn: null, mailedOn: null, expected: 'nothing-to-print' },
])('a run that is $name', ({ toPrint, printedOn, mailedOn, expected }) => {
  expect(runStage(run(toPrint, printedOn, mailedOn))).toBe(expected);
});

const mailed = run(800, DAY, DAY);
test.each([
  { name: 'has no run', runs: [], expected: 'not-prepared' },
  { name: 'has one mailed run', runs: [mailed], expected: 'mailed' },
  { name: 'has a further run waiting', runs: [run(3, null, null), mailed], expected: 'prepared' },
  { name: 'has a further run printed', runs: [run(3, DAY, null), mailed], expected: 'printed' },
  { name: 'has a further run with nothing', runs: [run(0, null, null), mailed], expected: 'mailed' },
  { name: 'has only a run with nothing', runs: [run(0, null, null)], expected: 'nothing-to-print' },
])('a month that $name', ({ runs, expected }) => {
  expect(monthStage({ month: '2026-12', certifications: 900, runs })).toBe(expected);
});
