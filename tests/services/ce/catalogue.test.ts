import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { unwatchedWork } from '../../../electron/jobs/work.ts';
import { listOfferings } from '../../../electron/services/ce/catalogue.ts';
import { enterOffering, updateOffering } from '../../../electron/services/ce/enter.ts';
import { importOfferings } from '../../../electron/services/ce/import.ts';
import { memberPrices } from '../../../electron/services/ce/price.ts';
import type { Office } from '../../../electron/services/office.ts';
import type { CeOfferingToEnter } from '../../../shared/domain/ce.ts';
import { emptyOffice, tempFolder } from '../../temp-office.ts';

const BLOOD: CeOfferingToEnter = {
  externalId: 'A-1',
  title: 'Safe blood collection',
  provider: 'AMT',
  category: 'professional-education',
  points: 2,
  from: '2026-01-01',
  to: null,
  listCents: 49_00,
  memberCents: 29_00,
};

function listed(office: Office, text = '', on = '2026-11-22', openOnly = false) {
  return listOfferings(office, { text, on, openOnly, offset: 0, limit: 50 });
}

function taking(office: Office, text: string, more: { dryRun?: boolean; skipBadRows?: boolean } = {}) {
  const file = join(tempFolder(), 'catalogue.csv');
  writeFileSync(file, text);
  return importOfferings(office, { file, dryRun: false, skipBadRows: false, ...more }, unwatchedWork());
}

describe('SC-CE-1: what a member pays on a date', () => {
  // Certified 2024-05-01; the fee of the year from May 2025 is paid, that of May 2026 is not.
  async function member(): Promise<Office> {
    const office = await emptyOffice();
    office.db.sqlite.exec(`
      INSERT INTO member (id, member_no, first_name, last_name, sort_name) VALUES (1, '700001', 'Ann', 'Lee', 'lee ann');
      INSERT INTO certification (id, member_id, code, certified_on) VALUES (1, 1, 'RMA', '2024-05-01');
      INSERT INTO annual_fee (certification_id, year_start, due_on, amount_cents, waived, invoiced_on) VALUES
        (1, '2025-05-01', '2025-05-31', 5000, 1, '2025-05-01');
    `);
    await enterOffering(office, { ...BLOOD, from: '2024-01-01' });
    return office;
  }
  test.each([
    ['before it was certified', '2024-04-30', 49_00, 'SC-CE-1'],
    ['active', '2026-04-30', 29_00, 'SC-CE-1'],
    ['due in the anniversary’s month', '2026-05-31', 29_00, 'SC-CE-1'],
    ['past due from the day after', '2026-06-01', 49_00, 'SC-FEE-1'],
    ['lapsed after three years', '2029-05-31', 49_00, 'SC-FEE-1'],
  ] as const)('%s', async (_, on, priceCents, citation) => {
    const { discount, offerings } = await memberPrices(await member(), {
      memberNo: '700001',
      offering: null,
      on,
    });
    expect(discount).toMatchObject({ citation, discounted: priceCents === 29_00 });
    expect(discount.sentence).toMatch(/^(Members qualify for discounted CE|Renewal fees are required)/);
    expect(offerings.map((one) => one.priceCents)).toEqual([priceCents]);
  });

  test('a member or an offering that is not there is refused', async () => {
    const office = await member();
    const asking = (memberNo: string, offering: number | null) =>
      memberPrices(office, { memberNo, offering, on: '2026-04-30' });
    await expect(asking('1', null)).rejects.toMatchObject({ code: 'member-unknown' });
    await expect(asking('700001', 9)).rejects.toMatchObject({ code: 'offering-unknown' });
  });
});

