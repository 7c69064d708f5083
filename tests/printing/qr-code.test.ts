import { encode } from 'uqr';
import { describe, expect, test } from 'vitest';
import { qrRows } from '../../electron/printing/pdf/qr-code.ts';
import { parseSheetCode, sheetCodeText } from '../../shared/domain/sheet-code.ts';

describe('sheet codes', () => {
  test('say run, sheet and purpose, and a check', () => {
    const text = sheetCodeText({ run: '2026-12-A', sheet: 17, purpose: 'RN' });
    expect(text).toMatch(/^ST1\.2026-12-A\.17\.RN\.[0-9A-Z]{4}$/);
    expect(parseSheetCode(text)).toEqual({ run: '2026-12-A', sheet: 17, purpose: 'RN' });
  });

  test('any one changed character is refused', () => {
    const text = sheetCodeText({ run: '2026-12-A', sheet: 812, purpose: 'RN' });
    for (let at = 0; at < text.length; at++) {
      for (const other of '0A7.') {
        if (text[at] === other) continue;
        expect(parseSheetCode(text.slice(0, at) + other + text.slice(at + 1))).toBeNull();
      }
    }
  });

  test.each(['', 'https://example.org', 'ST1.2026-12-A.0.RN.0000', 'ST2.2026-12-A.1.RN.0000'])(
    'not ours: %s',
    (text) => {
      expect(parseSheetCode(text)).toBeNull();
    },
  );
});

describe('QR codes', () => {
  // The library lays out the bits of every mask; ours must be one of its eight, and none of them better.
  const sheets = Array.from({ length: 60 }, (_, at) =>
    sheetCodeText({ run: '2026-12-A', sheet: 1 + at * at * 7, purpose: 'RN' }),
  );
  test.each([...sheets, 'ST1.1999-01-AB.812.RN.ZZZZ', 'ST1.2026-12-ABCDEF.1234567.RN.0000'])('%s', (text) => {
    const eight = Array.from(
      { length: 8 },
      (_, maskPattern) => encode(text, { ecc: 'M', boostEcc: false, border: 0, maskPattern }).data,
    );
    const ours = qrRows(text).map((row, _, rows) => rows.map((__, x) => ((row >> x) & 1) === 1));
    expect(eight).toContainEqual(ours);
    expect(penalty(ours)).toBe(Math.min(...eight.map(penalty)));
  });
});

test.each(['ST1.lower', 'X'.repeat(37)])('no text of ours: %s', (text) => {
  expect(() => qrRows(text)).toThrow(RangeError);
});

/** ISO/IEC 18004, table 11, module by module. */
function penalty(modules: readonly (readonly boolean[])[]): number {
  const size = modules.length;
  const at = (x: number, y: number) => modules[y]?.[x] === true;
  let total = 0;
  for (const get of [at, (x: number, y: number) => at(y, x)]) {
    for (let y = 0; y < size; y++) {
      const line = Array.from({ length: size }, (_, x) => (get(x, y) ? '1' : '0')).join('');
      for (const run of line.match(/0{5,}|1{5,}/g) ?? []) total += run.length - 2;
      for (let x = 0; x + 11 <= size; x++) {
        const part = line.slice(x, x + 11);
        if (part === '10111010000' || part === '00001011101') total += 40;
      }
    }
  }
  for (let y = 0; y + 1 < size; y++) {
    for (let x = 0; x + 1 < size; x++) {
      const dark = [at(x, y), at(x + 1, y), at(x, y + 1), at(x + 1, y + 1)].filter(Boolean).length;
      if (dark === 0 || dark === 4) total += 3;
    }
  }
  const dark = modules.flat().filter(Boolean).length;
  return total + 10 * Math.floor(Math.abs((100 * dark) / (size * size) - 50) / 5);
}
