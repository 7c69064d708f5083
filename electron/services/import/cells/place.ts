import { remembered } from '../../../../shared/util/remembered.ts';
import { capitals } from '../../../printing/address/capitals.ts';
import { countryName } from '../../../printing/address/countries.ts';
import { isDomestic, stateCode } from '../../../printing/address/states.ts';
import { BadCell } from './cell.ts';

/** ISO 3166 alpha-2 of a country written as its code or its English name; `US` for an empty cell. */
export const readCountry = remembered((text): string | BadCell => {
  const word = capitals(text);
  if (HOME.has(word)) return 'US';
  const code = currentCode(word);
  if (code !== null && countryName(code) !== null) return code;
  return codeByName().get(word) ?? new BadCell('is no country; write its two-letter code, such as US or CA');
});

const HOME = new Set(['', 'US', 'USA', 'UNITED STATES', 'UNITED STATES OF AMERICA']);

// Known to Unicode, but no countries.
const NO_COUNTRIES = new Set(['EU', 'EZ', 'QO', 'UN', 'XA', 'XB', 'ZZ']);

/** The code in use today for a country's code (`UK` → `GB`), or null for what is none. */
function currentCode(word: string): string | null {
  if (!/^[A-Z]{2}$/.test(word) || NO_COUNTRIES.has(word)) return null;
  return new Intl.Locale(`und-${word}`).region ?? null;
}

let codes: Map<string, string> | null = null;

function codeByName(): ReadonlyMap<string, string> {
  codes ??= new Map(
    Array.from({ length: 26 * 26 }, (_, i) =>
      String.fromCharCode(65 + Math.floor(i / 26), 65 + (i % 26)),
    ).flatMap((code) => {
      const name = countryName(code);
      return name === null || currentCode(code) !== code ? [] : [[name, code] as const];
    }),
  );
  return codes;
}

const usState = remembered((text) => stateCode(capitals(text)));

/** The two-letter code of a US state written as code or name; as it is for an address abroad. */
export function readState(text: string, country: string): string | BadCell {
  if (text === '' || !isDomestic(country)) return text;
  return usState(text) ?? new BadCell('is no US state; for an address abroad fill in the country');
}

/** States whose ZIP codes may begin with 0, which spreadsheets drop (USPS, three-digit ZIP prefixes 005 to 099). */
const ZERO_STATES = new Set(['', 'CT', 'MA', 'ME', 'NH', 'NJ', 'NY', 'PR', 'RI', 'VI', 'VT', 'AE']);

/**
 * `12345` or `12345-6789`; zeros that a spreadsheet dropped are restored where the state's ZIP codes begin with them.
 * As it is for an address abroad.
 */
export function readZip(text: string, state: string, country: string): string | BadCell {
  if (text === '' || !isDomestic(country)) return text.slice(0, 20);
  const [, zip = '', plus4 = ''] = /^(\d{3,9})(?:[- ]+(\d{4})?)?$/.exec(text) ?? [];
  const [five, four] = zip.length > 5 && plus4 === '' ? [zip.slice(0, -4), zip.slice(-4)] : [zip, plus4];
  if (five.length === 5) return four === '' ? five : `${five}-${four}`;
  const dropped = (five.length === 3 || five.length === 4) && ZERO_STATES.has(state);
  if (!dropped) return new BadCell('is no ZIP code; write 12345 or 12345-6789, or fill in the country');
  return four === '' ? five.padStart(5, '0') : `${five.padStart(5, '0')}-${four}`;
}
