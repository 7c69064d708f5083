import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { ask } from './support/ask.ts';
import { credlyList, fillCatalogue } from './support/badge-scenes.ts';
import { deskForFile, go } from './support/desk.ts';
import { answerOpenDialog, answerSaveDialog } from './support/dialogs.ts';
import { tempFolder } from './support/office.ts';

const desk = deskForFile();

test.beforeAll(async () => {
  await desk.page.evaluate(() => {
    // Nobody touches the mouse.
    window.addEventListener('pointerdown', () => document.documentElement.setAttribute('data-touched', ''));
  });
});

test.afterEach(async () => {
  expect(await desk.page.locator('html[data-touched]').count()).toBe(0);
});

/** Presses what has the name, by keyboard. */
async function press(name: string | RegExp): Promise<void> {
  await desk.page.getByRole('button', { name }).first().press('Enter');
}

test('SC-RECERT-1: a badge is asked for, held, released by its template, exported once, and compared with Credly', async () => {
  const { app, page } = desk;
  await go(page, '/badges');
  await expect(page.getByText('No badge was asked for yet')).toBeVisible();
  await page.keyboard.press('n');
  await page.getByRole('combobox', { name: 'Member', exact: true }).waitFor();
  await page.keyboard.type('700412');
  await page.getByRole('listbox', { name: 'Members found' }).getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('combobox', { name: 'Certification' }).selectOption('RMA');
  await press('Ask for the RMA badge');
  const requests = page.getByRole('table', { name: 'Badge requests' });
  await expect(requests).toContainText('Held');
  await expect(requests).toContainText('No badge template is set');

  await page.getByRole('tab', { name: 'Requests' }).press('End');
  const template = page.getByRole('textbox', { name: 'RMA, Registered Medical Assistant' });
  await template.focus();
  await page.keyboard.type('cfaf2910-ea5f-46f1-89a5-db525dad6e58');
  await page.keyboard.press('Enter');
  await expect(page.getByText('The badge templates are saved.')).toBeVisible();

  await page.getByRole('tab', { name: 'Setup' }).press('Home');
  const folder = tempFolder();
  await answerOpenDialog(app, folder);
  await press('Export 1 badge…');
  await expect(page.getByText(/^1 badge in 1 file\./)).toBeVisible();
  await expect(requests).toContainText('Exported');
  await expect(page.getByRole('button', { name: 'Nothing to export' })).toBeDisabled();
  const [file = ''] = readdirSync(folder);
  expect(readFileSync(join(folder, file), 'utf8')).toMatch(
    /^cfaf2910[^,]*,rosa\.featherstonehaugh@.*,700412,/m,
  );

  await page.getByRole('tab', { name: 'Requests' }).press('ArrowRight');
  await answerOpenDialog(app, credlyList());
  await press('Import Credly’s export…');
  await expect(page.getByText(/^2 rows: 2 badges added/)).toBeVisible();
  await press('Compare now');
  const differences = page.getByRole('table', { name: 'Differences' });
  await expect(differences).toBeVisible();
  await page.getByRole('combobox', { name: 'Show' }).selectOption('name');
  await expect(differences).toContainText('Rosa Feather');
  const corrections = tempFolder();
  await answerOpenDialog(app, corrections);
  await press('Write the correcting files…');
  await expect(page.getByText(/ in \d+ files?\. Upload /)).toBeVisible();
  const written = readdirSync(corrections).filter((name) => name.startsWith('credly-correct'));
  expect(written).toHaveLength(1);
  expect(readFileSync(join(corrections, written[0] ?? ''), 'utf8')).toContain('Featherstonehaugh');
  const { counts } = await ask(page, 'badges.requests', {
    step: null,
    memberNo: '700412',
    offset: 0,
    limit: 5,
  });
  expect(counts.claimed).toBe(1);
});

test('SC-RECERT-2 SC-RECERT-4: the assistant is answered, taken back and saved by keyboard', async () => {
  const { app, page } = desk;
  await go(page, '/eligibility?code=RMA');
  const question = page.locator('.question h2');
  await expect(question).toHaveText('Did the person hold the RMA certification before?');
  await press('Yes, and it has lapsed');
  await expect(question).toHaveText('How many whole years ago did it lapse?');
  await page.keyboard.type('10');
  await page.keyboard.press('Enter');
  const ways = page.getByRole('list', { name: 'Ways to the certification' });
  await expect(ways.getByRole('article').filter({ hasText: 'SC-RECERT-2' })).toContainText('Closed');
  await press('Back');
  await expect(question).toHaveText('How many whole years ago did it lapse?');
  await page.keyboard.type('9');
  await page.keyboard.press('Enter');
  await expect(ways).not.toContainText('SC-RECERT-2');
  await press('None of these');
  await expect(question).toHaveText(/How many years of full-time work/);
  await page.keyboard.type('6');
  await page.keyboard.press('Enter');
  await expect(question).toHaveText(/teaching/);
  await press('Not sure');
  await expect(question).toHaveText(/CCP points/);
  await page.keyboard.type('12');
  await page.keyboard.press('Enter');
  await expect(question).toHaveText(
    '1 of 6 ways fits as it stands; 2 more are possible but still need something.',
  );
  await expect(page.getByText('The figures of the routes are office defaults')).toBeVisible();
  const file = join(tempFolder(), 'result.pdf');
  await answerSaveDialog(app, file);
  await press('Save the result as PDF…');
  await expect(page.getByText('The result is saved on one page.')).toBeVisible();
  expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-');
});

test('SC-CE-1: an offering is added and a member’s price told with its sentence', async () => {
  const { page } = desk;
  await fillCatalogue(page);
  await go(page, '/ccp?tab=ce');
  const catalogue = page.getByRole('table', { name: 'Continuing education' });
  await expect(catalogue).toBeVisible();
  await page.keyboard.press('n');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Title' }).waitFor();
  await page.keyboard.type('Suturing basics');
  for (const [field, text] of [
    ['Points', '1.5'],
    ['List price', '40'],
    ['Member price', '44'],
  ] as const) {
    await dialog.getByRole('textbox', { name: field }).focus();
    await page.keyboard.type(text);
  }
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('It is above the list price.')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Member price' }).fill('30');
  await page.keyboard.press('Enter');
  await expect(catalogue).toContainText('Suturing basics');
  await page.getByRole('combobox', { name: 'Price for a member' }).focus();
  await page.keyboard.type('700412');
  await page.getByRole('listbox', { name: 'Members found' }).getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
  const verdict = page.getByText(/pays the (member|list) price/);
  await expect(verdict).toBeVisible();
  const { discount } = await ask(page, 'ce.prices', { memberNo: '700412', offering: null, on: '2026-11-22' });
  await expect(verdict).toContainText(discount.discounted ? 'member price' : 'list price');
  await expect(page.getByText(`(${discount.citation})`)).toBeVisible();
  const row = catalogue.getByRole('row', { name: /Suturing basics/ });
  await expect(row).toContainText(discount.discounted ? '$30.00$30.00' : '$40.00');
});
