import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { ask } from './support/ask.ts';
import { deskForFile, go, screenTitle } from './support/desk.ts';
import { answerOpenDialog, answerSaveDialog } from './support/dialogs.ts';
import { tempFolder } from './support/office.ts';
import { textOf } from './support/pdf.ts';
import { ONE_PIXEL_PNG } from './support/pictures.ts';

const desk = deskForFile();

async function tab(page: Page, name: RegExp | string): Promise<void> {
  await go(page, '/settings');
  await page.getByRole('tab', { name }).click();
}

test('the office profile is saved, and the next run is printed with it', async () => {
  const { app, page } = desk;
  await tab(page, 'Office profile');
  await page.getByLabel('Name of the office').fill('');
  await page.getByRole('button', { name: 'Save the office profile' }).click();
  await expect(page.getByLabel('Name of the office')).toHaveAttribute('aria-invalid', 'true');
  await page.getByLabel('Name of the office').fill('Bureau of Standing Records');
  await page.getByLabel('Street or box').fill('77 Testimony Ln');
  const picture = join(tempFolder(), 'logo.png');
  writeFileSync(picture, ONE_PIXEL_PNG);
  await answerOpenDialog(app, picture);
  await page.getByRole('button', { name: 'Choose a picture…' }).click();
  await expect(page.getByRole('img', { name: 'The office’s logo' })).toBeVisible();
  await page.getByRole('button', { name: 'Save the office profile' }).click();
  await expect(page.getByText('Office profile saved. Runs prepared from now on carry it.')).toBeVisible();
  await expect(page.locator('.rail__foot')).toHaveText('Bureau of Standing Records');

  await go(page, '/renewals?month=2027-01');
  await page.getByRole('button', { name: 'Prepare January 2027' }).click();
  await page.getByRole('button', { name: /^Print \d+ notices$/ }).click();
  await expect(page.getByRole('heading', { name: /notices printed on/ })).toBeVisible();
  const printed = textOf(join(desk.office, 'runs', '2027-01-A', '2027-01-A.pdf'));
  expect(printed).toContain('Bureau of Standing Records');
  expect(printed).toMatch(/77 testimony ln/i);
});

test('blank backs and barcodes are set for what is printed from now on', async () => {
  const { page } = desk;
  await tab(page, 'Printing and post');
  await page.getByLabel(/Print Intelligent Mail barcodes/).check();
  await page.getByLabel('Mailer ID').fill('12345');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('The Mailer ID “12345” is neither')).toBeVisible();
  await page.getByLabel('Mailer ID').fill('912345678');
  await page.getByLabel(/Put a blank back/).check();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Saved. Barcodes go on runs prepared from now on.').first()).toBeVisible();
  expect(await ask(page, 'office.postal', undefined)).toEqual({
    duplex: true,
    barcode: { mailerId: '912345678', serviceType: '300', barcodeId: '00' },
  });
});

test('a file that is no picture is refused as a logo', async () => {
  const { app, page } = desk;
  await tab(page, 'Office profile');
  const picture = join(tempFolder(), 'logo.png');
  writeFileSync(picture, 'GIF89a no picture');
  await answerOpenDialog(app, picture);
  await page.getByRole('button', { name: /^Choose (a picture|another)…$/ }).click();
  await expect(page.getByRole('alert')).toContainText('The file is no PNG or JPEG picture.');
});

test('the policy book marks what the office has to confirm, as Today counts it', async () => {
  const { page } = desk;
  await go(page, '/today');
  const item = page.getByRole('link', { name: /policy values are defaults/ });
  const count = Number(await item.locator('.today-item__count').textContent());
  await item.click();
  await expect(page.getByRole('tab', { name: /^Policy book/ })).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('tab', { name: /^Policy book/ })).toContainText(String(count));
  await page.getByRole('checkbox', { name: `Only these ${count}` }).check();
  const panel = page.getByRole('tabpanel');
  const rows = panel
    .getByRole('table')
    .getByRole('row')
    .filter({ has: page.getByRole('cell') });
  expect(await rows.filter({ hasText: 'To confirm' }).count()).toBeGreaterThanOrEqual(count);
  await page.getByRole('checkbox', { name: `Only these ${count}` }).uncheck();
  await expect(rows.filter({ hasText: 'Published' }).first()).toBeVisible();
  // Read-only: nothing in the book takes an entry.
  await expect(panel.getByRole('textbox')).toHaveCount(0);
});

test('a backup is made and verified; restored into a new folder it is the same office', async () => {
  const { app, page } = desk;
  await tab(page, 'Backup and restore');
  const folder = tempFolder();
  const file = join(folder, 'office.backup');
  await answerSaveDialog(app, file);
  await page.getByRole('button', { name: 'Back up to another place…' }).click();
  await expect(page.getByText(file, { exact: true })).toBeVisible();
  await expect(page.locator('.made')).toContainText('verified');
  await expect(page.locator('.made__hash')).toHaveText(/^[0-9a-f]{64}$/);
  expect(readdirSync(folder)).toEqual(['office.backup']);

  const restored = join(tempFolder(), 'restored');
  await answerOpenDialog(app, file);
  await page.getByRole('button', { name: 'Choose the backup…' }).click();
  await answerOpenDialog(app, restored);
  await page.getByRole('button', { name: 'Choose a new folder…' }).click();
  await page.getByRole('button', { name: 'Restore into the new folder and open it' }).click();
  await expect.poll(async () => (await ask(page, 'office.state', undefined)).office?.folder).toBe(restored);
  const { office } = await ask(page, 'office.state', undefined);
  expect(office?.members).toBe(900);
  await ask(page, 'office.open', { folder: desk.office });
});

const FOREIGN = [
  ['a text file', 'Dear office, this is no backup.'],
  ['an empty file', ''],
] as const;

for (const [what, content] of FOREIGN)
  test(`${what} is refused as a backup, and nothing is touched`, async () => {
    const { app, page } = desk;
    await tab(page, 'Backup and restore');
    const file = join(tempFolder(), 'foreign.backup');
    writeFileSync(file, content);
    const target = join(tempFolder(), 'restored');
    await answerOpenDialog(app, file);
    await page.getByRole('button', { name: 'Choose the backup…' }).click();
    await answerOpenDialog(app, target);
    await page.getByRole('button', { name: 'Choose a new folder…' }).click();
    await page.getByRole('button', { name: 'Restore into the new folder and open it' }).click();
    await expect(page.getByRole('tabpanel').getByRole('alert')).toHaveText(/\w.*\./);
    expect(existsSync(target)).toBe(false);
    expect((await ask(page, 'office.state', undefined)).office?.folder).toBe(desk.office);
  });

test('the office is verified, check by check', async () => {
  const { page } = desk;
  await tab(page, 'Backup and restore');
  await page.getByRole('button', { name: 'Verify the office' }).click();
  await expect(page.getByText('The office is whole.').first()).toBeVisible();
  const checks = page.locator('.checks li');
  expect(await checks.count()).toBeGreaterThanOrEqual(5);
  await expect(page.locator('.check-line--bad')).toHaveCount(0);
});

test('the theme is changed at once and kept', async () => {
  const { app, page } = desk;
  await tab(page, 'Appearance');
  await page.getByRole('radio', { name: 'Dark' }).check();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const dark = await ground();
  await page.reload();
  await expect(screenTitle(page)).toBeVisible();
  expect(await ground()).toBe(dark);
  expect(await app.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('dark');
  await page.getByRole('radio', { name: 'Light' }).check();
  await expect.poll(ground).not.toBe(dark);
  await page.getByRole('radio', { name: /^As the computer/ }).check();
});
