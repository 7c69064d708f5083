import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import type { InputOf } from '../../shared/ipc/contract.ts';
import { ask, numberIn } from './support/ask.ts';
import { deskForFile, go, screenTitle } from './support/desk.ts';
import { answerSaveDialog } from './support/dialogs.ts';
import { tempFolder } from './support/office.ts';

const desk = deskForFile();
const BY_NAME = { by: 'name', descending: false } as const;

const grid = (page: Page) => page.getByRole('grid', { name: 'Members' });
const about = (page: Page) => page.locator('.screen__about');

async function columnTexts(page: Page, header: string): Promise<readonly string[]> {
  const place = await page.getByRole('columnheader', { name: header }).getAttribute('aria-colindex');
  return page.locator(`.data-table__body [aria-colindex="${place}"]`).allTextContents();
}

test.beforeEach(async () => {
  await go(desk.page, '/members');
  await expect(about(desk.page)).toHaveText('900 members');
});

test('pressing a header sorts by it, pressing it again turns the order round', async () => {
  const { page } = desk;
  const owed = page.getByRole('columnheader', { name: 'Owed' });
  await owed.getByRole('button').click();
  await expect(owed).toHaveAttribute('aria-sort', 'ascending');
  await owed.getByRole('button').click();
  await expect(owed).toHaveAttribute('aria-sort', 'descending');
  const most = await ask(page, 'members.query', {
    filter: {},
    sort: { by: 'owedCents', descending: true },
    offset: 0,
    limit: 1,
  });
  const highest = most.rows[0];
  await expect(page.locator('.data-table__body .table-row').first()).toContainText(highest?.name ?? '?');
  const amounts = (await columnTexts(page, 'Owed')).map((text) => Number(text.replace(/[$,]/g, '')));
  expect(amounts.length).toBeGreaterThan(5);
  expect(amounts).toEqual(amounts.toSorted((a, b) => b - a));
  expect(amounts[0]).toBe((highest?.owedCents ?? 0) / 100);
});

const FILTERS: readonly (readonly [string, string, string, InputOf<'members.query'>['filter']])[] = [
  ['Status', 'Past due', 'status=past-due', { status: ['past-due'] }],
  ['Certification', 'RPT', 'code=RPT', { code: ['RPT'] }],
  ['State', 'TX', 'state=TX', { state: ['TX'] }],
  ['Anniversary', 'December', 'month=12', { anniversaryMonth: 12 }],
  ['Attention', 'Points outstanding', 'attention=points-outstanding', { attention: 'points-outstanding' }],
];

for (const [chip, choice, place, filter] of FILTERS)
  test(`the list narrows by ${chip.toLowerCase()}, and still does after a reload`, async () => {
    const { page } = desk;
    await page.locator('.filters').getByRole('button', { name: chip }).click();
    await page.getByRole('dialog', { name: chip }).getByRole('checkbox', { name: choice }).click();
    const { total } = await ask(page, 'members.query', {
      filter,
      sort: BY_NAME,
      offset: 0,
      limit: 1,
    });
    expect(total).toBeGreaterThan(0);
    expect(total).toBeLessThan(900);
    await expect(about(page)).toHaveText(`${total} members match`);
    expect(page.url()).toContain(place);
    await page.reload();
    await expect(about(page)).toHaveText(`${total} members match`);
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await expect(about(page)).toHaveText('900 members');
  });

test('several filters narrow together; a list without anyone says what to change', async () => {
  const { page } = desk;
  await page.getByRole('textbox', { name: 'Filter by name or number' }).fill('feather');
  await expect(about(page)).toHaveText(/^\d+ members match$/);
  const few = numberIn(await about(page).textContent());
  await go(page, '/members?text=feather&status=past-due');
  await expect(about(page)).not.toHaveText(`${few} members match`);
  await go(page, '/members?text=zzzzqq');
  await expect(page.getByText('No member matches all of these filters.')).toBeVisible();
  await expect(page.getByText(/Nothing here has “zzzzqq” in its name or number/)).toBeVisible();
  await page.locator('.data-table__empty').getByRole('button', { name: 'Clear filters' }).click();
  await expect(about(page)).toHaveText('900 members');
});

