import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyOffice, RESOURCES, type SampleOffice } from './sample-office.ts';

let sample: SampleOffice;

beforeAll(async () => {
  sample = await emptyOffice();
  await sample.fill({ members: 4000 });
});

afterAll(() => sample.remove());

// First digits of ZIP codes by state: USPS Publication 65, National Five-Digit ZIP Code Directory.
const ZIP_PREFIXES: Readonly<Record<string, RegExp>> = {
  AL: /^3[56]/,
  AK: /^99[5-9]/,
  AZ: /^8[56]/,
  AR: /^7[12]/,
  CA: /^9[0-6]/,
  CO: /^8[01]/,
  CT: /^06/,
  DE: /^19[789]/,
  DC: /^20[0-5]/,
  FL: /^3[2-4]/,
  GA: /^(3[01]|39[89])/,
  HI: /^96[78]/,
  ID: /^83/,
  IL: /^6[0-2]/,
  IN: /^4[67]/,
  IA: /^5[0-2]/,
  KS: /^6[67]/,
  KY: /^4[0-2]/,
  LA: /^7[01]/,
  ME: /^0[34]/,
  MD: /^2[01]/,
  MA: /^0(1|2[0-7])/,
  MI: /^4[89]/,
  MN: /^5[56]/,
  MS: /^3(8[6-9]|9[0-7])/,
  MO: /^6[3-5]/,
  MT: /^59/,
  NE: /^6[89]/,
  NV: /^89/,
  NH: /^03[0-8]/,
  NJ: /^0[78]/,
  NM: /^8[78]/,
  NY: /^(1[0-4]|06390)/,
  NC: /^2[78]/,
  ND: /^58/,
  OH: /^4[3-5]/,
  OK: /^7[34]/,
  OR: /^97/,
  PA: /^1[5-9]/,
  RI: /^02[89]/,
  SC: /^29/,
  SD: /^57/,
  TN: /^3[78]/,
  TX: /^(7[5-9]|885)/,
  UT: /^84/,
  VT: /^05/,
  VA: /^(201|2[234])/,
  WA: /^9(8|9[0-4])/,
  WV: /^2[4-6]/,
  WI: /^5[34]/,
  WY: /^8[23]/,
  PR: /^00[679]/,
  GU: /^969/,
  VI: /^008/,
  AE: /^09/,
  AP: /^96[2-6]/,
  AA: /^340/,
};

describe('places', () => {
  const places = readFileSync(join(RESOURCES, 'sample/places.csv'), 'utf8').trim().split('\n').slice(1);

  it('are at least 250 in all states and territories, each once', () => {
    expect(places.length).toBeGreaterThanOrEqual(250);
    expect(new Set(places).size).toBe(places.length);
    expect(new Set(places.map((line) => line.slice(0, 2))).size).toBe(54);
  });

  it('have ZIP codes of their state', () => {
    const wrong = places.filter((line) => {
      const [state = '', , zip = ''] = line.split(',');
      return ZIP_PREFIXES[state]?.test(zip) !== true;
    });
    expect(wrong).toEqual([]);
  });
});

interface Row {
  readonly city: string;
  readonly state: string;
  readonly zip: string;
}

describe('members of a sample', () => {
  it('live where city, state and ZIP belong together', () => {
    const known = new Set(readFileSync(join(RESOURCES, 'sample/places.csv'), 'utf8').split('\n'));
    const rows = sample.rows<Row>(
      `SELECT city, state, zip FROM postal_address WHERE country = 'US' AND city <> '' AND zip <> ''`,
    );
    expect(rows.length).toBeGreaterThan(3800);
    const military = (row: Row) => ['APO', 'FPO', 'DPO'].includes(row.city);
    expect(rows.filter((row) => ZIP_PREFIXES[row.state]?.test(row.zip) !== true)).toEqual([]);
    expect(
      rows.filter((row) => !military(row) && !known.has(`${row.state},${row.city},${row.zip.slice(0, 5)}`)),
    ).toEqual([]);
    expect(rows.filter(military).length / rows.length).toBeCloseTo(0.01, 1);
    expect(new Set(rows.map(({ state }) => state)).size).toBeGreaterThan(50);
  });

  const shares: readonly {
    readonly what: string;
    readonly where: string;
    readonly from: number;
    readonly to: number;
  }[] = [
    { what: 'ZIP+4', where: "zip LIKE '_____-____'", from: 0.25, to: 0.45 },
    { what: 'abroad', where: "country <> 'US'", from: 0.01, to: 0.03 },
    { what: 'a unit', where: "address1 || ' ' || address2 GLOB '*[A-z#] [0-9]*'", from: 0.1, to: 0.5 },
    { what: 'a post office box', where: "address1 LIKE 'PO Box %'", from: 0.03, to: 0.08 },
    { what: 'a rural route', where: "address1 LIKE 'RR %' OR address1 LIKE 'HC %'", from: 0.005, to: 0.04 },
    { what: 'left behind', where: 'valid_to IS NOT NULL', from: 0.03, to: 0.15 },
    { what: 'returned mail', where: 'bad_reason IS NOT NULL', from: 0.001, to: 0.02 },
    { what: 'incomplete', where: "address1 = '' OR city = '' OR zip = ''", from: 0.001, to: 0.02 },
    { what: 'overlong', where: 'length(address1) > 80', from: 0.001, to: 0.01 },
  ];
  it.each(shares)('have addresses with $what in proportion', ({ where, from, to }) => {
    const share =
      Number(sample.one(`SELECT count(*) FROM postal_address WHERE ${where}`)) /
      Number(sample.one('SELECT count(*) FROM postal_address'));
    expect(share).toBeGreaterThan(from);
    expect(share).toBeLessThan(to);
  });

  it('are called in many ways', () => {
    const names = sample.rows<{ last_name: string; suffix: string }>('SELECT last_name, suffix FROM member');
    const some = (test: (name: string) => boolean) => names.filter(({ last_name }) => test(last_name)).length;
    expect(new Set(names.map(({ last_name }) => last_name)).size).toBeGreaterThan(500);
    expect(some((name) => /\p{M}|[łøđß]/iu.test(name.normalize('NFD')))).toBeGreaterThan(200);
    expect(some((name) => /['’]/.test(name))).toBeGreaterThan(20);
    expect(some((name) => name.includes('-'))).toBeGreaterThan(80);
    expect(some((name) => name.length > 24)).toBeGreaterThan(3);
    expect(names.filter(({ suffix }) => suffix !== '').length).toBeGreaterThan(25);
    expect(some((name) => name !== name.trim() || name.includes('\u00a0'))).toBe(0);
  });

  it('have numbers and addresses that no real person has, and nearly always their own', () => {
    expect(
      sample.rows(
        "SELECT email FROM member WHERE email <> '' AND email NOT GLOB '*@example.[cno][oer][mtg]'",
      ),
    ).toEqual([]);
    const phones = sample
      .rows<{ phone: string }>("SELECT phone FROM member WHERE phone <> ''")
      .map(({ phone }) => phone);
    const digits = phones.filter((phone) => !phone.startsWith('+')).map((phone) => phone.replace(/\D/g, ''));
    expect(digits.filter((phone) => !/^[2-9]\d\d555\d{4}$/.test(phone))).toEqual([]);
    expect(new Set(digits).size / digits.length).toBeGreaterThan(0.98);
    expect(
      sample.rows(
        "SELECT member_no FROM member WHERE member_no NOT GLOB '[1-9][0-9][0-9][0-9][0-9][0-9]*' OR length(member_no) > 7",
      ),
    ).toEqual([]);
  });
});
