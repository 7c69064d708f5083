import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { unwatchedWork } from '../../../electron/jobs/work.ts';
import { addressedByNumber } from '../../../electron/repositories/moves.ts';
import { lookup } from '../../../electron/services/lookup.ts';
import { memberPage } from '../../../electron/services/member-page/member-page.ts';
import { applyMoves, previewMoves } from '../../../electron/services/moves/apply.ts';
import { exportAddresses } from '../../../electron/services/moves/export.ts';
import type { Office } from '../../../electron/services/office.ts';
import { reopenOn, sampleOffice, tempFolder } from '../../temp-office.ts';

const LATER = '2026-12-09';
const HEADER = 'memberno,New Address,New Address 2,New City,New State,New Zip,Move Date,Return Code';

/** Some members with an address at home that is not marked as bad. */
function movers(office: Office, count: number): readonly string[] {
  return office.db.sqlite
    .prepare<[number], string>(
      `SELECT m.member_no FROM member m JOIN postal_address a ON a.member_id = m.id AND a.valid_to IS NULL
       WHERE a.country = 'US' AND a.bad_reason IS NULL AND m.deceased_on IS NULL AND a.valid_from < '2026-11-01' ORDER BY m.id LIMIT ?`,
    )
    .pluck()
    .all(count);
}

function answer(...rows: readonly string[]): string {
  const file = join(tempFolder(), 'answer.csv');
  writeFileSync(file, `${[HEADER, ...rows].join('\r\n')}\r\n`);
  return file;
}

const request = (file: string) => ({ file, mapping: null, exportedOn: '2026-11-22' });
const current = async (office: Office, memberNo: string) =>
  (await addressedByNumber(office.reader, [memberNo])).get(memberNo)?.address;

test('the export holds every living member at home once, with the address as it is now', async () => {
  const office = await sampleOffice(400);
  const file = join(tempFolder(), 'addresses.csv');
  const { rows, left } = await exportAddresses(office, { file, run: null }, unwatchedWork());
  const expected = office.db.sqlite
    .prepare<[], Record<string, string>>(
      `SELECT m.member_no, a.address1, a.address2, a.city, a.state, a.zip FROM member m JOIN postal_address a ON a.member_id = m.id AND a.valid_to IS NULL
       WHERE m.deceased_on IS NULL AND a.country IN ('US','AS','FM','GU','MH','MP','PR','PW','VI') ORDER BY m.id`,
    )
    .all();
  expect(rows + left).toBe(400);
  const read: Record<string, string>[] = parse(readFileSync(file), { columns: true });
  expect(read).toHaveLength(rows);
  expect(
    read.map(({ member_no, address1, address2, city, state, zip }) => ({
      member_no,
      address1,
      address2,
      city,
      state,
      zip,
    })),
  ).toEqual(expected);
  expect(read.every(({ exported_on }) => exported_on === '2026-11-22')).toBe(true);
});

test('a cell that a spreadsheet would calculate is neutralised', async () => {
  const office = await sampleOffice(60);
  const [memberNo = ''] = movers(office, 1);
  office.db.sqlite
    .prepare(
      "UPDATE postal_address SET address1 = '=HYPERLINK(1)' WHERE member_id = (SELECT id FROM member WHERE member_no = ?)",
    )
    .run(memberNo);
  const file = join(tempFolder(), 'addresses.csv');
  await exportAddresses(office, { file, run: null }, unwatchedWork());
  expect(readFileSync(file, 'utf8')).toContain(",'=HYPERLINK(1),");
});

test('the preview says of every row what it comes to, and writes nothing', async () => {
  const office = await reopenOn(await sampleOffice(300), LATER);
  const [a = '', b = '', c = '', d = '', e = '', f = '', g = ''] = movers(office, 7);
  office.db.sqlite.exec(
    `UPDATE postal_address SET valid_from = '2026-12-01' WHERE valid_to IS NULL AND member_id = (SELECT id FROM member WHERE member_no = '${c}');
     UPDATE postal_address SET country = 'CA' WHERE valid_to IS NULL AND member_id = (SELECT id FROM member WHERE member_no = '${d}');
     UPDATE member SET deceased_on = '2026-11-01' WHERE member_no = '${e}';`,
  );
  const same = await current(office, g);
  const file = answer(
    `${a},22 Oak Ave,Apt 3,Springfield,Illinois,62701-1234,202610,A`,
    `${b},,,,,,202609,02`,
    `${c},22 Oak Ave,,Springfield,IL,62701,202610,A`,
    `${d},22 Oak Ave,,Springfield,IL,62701,202610,A`,
    `${e},22 Oak Ave,,Springfield,IL,62701,202610,A`,
    `${f},22 Oak Ave,,Springfield,ZZ,62701,202610,A`,
    `${g},${same?.address1.toUpperCase()},${same?.address2.toUpperCase()},${same?.city.toUpperCase()},${same?.state},${same?.zip},,A`,
    `99999999,22 Oak Ave,,Springfield,IL,62701,202610,A`,
    `${a},23 Oak Ave,,Springfield,IL,62701,202610,A`,
    `${f},,,,,,,`,
  );
  const entries = office.db.sqlite.prepare('SELECT count(*) FROM journal').pluck();
  const before = entries.get();
  const { rows, counts, missing } = await previewMoves(office, request(file), unwatchedWork());
  expect(missing).toEqual([]);
  expect(rows.map(({ outcome, why }) => [outcome, why])).toEqual([
    ['move', ''],
    ['bad', 'moved, left no forwarding address'],
    ['rejected', 'our address is from 1 December 2026, newer than the export of 22 November 2026'],
    ['rejected', 'our address is abroad'],
    ['rejected', 'the member died on 1 November 2026'],
    ['rejected', 'the new state “ZZ” is none'],
    ['same', ''],
    ['rejected', 'there is no member 99999999'],
    ['rejected', 'the member stands in row 2 already'],
    ['rejected', `the member stands in row 7 already`],
  ]);
  expect(counts).toEqual({ move: 1, bad: 1, same: 1, rejected: 7 });
  expect(rows[0]?.after).toEqual({
    address1: '22 Oak Ave',
    address2: 'Apt 3',
    city: 'Springfield',
    state: 'IL',
    zip: '62701-1234',
    country: 'US',
  });
  expect(entries.get()).toBe(before);
});

