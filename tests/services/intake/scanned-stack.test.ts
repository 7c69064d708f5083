import { expect, test } from 'vitest';
import { sampleOffice, tempFolder } from '../../temp-office.ts';
import { take, testReader } from './audited-office.ts';
import { printStack } from './printed-stack.ts';
import { type Scan, scanned } from './scanned.ts';

const reader = testReader();
const TURNS = [0, 8, -8, 3, -5] as const;

// A stack of 200 pages, with how many of them are filed a second, is read by hand: tests/bench/intake.ts.
test('real notices, scanned crooked, skewed, grey and noisy at 150 and 300 dpi, go to their own members', async () => {
  const office = await sampleOffice(200);
  const folder = tempFolder();
  const { pdf, sheets } = await printStack(office, folder, TURNS.length);
  expect(sheets).toHaveLength(TURNS.length);
  const scan = (dpi: Scan['dpi']) => (page: number) => ({
    degrees: TURNS[page - 1] ?? 0,
    dpi,
    noise: 0.004,
    skew: page % 2 === 0 ? 0.02 : -0.01,
  });
  const files = [
    ...(await scanned(pdf, folder, 150, scan(150))),
    ...(await scanned(pdf, folder, 300, scan(300))).slice(0, 2),
  ];
  const taken = await take(office, reader, ...files);
  const owners = [...sheets, ...sheets.slice(0, 2)].map(({ memberNo }) => memberNo);
  expect(taken.map(({ outcome, parts }) => [outcome, parts[0]?.memberNo])).toEqual(
    owners.map((memberNo) => ['filed', memberNo]),
  );
}, 120_000);
