import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { addressLeading } from '../../electron/printing/address/fit-address.ts';
import {
  addressArea,
  loadAnyEnvelope,
  loadEnvelope,
  returnArea,
  visibleArea,
} from '../../electron/printing/envelope/profile.ts';
import { envelope, RESOURCES } from './sample-run.ts';

describe('the #10 double window envelope', () => {
  test('the tap test leaves the address x 0.75 to 3.50, y 2.25 to 2.875 in', () => {
    expect(addressArea(envelope)).toEqual({ left: 0.75, top: 2.25, right: 3.5, bottom: 2.875 });
  });

  test('and the return address x 0.75 to 2.75, y 1.0 to 1.5 in', () => {
    expect(returnArea(envelope)).toEqual({ left: 0.75, top: 1, right: 2.75, bottom: 1.5 });
  });

  test('every slide of the sheet keeps the safe areas inside the windows, and the farthest touches the clearance', () => {
    const { envelope: outer, sheet, folds, addressWindow, clearance } = envelope;
    const area = addressArea(envelope);
    const right = outer.width - sheet.width;
    const down = outer.height - (folds[0] ?? 0);
    expect(area.left).toBe(addressWindow.left + clearance);
    expect(area.right + right).toBe(addressWindow.left + addressWindow.width - clearance);
    expect(area.bottom + down).toBe(outer.height - addressWindow.bottom - clearance);
  });

  test('what can show in the windows ends left of the column with date and amount', () => {
    expect(visibleArea(envelope, 'addressWindow')?.right).toBe(4.625);
    expect(visibleArea(envelope, 'returnWindow')).toMatchObject({ top: 0.75, bottom: 1.75 });
  });

  test.each([
    [3, 12],
    [4, 9.75],
    [5, 8],
  ])('%i lines at %d pt stand in the window with their whole line boxes', (lines, size) => {
    const leading = addressLeading(envelope, size, lines);
    expect((lines - 1) * leading + 1.424 * size).toBeLessThanOrEqual(0.625 * 72);
    expect(leading).toBeGreaterThanOrEqual(1.049 * size);
  });
});

test.each(['10-double-window', '10-single-window', 'a4-dl', '9-return'])(
  'the profile %s that ships is valid',
  (id) => {
    expect(loadAnyEnvelope(`${RESOURCES}/envelopes/${id}.json`).id).toBe(id);
  },
);

test('a slip that does not go into its envelope is refused', () => {
  const profile = {
    ...loadAnyEnvelope(`${RESOURCES}/envelopes/9-return.json`),
    slip: { width: 9, height: 3.5 },
  };
  const file = join(mkdtempSync(join(tmpdir(), 'envelope-')), 'x.json');
  writeFileSync(file, JSON.stringify(profile));
  expect(() => loadAnyEnvelope(file)).toThrow(/not valid at slip/);
});

test.each([
  ['{', /not valid at its top/],
  [JSON.stringify({ ...envelope, clearance: '1/8' }), /not valid at clearance/],
  [JSON.stringify({ ...envelope, folds: [] }), /not valid at folds/],
  [JSON.stringify({ ...envelope, colour: 'white' }), /colour/],
  [JSON.stringify({ ...envelope, folds: [7.5, 4] }), /not valid at folds: folds lie on the sheet/],
  [
    JSON.stringify({ ...envelope, folds: [4] }),
    /not valid at folds: a panel of 7\.000 in does not go into 4\.125 in/,
  ],
  [JSON.stringify({ ...envelope, sheet: { width: 9.6, height: 11 } }), /not valid at sheet.width/],
  [
    JSON.stringify({ ...envelope, addressWindow: { left: 6, bottom: 1, width: 4, height: 1 } }),
    /not valid at addressWindow: the window lies inside/,
  ],
  [JSON.stringify({ ...envelope, returnWindow: null }), /not valid at returnBlock/],
])('a profile that is wrong is refused: %s', (text, sentence) => {
  const file = join(mkdtempSync(join(tmpdir(), 'envelope-')), 'x.json');
  writeFileSync(file, text);
  expect(() => loadEnvelope(file)).toThrow(sentence);
});
