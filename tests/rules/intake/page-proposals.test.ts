import { expect, test } from 'vitest';
import { pageProposals } from '../../../electron/rules/intake/page-proposals.ts';
import { nameStands } from '../../../shared/domain/page-words.ts';

const nothing = { names: [], dates: [], hours: [], providers: [] };

test.each([
  [['This certifies that', 'Jane Q. Roe, RMA'], { names: ['Jane Q. Roe'] }],
  [['Presented to Mary-Ann O’Neil'], { names: ['Mary-Ann O’Neil'] }],
  [['Participant name: Luis de la Cruz'], { names: ['Luis de la Cruz'] }],
  [['Provider name: Acme Learning'], { providers: ['Acme Learning'] }],
  [['Sponsored by', 'ASCLS'], { providers: ['ASCLS'] }],
  [['on May 3, 2024'], { dates: ['2024-05-03'] }],
  [['3 May 2024 and 5/3/2024'], { dates: ['2024-05-03'] }],
  [['the 21st of September 2023'], { dates: ['2023-09-21'] }],
  [['Completed 2024-02-29'], { dates: ['2024-02-29'] }],
  [['3.5 contact hours'], { hours: ['3.5 contact hours'] }],
  [['CEUs: 0.3'], { hours: ['0.3 ceus'] }],
  [['1 credit', '2 credits', '3 credits', '4 credits'], { hours: ['1 credit', '2 credits', '3 credits'] }],
])('%j says %j', (lines, expected) => {
  expect(pageProposals(lines)).toEqual({ ...nothing, ...expected });
});

test.each([
  ['2023-02-29 and 13/13/2024 and 31 June 2024'],
  ['This certifies that'],
  ['Name:'],
  ['Hours of business'],
  ['Sponsored by'],
])('%s says nothing', (line) => {
  expect(pageProposals([line])).toEqual(nothing);
});

test.each([
  ['Jane Q. Roe, RMA', 'Jane Roe', true],
  ['JANE ROE', 'Jane Roe', true],
  ['Roe, Jane', 'Jane Roe', true],
  ['Jame Rodriguez', 'Jane Rodriguez', true],
  ['José Núñez', 'Jose Nunez', true],
  ['Jane Poe', 'Jane Roe', false],
  ['Jane has worked with Dr Smith and Mrs Roe', 'Jane Roe', false],
  ['Roe', 'Jane Roe', false],
  ['Jane Roe', 'Jane', false],
])('%s names %s: %s', (line, name, expected) => {
  expect(nameStands([line], name)).toBe(expected);
});
