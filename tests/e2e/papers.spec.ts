import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { ask } from './support/ask.ts';
import { deskForFile, go } from './support/desk.ts';
import { answerOpenDialog, answerSaveDialog } from './support/dialogs.ts';
import { tempFolder } from './support/office.ts';

const desk = deskForFile();
const ROSA = '700412';

test('a receipt is looked at, saved and e-mailed by keyboard alone, and stays on the member’s page', async () => {
  const { app, page } = desk;
  const settings = await ask(page, 'email.settings', undefined);
  await ask(page, 'email.saveSettings', { ...settings, delivery: 'folder', from: 'office@example.org' });
  await go(page, `/members/${ROSA}`);
  const receipt = page.getByRole('button', { name: /^Receipt of / }).first();
  await receipt.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Receipt' });
  await expect(dialog.locator('figcaption')).toContainText('Received with thanks');

  const folder = tempFolder();
  const file = join(folder, 'receipt.pdf');
  await answerSaveDialog(app, file);
  await dialog.getByRole('button', { name: 'Save as…' }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => existsSync(file)).toBe(true);
  expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-');

  const letters = join(folder, 'e-mails');
  mkdirSync(letters);
  await answerOpenDialog(app, letters);
  await dialog.getByRole('button', { name: /^Write the e-mail to / }).focus();
  await page.keyboard.press('Enter');
  await expect(dialog).toContainText('is in');
  expect(readdirSync(letters)).toHaveLength(1);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('region', { name: 'Given out' }).getByRole('listitem')).toHaveCount(2);
});

test('a statement is found by name, and the books add up to what the aged fees say', async () => {
  const { page } = desk;
  await go(page, '/payments?tab=statement');
  await page.getByRole('combobox', { name: 'Whose statement' }).focus();
  await page.keyboard.type(ROSA);
  await page.keyboard.press('Enter');
  const table = page.getByRole('table', { name: /^Statement of / });
  await expect(table.getByRole('row').nth(1)).toContainText('Balance before');
  await go(page, '/payments?tab=books');
  const { totalCents } = await ask(page, 'books.aged', undefined);
  const total = `$${(totalCents / 100).toLocaleString('en-US', { minimumFractionDigits: 2 })}`;
  await expect(page.getByRole('table', { name: 'Unpaid fees by age' }).getByRole('row').last()).toContainText(
    total,
  );
});

test('the notice calendar shows each step on its day and turns its months by keyboard', async () => {
  const { page } = desk;
  await go(page, '/renewals?calendar=2026-11');
  const title = page.getByRole('heading', { level: 1 });
  await expect(title).toHaveText('Notices in November 2026');
  const day = (date: string) => page.getByRole('cell').filter({ hasText: date });
  await expect(day('10 November 2026')).toContainText('Past-due notice');
  await expect(day('15 November 2026')).toContainText('Reminder');
  await page.keyboard.press(']');
  await expect(title).toHaveText('Notices in December 2026');
  await page.keyboard.press('t');
  await expect(title).toHaveText('Notices in November 2026');
});
