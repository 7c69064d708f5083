import { expect, test } from '@playwright/test';
import { deskForFile, go } from './support/desk.ts';
import {
  expectNextRow,
  openFirstRow,
  panelOf,
  rowCount,
  toFirstRow,
  workedName,
} from './support/worked-row.ts';

const desk = deskForFile();

test('keys that are pressed in a filter that is open are not the row’s beside it', async () => {
  const { page } = desk;
  await go(page, '/ccp?list=ending');
  const before = await rowCount(page, 'ending');
  await openFirstRow(page);
  const name = await workedName(page);
  await page.getByRole('button', { name: /^State/ }).press('Enter');
  const choices = page.getByRole('dialog', { name: 'State' });
  await expect(choices.getByRole('checkbox').first()).toBeFocused();
  await page.keyboard.press('d');
  await page.keyboard.press('Escape');
  await expect(choices).toBeHidden();
  await expect(panelOf(page).getByRole('heading').first()).toHaveText(name);
  expect(await rowCount(page, 'ending')).toBe(before);
});

test('a key that is held down marks one row, not those that come after it', async () => {
  const { page } = desk;
  await go(page, '/ccp?list=ending');
  await toFirstRow(page);
  await expect(panelOf(page)).toHaveAttribute('aria-busy', 'false');
  const [name, before] = [await workedName(page), await rowCount(page, 'ending')];
  await page.keyboard.down('d');
  await expectNextRow(page, name);
  // Pressed again while it is down: as a keyboard repeats it.
  await page.keyboard.down('d');
  await page.keyboard.up('d');
  await page.keyboard.press('n');
  await expect(page.getByRole('dialog', { name: 'Note' })).toBeVisible();
  await page.keyboard.press('Escape');
  expect(await rowCount(page, 'ending')).toBe(before - 1);
});
