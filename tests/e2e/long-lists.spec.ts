import { expect, test } from '@playwright/test';
import { ask } from './support/ask.ts';
import { deskForFile, go } from './support/desk.ts';

const desk = deskForFile();
const MADE = 130;

test('every deposit of a long list can be reached, a hundred at a time', async () => {
  const { page } = desk;
  for (let n = 0; n < MADE; n++) {
    const { deposit } = await ask(page, 'payments.openDeposit', { controlCount: 0, controlCents: 0 });
    await ask(page, 'payments.closeDeposit', { deposit });
  }
  const { total } = await ask(page, 'payments.deposits', { state: null, offset: 0, limit: 1 });
  await go(page, '/payments');
  const list = page.getByRole('list', { name: 'Deposits' });
  const pages = page.getByRole('navigation', { name: 'Pages of the list' });
  await expect(pages).toContainText(`1 to 100 of ${total}`);
  await expect(pages.getByRole('button', { name: 'Previous' })).toBeDisabled();
  const first = await list.getByRole('listitem').first().innerText();
  await pages.getByRole('button', { name: 'Next' }).focus();
  await page.keyboard.press('Enter');
  await expect(pages).toContainText(`101 to ${total} of ${total}`);
  await expect(list.getByRole('listitem')).toHaveCount(total - 100);
  await expect(list.getByRole('listitem').first()).toBeInViewport();
  expect(await list.getByRole('listitem').first().innerText()).not.toBe(first);
  await expect(pages.getByRole('button', { name: 'Next' })).toBeDisabled();
  await pages.getByRole('button', { name: 'Previous' }).click();
  await expect(list.getByRole('listitem').first()).toHaveText(first.replaceAll('\n', ''));
});
