import { describe, expect, test } from 'vitest';
import { fileOf } from '../../../electron/services/reconcile/lists.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { ANN, BEN, smallOffice } from '../payments/small-office.ts';
import { contentOf, enter, linesIn, paymentFile, rawFile, read } from './payment-file.ts';

const code = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error: unknown) => (error instanceof StandingError ? error.code : String(error)),
  );

/** A Visa test number: it passes the Luhn check. */
const CARD = '4111 1111 1111 1111';

describe('files as portals and banks write them', () => {
  const HEADER = 'Transaction ID;Date;Amount;Member No;Name';
  const LINE = `T1;11/20/2026;50.00;${BEN};Ben Ruiz`;

  test.each<{ what: string; content: string | Uint8Array; notices?: readonly RegExp[] }>([
    { what: 'a byte order mark', content: `\uFEFF${HEADER}\n${LINE}\n` },
    { what: 'tabs', content: `${HEADER}\n${LINE}\n`.replaceAll(';', '\t') },
    { what: 'no line end after the last line', content: `${HEADER}\r\n${LINE}` },
    { what: 'blank lines', content: `${HEADER}\n\n${LINE}\n\n` },
    {
      what: 'a quoted line break within a name',
      content: `${HEADER}\nT1;11/20/2026;"$50.00";${BEN};"Ben\nRuiz"\n`,
    },
    {
      what: 'Windows-1252',
      content: Uint8Array.from(`${HEADER};Note\n${LINE};caf\u00e9\n`, (letter) => letter.charCodeAt(0)),
      notices: [/Windows-1252/],
    },
    { what: 'a time of day', content: `${HEADER}\n${LINE.replace('11/20/2026', '11/20/2026 2:33:05 PM')}\n` },
    { what: 'an instant', content: `${HEADER}\n${LINE.replace('11/20/2026', '2026-11-20T14:33:05Z')}\n` },
    { what: 'a bank’s day', content: `${HEADER}\n${LINE.replace('11/20/2026', '20261120')}\n` },
    {
      what: 'a card number in a column that is not read',
      content: `${HEADER};Card\n${LINE};${CARD}\n`,
      notices: [/“Card” holds what looks like card numbers; it is not read/],
    },
  ])('$what', async ({ content, notices = [] }) => {
    const office = await smallOffice();
    const reading = await read(office, rawFile(content));
    expect(reading.lines).toMatchObject([{ outcome: 'matched', receivedOn: '2026-11-20', cents: 50_00 }]);
    expect(reading.notices).toEqual(notices.map((notice) => expect.stringMatching(notice)));
  });

  test.each<{ what: string; date?: string; reference?: string; why: RegExp }>([
    { what: 'a date that may be either', date: '01.02.2026', why: /leaves open which is the month/ },
    { what: 'a year of two digits', date: '11/20/26', why: /two digits/ },
    { what: 'a day that does not exist', date: '02/30/2026', why: /no day of the calendar/ },
    { what: 'a day ahead', date: '11/23/2026', why: /lies ahead of today/ },
    { what: 'a spreadsheet’s number', reference: '3.12555E+09', why: /shortened by a spreadsheet/ },
    {
      what: 'a card number as the transaction’s number',
      reference: CARD,
      why: /•••• 1111.*looks like a card number/,
    },
    { what: 'no transaction number', reference: '', why: /no transaction number/ },
  ])('$what is refused, and with it the file', async ({ date = '11/20/2026', reference = 'T1', why }) => {
    const office = await smallOffice();
    const file = rawFile(`${HEADER}\n${reference};${date};50.00;${BEN};Ben Ruiz\n`);
    const before = contentOf(office);
    const { lines } = await read(office, file);
    expect(lines).toMatchObject([{ outcome: 'refused', why: expect.stringMatching(why) }]);
    expect(await code(enter(office, file))).toBe('receipt-lines-refused');
    expect(contentOf(office)).toBe(before);
  });

  test('a card number in a name is masked, and nothing of it is stored', async () => {
    const office = await smallOffice();
    const { deposit } = await enter(
      office,
      rawFile(`${HEADER}\nT1;11/20/2026;50.00;${BEN};Ben Ruiz ${CARD}\n`),
    );
    const [line] = await linesIn(office, deposit);
    expect(line?.name).toBe('Ben Ruiz •••• 1111');
    expect(contentOf(office)).not.toMatch(/4111/);
  });

  test('a file of nothing but a header enters nothing', async () => {
    const office = await smallOffice();
    const before = contentOf(office);
    expect(await enter(office, rawFile(`${HEADER}\n`))).toMatchObject({ deposit: null, lines: [] });
    expect(contentOf(office)).toBe(before);
  });
});

