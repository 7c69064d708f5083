import { describe, expect, it } from 'vitest';
import { BadCell, type CellType, tidy } from '../../../electron/services/import/cells/cell.ts';
import { criteria, paymentMethod, yesNo } from '../../../electron/services/import/cells/choice.ts';
import { readDate } from '../../../electron/services/import/cells/date.ts';
import { cents, positiveCents, quantity } from '../../../electron/services/import/cells/number.ts';
import { readCountry, readState, readZip } from '../../../electron/services/import/cells/place.ts';
import { email, identifier, phone } from '../../../electron/services/import/cells/text.ts';
import { hasCardNumber, maskCardNumbers } from '../../../shared/domain/card-number.ts';

/** A value, or part of the reason why there is none. */
type Expected = string | number | boolean | RegExp;

function check(found: unknown, expected: Expected): void {
  if (!(expected instanceof RegExp)) expect(found).toBe(expected);
  else expect(found instanceof BadCell ? found.message : found).toMatch(expected);
}

describe('dates', () => {
  const cases: readonly [text: string, expected: Expected][] = [
    ['2020-05-01', '2020-05-01'],
    ['2020-05-01 00:00:00', '2020-05-01'],
    ['2020-05-01T00:00:00.000Z', '2020-05-01'],
    ['05/01/2020', '2020-05-01'],
    ['5/1/2020', '2020-05-01'],
    ['5/1/2020 0:00', '2020-05-01'],
    ['5/1/2020 12:00 AM', '2020-05-01'],
    ['03/04/2020', '2020-03-04'],
    ['12/31/2020', '2020-12-31'],
    ['02/29/2020', '2020-02-29'],
    ['02/29/2019', /no day of the calendar/],
    ['2023-02-30', /no day of the calendar/],
    ['2023-13-01', /no day of the calendar/],
    ['13/45/2020', /no day of the calendar/],
    ['31/12/2020', /has the month 31/],
    ['1/2/26', /year of two digits/],
    ['01-02-26', /year of two digits/],
    ['31.12.2020', /leaves open which is the month/],
    ['01-02-2020', /leaves open which is the month/],
    ['43831', /day number/],
    ['2020/05/01', /is not a date/],
    ['May 1, 2020', /is not a date/],
    ['2020-5-1', /is not a date/],
    ['2020-05-01 13:30', /is not a date/],
    ['yesterday', /is not a date/],
  ];
  it.each(cases)('%s', (text, expected) => check(readDate(text), expected));
});

describe('cells', () => {
  const cases: readonly [type: CellType<string | number | boolean>, text: string, expected: Expected][] = [
    [yesNo, 'Yes', true],
    [yesNo, 'TRUE', true],
    [yesNo, '1', true],
    [yesNo, 'n', false],
    [yesNo, '0', false],
    [yesNo, 'maybe', /neither yes nor no/],
    [cents, '50', 50_00],
    [cents, '$1,234.5', 1234_50],
    [cents, '0', 0],
    [cents, '-50.00', /negative/],
    [cents, '(50.00)', /negative/],
    [cents, '50,00', /not an amount/],
    [cents, '1.005', /not an amount/],
    [cents, '99999999', /million/],
    [positiveCents, '0.00', /is nothing/],
    [quantity('points', 100), '2.5', 2.5],
    [quantity('points', 100), '10', 10],
    [quantity('points', 100), '1.50', 1.5],
    [quantity('points', 100), '-1', /not a number of points/],
    [quantity('points', 100), '1.255', /two decimals/],
    [quantity('points', 100), '1e3', /not a number/],
    [quantity('points', 100), '100', /more points than/],
    [criteria, 'job;degree', 1 + 4],
    [criteria, 'Knowledge, Job', 2 + 1],
    [criteria, 'job;fun', /unknown criterion/],
    [paymentMethod, 'Check', 'cheque'],
    [paymentMethod, 'barter', /no way of paying/],
    [email, 'a.b+c@x.example.org', 'a.b+c@x.example.org'],
    [email, 'n/a', /not an e-mail/],
    [email, 'a@x.org; b@x.org', /not an e-mail/],
    [phone, '(312) 555-0100 ext. 12', '(312) 555-0100 ext. 12'],
    [phone, '555-01', /seven digits/],
    [phone, '3.12555E+09', /shortened by a spreadsheet/],
    [identifier(10), '1.2E+12', /shortened by a spreadsheet/],
    [identifier(10), '1E5', '1E5'],
    [identifier(10), '12345678901', /at most 10/],
  ];
  it.each(cases)('%o %s', (type, text, expected) => check(type.read(text), expected));
});

