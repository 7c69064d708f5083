/** One bar of an Intelligent Mail barcode: full, ascender, descender, tracker. */
export type Bar = 'F' | 'A' | 'D' | 'T';

/**
 * The 65 bars of an Intelligent Mail barcode (USPS-B-3200), left to right.
 * @param tracking 20 digits: barcode identifier (its second digit 0 to 4), service type, Mailer ID, serial number
 * @param routing ZIP Code: none, 5, 9 or 11 digits
 * @throws RangeError for anything else
 */
export function intelligentMail(tracking: string, routing: string): string {
  if (!/^\d[0-4]\d{18}$/.test(tracking))
    throw new RangeError(`${tracking} is no tracking code of 20 digits.`);
  if (!/^(?:\d{5}|\d{9}|\d{11})?$/.test(routing)) throw new RangeError(`${routing} is no routing code.`);
  const value = binary(tracking, routing);
  const check = frameCheck(value);
  const characters = codewords(value, check).map((codeword, at) => {
    const character = codeword < FIVES.length ? FIVES[codeword] : TWOS[codeword - FIVES.length];
    return (character ?? 0) ^ ((check >> at) & 1 ? 0x1fff : 0);
  });
  const bit = ([character, position]: readonly [number, number]): number =>
    ((characters[character] ?? 0) >> position) & 1;
  return BARS.map(([descender, ascender]) => 'TADF'.charAt(bit(ascender) + 2 * bit(descender))).join('');
}

/** Step 1: the digits as one number. */
function binary(tracking: string, routing: string): bigint {
  const before = { 0: 0n, 5: 1n, 9: 100_001n, 11: 1_000_100_001n }[routing.length] ?? 0n;
  let value = routing === '' ? 0n : BigInt(routing) + before;
  value = value * 10n + BigInt(tracking.charAt(0));
  value = value * 5n + BigInt(tracking.charAt(1));
  for (const digit of tracking.slice(2)) value = value * 10n + BigInt(digit);
  return value;
}

/** Step 2: an 11-bit frame check sequence over the number's 102 bits. */
function frameCheck(value: bigint): number {
  let check = 0x7ff;
  for (let at = 101; at >= 0; at--) {
    const bit = Number((value >> BigInt(at)) & 1n);
    check = ((check >> 10) & 1) === bit ? check << 1 : (check << 1) ^ 0xf35;
    check &= 0x7ff;
  }
  return check;
}

/** Steps 3 and 4: ten codewords A to J, with orientation in J and the check's highest bit in A. */
function codewords(value: bigint, check: number): readonly number[] {
  const words = new Array<number>(10).fill(0);
  let rest = value;
  for (let at = 9; at > 0; at--) {
    const base = at === 9 ? 636n : 1365n;
    words[at] = Number(rest % base);
    rest /= base;
  }
  words[0] = Number(rest) + (check & 0x400 ? 659 : 0);
  words[9] = 2 * (words[9] ?? 0);
  return words;
}

/** Step 5's tables (appendix C): the 13-bit characters with so many bits set, mirrored pairs first. */
function characters(bits: number, length: number): readonly number[] {
  const table = new Array<number>(length).fill(0);
  let low = 0;
  let high = length - 1;
  for (let value = 0; value < 1 << 13; value++) {
    const digits = value.toString(2).padStart(13, '0');
    if (digits.replaceAll('0', '').length !== bits) continue;
    const mirrored = Number.parseInt([...digits].toReversed().join(''), 2);
    if (mirrored < value) continue;
    if (mirrored === value) table[high--] = value;
    else {
      table[low++] = value;
      table[low++] = mirrored;
    }
  }
  return table;
}

const FIVES = characters(5, 1287);
const TWOS = characters(2, 78);

/** Step 6's table (appendix D): for each bar the character (A = 0) and bit of its descender, then of its ascender. */
const BARS: readonly (readonly [readonly [number, number], readonly [number, number]])[] = (
  'H2E3 B10A0 J12C8 F5G11 I9D1 A1F12 C5B8 E4J11 G3I10 D9H6 F11B4 I5C12 J10A2 H1G7 D6E9 A3I6 G4C7 B1J9 H10F2 E0D8 G2A4 ' +
  'I11B0 J8D12 C6H7 F1E10 B12G9 H3I0 F8J7 E6C10 D4A5 I4F7 H11B9 G0J6 A6E8 C1D2 F9I12 E11G1 J5H4 D3B2 A7C0 B3E1 G10D5 ' +
  'I7J4 C11F6 A8H12 E2I1 F10D0 J3A9 G5C4 H8B7 F0E5 C3A10 G12J2 D11B6 I8H9 F4A11 B5C2 J1E12 I3G6 H0D7 E7H5 A12B11 C9J0 ' +
  'G8F3 D10I2'
)
  .split(' ')
  .map((bar) => {
    const [, d = '', dBit, a = '', aBit] = /^([A-J])(\d+)([A-J])(\d+)$/.exec(bar) ?? [];
    return [
      [d.charCodeAt(0) - 65, Number(dBit)],
      [a.charCodeAt(0) - 65, Number(aBit)],
    ];
  });
