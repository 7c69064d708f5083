import { capitals } from './capitals.ts';
import { DIRECTIONALS, STREET_SUFFIXES } from './street-suffixes.ts';
import { isUnit, UNIT_DESIGNATORS, unitAtEnd, unitAtStart } from './unit-designators.ts';

/** Where a US piece is delivered, taken apart as far as fitting it needs; everything in capitals. */
export interface Delivery {
  /** A firm, building, attention or second address: stands above the delivery line. */
  readonly above: string;
  /** House number and street, box or route. */
  readonly street: string;
  /** Secondary unit, or empty. */
  readonly unit: string;
}

/** How far a delivery line is shortened: each step includes those before it. */
export const SHORTENINGS = ['none', 'suffix', 'directionals', 'unit'] as const;
export type Shortening = (typeof SHORTENINGS)[number];

const ROUTES: readonly (readonly [RegExp, string])[] = [
  [/^(?:P ?O|POST ?OFFICE)? ?BOX (?=\S)/, 'PO BOX '],
  [/^POB (?=\S)/, 'PO BOX '],
  [/^(?:RURAL (?:ROUTE|RTE)|RFD(?: ROUTE)?|R ?R)(?: NO| UNIT)? (?=\d)/, 'RR '],
  [/^(?:HIGHWAY CONTRACT(?: ROUTE)?|STAR ROUTE|H ?C)(?: NO| UNIT)? (?=\d)/, 'HC '],
];

const DELIVERABLE =
  /^(?:\d|PO BOX |RR \d|HC \d|PSC |CMR |UNIT \S+ BOX |GENERAL DELIVERY|(?:ONE|TWO|THREE|FOUR|FIVE|SIX|SEVEN|EIGHT|NINE|TEN) )/;

/** Takes the two address lines of a US address apart (USPS Publication 28, sections 212 to 29). */
export function delivery(address1: string, address2: string): Delivery {
  const first = deliveryText(address1);
  const second = deliveryText(address2);
  if (second === '') return withUnit('', first, '');
  if (first === '') return withUnit('', second, '');
  if (isUnit(second.split(' '))) return withUnit('', first, second);
  if (isUnit(first.split(' '))) return withUnit('', second, first);
  // What stands directly above the last line is where it is delivered (section 283).
  return isDeliverable(first) && !isDeliverable(second)
    ? withUnit(second, first, '')
    : withUnit(first, second, '');
}

/** The delivery line's street, shortened by Publication 28's abbreviations (Appendix C1, section 233). */
export function shortenedStreet(street: string, shortening: Shortening): string {
  if (shortening === 'none') return street;
  const words = street.split(' ');
  const first = /^\d/.test(words[0] ?? '') ? 1 : 0;
  const trailing = DIRECTIONALS.has(words.at(-1) ?? '') && words.length - first > 2;
  const suffixAt = words.length - (trailing ? 2 : 1);
  if (suffixAt > first) words[suffixAt] = STREET_SUFFIXES.get(words[suffixAt] ?? '') ?? words[suffixAt] ?? '';
  if (shortening === 'suffix') return words.join(' ');
  if (trailing) words[words.length - 1] = DIRECTIONALS.get(words.at(-1) ?? '') ?? '';
  // `NORTH AVENUE`: the directional is the street's name and stays.
  if (suffixAt > first + 1) words[first] = DIRECTIONALS.get(words[first] ?? '') ?? words[first] ?? '';
  return words.join(' ');
}

/** The unit with its designator shortened (Appendix C2). */
export function shortenedUnit(unit: string, shortening: Shortening): string {
  if (shortening !== 'unit') return unit;
  return unit
    .split(' ')
    .map((word) => UNIT_DESIGNATORS.get(word) ?? word)
    .join(' ');
}

/** An address line as Publication 28 writes it, boxes and routes in their standard form. */
export function deliveryText(text: string): string {
  let line = capitals(text).replace(/\b([A-Z]+) UNIT (?=\S)/g, (whole, before: string) =>
    // `APT #4` became `APT UNIT 4`.
    isUnit([before, '1']) ? `${before} ` : whole,
  );
  for (const [spelled, standard] of ROUTES) line = line.replace(spelled, standard);
  return line;
}

/** Whether a line, in capitals, says where to deliver: a house number and street, a box, a route. */
export function isDeliverable(line: string): boolean {
  if (DELIVERABLE.test(line)) return true;
  const words = line.split(' ');
  return words.length > 1 && STREET_SUFFIXES.has(words.at(-1) ?? '');
}

function withUnit(above: string, line: string, unit: string): Delivery {
  const words = line.split(' ');
  if (unit !== '' || /^(?:PO BOX|RR|HC|PSC|CMR|UNIT \S+ BOX) /.test(line))
    return { above, street: line, unit };
  const leading = unitAtStart(words);
  if (leading > 0) {
    return { above, street: words.slice(leading).join(' '), unit: words.slice(0, leading).join(' ') };
  }
  const at = unitAtEnd(words);
  if (at < 2) return { above, street: line, unit: '' };
  return { above, street: words.slice(0, at).join(' '), unit: words.slice(at).join(' ') };
}
