import type { PostalAddress } from '../../../shared/domain/notice.ts';
import { addressArea, type EnvelopeProfile } from '../envelope/profile.ts';
import { capitals, foreignLetter } from './capitals.ts';
import { countryName, foreignTownLine } from './countries.ts';
import { delivery, SHORTENINGS, type Shortening, shortenedStreet, shortenedUnit } from './delivery-line.ts';
import { isDomestic, possession, stateCode } from './states.ts';
import { DIRECTIONALS, STREET_SUFFIXES } from './street-suffixes.ts';

/** Width in points (1/72 in) of a text set in the address face at a size in points. */
export type Measure = (text: string, size: number) => number;

/** An address block as it goes on paper. */
export interface FittedAddress {
  /** Top to bottom, in capitals. */
  readonly lines: readonly string[];
  /** Points. */
  readonly size: number;
}

/** Why a piece is held back, as one sentence. */
export interface HeldAddress {
  readonly held: string;
}

// Sizes are tried in quarter points: finer steps cannot be seen.
const STEP = 0.25;
/** Height of a line's box, from the highest accent to the lowest descender and a little for rounded positions, over the type size. */
const LINE_BOX = 1.4265;
/** Least distance of two baselines over the type size; capitals have no descenders to collide. */
const TIGHTEST = 1.049;
const LOOSEST = 1.2;

/**
 * Sets a name and postal address as a USPS Publication 28 block that lies inside the window of an envelope
 * whatever way the sheet slides, as large as fits (contract.md, The printed notice). What does not fit at the
 * least size is shortened by Publication 28's abbreviations, then the unit moves above the delivery line, then
 * the name takes two lines; what still does not fit is held with the reason.
 */
export function fitAddress(
  name: string,
  address: PostalAddress,
  profile: EnvelopeProfile,
  measure: Measure,
): FittedAddress | HeldAddress {
  const area = addressArea(profile);
  const width = (area.right - area.left) * 72;
  const fits = (line: string) => measure(line, profile.address.minSize) <= width;
  const person = capitals(name);
  if (person === '') return { held: 'No usable address: the name is missing.' };
  const place = isDomestic(address.country) ? domestic(address, fits) : foreign(address);
  if ('held' in place) return place;
  const lines = [...nameLines(person, fits), ...place.lines];
  const foreignAt = lines.map(foreignLetter).find((letter) => letter !== null);
  if (foreignAt !== undefined) {
    return { held: `The address cannot be written in Latin capitals: “${foreignAt}” has no such form.` };
  }
  const wide = lines.find((line) => !fits(line));
  if (wide !== undefined) {
    const inches = (measure(wide, profile.address.minSize) / 72).toFixed(2);
    const room = (width / 72).toFixed(2);
    return {
      held: `The address does not fit the window: “${wide}” is ${inches} in wide at ${profile.address.minSize} pt, and ${room} in are there.`,
    };
  }
  if (lines.length > profile.address.maxLines) {
    return {
      held: `The address does not fit the window: it needs ${lines.length} lines, and ${profile.address.maxLines} are there.`,
    };
  }
  const size = largestSize(lines, profile, measure);
  if (size === null) {
    return {
      held: `The address does not fit the window: ${lines.length} lines are too high at ${profile.address.minSize} pt.`,
    };
  }
  return { lines, size };
}

/** Distance of two baselines in points for a block of so many lines at a size. */
export function addressLeading(profile: EnvelopeProfile, size: number, lines: number): number {
  if (lines < 2) return 0;
  const area = addressArea(profile);
  const room = ((area.bottom - area.top) * 72 - LINE_BOX * size) / (lines - 1);
  return Math.min(LOOSEST * size, room);
}

function largestSize(lines: readonly string[], profile: EnvelopeProfile, measure: Measure): number | null {
  const area = addressArea(profile);
  const width = (area.right - area.left) * 72;
  const { minSize, maxSize } = profile.address;
  for (let size = maxSize; size >= minSize; size -= STEP) {
    const high = lines.length > 1 && addressLeading(profile, size, lines.length) < TIGHTEST * size;
    if (!high && lines.every((line) => measure(line, size) <= width)) return size;
  }
  return null;
}

