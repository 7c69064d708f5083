import { expect, test } from '@playwright/test';
import { openOffice } from '../../electron/services/office.ts';
import { oldDocument } from '../services/intake/retention/old-documents.ts';
import { optionsFor } from '../temp-office.ts';
import { ask } from './support/ask.ts';
import { deskForFile, go } from './support/desk.ts';
import { copyOfSampleOffice } from './support/office.ts';

const MADE = 130;
/** One more than a page of documents. */
const DISMISSED = 101;

/** The sample office, where post reaches nobody, with documents that were dismissed. */
const desk = deskForFile(async () => {
  const folder = copyOfSampleOffice();
  const office = await openOffice(optionsFor(folder));
  office.db.sqlite.exec("UPDATE postal_address SET bad_reason = 'moved' WHERE valid_to IS NULL");
  for (let n = 1; n <= DISMISSED; n++) await oldDocument(office, `leaflet ${n}`, '2026-11-20', {});
  await office.close();
  return folder;
});

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
  await expect(pages.getByRole('button', { name: 'Previous' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(list.getByRole('listitem').first()).toHaveText(first.replaceAll('\n', ''));
});

test('every address to find can be reached', async () => {
  const { page } = desk;
  const { total } = await ask(page, 'returned.toFind', { offset: 0, limit: 1 });
  expect(total).toBeGreaterThan(500);
  await go(page, '/renewals/addresses');
  const pages = page.getByRole('navigation', { name: 'Pages of the list' });
  const next = pages.getByRole('button', { name: 'Next' });
  for (let from = 1; from <= total; from += 100) {
    await expect(pages).toContainText(`${from} to ${Math.min(total, from + 99)} of ${total}`);
    if (from + 100 <= total) await next.press('Enter');
  }
  const rows = page.getByRole('table', { name: 'Addresses to find' }).locator('tbody tr');
  await expect(rows).toHaveCount(((total - 1) % 100) + 1);
});

test('a last page that was worked off leads back to the one before it', async () => {
  const { page } = desk;
  await go(page, '/intake?tab=dismissed');
  const pages = page.getByRole('navigation', { name: 'Pages of the list' });
  const rows = page.getByRole('table', { name: 'Documents' }).locator('tbody tr');
  await expect(rows).toHaveCount(100);
  await pages.getByRole('button', { name: 'Next' }).press('Enter');
  await expect(rows).toHaveCount(1);
  await rows.getByRole('button', { name: /^Undo/ }).press('Enter');
  await expect(rows).toHaveCount(100);
  await expect(pages).toBeHidden();
});
