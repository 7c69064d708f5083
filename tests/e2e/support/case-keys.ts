import { expect, type Page } from '@playwright/test';
import { ask } from './ask.ts';
import { go } from './desk.ts';

/** Opens a case and waits for its page. */
export async function openCase(page: Page, audit: number): Promise<void> {
  const { memberName, code } = await ask(page, 'audits.case', { audit });
  await go(page, `/audits/cases/${audit}`);
  await expect(page.locator('#screen h1')).toHaveText(`Audit of ${memberName}, ${code}`);
}

/** Takes the usual next step with `s`, with a note where one is typed. @param state that the case then is in */
export async function nextStep(page: Page, state: string, note = ''): Promise<void> {
  await page.keyboard.press('s');
  await page.getByRole('dialog').waitFor();
  if (note !== '') await page.keyboard.type(note);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.locator('.screen__about')).toContainText(state);
}

/** Accepts every activity from the first on with `a`. */
export async function acceptAll(page: Page): Promise<void> {
  const activities = page.getByRole('region', { name: 'Claimed activities' });
  const count = await toFirst(page);
  for (let at = 0; at < count; at++) {
    await expect(activities.locator(':scope > ol > li').nth(at)).toHaveAttribute('aria-current', 'true');
    await page.keyboard.press('a');
    await expect(activities.locator(':scope > ol > li').nth(at)).toContainText('● Accepted');
  }
}

/** Rejects the activities from a place on with `x`, each for the same reason. */
export async function rejectFrom(page: Page, first: number, reason: string): Promise<void> {
  const activities = page.getByRole('region', { name: 'Claimed activities' });
  const count = await toFirst(page);
  for (let at = 0; at < first; at++) await page.keyboard.press('ArrowDown');
  for (let at = first; at < count; at++) {
    await expect(activities.locator(':scope > ol > li').nth(at)).toHaveAttribute('aria-current', 'true');
    await page.keyboard.press('x');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Reason').selectOption(reason);
    await dialog.getByLabel('Note').press('Enter');
    await expect(dialog).toBeHidden();
    await expect(activities.locator(':scope > ol > li').nth(at)).toContainText('■ Rejected');
  }
}

/** Goes to the first activity. @returns how many there are */
async function toFirst(page: Page): Promise<number> {
  const activities = page.getByRole('region', { name: 'Claimed activities' }).locator(':scope > ol > li');
  const count = await activities.count();
  for (let at = 0; at < count; at++) await page.keyboard.press('ArrowUp');
  return count;
}

/** Confirms the outcome with `d`, with a reason where one is typed. */
export async function confirmOutcome(page: Page, button: string, reason = ''): Promise<void> {
  await page.keyboard.press('d');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('button', { name: button }).first()).toBeVisible();
  if (reason !== '') await page.keyboard.type(reason);
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
}

/** Gives the second opinion with `o`: it agrees. */
export async function agree(page: Page): Promise<void> {
  await expect(page.getByText('Another person has to agree')).toBeVisible();
  await page.keyboard.press('o');
  const dialog = page.getByRole('dialog', { name: 'Second opinion' });
  await expect(dialog.getByLabel('Second reviewer')).toHaveValue(/./);
  await dialog.getByRole('button', { name: /^Decide: non-compliant/ }).press('Enter');
  await expect(dialog).toBeHidden();
}
