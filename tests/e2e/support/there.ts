import { expect, type Page } from '@playwright/test';
import { ask } from './ask.ts';
import { type Desk, go, screenTitle } from './desk.ts';

/** Waits until a letter is shown. */
export async function paperShown(page: Page): Promise<void> {
  await page.locator('.sheet-preview figcaption').filter({ hasText: '$' }).waitFor({ state: 'attached' });
}

/** Waits until a table shows its rows. */
export async function rowsThere(page: Page): Promise<void> {
  await page.locator('.data-table__body .table-row .table-cell').first().waitFor();
}

/** Opens the page of a member of the sample with years of history. */
export async function openRosa({ page }: Desk, tab: string): Promise<void> {
  const [rosa] = await ask(page, 'members.lookup', { text: 'featherstonehaugh', limit: 1 });
  await go(page, `/members/${rosa?.memberNo}${tab === '' ? '' : `?tab=${tab}`}`);
  await expect(screenTitle(page)).toHaveText(rosa?.name ?? '?');
  await page.locator('.timeline__drawing').first().waitFor();
}
