import { describe, expect, it } from 'vitest';
import { valueWords } from '../../../renderer/components/trail/value-words.ts';
import { addressLine, addressLines } from '../../../renderer/features/member-page/address-line.ts';
import { contactErrors } from '../../../renderer/features/member-page/contact/contact-form.ts';
import type { PostalAddress } from '../../../shared/domain/notice.ts';
import { withSpokenDates } from '../../../shared/util/spoken-dates.ts';

const HOME: PostalAddress = {
  address1: '45-A N Elm St',
  address2: 'Apt 4B',
  city: 'Rosemont',
  state: 'IL',
  zip: '60018',
  country: 'US',
};

describe('an address', () => {
  it.each([
    [HOME, '45-A N Elm St Apt 4B, Rosemont IL 60018', 'Rosa\n45-A N Elm St\nApt 4B\nRosemont, IL 60018'],
    [
      { ...HOME, address2: '' },
      '45-A N Elm St, Rosemont IL 60018',
      'Rosa\n45-A N Elm St\nRosemont, IL 60018',
    ],
    [
      {
        ...HOME,
        address1: '12 King St W',
        address2: '',
        city: 'Toronto',
        state: 'ON',
        zip: 'M5H 1A1',
        country: 'CA',
      },
      '12 King St W, Toronto ON M5H 1A1, Canada',
      'Rosa\n12 King St W\nToronto, ON M5H 1A1\nCanada',
    ],
    [{ ...HOME, address1: '', address2: '', city: '', state: '', zip: '' }, '', 'Rosa'],
    [
      { ...HOME, country: '??' },
      '45-A N Elm St Apt 4B, Rosemont IL 60018, ??',
      'Rosa\n45-A N Elm St\nApt 4B\nRosemont, IL 60018\n??',
    ],
  ])('%j in a line and on paper', (address, line, lines) => {
    expect(addressLine(address)).toBe(line);
    expect(addressLines('Rosa', address)).toBe(lines);
  });
});

describe('what cannot be right about a contact', () => {
  const form = { email: 'rosa@example.org', phone: '', mailOk: true, emailOk: true, address: HOME };
  it.each([
    ['all in order', form, []],
    ['nothing filled in', { ...form, email: '', address: { ...HOME, state: '', zip: '' } }, []],
    ['an e-mail without @', { ...form, email: 'rosa.example.org' }, ['email']],
    ['a ZIP of four digits', { ...form, address: { ...HOME, zip: '6001' } }, ['zip']],
    ['a ZIP with its four', { ...form, address: { ...HOME, zip: '60018-1234' } }, []],
    ['a state written out', { ...form, address: { ...HOME, state: 'ILL' } }, ['state']],
    [
      'a foreign postal code',
      { ...form, address: { ...HOME, country: 'CA', state: 'ON', zip: 'M5H 1A1' } },
      [],
    ],
    ['a country written out', { ...form, address: { ...HOME, country: 'USA' } }, ['country']],
  ])('%s', (_, given, wrong) => {
    expect(Object.keys(contactErrors(given))).toEqual(wrong);
  });
});

it.each([
  [50_00, 'cents', '$50.00'],
  [30, 'points', '30 points'],
  [1, 'days', '1 day'],
  [0, 'days', '0 days'],
  [36, 'months', '36 months'],
  [0.05, 'rate', '5 %'],
  [0.075, 'rate', '7.5 %'],
  ['2006-01-01', 'date', '1 January 2006'],
] as const)('the policy value %s in %s is said %s', (value, unit, words) => {
  expect(valueWords(value, unit)).toBe(words);
});

it.each([
  [
    'completed 2022-04-01, before the cycle began on 2022-05-01',
    'completed 1 April 2022, before the cycle began on 1 May 2022',
  ],
  ['no date here', 'no date here'],
  ['2022-02-30 is no date', '2022-02-30 is no date'],
  ['run 2026-12-A', 'run 2026-12-A'],
])('%j is spoken %j', (text, spoken) => {
  expect(withSpokenDates(text)).toBe(spoken);
});
