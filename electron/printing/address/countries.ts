import { capitals } from './capitals.ts';

const ENGLISH = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });

// Countries whose postal code stands before the town (UPU postal addressing systems).
const CODE_FIRST = new Set(
  `AD AR AT BA BE BG CH CN CU CY CZ DE DK DO DZ EE ES FI FR GE GL GR GT HR HT HU IL IS IT KG KW LI LT LU LV MA MC
   MD ME MK MX MY NL NO PH PL PT PY RO RS SE SI SK SM SN TN TR UY VA VE`.split(/\s+/),
);

/** The English name in capitals of an ISO 3166 alpha-2 country, or null for an unknown code. */
export function countryName(code: string): string | null {
  if (!/^[A-Za-z]{2}$/.test(code)) return null;
  const name = ENGLISH.of(code.toUpperCase());
  return name === undefined ? null : capitals(name);
}

/** The line with town, region and postal code in the order of the country, two spaces before a trailing code. */
export function foreignTownLine(country: string, city: string, region: string, code: string): string {
  const town = [city, region].filter((part) => part !== '').join(' ');
  if (code === '') return town;
  return CODE_FIRST.has(country.toUpperCase()) ? `${code} ${town}` : `${town}  ${code}`;
}