type Place = { readonly lines: readonly string[] } | HeldAddress;
type Fits = (line: string) => boolean;

function domestic(address: PostalAddress, fits: Fits): Place {
  const { above, street, unit } = delivery(address.address1, address.address2);
  const city = capitals(address.city);
  const state = possession(address.country) ?? stateCode(capitals(address.state));
  const zip = zipCode(address.zip);
  if (street === '') return { held: 'No usable address: the street or box is missing.' };
  if (city === '') return { held: 'No usable address: the city is missing.' };
  if (state === null) {
    return {
      held:
        address.state.trim() === ''
          ? 'No usable address: the state is missing.'
          : `No usable address: “${address.state}” is not a US state.`,
    };
  }
  if (zip === null) {
    return {
      held:
        address.zip.trim() === ''
          ? 'No usable address: the ZIP Code is missing.'
          : `No usable address: “${address.zip}” is not a ZIP Code.`,
    };
  }
  const town = `${city} ${state}  ${zip}`;
  return {
    lines: [
      ...(above === '' ? [] : [above]),
      ...deliveryLines(street, unit, fits),
      fits(town) ? town : `${shortenedTown(city)} ${state}  ${zip}`,
    ],
  };
}

function deliveryLines(street: string, unit: string, fits: Fits): readonly string[] {
  const line = (shortening: Shortening) =>
    [shortenedStreet(street, shortening), shortenedUnit(unit, shortening)]
      .filter((part) => part !== '')
      .join(' ');
  const fitting = SHORTENINGS.find((shortening) => fits(line(shortening)));
  if (fitting !== undefined) return [line(fitting)];
  if (unit === '') return [line('unit')];
  const alone = SHORTENINGS.find((shortening) => fits(shortenedStreet(street, shortening))) ?? 'unit';
  return [fits(unit) ? unit : shortenedUnit(unit, 'unit'), shortenedStreet(street, alone)];
}

function foreign(address: PostalAddress): Place {
  const country = countryName(address.country);
  if (country === null) {
    return { held: `No usable address: “${address.country}” is not a country code.` };
  }
  const streets = [capitals(address.address1), capitals(address.address2)].filter((line) => line !== '');
  const city = capitals(address.city);
  if (streets.length === 0) return { held: 'No usable address: the street or box is missing.' };
  if (city === '') return { held: 'No usable address: the city is missing.' };
  const code = address.zip
    .toUpperCase()
    .replace(/[^A-Z0-9-]+/g, ' ')
    .trim();
  const town = foreignTownLine(address.country, city, capitals(address.state), code);
  return { lines: [...streets, town, country] };
}

function zipCode(text: string): string | null {
  const match = /^(\d{5})(?:[- ]?(\d{4}))?$/.exec(text.trim());
  if (match === null || match[1] === '00000') return null;
  return match[2] === undefined ? (match[1] ?? null) : `${match[1]}-${match[2]}`;
}

function shortenedTown(city: string): string {
  return city
    .split(' ')
    .map((word) => DIRECTIONALS.get(word) ?? STREET_SUFFIXES.get(word) ?? word)
    .join(' ');
}

/** The name on one line, or broken where its two lines are most alike in length. */
function nameLines(name: string, fits: Fits): readonly string[] {
  if (fits(name)) return [name];
  const words = name.split(' ');
  let best: readonly string[] = [name];
  let least = Number.POSITIVE_INFINITY;
  for (let at = 1; at < words.length; at++) {
    const lines = [words.slice(0, at).join(' '), words.slice(at).join(' ')];
    const difference = Math.abs((lines[0] ?? '').length - (lines[1] ?? '').length);
    if (difference < least && lines.every(fits)) {
      best = lines;
      least = difference;
    }
  }
  return best;
}
