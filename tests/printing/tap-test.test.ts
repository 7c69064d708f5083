import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fitAddress } from '../../electron/printing/address/fit-address.ts';
import { loadEnvelope } from '../../electron/printing/envelope/profile.ts';
import { tappedPage } from '../../electron/printing/envelope/tapped-page.ts';
import { printNotices } from '../../electron/printing/print-notices.ts';
import type { EnvelopeProfile } from '../../shared/domain/envelope.ts';
import type { NoticeSheet } from '../../shared/domain/notice.ts';
import { areaOf, insertPlaces, tapTest } from '../../shared/domain/tap-test.ts';
import { wordsByPage } from './poppler.ts';
import { measure, options, postal, RESOURCES, sampleRun } from './sample-run.ts';

const PROFILES = ['10-double-window', '10-single-window', 'a4-dl'] as const;
const profile = (id: string) => loadEnvelope(`${RESOURCES}/envelopes/${id}.json`);

function addressed(sheet: NoticeSheet, envelope: EnvelopeProfile, address1 = '45 N Elm St'): NoticeSheet {
  const fitted = fitAddress(
    sheet.memberName,
    postal({ address1, address2: 'Apt 1204 Building 7' }),
    envelope,
    measure,
  );
  if ('held' in fitted) throw new Error(fitted.held);
  return { ...sheet, addressLines: fitted.lines, addressSize: fitted.size };
}

function sheetFor(envelope: EnvelopeProfile, address1?: string): NoticeSheet {
  const [sheet] = sampleRun(1);
  if (sheet === undefined) throw new Error('the sample run has no sheet');
  return addressed(sheet, envelope, address1);
}

test.each(PROFILES)(
  'in %s nothing but the addresses shows, and no character is nearer than 1/8 in',
  async (id) => {
    const envelope = profile(id);
    for (const sheet of sampleRun(25)) {
      const own = addressed(sheet, envelope);
      const { test: tapped } = await tappedPage(own, { ...options(''), envelope });
      expect(tapped.warnings).toEqual([]);
      expect(tapped.clearance).toBeGreaterThanOrEqual(0.124);
      for (const place of tapped.places) {
        expect(place.windows[0]?.lines).toEqual(own.addressLines);
        expect(place.windows[0]?.foreign).toEqual([]);
      }
    }
  },
);

test('every word stands where poppler finds it on the printed page', async () => {
  const envelope = profile('10-double-window');
  const sheet = sheetFor(envelope);
  const outFile = join(mkdtempSync(join(tmpdir(), 'tap-')), 'page.pdf');
  await printNotices([sheet], { ...options(outFile), envelope });
  const [words = []] = wordsByPage(outFile);
  const { marks } = await tappedPage(sheet, { ...options(''), envelope });
  const lines = marks.filter((mark) => mark.kind === 'text');
  for (const word of words) {
    const home = lines.find((mark) => {
      const { left, right } = areaOf(mark);
      return (
        mark.text.includes(word.text) &&
        left <= word.left + 0.02 &&
        right >= word.right - 0.02 &&
        mark.baseline > word.top &&
        mark.baseline < word.bottom
      );
    });
    expect(home?.text, word.text).toContain(word.text);
    if (home?.text === word.text) expect(areaOf(home).left).toBeCloseTo(word.left, 1);
  }
  expect(
    lines
      .map(({ text }) => text)
      .join(' ')
      .split(/\s+/)
      .filter(Boolean).length,
  ).toBe(words.length);
});

test('the extremes are all corners of the play', () => {
  const places = insertPlaces(profile('10-double-window'));
  expect(places.map(({ dx, dy }) => [dx, dy])).toEqual([
    [0, 0],
    [1, 0],
    [0, 0.125],
    [1, 0.125],
    [0.5, 0.0625],
  ]);
});

test('an address set too far right is cut off at the right, and it is said which characters', async () => {
  const envelope = profile('10-double-window');
  const sheet = {
    ...sheetFor(envelope),
    addressLines: ['A NAME THAT GOES ON WELL BEYOND THE WINDOW OF IT'],
    addressSize: 12,
  };
  const { test: tapped } = await tappedPage(sheet, { ...options(''), envelope });
  expect(tapped.clearance).toBeLessThan(0);
  const right = tapped.places.find(({ name }) => name === 'bottom right')?.windows[0];
  const left = tapped.places.find(({ name }) => name === 'top left')?.windows[0];
  expect(right?.hidden).toMatch(/IT$/);
  expect((right?.hidden.length ?? 0) > (left?.hidden.length ?? 0)).toBe(true);
  expect(`${right?.lines[0]}`.length).toBeLessThan(sheet.addressLines[0]?.length ?? 0);
  expect(
    tapped.warnings.some((warning) =>
      /tapped to the top right, “.*” of the address is cut off/.test(warning),
    ),
  ).toBe(true);
});

test('a window that reaches down to the letter shows its subject, and it is said', async () => {
  const envelope = profile('10-double-window');
  const low = { ...envelope, addressWindow: { ...envelope.addressWindow, bottom: 0.25, height: 1.75 } };
  const { marks } = await tappedPage(sheetFor(envelope), { ...options(''), envelope });
  const belonging = { addressWindow: sheetFor(envelope).addressLines, returnWindow: [], barcode: false };
  const { warnings } = tapTest({ ...low, returnWindow: null, returnBlock: undefined }, marks, belonging);
  expect(warnings.some((warning) => warning.includes('Renewal notice for December 2026'))).toBe(true);
});

test('an address nearer to the edge than asked for is a warning with the distance', async () => {
  const envelope = profile('10-double-window');
  const sheet = sheetFor(envelope);
  const { marks } = await tappedPage(sheet, { ...options(''), envelope });
  const tight = { ...envelope, addressWindow: { ...envelope.addressWindow, left: 0.7, width: 3.925 } };
  const { clearance, warnings } = tapTest(tight, marks, {
    addressWindow: sheet.addressLines,
    returnWindow: [],
    barcode: false,
  });
  expect(clearance).toBeLessThan(0.124);
  expect(clearance).toBeGreaterThan(0);
  expect(warnings.join(' ')).toContain(`as near as ${clearance.toFixed(3)} in`);
});
