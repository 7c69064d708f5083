import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asReadable } from '../../electron/db/connection.ts';
import { rebuildSearch } from '../../electron/db/search/rebuild.ts';
import { lookup, lookupAsOf } from '../../electron/services/lookup.ts';
import { addPerson, emptyOffice, PEOPLE } from '../db/search/people.ts';

const office = emptyOffice();
const view = { reader: asReadable(office.db) };
const found = (text: string, limit?: number) => lookup(view, text, limit).map(({ memberNo }) => memberNo);

beforeAll(() => {
  for (const person of PEOPLE) addPerson(office.db, person);
  rebuildSearch(office.db.sqlite);
});
afterAll(() => office.close());

const ROSA = '700412';

/** What is typed, who comes first, and what it was found in. */
const FIRST_HITS = [
  ['accents left out', 'nunez', '700413', 'name'],
  ['accents typed', 'NÚÑEZ', '700413', 'name'],
  ['accents taken apart', 'Nu\u0301n\u0303ez', '700413', 'name'],
  ['letters without an accent of their own', 'soren lukasiewicz', '700421', 'name'],
  ['apostrophe left out', 'obrien', '700414', 'name'],
  ['straight apostrophe', "o'brien", '700414', 'name'],
  ['apostrophe as a space', 'o brien', '700414', 'name'],
  ['behind the apostrophe', 'brien', '700414', 'name'],
  ['hyphen as a space', 'smith jones', '700415', 'name'],
  ['hyphen left out', 'smithjones', '700415', 'name'],
  ['the second half alone', 'jones', '700415', 'name'],
  ['first name with a hyphen', 'anne marie', '700415', 'name'],
  ['first, then last', 'jonathan smith', '700416', 'name'],
  ['last, then first', 'Smith, Jonathan', '700416', 'name'],
  ['beginnings in the other order', 'jonath smi', '700416', 'name'],
  ['first name with middle initial', 'rosa m feather', ROSA, 'name'],
  ['one word typed as two', 'mc donald', '700420', 'name'],
  ['three words typed as two', 'dela cruz', '700422', 'name'],
  ['one word typed as three', 'van der berg', '700423', 'name'],
  ['part of a name', 'stone', ROSA, 'name'],
  ['part of a name with the first', 'stoneh rosa', ROSA, 'name'],
  ['another alphabet', 'шевч', 'A-1001', 'name'],
  ['member number', '700412', ROSA, 'number'],
  ['member number as shown', '700 412', ROSA, 'number'],
  ['member number with letters', 'a1001', 'A-1001', 'number'],
  ['certificate', 'RMA-0012345', ROSA, 'certificate'],
  ['certificate, hyphen left out', 'rma0012345', ROSA, 'certificate'],
  ['start of a certificate', 'RMA-0012', ROSA, 'certificate'],
  ['start of a phone number', '847-823', ROSA, 'phone'],
  ['phone number written otherwise', '(847) 823 5169', ROSA, 'phone'],
  ['phone number with dots', '847.823.5169', ROSA, 'phone'],
  ['phone number with country code', '+1 847 823 5169', ROSA, 'phone'],
  ['phone number kept with country code', '312 555 0142', '700413', 'phone'],
  ['phone number without area code', '823-5169', ROSA, 'phone'],
  ['last four of a phone number', '5169', ROSA, 'phone'],
  ['e-mail', 'rosa.feather@mercy-hospital.org', ROSA, 'email'],
  ['start of an e-mail', 'jnunez@', '700413', 'email'],
  ['first part of an e-mail', 'jnun', '700413', 'email'],
  ['later piece of an e-mail', 'feather@mercy', ROSA, 'email'],
  ['piece of an e-mail between signs', 'work@stl', '700423', 'email'],
  ['domain of an e-mail', '@mercy-hospital', ROSA, 'email'],
  ['domain without its sign', 'mercyhosp', ROSA, 'email'],
  ['ZIP', '94110', '700418', 'zip'],
  ['ZIP of nine', '60018-1234', '700414', 'zip'],
  ['name and ZIP', 'smith 60018', '700416', 'name'],
  ['name and phone', 'rosa 847-823', ROSA, 'name'],
] as const;

