import { deflateRawSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { inspectImport } from '../../../electron/services/import/index.ts';
import { toErrorShape } from '../../../shared/ipc/errors.ts';
import { desk, lines } from './temp-office.ts';

const HEADER = 'member_no,first_name,last_name,email';
const TWO = lines(HEADER, 'A1,José,Núñez,j@x.org', 'A2,Anne,O’Brien,');
const NAMES = [
  { member_no: 'A1', first_name: 'José', last_name: 'Núñez' },
  { member_no: 'A2', first_name: 'Anne', last_name: 'O’Brien' },
];

/** Windows-1252: ’ is 0x92, é is 0xe9. */
function windows1252(text: string): Buffer {
  return Buffer.from(text.replaceAll('’', '\u0092'), 'latin1');
}

function utf16(text: string, bigEndian: boolean, mark = true): Buffer {
  const bytes = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
}

describe('files that are read', () => {
  const cases: readonly [what: string, content: string | Buffer, notice?: RegExp][] = [
    ['UTF-8', TWO],
    ['UTF-8 with a byte order mark', `\ufeff${TWO}`],
    ['semicolons', TWO.replaceAll(',', ';')],
    ['tabs', TWO.replaceAll(',', '\t')],
    ['CRLF', TWO.replaceAll('\n', '\r\n')],
    ['CR alone', TWO.replaceAll('\n', '\r')],
    ['no line end at the end', TWO.trimEnd()],
    ['everything quoted', TWO.replace(/[^,\n]+/g, '"$&"')],
    ['Windows-1252', windows1252(TWO), /Windows-1252/],
    [
      'Windows-1252, CRLF and semicolons',
      windows1252(TWO.replaceAll(',', ';').replaceAll('\n', '\r\n')),
      /Windows-1252/,
    ],
    ['UTF-16, little end first', utf16(TWO, false), /UTF-16/],
    ['UTF-16, big end first', utf16(TWO, true), /UTF-16/],
    ['UTF-16 without a mark', utf16(TWO, false, false), /UTF-16/],
    [
      'other column order, capitals and spaces',
      lines('Last Name,MEMBER-NO,First name', 'Núñez,A1,José', 'O’Brien,A2,Anne'),
    ],
    ['blank lines and rows of empty cells', TWO.replaceAll('\n', '\n\n,,,\n')],
    ['blank lines before the header', `\n\n${TWO}`],
    ['Excel’s separator line', `sep=;\r\n${TWO.replaceAll(',', ';')}`],
    ['delimiters after the last column', lines(HEADER, 'A1,José,Núñez,j@x.org,,', 'A2,Anne,O’Brien,,,')],
  ];
  it.each(cases)('%s', async (_what, content, notice) => {
    const { import: run, rows } = await desk();
    const report = await run('members', content);
    expect(report).toMatchObject({ rows: 2, added: 2, rejected: [], applied: true });
    expect(rows('SELECT member_no, first_name, last_name FROM member ORDER BY 1')).toEqual(NAMES);
    if (notice !== undefined) expect(report.notices.join()).toMatch(notice);
    else expect(report.notices.join()).not.toMatch(/Windows|UTF/);
  });

  it('keeps line breaks and delimiters in quoted cells as part of the cell', async () => {
    const { import: run, rows } = await desk();
    await run(
      'members',
      lines('member_no,first_name,last_name,address1', 'A1,"Anne\r\nMarie","Lee","1 Elm St, ""Bldg"" 2"'),
    );
    expect(
      rows('SELECT first_name, address1 FROM member JOIN postal_address ON member_id = member.id'),
    ).toEqual([{ first_name: 'Anne Marie', address1: '1 Elm St, "Bldg" 2' }]);
  });

  it('finds a letter of Windows-1252 far into a file', async () => {
    const { import: run, rows } = await desk();
    const many = Array.from({ length: 5000 }, (_, i) => `B${i},Ann,Lee,`);
    await run('members', windows1252(lines(HEADER, ...many, 'A1,José,Núñez,')));
    expect(rows("SELECT first_name FROM member WHERE member_no = 'A1'")).toEqual([{ first_name: 'José' }]);
  });

  it('reports unknown columns and ignores them', async () => {
    const { import: run } = await desk();
    const report = await run('members', lines(`${HEADER},shoe size,,notes`, 'A1,Ann,Lee,,42,,x'));
    expect(report.added).toBe(1);
    expect(report.notices).toEqual(['Ignored, since not known: shoe size, a column without a name, notes.']);
  });
});

describe('files that are refused', () => {
  const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
  const xlsx = Buffer.concat([
    Buffer.from('504b030414000600', 'hex'),
    Buffer.from('[Content_Types].xml xl/'),
    deflateRawSync('x'),
  ]);
  const cases: readonly [what: string, content: string | Buffer, code: string, message: RegExp][] = [
    ['a picture', png, 'import-not-csv', /not CSV but a picture \(PNG\)/],
    ['a PDF', '%PDF-1.7\n%âãÏÓ', 'import-not-csv', /a PDF/],
    ['an Excel workbook', xlsx, 'import-not-csv', /Excel workbook/],
    ['an old Excel workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'import-not-csv', /Excel workbook/],
    ['a compressed file', gzipSync(TWO), 'import-not-csv', /gzip/],
    ['JSON', '[{"member_no": "A1"}]', 'import-not-csv', /JSON/],
    ['a web page', '<!DOCTYPE html>\n<html>', 'import-not-csv', /web page/],
    ['XML', '<?xml version="1.0"?><a/>', 'import-not-csv', /XML/],
    [
      'other binary content',
      Buffer.from(Array.from({ length: 999 }, (_, i) => (i * 7) % 256)),
      'import-not-csv',
      /binary/,
    ],
    ['prose', 'Dear all\nplease find the list attached\n', 'import-not-csv', /no columns/],
    ['nothing', '', 'import-empty', /empty/],
    ['only a byte order mark', '\ufeff', 'import-empty', /empty/],
    ['only blank lines', '\n\r\n\n', 'import-empty', /empty/],
    ['a NUL byte', TWO.replace('Anne', 'An\u0000ne'), 'import-nul', /line 3 holds a NUL/],
    [
      'a column twice',
      lines('member_no,first_name,last_name,First Name', 'A1,a,b,c'),
      'import-column-twice',
      /first_name 2 times/,
    ],
    [
      'a quote never closed',
      lines(HEADER, 'A1,Ann,Lee,', 'A2,"Anne,Lee,', 'A3,x,y,'),
      'import-truncated',
      /row 3 opens/,
    ],
    [
      'a cell of twenty million characters',
      lines(HEADER, 'A1,Ann,Lee,', `A2,${'x'.repeat(20_000_000)},Lee,`),
      'import-cell-too-long',
      /row 3, column 2 \(first_name\)/,
    ],
    [
      'such a cell between quotation marks',
      lines(HEADER, `A1,"Ann","${'x, '.repeat(7_000_000)}",`),
      'import-cell-too-long',
      /row 2, column 3 \(last_name\)/,
    ],
    [
      'cut off in the middle of a letter',
      Buffer.from(TWO).subarray(0, Buffer.from(TWO).indexOf('ñ') + 1),
      'import-truncated',
      /middle of a letter/,
    ],
    [
      'required columns missing',
      lines('member_no,email', 'A1,x'),
      'import-columns-missing',
      /first_name, last_name of members/,
    ],
    [
      'the header of another kind',
      lines('member_no,code,certified_on', 'A1,RMA,2020-01-01'),
      'import-columns-missing',
      /first_name, last_name/,
    ],
  ];
  it.each(cases)('%s', async (_what, content, code, message) => {
    const { import: run, rows } = await desk();
    const error = await run('members', content, { skipBadRows: true }).catch(toErrorShape);
    expect(error).toMatchObject({
      code,
      message: expect.stringMatching(message),
      fix: expect.stringMatching(/./),
    });
    expect(rows('SELECT (SELECT count(*) FROM member) + (SELECT count(*) FROM import) AS n')).toEqual([
      { n: 0 },
    ]);
  });

  it('a file that is not there, a folder', async () => {
    const { office, folder } = await desk();
    await expect(inspectImport(`${folder}/none.csv`)).rejects.toMatchObject({
      code: 'import-unreadable',
      message: /no file/,
    });
    await expect(inspectImport(office.folder)).rejects.toMatchObject({ code: 'import-unreadable' });
  });

  it('names the column that a header probably means', async () => {
    const { import: run } = await desk();
    const error = await run('members', lines('Member ID,first_name,last_name', 'A1,a,b')).catch(toErrorShape);
    expect(error).toMatchObject({
      code: 'import-columns-missing',
      fix: '“Member ID” looks like member_no: rename it so.',
    });
  });
});

describe('rows that are refused', () => {
  const cases: readonly [
    what: string,
    row: string,
    row2: { row: number; column: string; message: RegExp },
  ][] = [
    [
      'too few columns',
      'A2,Ann\nA3,a,b,',
      { row: 3, column: '', message: /2 of 4 columns; the last are missing: last_name, email/ },
    ],
    [
      'too many columns',
      'A2,Ann,Lee,,Jr\nA3,a,b,',
      { row: 3, column: '', message: /5 columns, but the header has 4/ },
    ],
    [
      'the file cut off in a row',
      'A2,An',
      { row: 3, column: '', message: /the file ends there: it seems to be cut off/ },
    ],
    ['the header again', `${HEADER}\nA3,a,b,`, { row: 3, column: '', message: /repeats the header/ }],
    [
      'a quote in the middle',
      '"A2"x,Ann,Lee,\nA3,a,b,',
      { row: 3, column: '', message: /a quote closes in the middle of cell 1/ },
    ],
    ['an empty required cell', 'A2,,Lee,\n', { row: 3, column: 'first_name', message: /this cell is empty/ }],
    [
      'after blank and broken lines',
      '\n"A2",Ann,"L\nee",nobody\n',
      { row: 4, column: 'email', message: /“nobody” is not an e-mail/ },
    ],
    [
      'the same member with other values',
      'A1,Else,Lee,\n',
      { row: 3, column: 'member_no', message: /in row 2 too, with other values/ },
    ],
  ];
  it.each(cases)('%s', async (_what, row, expected) => {
    const { import: run, rows } = await desk();
    const report = await run('members', `${HEADER}\nA1,Ann,Lee,\n${row}`);
    expect(report.rejected).toEqual([
      expect.objectContaining({ ...expected, message: expect.stringMatching(expected.message) }),
    ]);
    expect(report).toMatchObject({ added: 0, applied: false, refusal: { code: 'import-rows-rejected' } });
    expect(rows('SELECT * FROM member')).toEqual([]);
  });

  it('says all that is wrong with a row, and never a card number', async () => {
    const { import: run } = await desk();
    const report = await run('members', lines(`${HEADER},phone,zip`, 'A1,4111 1111 1111 1111,,bad,12,xyz'), {
      skipBadRows: true,
    });
    expect(report.rejectedCount).toBe(1);
    expect(report.rejected[0]).toMatchObject({ column: 'first_name', value: '•••• 1111' });
    expect(report.rejected[0]?.message).toMatch(
      /card number.*last_name: this cell is empty.*email: “bad”.*phone: “12”.*zip: “xyz”/,
    );
  });
});

describe('a look at a file', () => {
  it('tells encoding, delimiter, kind, columns, what is missing and the first rows', async () => {
    const { file } = await desk();
    const many = Array.from({ length: 50 }, (_, i) => `A${i};Ann;Lee;60601;4111111111111111`);
    const look = await inspectImport(
      file('x.csv', `\ufeff${lines('Member ID;first_name;last_name;Zip Code;card', ...many)}`),
    );
    expect(look).toMatchObject({
      encoding: 'UTF-8',
      byteOrderMark: true,
      delimiter: ';',
      kind: 'members',
      missing: ['member_no'],
      columns: [
        { header: 'Member ID', column: null, suggestion: 'member_no' },
        { header: 'first_name', column: 'first_name', suggestion: null },
        { header: 'last_name', column: 'last_name', suggestion: null },
        { header: 'Zip Code', column: null, suggestion: 'zip' },
        { header: 'card', column: null, suggestion: null },
      ],
    });
    expect(look.sample).toHaveLength(20);
    expect(look.sample[0]).toEqual(['A0', 'Ann', 'Lee', '60601', '•••• 1111']);
  });

  const kinds: readonly [header: string, kind: string | null][] = [
    ['member_no,first_name,last_name', 'members'],
    ['member_no,code,certified_on', 'certifications'],
    ['member_no,code,year_start,amount', 'fees'],
    ['member_no,code,received_on,amount,method,year_start', 'payments'],
    ['member_no,category,title,points', 'activities'],
    ['member_no,code,cycle_start,attested_on', 'attestations'],
    ['a,b,c', null],
  ];
  it.each(kinds)('%s', async (header, kind) => {
    const { file } = await desk();
    expect((await inspectImport(file('x.csv', `${header}\n`))).kind).toBe(kind);
  });

  it('columns are mapped by hand', async () => {
    const { import: run, rows } = await desk();
    const content = lines('No,Given,Family,email', 'A1,Ann,Lee,not used');
    const mapping = { No: 'member_no', Given: 'first_name', Family: 'last_name', email: null };
    expect(await run('members', content, { mapping })).toMatchObject({ added: 1, rejected: [] });
    expect(rows('SELECT first_name, email FROM member')).toEqual([{ first_name: 'Ann', email: '' }]);
    const wrong = run('members', content, { mapping: { No: 'number' } });
    await expect(wrong).rejects.toMatchObject({ code: 'import-mapping' });
  });
});
