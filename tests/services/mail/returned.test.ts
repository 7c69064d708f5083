import { expect, test } from 'vitest';
import { unwatchedWork } from '../../../electron/jobs/work.ts';
import { addressesToFind, returnedRows } from '../../../electron/repositories/returned-mail.ts';
import { saveContact } from '../../../electron/services/contact.ts';
import { confirmAddress, recordReturned, undoReturned } from '../../../electron/services/mail/returned.ts';
import { returnedLetter } from '../../../electron/services/mail/returned-letter.ts';
import { prepareRenewals } from '../../../electron/services/notices/prepare.ts';
import type { Office } from '../../../electron/services/office.ts';
import { sheetCodeText } from '../../../shared/domain/sheet-code.ts';
import { LATER, printedOffice, RUN, type Sheet, sheetsOf } from './printed-office.ts';

const codeOf = ({ sheet }: Sheet) => sheetCodeText({ run: RUN, sheet, purpose: 'RN' });
const came = (office: Office, text: string, on = LATER) =>
  recordReturned(office, { text, reason: 'moved', note: '', on });
const column = (office: Office, sql: string, ...values: readonly unknown[]): unknown =>
  office.db.sqlite
    .prepare(sql)
    .pluck()
    .get(...values);
const badReason = (office: Office, { addressId }: Sheet) =>
  column(office, 'SELECT bad_reason FROM postal_address WHERE id = ?', addressId);
const failed = (office: Office, { sheet }: Sheet) =>
  column(
    office,
    'SELECT group_concat(DISTINCT g.failed) FROM notice_given g JOIN run_piece p ON p.run_id = g.run_id AND p.position = g.position WHERE p.run_id = ? AND p.sheet = ?',
    RUN,
    sheet,
  );
/** What the list of addresses to find says of the sheet's member. */
async function toFind(office: Office, { memberNo }: Sheet) {
  const { total, rows } = await addressesToFind(office.reader, 0, 1000);
  expect(rows).toHaveLength(total);
  return rows.find((row) => row.memberNo === memberNo);
}
/** Notices given as the schedule writes them, where the preparation left none. */
function giveAll(office: Office): void {
  office.db.sqlite.exec(
    `INSERT OR IGNORE INTO notice_given (run_id, position, certification_id, step, for_date)
     SELECT p.run_id, p.position, c.id, 'renewal', l.value ->> 'yearStart' FROM run_piece p, json_each(p.content, '$.lines') l
     JOIN certification c ON c.member_id = p.member_id AND c.code = l.value ->> 'code' WHERE p.channel <> 'held'`,
  );
}

test('a scanned letter marks the address it was sent to, and its notices count as not received', async () => {
  const office = await printedOffice();
  giveAll(office);
  const [piece] = sheetsOf(office, true);
  if (piece === undefined) throw new Error('the sample has no such sheet');
  expect(await returnedLetter(office, codeOf(piece))).toMatchObject({
    run: RUN,
    sheet: piece.sheet,
    memberNo: piece.memberNo,
    sentToCurrent: true,
    already: null,
    badReason: null,
  });
  const letter = await came(office, codeOf(piece).toLowerCase());
  expect(letter).toMatchObject({
    badReason: 'moved, left no forwarding address',
    already: { on: LATER, reason: 'moved, left no forwarding address' },
  });
  expect(failed(office, piece)).toBe('returned');
  expect(await toFind(office, piece)).toMatchObject({
    badReason: 'moved, left no forwarding address',
    returnedOn: LATER,
  });
  expect(await returnedRows(office.reader, 0, 10)).toMatchObject({
    total: 1,
    rows: [{ run: RUN, sheet: piece.sheet, corrected: false, actor: 'Test' }],
  });
});

test('the further run e-mails who has an e-mail, and holds who has none', async () => {
  const office = await printedOffice();
  const [online] = sheetsOf(office, true);
  const [offline] = sheetsOf(office, false);
  if (online === undefined || offline === undefined) throw new Error('the sample has no such sheets');
  for (const piece of [online, offline]) await came(office, codeOf(piece));
  const run = await prepareRenewals(office, { month: '2026-12', asOf: LATER, again: true }, unwatchedWork());
  const piece = (memberNo: string) =>
    office.db.sqlite
      .prepare(
        'SELECT p.channel, p.held_reason AS held FROM run_piece p JOIN member m ON m.id = p.member_id WHERE p.run_id = ? AND m.member_no = ?',
      )
      .get(run.run, memberNo);
  expect(piece(online.memberNo)).toEqual({ channel: 'email', held: null });
  expect(piece(offline.memberNo)).toEqual({ channel: 'held', held: 'no usable address' });
});

test('scanning twice says so and changes nothing', async () => {
  const office = await printedOffice(120);
  const [piece] = sheetsOf(office, true);
  if (piece === undefined) throw new Error('the sample has no such sheet');
  await came(office, codeOf(piece));
  const entries = column(office, 'SELECT count(*) FROM journal');
  await expect(came(office, `${RUN} ${piece.sheet}`)).rejects.toMatchObject({ code: 'already-returned' });
  expect(column(office, 'SELECT count(*) FROM journal')).toBe(entries);
});

