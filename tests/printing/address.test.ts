import { describe, expect, test } from 'vitest';
import { fitAddress } from '../../electron/printing/address/fit-address.ts';
import type { PostalAddress } from '../../shared/domain/notice.ts';
import { envelope, measure, postal } from './sample-run.ts';

const LONG_NAME = 'Bartholomew Maximilian Christopherson-Montgomery Featherstonehaugh III';

// name, address, the block; 'Rosemont IL 60018' where nothing else is said.
const BLOCKS: readonly (readonly [string, string, Partial<PostalAddress>, readonly string[]])[] = [
  [
    'capitals, no punctuation',
    'Rosa M. Smith, Jr.',
    { address1: '45 N. Elm St.' },
    ['ROSA M SMITH JR', '45 N ELM ST', 'ROSEMONT IL  60018'],
  ],
  [
    'accents folded',
    'Łukasz Dvořák-Nguyễn',
    {},
    ['LUKASZ DVORAK NGUYEN', '45 N ELM ST', 'ROSEMONT IL  60018'],
  ],
  [
    'letters without a capital form of their own',
    'Þóra Groß Ærø Đặng',
    {},
    ['THORA GROSS AERO DANG', '45 N ELM ST', 'ROSEMONT IL  60018'],
  ],
  [
    'apostrophes close up',
    "Siobhán O’Brien D'Arcy",
    {},
    ['SIOBHAN OBRIEN DARCY', '45 N ELM ST', 'ROSEMONT IL  60018'],
  ],
  [
    'unit at the end of the delivery line',
    'A B',
    { address2: 'Apt 4B' },
    ['A B', '45 N ELM ST APT 4B', 'ROSEMONT IL  60018'],
  ],
  [
    'unit written after a comma',
    'A B',
    { address1: '45 N Elm St, Apt. 4B' },
    ['A B', '45 N ELM ST APT 4B', 'ROSEMONT IL  60018'],
  ],
  [
    'unit written first',
    'A B',
    { address1: 'Apt 4B, 45 N Elm St' },
    ['A B', '45 N ELM ST APT 4B', 'ROSEMONT IL  60018'],
  ],
  [
    'unit in the first line, street in the second',
    'A B',
    { address1: 'Suite 200', address2: '45 N Elm St' },
    ['A B', '45 N ELM ST SUITE 200', 'ROSEMONT IL  60018'],
  ],
  ['pound sign', 'A B', { address2: '#7' }, ['A B', '45 N ELM ST UNIT 7', 'ROSEMONT IL  60018']],
  [
    'pound sign after a designator',
    'A B',
    { address2: 'Apt #7' },
    ['A B', '45 N ELM ST APT 7', 'ROSEMONT IL  60018'],
  ],
  [
    'house number with a letter',
    'A B',
    { address1: '45-A N Elm St' },
    ['A B', '45A N ELM ST', 'ROSEMONT IL  60018'],
  ],
  [
    'fraction keeps its meaning',
    'A B',
    { address1: '45½ Elm St' },
    ['A B', '45 1/2 ELM ST', 'ROSEMONT IL  60018'],
  ],
  [
    'firm above the street',
    'A B',
    { address1: 'Smith & Sons Clinic', address2: '45 N Elm St' },
    ['A B', 'SMITH AND SONS CLINIC', '45 N ELM ST', 'ROSEMONT IL  60018'],
  ],
  [
    'care of',
    'A B',
    { address1: '45 N Elm St', address2: 'c/o Jane Doe' },
    ['A B', 'CARE OF JANE DOE', '45 N ELM ST', 'ROSEMONT IL  60018'],
  ],
  ['post office box', 'A B', { address1: 'P.O. Box 99' }, ['A B', 'PO BOX 99', 'ROSEMONT IL  60018']],
  [
    'post office box spelled out',
    'A B',
    { address1: 'Post Office Box 99' },
    ['A B', 'PO BOX 99', 'ROSEMONT IL  60018'],
  ],
  ['rural route', 'A B', { address1: 'Rural Route 2, Box 18' }, ['A B', 'RR 2 BOX 18', 'ROSEMONT IL  60018']],
  [
    'military',
    'A B',
    { address1: 'PSC 1234 Box 5678', city: 'Apo', state: 'ae', zip: '09012-3456' },
    ['A B', 'PSC 1234 BOX 5678', 'APO AE  09012-3456'],
  ],
  [
    'military at sea',
    'A B',
    { address1: 'Unit 2050 Box 4190', city: 'FPO', state: 'AP', zip: '96278' },
    ['A B', 'UNIT 2050 BOX 4190', 'FPO AP  96278'],
  ],
  [
    'state spelled out',
    'A B',
    { state: 'New York', city: 'Troy', zip: '12180' },
    ['A B', '45 N ELM ST', 'TROY NY  12180'],
  ],
  ['nine digits', 'A B', { zip: '600181234' }, ['A B', '45 N ELM ST', 'ROSEMONT IL  60018-1234']],
  [
    'possession entered as a country',
    'A B',
    { city: 'San Juan', state: '', zip: '00901', country: 'PR' },
    ['A B', '45 N ELM ST', 'SAN JUAN PR  00901'],
  ],
  [
    'town with a hyphen',
    'A B',
    { city: 'Winston-Salem', state: 'NC', zip: '27101' },
    ['A B', '45 N ELM ST', 'WINSTON SALEM NC  27101'],
  ],
  [
    'foreign, code before the town',
    'A B',
    { address1: 'Königstraße 12', city: 'München', state: '', zip: '80331', country: 'DE' },
    ['A B', 'KONIGSTRASSE 12', '80331 MUNCHEN', 'GERMANY'],
  ],
  [
    'foreign, code after the town',
    'A B',
    { address1: '1 High St', city: 'London', state: '', zip: 'sw1a 1aa', country: 'GB' },
    ['A B', '1 HIGH ST', 'LONDON  SW1A 1AA', 'UNITED KINGDOM'],
  ],
  [
    'Canada',
    'A B',
    { address1: '10-123 Main St', city: 'Montréal', state: 'QC', zip: 'H3Z 2Y7', country: 'CA' },
    ['A B', '10 123 MAIN ST', 'MONTREAL QC  H3Z 2Y7', 'CANADA'],
  ],
];

