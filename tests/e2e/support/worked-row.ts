import { expect, type Locator, type Page } from '@playwright/test';
import type { WorklistName } from '../../../shared/domain/worklists.ts';
import { ask } from './ask.ts';

/** The row that stands open beside a worklist. */
export function panelOf(page: Page): Locator {
  return page.locator('.work-panel');
}

/** How many rows a list has to work on. */
export async function rowCount(page: Page, list: WorklistName): Promise<number> {
  return (await ask(page, 'worklists.counts', undefined))[list];
}

/** Whose row it is. */
export function workedName(page: Page): Promise<string> {
  return panelOf(page).getByRole('heading').first().innerText();
}

/** Opens a list's first row by keyboard, the focus in it. */
export async function openFirstRow(page: Page): Promise<void> {
  await toFirstRow(page);
  await page.keyboard.press('Enter');
  await expect(panelOf(page).getByRole('heading').first()).toBeFocused();
}

/** Goes to a list's first row by keyboard; the focus stays on the table. */
export async function toFirstRow(page: Page): Promise<void> {
  await page.locator('.data-table__body .table-row .table-cell').first().waitFor();
  await expect(page.getByRole('grid')).toHaveAttribute('aria-busy', 'false');
  await page.keyboard.press('/');
  await expect(page.getByRole('grid')).toBeFocused();
  await page.keyboard.press('Home');
}

/** The name in the row that the keyboard is on. */
export async function activeName(page: Page): Promise<string> {
  const active = await page.getByRole('grid').getAttribute('aria-activedescendant');
  return page.locator(`[id="${active ?? ''}"] .worklist__member`).innerText();
}

/** The keyboard is on the table, on another row than before, which is the one that stands open. */
export async function expectNextRow(page: Page, before: string): Promise<void> {
  await expect(page.getByRole('grid')).toBeFocused();
  await expect.poll(() => workedName(page)).not.toBe(before);
  await expect(panelOf(page)).toHaveAttribute('aria-busy', 'false');
  expect(await activeName(page)).toBe(await workedName(page));
}
