/** Secondary unit designators of USPS Publication 28, Appendix C2 (and PMB, section 284): word → abbreviation. */
export const UNIT_DESIGNATORS: ReadonlyMap<string, string> = new Map([
  ['APARTMENT', 'APT'],
  ['BASEMENT', 'BSMT'],
  ['BUILDING', 'BLDG'],
  ['DEPARTMENT', 'DEPT'],
  ['FLOOR', 'FL'],
  ['FRONT', 'FRNT'],
  ['HANGAR', 'HNGR'],
  ['KEY', 'KEY'],
  ['LOBBY', 'LBBY'],
  ['LOT', 'LOT'],
  ['LOWER', 'LOWR'],
  ['OFFICE', 'OFC'],
  ['PENTHOUSE', 'PH'],
  ['PIER', 'PIER'],
  ['PMB', 'PMB'],
  ['REAR', 'REAR'],
  ['ROOM', 'RM'],
  ['SIDE', 'SIDE'],
  ['SLIP', 'SLIP'],
  ['SPACE', 'SPC'],
  ['STOP', 'STOP'],
  ['SUITE', 'STE'],
  ['TRAILER', 'TRLR'],
  ['UNIT', 'UNIT'],
  ['UPPER', 'UPPR'],
]);

// Those that need no number or letter after them.
const STANDALONE = new Set([
  'BASEMENT',
  'BSMT',
  'FRONT',
  'FRNT',
  'LOBBY',
  'LBBY',
  'LOWER',
  'LOWR',
  'OFFICE',
  'OFC',
  'PENTHOUSE',
  'PH',
  'REAR',
  'SIDE',
  'UPPER',
  'UPPR',
]);

/** Every designator, spelled out and abbreviated. */
export const DESIGNATORS: ReadonlySet<string> = new Set([
  ...UNIT_DESIGNATORS.keys(),
  ...UNIT_DESIGNATORS.values(),
]);

/** Whether these words, in capitals, are a secondary unit and nothing else: `APT 4B`, `UNIT 7`, `REAR`. */
export function isUnit(words: readonly string[]): boolean {
  const [designator = '', ...value] = words;
  if (!DESIGNATORS.has(designator)) return false;
  if (value.length === 0) return STANDALONE.has(designator);
  if (value.length === 1) return isUnitValue(value[0] ?? '');
  // `BLDG 3 APT 12`, `FL 2 STE 200`: two units, one after the other.
  const next = value.findIndex((word) => DESIGNATORS.has(word));
  return next > 0 && next <= 2 && value.slice(0, next).every(isUnitValue) && isUnit(value.slice(next));
}

/** Whether a word can name a unit: a letter or two, or anything with a digit: `B`, `4B`, `200`. */
export function isUnitValue(word: string): boolean {
  return /^[A-Z]{1,2}$/.test(word) || /\d/.test(word);
}

/** Where a unit begins at the end of a line of words, or -1. The first word is never taken for one. */
export function unitAtEnd(words: readonly string[]): number {
  for (let from = 1; from < words.length; from++) {
    if (isUnit(words.slice(from))) return from;
  }
  return -1;
}

/** How many words at the start of a line are a unit that a house number follows; 0 for none. */
export function unitAtStart(words: readonly string[]): number {
  for (const length of [2, 1, 4]) {
    if (isUnit(words.slice(0, length)) && /^\d/.test(words[length] ?? '')) return length;
  }
  return 0;
}