test('another price holds from its day, what it cost before stays, and search finds words in any order', async () => {
  const office = await emptyOffice();
  const { offering } = await enterOffering(office, BLOOD);
  await updateOffering(office, offering, { ...BLOOD, listCents: 59_00 }, '2027-01-01');
  const price = async (on: string) => (await listed(office, 'collection SAFE', on)).rows[0]?.listCents;
  expect([await price('2026-12-31'), await price('2027-01-01')]).toEqual([49_00, 59_00]);
  const before = office.db.sqlite.prepare('SELECT count(*) FROM journal').pluck().get();
  await updateOffering(office, offering, { ...BLOOD, listCents: 59_00 }, '2027-01-01');
  expect(office.db.sqlite.prepare('SELECT count(*) FROM journal').pluck().get()).toBe(before);
  expect((await listed(office, 'nothing such')).total).toBe(0);
  await updateOffering(office, offering, { ...BLOOD, listCents: 59_00, to: '2026-10-31' }, '2027-01-01');
  expect((await listed(office, '', '2026-11-22', true)).total).toBe(0);
  expect((await listed(office)).rows[0]).toMatchObject({ state: 'ended' });
});

test.each([
  ['no title', { title: ' ' }],
  ['no points', { points: 0 }],
  ['a day before the first', { to: '2025-12-31' }],
  ['a day that does not exist', { from: '2026-02-30' }],
  ['a member price above the list price', { memberCents: 50_00 }],
  ['a negative price', { listCents: -1 }],
])('an offering with %s is refused', async (_, change) => {
  const office = await emptyOffice();
  await expect(enterOffering(office, { ...BLOOD, ...change })).rejects.toMatchObject({
    code: 'offering-invalid',
  });
});

test('an external id belongs to one offering', async () => {
  const office = await emptyOffice();
  await enterOffering(office, BLOOD);
  await expect(enterOffering(office, { ...BLOOD, title: 'Other' })).rejects.toMatchObject({
    code: 'offering-known',
  });
});

const HEADER = 'external_id,title,provider,category,points,list_price,member_price,from_date,to_date';

test('a file is taken in by external id, whole or not at all, and twice changes nothing', async () => {
  const office = await emptyOffice();
  const file = [
    HEADER,
    'A-1,Safe blood collection,AMT,,2,49.00,29.00,2026-01-01,',
    'A-2,"Ethics, law",AMT,Formal education,1.5,$30,30,01/15/2026,12/31/2026',
  ].join('\n');
  expect(await taking(office, file, { dryRun: true })).toMatchObject({ added: 2 });
  expect((await listed(office)).total).toBe(0);
  expect(await taking(office, file)).toMatchObject({ rows: 2, added: 2, updated: 0, unchanged: 0 });
  expect(await taking(office, file)).toMatchObject({ added: 0, updated: 0, unchanged: 2 });
  const dearer = file.replace('49.00', '55.00');
  expect(await taking(office, dearer)).toMatchObject({ added: 0, updated: 1, unchanged: 1 });
  const { rows } = await listed(office);
  expect(rows.map(({ title, listCents, prices }) => [title, listCents, prices.length])).toEqual([
    ['Ethics, law', 30_00, 1],
    ['Safe blood collection', 55_00, 2],
  ]);
  const bad = `${file}\nA-3,Bad,AMT,,x,1,1,2026-01-01,\nA-4,Good,AMT,,1,2,1,2026-01-01,`;
  expect(await taking(office, bad)).toMatchObject({
    added: 0,
    rejected: [{ row: 4, column: 'points', message: '“x” is no number' }],
  });
  expect(await taking(office, bad, { skipBadRows: true })).toMatchObject({
    added: 1,
    rejected: [{ row: 4 }],
  });
});

test.each([
  ['A-1,T,P,employment verification,1,2,1,2026-01-01,', 'category'],
  [',T,P,,1,2,1,2026-01-01,', 'external_id'],
  ['A-1,T,P,,1,two,1,2026-01-01,', 'list_price'],
  ['A-1,T,P,,1,2,3,2026-01-01,', 'member_price'],
  ['A-1,T,P,,1,2,1,2026-13-01,', 'from_date'],
  ['A-1,T,P,,1,2,1,,', 'from_date'],
  ['A-1,,P,,1,2,1,2026-01-01,', 'title'],
  ['A-1,T,P,,1,2,1,2026-01-01,2025-01-01', 'to_date'],
])('the row %s is rejected for its %s', async (row, column) => {
  const report = await taking(await emptyOffice(), `${HEADER}\n${row}\n`);
  expect(report).toMatchObject({ added: 0, rejected: [{ row: 2, column }] });
});