test('chosen columns and compact rows are kept', async () => {
  const { page } = desk;
  await page.getByRole('button', { name: 'Columns' }).click();
  const menu = page.getByRole('dialog', { name: 'Columns' });
  await menu.getByRole('checkbox', { name: 'ZIP' }).check();
  await menu.getByRole('checkbox', { name: 'City' }).uncheck();
  await menu.getByRole('checkbox', { name: 'Compact rows' }).check();
  await page.keyboard.press('Escape');
  await page.reload();
  await expect(page.getByRole('columnheader', { name: 'ZIP' })).toBeVisible();
  await expect(page.getByRole('columnheader', { name: 'City' })).toBeHidden();
  await expect(page.locator('.data-table__body .table-row').first()).toHaveCSS('height', '28px');
  await page.getByRole('button', { name: 'Columns' }).click();
  await menu.getByRole('checkbox', { name: 'Compact rows' }).uncheck();
  await page.keyboard.press('Escape');
  await expect(page.locator('.data-table__body .table-row').first()).toHaveCSS('height', '36px');
});

test('what is shown is exported: these members, this order, these columns, no cell that a spreadsheet would calculate', async () => {
  const { app, page } = desk;
  const inTexas = { filter: { state: ['TX'] }, sort: BY_NAME };
  const [first] = (await ask(page, 'members.query', { ...inTexas, offset: 0, limit: 1 })).rows;
  const { memberNo = '' } = first ?? {};
  const { addresses, email } = await ask(page, 'members.page', { memberNo });
  const address = addresses.find(({ validTo }) => validTo === null);
  if (address === undefined) throw new Error('The first member has an address');
  const { address1, address2, state, zip, country } = address;
  const postal = { address1, address2, city: '=HYPERLINK("http://example.org")', state, zip, country };
  await ask(page, 'members.saveContact', {
    memberNo,
    email,
    phone: '',
    mailOk: true,
    emailOk: true,
    address: postal,
  });

  await page.evaluate(() => localStorage.clear());
  await go(page, '/members?state=TX');
  await page.reload();
  await expect(about(page)).toHaveText(/match/);
  const shown = await page.getByRole('columnheader').count();
  const file = join(tempFolder(), 'Members.csv');
  await answerSaveDialog(app, file);
  await page.getByRole('button', { name: 'Export what is shown…' }).click();
  const total = numberIn(await about(page).textContent());
  await expect(page.getByText(`${total} members exported.`)).toBeVisible();
  const [header = '', ...rows] = readFileSync(file, 'utf8').trimEnd().split('\r\n');
  expect(rows).toHaveLength(total);
  // One header is the box that picks a row.
  expect(header.split(',')).toHaveLength(shown - 1);
  expect(header).toMatch(/^name,member_no,status,certifications,city/);
  expect(rows[0]).toContain(memberNo);
  expect(rows[0]).toContain(`"'=HYPERLINK(""http://example.org"")"`);
  expect(rows[0]).toMatch(/^[^=]/);
});

test('everything is done by keyboard alone', async () => {
  const { page } = desk;
  await go(page, '/today');
  await page.keyboard.press('ControlOrMeta+2');
  await expect(screenTitle(page)).toBeFocused();
  await page.keyboard.press('/');
  await page.keyboard.type('ma');
  const { total } = await ask(page, 'members.query', {
    filter: { text: 'ma' },
    sort: BY_NAME,
    offset: 0,
    limit: 1,
  });
  await expect(about(page)).toHaveText(`${total} members match`);
  await page.keyboard.press('ArrowDown');
  await expect(grid(page)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press(' ');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByText('2 members picked')).toBeVisible();
  const active = page.locator(`#${await grid(page).getAttribute('aria-activedescendant')}`);
  const name = (await active.locator('.member-link').textContent()) ?? '';
  await page.keyboard.press('Enter');
  await expect(screenTitle(page)).toHaveText(name);
  await page.keyboard.press('Escape');
  await expect(screenTitle(page)).toHaveText('Members');
  await expect(about(page)).toHaveText(/members match/);
});

test('the keys of the screen are listed under ?', async () => {
  const { page } = desk;
  await page.keyboard.press('?');
  const keys = page.getByRole('dialog', { name: 'Keys of this screen' });
  await expect(keys).toContainText('Filter by name or number');
  await expect(keys).toContainText('Look a member up');
  await page.keyboard.press('Escape');
  await expect(keys).toBeHidden();
});