// What does not fit at 8 pt: suffix, then directionals, then units; then the unit moves up; then the name breaks.
const SHORTENED: readonly (readonly [string, string, Partial<PostalAddress>, readonly string[]])[] = [
  [
    'what fits stays as it is',
    'A B',
    { address1: '123 North Elm Avenue', address2: 'Apartment 4' },
    ['A B', '123 NORTH ELM AVENUE APARTMENT 4', 'ROSEMONT IL  60018'],
  ],
  [
    'suffix',
    'A B',
    { address1: '12345 North Doctor Oglethorpe Boulevard', address2: 'Unit 5055' },
    ['A B', '12345 NORTH DOCTOR OGLETHORPE BLVD UNIT 5055', 'ROSEMONT IL  60018'],
  ],
  [
    'directionals',
    'A B',
    { address1: '12345 North George Washington Memorial Boulevard', address2: 'Unit 5' },
    ['A B', '12345 N GEORGE WASHINGTON MEMORIAL BLVD UNIT 5', 'ROSEMONT IL  60018'],
  ],
  [
    'trailing directional',
    'A B',
    { address1: '12345 Doctor Martin Luther King Memorial Boulevard Northwest', address2: '' },
    ['A B', '12345 DOCTOR MARTIN LUTHER KING MEMORIAL BLVD NW', 'ROSEMONT IL  60018'],
  ],
  [
    'unit designator',
    'A B',
    { address1: '12345 North Washington Memorial Parkway', address2: 'Apartment 120450' },
    ['A B', '12345 N WASHINGTON MEMORIAL PKWY APT 120450', 'ROSEMONT IL  60018'],
  ],
  [
    'unit on the line above',
    'A B',
    { address1: '12345 North Martin Luther Washington Memorial Boulevard', address2: 'Apartment 1204' },
    ['A B', 'APARTMENT 1204', '12345 N MARTIN LUTHER WASHINGTON MEMORIAL BLVD', 'ROSEMONT IL  60018'],
  ],
  [
    'name on two lines',
    LONG_NAME,
    {},
    [
      'BARTHOLOMEW MAXIMILIAN CHRISTOPHERSON',
      'MONTGOMERY FEATHERSTONEHAUGH III',
      '45 N ELM ST',
      'ROSEMONT IL  60018',
    ],
  ],
];