test('undo makes address and notices as they were', async () => {
  const office = await printedOffice(120);
  giveAll(office);
  const [piece] = sheetsOf(office, true);
  if (piece === undefined) throw new Error('the sample has no such sheet');
  await came(office, codeOf(piece));
  expect(await undoReturned(office, RUN, piece.sheet)).toMatchObject({ already: null, badReason: null });
  expect([badReason(office, piece), failed(office, piece)]).toEqual([null, null]);
  await expect(undoReturned(office, RUN, piece.sheet)).rejects.toMatchObject({ code: 'not-returned' });
});

test('an address that two letters came back from is good once both are taken back', async () => {
  const office = await printedOffice(120);
  const [piece, other] = sheetsOf(office, true);
  if (piece === undefined || other === undefined) throw new Error('the sample has no such sheets');
  await came(office, codeOf(piece));
  // As if the other letter of the member had come back, too.
  office.db.sqlite
    .prepare(
      `INSERT INTO returned_mail (run_id, sheet, member_id, postal_address_id, reason, returned_on, actor)
       SELECT run_id, ?, member_id, postal_address_id, 'refused', returned_on, actor FROM returned_mail`,
    )
    .run(other.sheet);
  await undoReturned(office, RUN, piece.sheet);
  expect(badReason(office, piece)).toBe('refused');
  office.db.sqlite
    .prepare('UPDATE returned_mail SET sheet = ? WHERE sheet = ?')
    .run(piece.sheet, other.sheet);
  expect(await undoReturned(office, RUN, piece.sheet)).toMatchObject({ badReason: null });
});

test('an address corrected since stays good', async () => {
  const office = await printedOffice(120);
  const [piece] = sheetsOf(office, true);
  if (piece === undefined) throw new Error('the sample has no such sheet');
  const address = {
    address1: '1 New St',
    address2: '',
    city: 'Rosemont',
    state: 'IL',
    zip: '60018',
    country: 'US',
  };
  await saveContact(office, {
    memberNo: piece.memberNo,
    email: '',
    phone: '',
    mailOk: true,
    emailOk: false,
    address,
  });
  const letter = await came(office, codeOf(piece));
  expect(letter).toMatchObject({ sentToCurrent: false, badReason: null, already: { on: LATER } });
  expect(badReason(office, piece)).toBeNull();
  expect(await toFind(office, piece)).toBeUndefined();
});

test('a new address on the very day keeps the one that post came back from', async () => {
  const office = await printedOffice(120);
  const [piece] = sheetsOf(office, false);
  if (piece === undefined) throw new Error('the sample has no such sheet');
  office.db.sqlite
    .prepare('UPDATE postal_address SET valid_from = ? WHERE id = ?')
    .run('2026-11-22', piece.addressId);
  await came(office, codeOf(piece));
  const move = (address1: string) =>
    saveContact(office, {
      memberNo: piece.memberNo,
      email: '',
      phone: '',
      mailOk: true,
      emailOk: false,
      address: { address1, address2: '', city: 'Rosemont', state: 'IL', zip: '60018', country: 'US' },
    });
  await move('1 New St');
  await move('2 New St');
  expect(column(office, 'SELECT valid_to FROM postal_address WHERE id = ?', piece.addressId)).toBe(LATER);
  expect(await toFind(office, piece)).toBeUndefined();
  expect((await returnedRows(office.reader, 0, 10)).rows[0]).toMatchObject({ corrected: true });
});

test('an address that is right after all is confirmed', async () => {
  const office = await printedOffice(120);
  const [piece] = sheetsOf(office, true);
  if (piece === undefined) throw new Error('the sample has no such sheet');
  await came(office, piece.memberNo);
  await confirmAddress(office, piece.memberNo);
  expect(badReason(office, piece)).toBeNull();
  await expect(confirmAddress(office, piece.memberNo)).rejects.toMatchObject({ code: 'address-good' });
});

test.each([
  ['a misread code', 'ST1.2026-12-A.1.RN.ZZZZ', 'code-unknown'],
  ['a sheet that the run has not', '2026-12-A 99999', 'sheet-unknown'],
  ['a run that is not there', '2031-01-A 1', 'sheet-unknown'],
  ['nonsense', 'hello', 'sheet-unknown'],
])('%s is refused', async (_, text, code) => {
  const office = await printedOffice(60);
  await expect(came(office, text)).rejects.toMatchObject({ code });
});

test('a letter comes back neither before it went out nor tomorrow', async () => {
  const office = await printedOffice(120);
  const [piece] = sheetsOf(office, true);
  if (piece === undefined) throw new Error('the sample has no such sheet');
  for (const on of ['2026-11-21', '2026-12-10'])
    await expect(came(office, codeOf(piece), on)).rejects.toMatchObject({ code: 'return-date' });
});
