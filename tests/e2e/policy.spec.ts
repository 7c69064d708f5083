import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { ask } from './support/ask.ts';
import { deskForFile, go, screenTitle } from './support/desk.ts';
import { answerSaveDialog } from './support/dialogs.ts';
import { tempFolder } from './support/office.ts';
import { nameMyselfManager } from './support/policy-scenes.ts';

const desk = deskForFile();

async function openValue(page: Page, group: string, value: string): Promise<void> {
  await go(page, '/settings?tab=policy');
  await page.getByRole('table', { name: group }).getByRole('button', { name: value }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByRole('heading', { name: 'What holds from when' }).waitFor();
}

test('a value is changed by keyboard: first who would change, then the decision, which its history keeps', async () => {
  const { page } = desk;
  await nameMyselfManager(page);
  await openValue(page, 'Lapse and recertification', 'Months an annual fee may stay unpaid');
  await page.getByRole('button', { name: 'Change from a day on…' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: /^Change: Months an annual fee/ });
  await expect(dialog.getByLabel('Value (months)')).toBeFocused();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('12');
  await dialog.getByLabel('From').fill('2015-01-01');
  await expect(dialog.getByText('has gone by: every standing since is judged anew')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(dialog.getByText(/^\d+ certifications would change\.$/)).toBeVisible();
  const counts = dialog.getByRole('group', { name: 'Show whom' }).getByRole('button').first();
  await expect(counts).toHaveAccessibleName(/^\d+ Past due to Lapsed$/);
  await counts.press('Enter');
  await expect(dialog.getByRole('grid').getByRole('row').nth(1)).toContainText('Lapsed');

  const lapsed = (await ask(page, 'today.view', undefined)).byStatus.lapsed;
  await dialog.getByLabel('Reason').fill('A year is enough');
  await dialog.getByLabel('Reference').press('Enter');
  await expect(dialog.getByText('Say where it is written.')).toBeVisible();
  await dialog.getByLabel('Reference').fill('Minutes of 12 November');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: /^Months an annual fee/ })).toContainText('12 months, now');
  await expect(page.getByRole('dialog')).toContainText('A year is enough (Minutes of 12 November)');
  expect((await ask(page, 'today.view', undefined)).byStatus.lapsed).toBeGreaterThan(lapsed ?? 0);

  await page.getByRole('button', { name: 'Withdraw…' }).press('Enter');
  const withdrawal = page.getByRole('dialog', { name: /^Withdraw: / });
  await withdrawal.getByLabel('Reason').fill('Not voted after all');
  await page.keyboard.press('Enter');
  await expect(withdrawal.getByText(/^\d+ certifications would change\.$/)).toBeVisible();
  await page.getByRole('button', { name: 'Withdraw 12 months' }).press('Enter');
  await expect(page.getByRole('dialog', { name: /^Months an annual fee/ })).toContainText('36 months, now');
  expect((await ask(page, 'today.view', undefined)).byStatus.lapsed).toBe(lapsed);
  await page.keyboard.press('Escape');
  const trail = page.getByRole('list').filter({ hasText: 'Not voted after all' });
  await expect(trail.getByRole('listitem')).toHaveCount(2);
});

test('a default is confirmed, and no longer waits for it', async () => {
  const { page } = desk;
  await nameMyselfManager(page);
  await go(page, '/settings?tab=policy');
  const tab = page.getByRole('tab', { name: /^Policy book/ });
  await expect(tab).toContainText(/\d/);
  const before = Number((await tab.textContent())?.replace(/\D/g, ''));
  await openValue(page, 'Annual fees', 'Medical Technologist');
  await page.getByRole('button', { name: 'Confirm $90.00…' }).press('Enter');
  await page.getByRole('dialog').getByLabel('Reference').fill('Fee table of 2026');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toContainText('$90.00 confirmed');
  await page.keyboard.press('Escape');
  await expect(tab).toContainText(String(before - 1));
});

test('what if: several values and another day are tried by keyboard; who, why, and the list as a file', async () => {
  const { app, page } = desk;
  const journal = (await ask(page, 'policy.trail', undefined)).length;
  await go(page, '/settings/what-if');
  await expect(screenTitle(page)).toHaveText('What if');
  await page.getByRole('button', { name: 'Try another value' }).press('Enter');
  await page
    .getByLabel('Policy value')
    .selectOption({ label: 'Months an annual fee may stay unpaid after its due date' });
  await page.getByLabel('Tried (months)').fill('x');
  await expect(page.getByText('Type a whole number of months.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'See who would change' })).toBeDisabled();
  await page.getByLabel('Tried (months)').fill('12');
  await page.getByLabel('Judged as of').fill('2027-06-01');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^\d+ certifications would change\.$/)).toBeVisible();
  await page.getByRole('button', { name: /Past due to Lapsed$/ }).press('Enter');
  const grid = page.getByRole('grid', { name: 'Whose standing would change' });
  await grid.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toContainText('has been unpaid for 12 months or more');
  await page.keyboard.press('Escape');
  const file = join(tempFolder(), 'list.csv');
  await answerSaveDialog(app, file);
  await page.getByRole('button', { name: 'Export this list…' }).press('Enter');
  await expect(page.getByText(/^\d+ certifications? exported\.$/)).toBeVisible();
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  expect(lines.length).toBe(Number(await grid.getAttribute('aria-rowcount')));
  expect((await ask(page, 'policy.trail', undefined)).length).toBe(journal);
});
