import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkAddress } from '../../electron/printing/address/check-address.ts';
import { loadZipPrefixes } from '../../electron/printing/address/zip-prefixes.ts';
import type { PostalAddress } from '../../shared/domain/notice.ts';
import { postal, RESOURCES } from './sample-run.ts';

const prefixes = loadZipPrefixes(`${RESOURCES}/postal/zip-prefixes.json`);
const codes = (address: Partial<PostalAddress>) =>
  checkAddress(postal(address), prefixes).map(({ code }) => code);
const plus4 = { zip: '60018-1234' };

describe('the check list of an address', () => {
  test.each<[string, Partial<PostalAddress>, readonly string[]]>([
    ['nothing to say', { ...plus4, address2: 'Apt 4B' }, []],
    ['no +4', {}, ['no-zip-plus-4']],
    ['no street', { ...plus4, address1: '' }, ['no-street']],
    ['no city', { ...plus4, city: ' ' }, ['no-city']],
    ['no ZIP', { zip: '' }, ['no-zip']],
    ['a ZIP of four digits', { zip: '6001' }, ['zip-form']],
    ['a ZIP that no place has', { zip: '00099-1234' }, ['zip-made-up']],
    ['no state', { ...plus4, state: '' }, ['no-state']],
    ['no such state', { ...plus4, state: 'Illinoi' }, ['state-unknown']],
    ['another state than the ZIP’s', { ...plus4, state: 'IN' }, ['state-zip-disagree']],
    ['a state spelled out', { ...plus4, state: 'Illinois' }, []],
    ['Fishers Island is in New York', { zip: '06390-0001', state: 'NY' }, []],
    ['a possession by its country', { zip: '00901-1234', state: '', country: 'PR' }, []],
    [
      'a fleet post office',
      { address1: 'PSC 1234 Box 5678', city: 'APO', state: 'AE', zip: '09012-1234' },
      [],
    ],
    ['a unit behind a sharp', { ...plus4, address1: '45 N Elm St #4B' }, ['unit-without-designator']],
    ['a unit alone on its line', { ...plus4, address2: '4B' }, ['unit-without-designator']],
    ['a designator before the sharp', { ...plus4, address2: 'Apt #4B' }, []],
    ['a designator without a number', { ...plus4, address2: 'Apt' }, ['designator-without-unit']],
    ['the rear needs no number', { ...plus4, address2: 'Rear' }, []],
    ['two streets', { ...plus4, address2: '12 Oak Ave' }, ['two-delivery-lines']],
    ['a box below a street', { ...plus4, address2: 'PO Box 99' }, ['box-and-street']],
    [
      'a box on the street’s line',
      { ...plus4, address1: '45 Elm St P.O. Box 99', address2: 'PO Box 99' },
      ['box-and-street'],
    ],
    ['a box alone', { ...plus4, address1: 'P.O. Box 99' }, []],
    [
      'a firm above the street',
      { ...plus4, address1: 'Saint Elsewhere Medical Center', address2: '200 First St' },
      [],
    ],
    ['no house number', { ...plus4, address1: 'Elm Street' }, ['no-house-number']],
    ['a number in words', { ...plus4, address1: 'One Sample Plaza' }, []],
    ['small letters', { ...plus4, address1: '45 elm st' }, ['written-small']],
    ['Canada as home', { zip: 'K1A 0B1', state: 'ON' }, ['foreign-as-domestic']],
    ['Canada', { zip: 'K1A 0B1', state: 'ON', country: 'CA' }, []],
    ['no such country', { country: 'ZQ', zip: '1' }, ['country-unknown']],
    ['a foreign place without a city', { country: 'DE', city: '', zip: '80331' }, ['no-city']],
    ['no country', { ...plus4, country: '' }, ['no-country']],
  ])('%s', (_, address, expected) => {
    expect(codes(address)).toEqual(expected);
  });

  test('faults come before advice, each a sentence', () => {
    const found = checkAddress(postal({ state: 'IN', address2: '4B' }), prefixes);
    expect(found.map(({ weight }) => weight)).toEqual(['fault', 'advice', 'advice']);
    for (const { text } of found) expect(text).toMatch(/^[A-Z“].*[.?]$/);
    expect(found[0]?.text).toBe('ZIP 60018 lies in IL, but the state is IN.');
  });

  test('the prefixes agree with every place that the sample knows', () => {
    const places = readFileSync(`${RESOURCES}/sample/places.csv`, 'utf8').trim().split('\n').slice(1);
    expect(places.length).toBeGreaterThan(2000);
    for (const place of places) {
      const [state = '', , zip = ''] = place.split(',');
      expect(prefixes.get(zip.slice(0, 3)), place).toContain(state);
    }
  });
});
