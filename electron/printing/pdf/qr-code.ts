import { encode } from 'uqr';

// uqr lays the bits out; which of the eight masks is best is weighed here (ISO/IEC 18004, 7.8.3) on rows held as
// integers, since weighing them module by module costs more than all else on the page.

interface Symbol {
  readonly size: number;
  /** The rows of each mask's pattern on the data modules, and of the same turned on its side. */
  readonly masks: readonly (readonly number[])[];
  readonly sideMasks: readonly (readonly number[])[];
  /** The modules that are no data, format bits included, with each mask. */
  readonly fixed: readonly (readonly number[])[];
  readonly sideFixed: readonly (readonly number[])[];
}

const symbols = new Map<number, Symbol>();

/** The rows of a QR code (error correction M) of lowest penalty; bit 0 is the left module, 1 is dark. */
export function qrRows(text: string): readonly number[] {
  const code = encode(text, { ecc: 'M', boostEcc: false, border: 0, maskPattern: 0 });
  if (code.size > 29) throw new RangeError(`“${text}” is too long for the QR code of a letter.`);
  let symbol = symbols.get(code.version);
  if (symbol === undefined) {
    symbol = measured(text, code.version);
    symbols.set(code.version, symbol);
  }
  const rows = bits(code.data);
  const unmasked = xor(xor(rows, symbol.fixed[0] ?? []), symbol.masks[0] ?? []);
  const side = turned(unmasked);
  let best: readonly number[] = rows;
  let least = Number.POSITIVE_INFINITY;
  for (let mask = 0; mask < 8; mask++) {
    const across = xor(xor(unmasked, symbol.masks[mask] ?? []), symbol.fixed[mask] ?? []);
    const down = xor(xor(side, symbol.sideMasks[mask] ?? []), symbol.sideFixed[mask] ?? []);
    const weight = penalty(across, down);
    if (weight < least) {
      least = weight;
      best = across;
    }
  }
  return best;
}

/** Dark modules as one path of rectangles, one module a unit, y up from the bottom left. */
export function qrPath(rows: readonly number[]): string {
  const size = rows.length;
  let path = '';
  rows.forEach((row, y) => {
    for (let x = 0; x < size; ) {
      if (((row >> x) & 1) === 0) {
        x++;
        continue;
      }
      const from = x;
      while (x < size && (row >> x) & 1) x++;
      path += `${from} ${size - 1 - y} ${x - from} 1 re\n`;
    }
  });
  return `${path}f`;
}

/** What a version's masks and fixed modules look like, found by encoding one text with all eight. */
function measured(text: string, version: number): Symbol {
  const encoded = Array.from({ length: 8 }, (_, maskPattern) =>
    encode(text, {
      ecc: 'M',
      boostEcc: false,
      border: 0,
      maskPattern,
      minVersion: version,
      maxVersion: version,
    }),
  );
  const size = encoded[0]?.size ?? 0;
  const types = encoded[0]?.types ?? [];
  const data = types.map((row) => row.reduce((sum, type, x) => sum | (type === 0 ? 1 << x : 0), 0));
  const masks = MASKS.map((dark) =>
    data.map((row, y) => {
      let pattern = 0;
      for (let x = 0; x < size; x++) if (dark(x, y)) pattern |= 1 << x;
      return pattern & row;
    }),
  );
  const fixed = encoded.map((code) => bits(code.data).map((row, y) => row & ~(data[y] ?? 0)));
  return { size, masks, sideMasks: masks.map(turned), fixed, sideFixed: fixed.map(turned) };
}

/** ISO/IEC 18004, table 10. */
const MASKS: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

/** ISO/IEC 18004, table 11. */
function penalty(across: readonly number[], down: readonly number[]): number {
  const size = across.length;
  let total = 0;
  let dark = 0;
  for (let y = 0; y < size; y++) {
    const row = across[y] ?? 0;
    total += linePenalty(row, size) + linePenalty(down[y] ?? 0, size);
    dark += ones(row);
    if (y + 1 < size) {
      const next = across[y + 1] ?? 0;
      const alike = ~(row ^ (row >> 1)) & ~(next ^ (next >> 1)) & ~(row ^ next);
      total += 3 * ones(alike & ((1 << (size - 1)) - 1));
    }
  }
  const percent = (100 * dark) / (size * size);
  return total + 10 * Math.floor(Math.abs(percent - 50) / 5);
}

/** Runs of five and more alike, and finder-like patterns, in one line. */
function linePenalty(line: number, size: number): number {
  const alike = ~(line ^ (line >> 1)) & ((1 << (size - 1)) - 1);
  const fives = alike & (alike >> 1) & (alike >> 2) & (alike >> 3);
  let total = fives === 0 ? 0 : ones(fives) + 2 * ones(fives & ~(fives >> 1));
  // 1011101 with four light modules before or after it; bit 0 is the left end.
  const light = ~line & ((1 << size) - 1);
  const finder = line & (light >> 1) & (line >> 2) & (line >> 3) & (line >> 4) & (light >> 5) & (line >> 6);
  if (finder !== 0) {
    const four = light & (light >> 1) & (light >> 2) & (light >> 3);
    total += 40 * (ones(finder & (four >> 7)) + ones((finder >> 4) & four));
  }
  return total;
}

function ones(value: number): number {
  let v = value - ((value >> 1) & 0x55555555);
  v = (v & 0x33333333) + ((v >> 2) & 0x33333333);
  return (((v + (v >> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

function bits(rows: readonly (readonly boolean[])[]): number[] {
  return rows.map((row) => {
    let value = 0;
    for (let x = 0; x < row.length; x++) if (row[x]) value |= 1 << x;
    return value;
  });
}

function xor(a: readonly number[], b: readonly number[]): number[] {
  const rows = new Array<number>(a.length);
  for (let y = 0; y < a.length; y++) rows[y] = (a[y] ?? 0) ^ (b[y] ?? 0);
  return rows;
}

function turned(rows: readonly number[]): number[] {
  const size = rows.length;
  const columns = new Array<number>(size).fill(0);
  for (let y = 0; y < size; y++) {
    const row = rows[y] ?? 0;
    for (let x = 0; x < size; x++) columns[x] = (columns[x] ?? 0) | (((row >> x) & 1) << y);
  }
  return columns;
}