const HELD: readonly (readonly [string, string, Partial<PostalAddress>, RegExp])[] = [
  ['no name', ' ', {}, /^No usable address: the name is missing/],
  ['no street', 'A B', { address1: '' }, /^No usable address: the street or box is missing/],
  ['no city', 'A B', { city: ' ' }, /^No usable address: the city is missing/],
  ['no state', 'A B', { state: '' }, /^No usable address: the state is missing/],
  ['unknown state', 'A B', { state: 'ZZ' }, /“ZZ” is not a US state/],
  ['no ZIP', 'A B', { zip: '' }, /^No usable address: the ZIP Code is missing/],
  ['ZIP of four digits', 'A B', { zip: '2134' }, /“2134” is not a ZIP Code/],
  ['unknown country', 'A B', { country: 'XX' }, /“XX” is not a country code/],
  ['foreign without a town', 'A B', { country: 'DE', city: '' }, /the city is missing/],
  ['another script', 'Юлия Smith', {}, /cannot be written in Latin capitals: “Ю”/],
  [
    'a word wider than the window',
    'A B',
    { address1: `1 ${'W'.repeat(40)} St` },
    /does not fit the window: “1 W+ ST” is \d\.\d\d in wide at 8 pt, and 2\.75 in are there/,
  ],
  ['a name of three lines', `${LONG_NAME} ${LONG_NAME}`, {}, /does not fit the window/],
  [
    'six lines',
    LONG_NAME,
    {
      address1: 'Mayo Clinic, Building 7 of the Campus',
      address2: '12345 North Martin Luther Washington Memorial Boulevard Apartment 1204',
    },
    /needs 6 lines, and 5 are there/,
  ],
];

describe('address blocks as USPS Publication 28 writes them', () => {
  test.each([...BLOCKS, ...SHORTENED])('%s', (_, name, address, lines) => {
    expect(fitAddress(name, postal(address), envelope, measure)).toMatchObject({ lines });
  });

  test.each(HELD)('held: %s', (_, name, address, reason) => {
    const fitted = fitAddress(name, postal(address), envelope, measure);
    expect('held' in fitted ? fitted.held : fitted.lines).toMatch(reason);
  });

  test.each([
    ['three short lines: the largest', 'A B', {}, 12],
    ['four lines', 'A B', { address1: 'Clinic', address2: '45 N Elm St' }, 9.75],
    ['five lines: the smallest', LONG_NAME, { address1: 'Clinic', address2: '45 N Elm St' }, 8],
  ] as const)('as large as fits: %s', (_, name, address, size) => {
    expect(fitAddress(name, postal(address), envelope, measure)).toMatchObject({ size });
  });

  test('no line is shortened while a larger cut would fit, and sizes follow the widest line', () => {
    const wide = fitAddress(
      'A B',
      postal({ address1: '12345 North Doctor Oglethorpe Way' }),
      envelope,
      measure,
    );
    expect(wide).toMatchObject({ lines: ['A B', '12345 NORTH DOCTOR OGLETHORPE WAY', 'ROSEMONT IL  60018'] });
    const size = 'size' in wide ? wide.size : 0;
    expect(measure('12345 NORTH DOCTOR OGLETHORPE WAY', size)).toBeLessThanOrEqual(2.75 * 72);
    expect(measure('12345 NORTH DOCTOR OGLETHORPE WAY', size + 0.25)).toBeGreaterThan(2.75 * 72);
  });
});
