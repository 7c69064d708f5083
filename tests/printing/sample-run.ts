import { fileURLToPath } from 'node:url';
import { fitAddress } from '../../electron/printing/address/fit-address.ts';
import { loadEnvelope } from '../../electron/printing/envelope/profile.ts';
import { loadLetter } from '../../electron/printing/letter/template.ts';
import type { PrintOptions } from '../../electron/printing/print-notices.ts';
import { loadLetterFonts } from '../../electron/printing/type/face.ts';
import { CERTIFICATION_NAMES, type CertificationCode } from '../../shared/domain/codes.ts';
import type { NoticeLine, NoticeSheet, OfficeProfile, PostalAddress } from '../../shared/domain/notice.ts';

export const RESOURCES = fileURLToPath(new URL('../../resources', import.meta.url));

export const envelope = loadEnvelope(`${RESOURCES}/envelopes/10-double-window.json`);
export const fonts = loadLetterFonts(`${RESOURCES}/fonts`);
export const measure = (text: string, size: number): number => fonts.plain.width(text, size);

export const office: OfficeProfile = {
  name: 'Example Board of Certification',
  address: {
    address1: '100 Sample Plaza',
    address2: 'Suite 150',
    city: 'Rosemont',
    state: 'IL',
    zip: '60018',
    country: 'US',
  },
  phone: '847-555-0169',
  email: 'renewals@example.org',
  website: 'www.example.org',
  logo: null,
};

export function options(outFile: string): PrintOptions {
  return {
    office,
    letter: loadLetter(`${RESOURCES}/letters/renewal.txt`),
    envelope,
    fontsDir: `${RESOURCES}/fonts`,
    outFile,
  };
}

export function postal(address: Partial<PostalAddress>): PostalAddress {
  return {
    address1: '45 N Elm St',
    address2: '',
    city: 'Rosemont',
    state: 'IL',
    zip: '60018',
    country: 'US',
    ...address,
  };
}

export function line(code: CertificationCode, changes: Partial<NoticeLine> = {}): NoticeLine {
  return {
    code,
    certificationName: CERTIFICATION_NAMES[code],
    status: 'due',
    yearStart: '2026-12-01',
    yearEnd: '2027-11-30',
    amountCents: 50_00,
    arrearsCents: 0,
    dueOn: '2026-12-31',
    boundByCcp: true,
    cycleEnd: '2028-11-30',
    pointsRequired: 30,
    pointsCounted: 10,
    pointsOutstanding: 20,
    attested: false,
    ...changes,
  };
}

/** Sheet `n` of a run; the address has to fit. */
export function sheet(
  n: number,
  sheets: number,
  name: string,
  address: Partial<PostalAddress>,
  lines: readonly NoticeLine[],
): NoticeSheet {
  const fitted = fitAddress(name, postal(address), envelope, measure);
  if ('held' in fitted) throw new Error(`${name}: ${fitted.held}`);
  return {
    run: '2026-12-A',
    purpose: 'RN',
    sheet: n,
    sheets,
    dated: '2026-11-22',
    month: '2026-12',
    memberNo: String(700_000 + n),
    memberName: name,
    addressLines: fitted.lines,
    addressSize: fitted.size,
    lines,
    totalCents: lines.reduce((sum, each) => sum + each.amountCents + each.arrearsCents, 0),
    consequence: {
      citation: 'SC-LAPSE-1',
      sentence:
        'You must recertify if you certified after January 1, 2006, and you failed to document CCP points and/or pay an annual fee for 3+ years.',
    },
  };
}

const FIRST = [
  'Rosa',
  'Ngọc Bích',
  'Łukasz',
  'Siobhán',
  'Þóra',
  'Mary-Ann',
  'José',
  'Annelise',
  'Zoë',
  'Győző',
];
const LAST = [
  'Nguyễn',
  'Dvořák',
  'O’Brien',
  'Featherstonehaugh-Montgomery',
  'Þórsdóttir',
  'Smith',
  'García Márquez',
  'Griffin',
  'Żółć',
  'Đặng',
  'Håkansson',
];
const PLACES: readonly Partial<PostalAddress>[] = [
  { address1: '45-A N. Elm St.', address2: 'Apt 4B' },
  {
    address1: '12345 North Martin Luther King Junior Boulevard',
    address2: 'Apartment 1204',
    city: 'San Francisco',
    state: 'California',
    zip: '941031234',
  },
  {
    address1: 'Saint Elsewhere Regional Medical Center',
    address2: '200 First Street SW, Suite 900',
    city: 'Rochester',
    state: 'MN',
    zip: '55905-0001',
  },
  { address1: 'PSC 1234 Box 5678', city: 'APO', state: 'AE', zip: '09012' },
  { address1: 'P.O. Box 99', city: 'Winston-Salem', state: 'NC', zip: '27101' },
  {
    address1: 'Königstraße 12',
    address2: 'Hinterhaus',
    city: 'München',
    state: '',
    zip: '80331',
    country: 'DE',
  },
];
const LINES: readonly (readonly NoticeLine[])[] = [
  [line('RMA')],
  [line('MT', { amountCents: 90_00, attested: true, pointsOutstanding: 0 })],
  [
    line('CMAS', { pointsCounted: 30, pointsOutstanding: 0 }),
    line('MLT', { amountCents: 90_00 }),
    line('MT', { amountCents: 90_00 }),
  ],
  [line('RPT', { status: 'past-due', arrearsCents: 100_00 })],
  [line('AHI', { boundByCcp: false, pointsRequired: 0, pointsOutstanding: 0, amountCents: 30_00 })],
];

/** A run of so many sheets with names, places and certifications of every kind. */
export function sampleRun(sheets: number): readonly NoticeSheet[] {
  return Array.from({ length: sheets }, (_, at) =>
    sheet(
      at + 1,
      sheets,
      `${FIRST[at % FIRST.length]} ${LAST[(at * 3) % LAST.length]}`,
      PLACES[at % PLACES.length] ?? {},
      LINES[at % LINES.length] ?? [],
    ),
  );
}
