import { expect, test } from '@playwright/test';
import { ask } from './support/ask.ts';
import { sendLetters } from './support/audit-letters.ts';
import { deskForFile, go, screenTitle } from './support/desk.ts';

const desk = deskForFile();

test('a case is worked by keyboard from the worklist to a decision of two reviewers, and the member lapses by audit', async () => {
  const { page } = desk;
  await ask(page, 'office.saveManagers', { names: ['Ben Okafor'] });
  await go(page, '/audits');
  await page.getByRole('grid', { name: 'Audits' }).waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type('weatherspoon');
  await expect(page.getByRole('grid', { name: 'Audits' }).getByRole('row')).toHaveCount(2);
  await page.getByRole('grid', { name: 'Audits' }).focus();
  await page.keyboard.press(' ');
  await page.keyboard.press('g');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('Ana Lindqvist');
  await page.keyboard.press('Enter');
  await expect(page.getByText('1 case given to Ana Lindqvist.')).toBeVisible();
  await page.getByRole('grid', { name: 'Audits' }).focus();
  await page.keyboard.press('Enter');
  await expect(screenTitle(page)).toHaveText('Audit of Candice Weatherspoon, RMA');
  const header = page.locator('.screen__about');

  for (const state of ['Notice sent', 'Received', 'In review']) {
    await page.keyboard.press('s');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(header).toContainText(state);
  }
  await expect(page.getByText('No document has come for this case.')).toBeVisible();

  const list = page.getByRole('region', { name: 'Claimed activities' });
  await page.keyboard.press('1');
  await expect(list.getByRole('button', { name: '✓ Name' })).toBeVisible();
  await page.keyboard.press('a');
  await expect(list.getByText('● Accepted')).toHaveCount(1);
  await page.keyboard.press('ArrowUp');
  const count = await list.getByText('Not judged').count();
  for (let judged = 0; judged <= count; judged++) {
    await page.keyboard.press('x');
    const reason = page.getByRole('dialog').getByLabel('Reason');
    await expect(reason).toBeFocused();
    await reason.selectOption('not-related');
    await page.keyboard.press('Enter');
    if (await page.getByRole('dialog').isVisible())
      await page.getByRole('dialog').getByRole('button', { name: 'Reject' }).press('Enter');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(list.getByText('■ Rejected')).toHaveCount(judged + 1);
  }
  await expect(page.getByRole('region', { name: 'Outcome' })).toContainText('Non-compliant');

  await page.keyboard.press('u');
  await expect(page.getByRole('dialog').getByLabel('Title')).toBeFocused();
  await page.keyboard.type('Sterile technique refresher');
  await page.getByRole('dialog').getByLabel('Completed on').fill('2026-01-05');
  await page.getByRole('dialog').getByLabel('Hours or credits').fill('4');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('SC-CCP-4');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();

  await page.keyboard.press('d');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Another person has to agree')).toBeVisible();
  await page.keyboard.press('o');
  await expect(page.getByRole('dialog').getByLabel('Second reviewer')).toHaveValue('Ben Okafor');
  await page.getByRole('dialog').getByRole('button', { name: 'Decide: non-compliant' }).press('Enter');
  await expect(page.getByText('Nothing is final before its letter is mailed')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Outcome' })).not.toContainText('Lapsed since');
  const run = await sendLetters(page, 'audit-non-compliant');
  await expect(page.getByRole('region', { name: 'Letters' })).toContainText(`run ${run}`);
  await expect(page.getByRole('region', { name: 'Outcome' })).toContainText('Lapsed since');
  await expect(page.getByRole('region', { name: 'Outcome' })).toContainText('by CCP or by exam');
  await expect(page.getByRole('region', { name: 'Trail' })).toContainText('Ben Okafor');
});