describe('the columns', () => {
  const rows = (header: readonly string[]) => [header, ['A-1', '11/20/2026', '50.00', BEN, 'Ben', 'Ruiz']];

  test('are known by the names that portals give them, split names too', async () => {
    const { columns, lines } = await read(
      await smallOffice(),
      paymentFile(rows(['Order ID', 'Paid On', 'Total Amount', 'Customer #', 'First Name', 'Last Name'])),
    );
    expect(columns.map(({ field }) => field)).toEqual([
      'reference',
      'date',
      'amount',
      'number',
      'first_name',
      'last_name',
    ]);
    expect(lines[0]).toMatchObject({ name: 'Ben Ruiz', memberNo: BEN, outcome: 'matched' });
  });

  test('that are not known are said in one sentence, mapped once, and known the next time', async () => {
    const office = await smallOffice();
    const header = ['Key', 'When', 'Net', 'Who', 'Given', 'Family'];
    const file = paymentFile(rows(header));
    expect((await read(office, file)).missing).toBe(
      'No column of the file is taken for the date, the amount and the transaction number; its columns are: Key, When, Net, Who, Given, Family.',
    );
    expect(await code(enter(office, file))).toBe('receipt-columns');
    const mapping = { Key: 'reference', When: 'date', Net: 'amount', Who: 'number' } as const;
    const { deposit } = await enter(office, file, 'portal', { mapping });
    expect(deposit).toBe(1);
    const next = paymentFile([header, ['A-2', '11/21/2026', '100.00', ANN, '', '']]);
    expect(await read(office, next)).toMatchObject({
      mappedBy: 'saved',
      missing: null,
      lines: [{ reference: 'A-2' }],
    });
    // The lockbox has a mapping of its own.
    expect((await read(office, next, 'lockbox')).missing).not.toBeNull();
  });

  test.each([
    ['a column that the file does not have', { Nope: 'amount' }, 'The file has no column “Nope”.'],
    [
      'two columns for one thing',
      { Key: 'amount', Net: 'amount' },
      'Both “Key” and “Net” are taken for “Amount”.',
    ],
  ] as const)('mapped wrongly, %s, are refused in a sentence', async (_, mapping, message) => {
    const file = paymentFile([
      ['Key', 'When', 'Net'],
      ['A', '11/20/2026', '50.00'],
    ]);
    await expect(read(await smallOffice(), file, 'portal', mapping)).rejects.toMatchObject({
      code: 'receipt-mapping',
      message,
    });
  });
});

describe('a bank’s lockbox file', () => {
  test('that names nobody tells two checks of one number, day and amount apart by their stubs', async () => {
    const office = await smallOffice();
    const header = ['Deposit Date', 'Check Number', 'Check Amount', 'OCR line'];
    const first = ['20261120', '101', '50.00', 'ST1.2026-12-A.1.RN.0000'];
    const second = ['20261120', '101', '50.00', 'ST1.2026-12-A.2.RN.0000'];
    const file = paymentFile([header, first, second, first]);
    const { deposit, tallies } = await enter(office, file, 'lockbox');
    expect(tallies).toMatchObject({ unmatched: { count: 2 }, duplicate: { count: 1 } });
    expect(await fileOf(office, deposit ?? 0)).toMatchObject({ ledgerCents: 100_00 });
    const { tallies: again } = await read(office, paymentFile([header, second, first]), 'lockbox');
    expect(again.duplicate).toEqual({ count: 2, cents: 100_00 });
  });

  test('without transaction numbers knows a cheque by all that is said of it', async () => {
    const office = await smallOffice();
    const header = ['Deposit Date', 'Check Number', 'Check Amount', 'Account Number', 'Remitter'];
    const first = ['20261120', '1041', '50.00', BEN, 'RUIZ BEN'];
    // One cheque that pays for two members stands in two lines.
    const second = ['20261120', '1041', '100.00', ANN, 'LEE, ANN'];
    const { deposit, tallies } = await enter(office, paymentFile([header, first, second]), 'lockbox');
    expect(tallies).toMatchObject({ matched: { count: 2, cents: 150_00 } });
    expect(await fileOf(office, deposit ?? 0)).toMatchObject({ ledgerCents: 150_00 });
    const { tallies: again } = await read(office, paymentFile([header, second, first]), 'lockbox');
    expect(again.duplicate).toEqual({ count: 2, cents: 150_00 });
  });
});