describe('places', () => {
  const countries: readonly [string, Expected][] = [
    ['', 'US'],
    ['U.S.A.', 'US'],
    ['ca', 'CA'],
    ['Canada', 'CA'],
    ['Côte d’Ivoire', 'CI'],
    ['France', 'FR'],
    ['UK', 'GB'],
    ['XX', /no country/],
    ['Narnia', /no country/],
  ];
  it.each(countries)('country %s', (text, expected) => check(readCountry(text), expected));

  const states: readonly [text: string, country: string, expected: Expected][] = [
    ['il', 'US', 'IL'],
    ['Illinois', 'US', 'IL'],
    ['D.C.', 'US', 'DC'],
    ['', 'US', ''],
    ['Ontario', 'US', /no US state/],
    ['Ontario', 'CA', 'Ontario'],
  ];
  it.each(states)('state %s in %s', (text, country, expected) => check(readState(text, country), expected));

  const zips: readonly [text: string, state: string, country: string, expected: Expected][] = [
    ['60601', 'IL', 'US', '60601'],
    ['60601-1234', 'IL', 'US', '60601-1234'],
    ['606011234', 'IL', 'US', '60601-1234'],
    ['60601-', 'IL', 'US', '60601'],
    ['2101', 'MA', 'US', '02101'],
    ['2101-1234', 'MA', 'US', '02101-1234'],
    ['21011234', 'MA', 'US', '02101-1234'],
    ['901', 'PR', 'US', '00901'],
    ['2101', '', 'US', '02101'],
    ['6060', 'IL', 'US', /no ZIP/],
    ['K1A 0B1', '', 'US', /no ZIP/],
    ['K1A 0B1', 'ON', 'CA', 'K1A 0B1'],
  ];
  it.each(zips)('ZIP %s in %s, %s', (text, state, country, expected) =>
    check(readZip(text, state, country), expected),
  );
});

describe('tidied text', () => {
  const cases: readonly [raw: string, expected: Expected][] = [
    ['  a b  ', 'a b'],
    ['a\r\n  b', 'a b'],
    ['\u00a0x\u00a0', 'x'],
    ['Jose\u0301', 'José'],
    ["'+1 312 555 0100", '+1 312 555 0100'],
    ["'quoted'", "'quoted'"],
    ['a\u0001b', /invisible control character/],
  ];
  it.each(cases)('%j', (raw, expected) => check(tidy(raw), expected));
});

describe('card numbers', () => {
  // The test numbers that card brands publish.
  const cases: readonly [text: string, masked: string][] = [
    ['4111111111111111', '•••• 1111'],
    ['4111 1111 1111 1111', '•••• 1111'],
    ['5500-0055-5555-5559', '•••• 5559'],
    ['paid with 378282246310005 today', 'paid with •••• 0005 today'],
    ['6011000990139424', '•••• 9424'],
    ['4222222222222', '•••• 2222'],
    ['4111111111111112', '4111111111111112'],
    ['9780306406157', '9780306406157'],
    ['0000000000000000', '0000000000000000'],
    ['(312) 555-0100', '(312) 555-0100'],
    ['2020-05-01', '2020-05-01'],
  ];
  it.each(cases)('%s', (text, masked) => {
    expect(maskCardNumbers(text)).toBe(masked);
    expect(hasCardNumber(text)).toBe(text !== masked);
  });
});
