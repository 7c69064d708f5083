import { expect, type Page, test } from '@playwright/test';
import { sheetCodeText } from '../../shared/domain/sheet-code.ts';
import { ask } from './support/ask.ts';
import { deskForFile, go } from './support/desk.ts';
import { prepareScenes } from './support/scenes.ts';

const desk = deskForFile();
const RUN = '2026-12-A';

test.beforeAll(async () => {
  await prepareScenes(desk);
});

/** Sheets of the run, with whom they went to. */
async function sheets(page: Page, from: number, count: number) {
  const { rows } = await ask(page, 'renewals.pieces', {
    run: RUN,
    channel: 'print',
    reason: null,
    offset: from,
    limit: count,
  });
  return rows.map(({ sheet, memberNo, memberName }) => ({ sheet: sheet ?? 0, memberNo, memberName }));
}

/** What a scanner types: the code's text and Enter. */
async function scan(page: Page, sheet: number): Promise<void> {
  await page.keyboard.type(sheetCodeText({ run: RUN, sheet, purpose: 'RN' }));
  await page.keyboard.press('Enter');
}

test('letters are noted one after the other with scanner and keyboard alone, and the last one is undone', async () => {
  const { page } = desk;
  const before = (await ask(page, 'returned.toFind', { offset: 0, limit: 1 })).total;
  await go(page, '/renewals/returned');
  const field = page.getByLabel('Scan the code of a returned letter');
  await expect(field).toBeFocused();
  const three = await sheets(page, 0, 3);
  for (const [at, { sheet, memberName }] of three.entries()) {
    await scan(page, sheet);
    await expect(page.getByRole('form', { name: 'The returned letter' })).toContainText(memberName);
    await page.keyboard.press(String(at + 1));
    await page.keyboard.press('Enter');
    await expect(page.locator('.returned__last')).toContainText(memberName);
    await expect(field).toBeFocused();
    await expect(field).toHaveValue('');
  }
  await expect(page.getByRole('table', { name: 'Letters that came back' }).locator('tbody tr')).toHaveCount(
    3,
  );
  const { rows } = await ask(page, 'returned.list', { offset: 0, limit: 10 });
  expect(rows.map(({ sheet, reason }) => [sheet, reason])).toEqual([
    [three[2]?.sheet, 'insufficient or no such address'],
    [three[1]?.sheet, 'addressee not known there'],
    [three[0]?.sheet, 'moved, left no forwarding address'],
  ]);
  await page.keyboard.press('Tab');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(page.getByRole('table', { name: 'Letters that came back' }).locator('tbody tr')).toHaveCount(
    2,
  );
  await expect(page.getByRole('tab', { name: /Find the address/ })).toContainText(String(before + 2));
});

test('a code scanned before the letter that is shown was noted chooses nothing for it', async () => {
  const { page } = desk;
  const [fourth, fifth] = await sheets(page, 3, 2);
  const { total } = await ask(page, 'returned.list', { offset: 0, limit: 1 });
  await go(page, '/today');
  await go(page, '/renewals/returned');
  await expect(page.getByLabel('Scan the code of a returned letter')).toBeFocused();
  await scan(page, fourth?.sheet ?? 0);
  const form = page.getByRole('form', { name: 'The returned letter' });
  await expect(form).toContainText(fourth?.memberName ?? '?');
  await scan(page, fifth?.sheet ?? 0);
  await expect(form).toContainText('Another code was scanned before this letter was noted');
  await expect(form.getByRole('radio', { name: /^1 / })).toBeChecked();
  expect((await ask(page, 'returned.list', { offset: 0, limit: 1 })).total).toBe(total);
  await page.keyboard.press('2');
  await page.keyboard.press('Enter');
  await expect(page.locator('.returned__last')).toContainText(fourth?.memberName ?? '?');
  const { rows } = await ask(page, 'returned.list', { offset: 0, limit: 1 });
  expect(rows[0]).toMatchObject({ sheet: fourth?.sheet, reason: 'addressee not known there' });
});

test('a letter scanned twice is said to be noted, and Enter goes on', async () => {
  const { page } = desk;
  const [first] = await sheets(page, 0, 1);
  await go(page, '/today');
  await go(page, '/renewals/returned');
  await expect(page.getByLabel('Scan the code of a returned letter')).toBeFocused();
  await scan(page, first?.sheet ?? 0);
  await expect(page.getByText('This letter was noted as returned on 22 November 2026')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Next letter' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Scan the code of a returned letter')).toBeFocused();
});

test('a misread code is refused with what to do, and the field is ready', async () => {
  const { page } = desk;
  await go(page, '/today');
  await go(page, '/renewals/returned');
  await expect(page.getByLabel('Scan the code of a returned letter')).toBeFocused();
  await page.keyboard.type('ST1.2026-12-A.1.RN.ZZZZ');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('none of this program’s');
  await page.keyboard.type('2026-12-A 999999');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('There is no sheet 999999 of run 2026-12-A');
});

test('the address is found on the list, corrected on the member’s page, and off the list', async () => {
  const { page } = desk;
  const [, second] = await sheets(page, 0, 2);
  await go(page, '/renewals/addresses');
  const table = page.getByRole('table', { name: 'Addresses to find' });
  const link = table.getByRole('link', { name: second?.memberName ?? '?', exact: true });
  await link.click();
  const dialog = page.getByRole('dialog', { name: /^Contact of/ });
  await dialog.getByLabel('Street', { exact: true }).fill('1 Found Way');
  await dialog.getByRole('button', { name: 'Save contact' }).click();
  await expect(table).toBeVisible();
  await expect(link).toHaveCount(0);
});