test('applied, the new address is current, the earlier one is history, and lookups find the member there', async () => {
  const office = await reopenOn(await sampleOffice(300), LATER);
  const [a = '', b = ''] = movers(office, 2);
  const old = await current(office, a);
  office.db.sqlite.prepare("UPDATE postal_address SET bad_reason = 'moved' WHERE id = ?").run(old?.id);
  const file = answer(
    `${a},22 Oak Ave,,Nowhereville,IL,62799,202610,A`,
    `${b},23 Oak Ave,,Nowhereville,IL,62799,202610,A`,
  );
  const { sha256, rows } = await previewMoves(office, request(file), unwatchedWork());
  expect(rows[0]?.settles).toBe(true);
  const report = await applyMoves(office, { ...request(file), sha256, members: [a] }, unwatchedWork());
  expect(report).toEqual({ moved: 1, marked: 0, rejected: 0, same: 0 });
  expect(await current(office, a)).toMatchObject({
    address1: '22 Oak Ave',
    badReason: null,
    validFrom: LATER,
  });
  expect(await current(office, b)).not.toMatchObject({ address1: '23 Oak Ave' });
  const page = await memberPage(office, a, LATER);
  expect(page.addresses[1]).toMatchObject({ address1: old?.address1, validTo: LATER, badReason: 'moved' });
  expect((await lookup(office, '62799', 5)).map(({ memberNo }) => memberNo)).toEqual([a]);
  const again = await applyMoves(office, { ...request(file), sha256, members: null }, unwatchedWork());
  expect(again).toEqual({ moved: 1, marked: 0, rejected: 0, same: 1 });
});

test('a file that changed since it was shown, or lacks a column, changes nothing', async () => {
  const office = await reopenOn(await sampleOffice(60), LATER);
  const [a = ''] = movers(office, 1);
  const file = answer(`${a},22 Oak Ave,,Springfield,IL,62701,202610,A`);
  const { sha256 } = await previewMoves(office, request(file), unwatchedWork());
  writeFileSync(file, `${HEADER}\n${a},1 Other St,,Springfield,IL,62701,202610,A\n`);
  await expect(
    applyMoves(office, { ...request(file), sha256, members: null }, unwatchedWork()),
  ).rejects.toMatchObject({ code: 'moves-file-changed' });
  const short = join(tempFolder(), 'short.csv');
  writeFileSync(short, `member_no,street\n${a},22 Oak Ave\n`);
  expect((await previewMoves(office, request(short), unwatchedWork())).missing).toEqual([
    'new_address1',
    'new_city',
    'new_state',
    'new_zip',
  ]);
  await expect(
    applyMoves(office, { ...request(short), sha256: null, members: null }, unwatchedWork()),
  ).rejects.toMatchObject({ code: 'moves-columns' });
});

test('a mapping that was used is used again for a file with those columns', async () => {
  const office = await reopenOn(await sampleOffice(60), LATER);
  const [a = '', b = ''] = movers(office, 2);
  const header = 'KEY,STREET X,TOWN X,ST X,POST X';
  const write = (memberNo: string) => {
    const file = join(tempFolder(), 'odd.csv');
    writeFileSync(file, `${header}\n${memberNo},22 Oak Ave,Springfield,IL,62701\n`);
    return file;
  };
  const mapping = {
    KEY: 'member_no',
    'STREET X': 'new_address1',
    'TOWN X': 'new_city',
    'ST X': 'new_state',
    'POST X': 'new_zip',
  } as const;
  await applyMoves(office, { ...request(write(a)), mapping, sha256: null, members: null }, unwatchedWork());
  const { counts } = await previewMoves(office, request(write(b)), unwatchedWork());
  expect(counts.move).toBe(1);
});