/** One typing error each. */
const TYPOS = [
  ['letter wrong', 'feathorstonehaugh', ROSA],
  ['letter missing', 'featherstonehauh', ROSA],
  ['letter too many', 'featherrstonehaugh', ROSA],
  ['letters exchanged', 'featehrstonehaugh', ROSA],
  ['first letter wrong', 'beatherstonehaugh', ROSA],
  ['first letter missing', 'eatherstonehaugh', ROSA],
  ['first letters exchanged', 'efatherstonehaugh', ROSA],
  ['last letter wrong', 'nunes', '700413'],
  ['not yet whole', 'feathrs', ROSA],
  ['in the second word', 'jonathan smoth', '700416'],
  ['in the first word', 'jonahan smith', '700416'],
  ['space left out', 'jonathansmith', '700416'],
  ['another key for the space', 'jonathanxsmith', '700416'],
  ['space too many', 'lukasie wicz', '700421'],
  ['in a part of a name', 'stonehough', ROSA],
  ['in the ZIP beside a name', 'leeds ann 94111', null],
  ['in the name beside a ZIP', 'lwe 94110', '700418'],
  ['ZIP beside a name', 'lee 94010', '700418'],
  ['space before a ZIP left out', 'lee94110', '700418'],
  ['member number', '7O0412', ROSA],
  ['phone number', '847-832-5169', ROSA],
  ['e-mail', 'rosa.faether@mercy-hospital.org', ROSA],
  ['certificate', 'RMA-0012354', ROSA],
  ['two errors are too many', 'fathorstonehaugh', null],
] as const;

describe('who is found first', () => {
  test.each(FIRST_HITS)('%s: %s', (_, text, memberNo, matched) => {
    expect(lookup(view, text)[0]).toMatchObject({ memberNo, matched });
  });

  test.each(TYPOS)('despite a typing error, %s: %s', (_, text, memberNo) => {
    expect(found(text)[0] ?? null).toBe(memberNo);
  });
});

describe('the order of hits', () => {
  test.each([
    [
      'exact number before a certificate and longer numbers',
      '70',
      ['70', '700412', '700413', '700414', '700415'],
    ],
    ['last names before first names', 'smith', ['700416', '700415', '700417']],
    ['beginnings in any order, by name', 'jon smi', ['700417', '700416']],
    ['the name as it is before longer ones', 'ann lee', ['700418', '700419']],
    ['alphabetical among equals', 'lee', ['700418', '700419']],
    ['first and last name before any other words', 'jonas smith', ['700417']],
  ] as const)('%s: %s', (_, text, expected) => {
    expect(found(text).slice(0, expected.length)).toEqual(expected);
  });

  test('is the same every time, and its beginning does not hang on how many are asked for', () => {
    const all = found('s', 20);
    expect(found('s', 20)).toEqual(all);
    expect(found('s', 2)).toEqual(all.slice(0, 2));
  });

  test('nobody twice', () => {
    for (const text of ['s', '70', 'smith', '6', 'rosa', 'ann'])
      expect(new Set(found(text)).size).toBe(found(text).length);
  });
});

describe('whatever is typed', () => {
  test.each([
    '',
    ' ',
    '"',
    "'",
    '"a',
    '*',
    '%',
    '_',
    '(',
    ')',
    '@',
    '@@',
    '^',
    ':',
    '-',
    '+',
    '\\',
    '\u0000',
    '😀',
    'a😀b',
    'AND',
    'OR',
    'NOT',
    'NEAR(a b)',
    'words:smith',
    'smith AND',
    '"smith" OR "jones',
    'smith*',
    "' OR 1=1 --",
    '{a}:b',
    'x'.repeat(1000),
    'a '.repeat(500),
    '1'.repeat(1000),
    '@'.repeat(1000),
    'ａｂ',
    '\ud800',
  ])('%j is answered', (text) => {
    expect(found(text).length).toBeLessThanOrEqual(20);
  });

  test.each(['', '   ', '"', '%', '*', '😀', '@', '^'])('%j finds nobody', (text) => {
    expect(found(text)).toEqual([]);
  });

  test.each(['r', 'R', '7', 'ш'])('one character finds somebody: %s', (text) => {
    expect(found(text).length).toBeGreaterThan(0);
  });
});

describe('what a hit shows', () => {
  test('name, place, phone and certifications; no status before the first evaluation', () => {
    expect(lookup(view, '700412')).toEqual([
      {
        memberNo: '700412',
        name: 'Rosa M. Featherstonehaugh',
        city: 'Rosemont',
        state: 'IL',
        zip: '60018',
        phone: '(847) 823-5169',
        deceased: false,
        certifications: [{ code: 'RMA', status: null }],
        matched: 'number',
      },
    ]);
  });

  test('with the statuses of a date, asked once for everyone found', async () => {
    const asked: (readonly string[])[] = [];
    const hits = await lookupAsOf(view, '700412', 20, async (memberNos) => {
      asked.push(memberNos);
      return new Map([['700412', new Map([['RMA', 'due']])]]);
    });
    expect(asked).toEqual([['700412']]);
    expect(hits[0]?.certifications).toEqual([{ code: 'RMA', status: 'due' }]);
  });

  test('leaves out a certification that does not stand on that date yet', async () => {
    const hits = await lookupAsOf(view, '700412', 20, async () => new Map());
    expect(hits[0]?.certifications).toEqual([]);
  });
});
