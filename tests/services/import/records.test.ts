import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CsvRecords } from '../../../electron/services/import/file/records.ts';
import type { Delimiter } from '../../../shared/domain/import.ts';
import { SEED } from '../../property-seed.ts';

/** The records of a text fed in pieces of a size. */
function records(text: string, delimiter: Delimiter = ',', size = text.length) {
  const reader = new CsvRecords(delimiter);
  const found: { cells: readonly string[]; fault: string | null }[] = [];
  let unclosed = false;
  for (let at = 0; at === 0 || at < text.length; at += Math.max(1, size)) {
    const fed = reader.feed(text.slice(at, at + Math.max(1, size)), at + Math.max(1, size) >= text.length);
    found.push(...fed.records);
    unclosed ||= fed.unclosed;
  }
  return {
    cells: found.map((record) => record.cells),
    faults: found.map((record) => record.fault),
    unclosed,
  };
}

const cases: readonly [why: string, text: string, cells: readonly (readonly string[])[]][] = [
  [
    'LF',
    'a,b\nc,d\n',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    'CRLF',
    'a,b\r\nc,d\r\n',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    'CR alone',
    'a,b\rc,d\r',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    'no line end at the end',
    'a,b\nc,d',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    'empty cells',
    ',,\n,x,',
    [
      ['', '', ''],
      ['', 'x', ''],
    ],
  ],
  ['a delimiter in quotes', '"a,b",c', [['a,b', 'c']]],
  [
    'line breaks in quotes',
    '"a\nb\r\nc",d\ne,f',
    [
      ['a\nb\r\nc', 'd'],
      ['e', 'f'],
    ],
  ],
  ['doubled quotes', '"say ""hi""",x', [['say "hi"', 'x']]],
  ['an empty quoted cell', '"",x\n', [['', 'x']]],
  ['a quote inside an unquoted cell', '5" tube,"x"', [['5" tube', 'x']]],
  ['spaces before an opening quote', 'a, "b, c" ,d', [['a', 'b, c', 'd']]],
  ['a blank line', 'a\n\nb', [['a'], [''], ['b']]],
  ['a quoted cell at the very end', 'a,"b"', [['a', 'b']]],
];

describe('CSV records', () => {
  it.each(cases)('%s', (_why, text, cells) => {
    for (const size of [text.length, 1, 2, 3]) expect(records(text, ',', size).cells).toEqual(cells);
  });

  it('says where a quote closes in the middle of a cell, and goes on with the next line', () => {
    const { cells, faults } = records('"a"b,c\nd,e\n');
    expect(cells).toEqual([
      ['ab', 'c'],
      ['d', 'e'],
    ]);
    expect(faults).toEqual(['a quote closes in the middle of cell 1', null]);
  });

  it.each(['"a,b\nc,d', 'a,b\n"', '"a""'])('%j is unclosed', (text) => {
    expect(records(text).unclosed).toBe(true);
  });

  it('does not swallow a whole large file looking for a closing quote', () => {
    const reader = new CsvRecords(',');
    const line = `${'x'.repeat(99)}\n`;
    reader.feed('a,"b\n', false);
    let fed = 0;
    while (reader.feed(line.repeat(1000), false).tooLong === null) fed += 1;
    expect(fed).toBeLessThan(12);
  });

  it('reads what csv-parse reads, however the text is cut', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', 'é', ' ', '"', ',', ';', '\t', '\n', '\r'),
      maxLength: 6,
    });
    const table = fc
      .integer({ min: 1, max: 4 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
      );
    const delimiters = fc.constantFrom<Delimiter>(',', ';', '\t');
    fc.assert(
      fc.property(
        table,
        delimiters,
        fc.constantFrom('\n', '\r\n'),
        fc.integer({ min: 1, max: 9 }),
        (rows, delimiter, eol, size) => {
          const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
          const text = rows.map((row) => row.map(quote).join(delimiter) + eol).join('');
          expect(records(text, delimiter, size).cells).toEqual(rows);
          expect(records(text, delimiter, size).cells).toEqual(
            parse(text, { delimiter, record_delimiter: eol, relax_column_count: true }),
          );
        },
      ),
      { numRuns: 300, seed: SEED },
    );
  });

  it('reads unquoted lines as csv-parse does', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'b', 'é', ' ', '1'), maxLength: 5 });
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 7 }), (table, size) => {
        const text = table.map((row) => row.join(',')).join('\n');
        expect(records(text, ',', size).cells).toEqual(parse(text, { relax_column_count: true }));
      }),
      { numRuns: 300, seed: SEED },
    );
  });
});
