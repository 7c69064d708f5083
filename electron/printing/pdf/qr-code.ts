import { encode } from 'uqr';
import { penalty } from './qr-penalty.ts';

// The library encodes; but it takes longer than the rest of a page, so it is asked only for what differs. A QR code
// is linear: each bit of its data turns over the same modules, correction included, whatever the other bits are. So
// a code is a first one of the same length, made by the library, with the modules of the changed bits turned over.

/** Rows, then columns, of a code as integers: bit 0 is the left or upper module, 1 is dark. */
type Lines = Int32Array;

interface Pattern {
  readonly size: number;
  /** The first text of this length, its data modules without a mask. */
  readonly text: string;
  readonly data: Lines;
  /** For each mask: its pattern on the data modules, and all other modules as they are with it. */
  readonly masks: readonly Lines[];
  /** What a data bit turns over, by its place in the data; made when first needed. */
  readonly turns: Map<number, Lines>;
}

const patterns = new Map<number, Pattern>();
const CHARACTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
/** Mode and length stand before the data: 4 and 9 bits for alphanumeric text, 4 and 8 for bytes. */
const TEXT_FROM = 4 + 9;
const BYTES_FROM = 4 + 8;

/**
 * The rows of a QR code (error correction M, the mask of lowest penalty); bit 0 is the left module, 1 is dark.
 * @throws RangeError for a text that is no upper case alphanumeric one of at most 36 characters.
 */
export function qrRows(text: string): readonly number[] {
  if (text.length > 36 || [...text].some((character) => !CHARACTERS.includes(character))) {
    throw new RangeError(`“${text}” is no text for the QR code of a letter.`);
  }
  let pattern = patterns.get(text.length);
  if (pattern === undefined) {
    pattern = firstPattern(text);
    patterns.set(text.length, pattern);
  }
  const data = pattern.data.slice();
  for (let at = 0; at < text.length; at += 2) {
    const changed = pairValue(text, at) ^ pairValue(pattern.text, at);
    const width = at + 1 < text.length ? 11 : 6;
    for (let bit = 0; bit < width; bit++) {
      if ((changed >> (width - 1 - bit)) & 1)
        turnOver(data, turned(pattern, TEXT_FROM + (at / 2) * 11 + bit));
    }
  }
  return [...lightest(data, pattern.masks)].slice(0, pattern.size);
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

/** ISO/IEC 18004, 7.4.4: two characters in 11 bits, a last single one in 6. */
function pairValue(text: string, at: number): number {
  const value = CHARACTERS.indexOf(text.charAt(at));
  return at + 1 < text.length ? value * 45 + CHARACTERS.indexOf(text.charAt(at + 1)) : value;
}

function lightest(data: Lines, masks: readonly Lines[]): Lines {
  let best = data;
  let least = Number.POSITIVE_INFINITY;
  for (const mask of masks) {
    const masked = data.slice();
    turnOver(masked, mask);
    const weight = penalty(masked);
    if (weight >= least) continue;
    least = weight;
    best = masked;
  }
  return best;
}

function firstPattern(text: string): Pattern {
  const encoded = MASKS.map((_, maskPattern) => encode(text, { ...OPTIONS, maskPattern }));
  const size = encoded[0]?.size ?? 0;
  const isData = (x: number, y: number) => encoded[0]?.types[y]?.[x] === 0;
  const masks = encoded.map((code, mask) =>
    lines(size, (x, y) => (isData(x, y) ? MASKS[mask]?.(x, y) === true : code.data[y]?.[x] === true)),
  );
  const data = lines(size, (x, y) => encoded[0]?.data[y]?.[x] === true);
  turnOver(data, masks[0] ?? data);
  return { size, text, data, masks, turns: new Map() };
}

/** The modules that one bit of the data turns over, found with bytes, whose bits can be chosen freely. */
function turned(pattern: Pattern, bit: number): Lines {
  const known = pattern.turns.get(bit);
  if (known !== undefined) return known;
  const version = (pattern.size - 17) / 4;
  const bytes = new Array<number>(DATA_BYTES[version] ?? 0).fill(0);
  const encoded = () => {
    const code = encode([...bytes], { ...OPTIONS, maskPattern: 0, minVersion: version, maxVersion: version });
    return lines(pattern.size, (x, y) => code.data[y]?.[x] === true);
  };
  const made = encoded();
  bytes[Math.floor((bit - BYTES_FROM) / 8)] = 0x80 >> ((bit - BYTES_FROM) % 8);
  turnOver(made, encoded());
  pattern.turns.set(bit, made);
  return made;
}

const OPTIONS = { ecc: 'M', boostEcc: false, border: 0 } as const;

/** ISO/IEC 18004, table 7: how many bytes a version holds with error correction M. */
const DATA_BYTES: Readonly<Record<number, number>> = { 1: 14, 2: 26 };

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

function lines(size: number, dark: (x: number, y: number) => boolean): Lines {
  const made = new Int32Array(2 * size);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      if (!dark(x, y)) continue;
      made[y] = (made[y] ?? 0) | (1 << x);
      made[size + x] = (made[size + x] ?? 0) | (1 << y);
    }
  }
  return made;
}

function turnOver(target: Lines, modules: Lines): void {
  for (let at = 0; at < target.length; at++) target[at] = (target[at] ?? 0) ^ (modules[at] ?? 0);
}
