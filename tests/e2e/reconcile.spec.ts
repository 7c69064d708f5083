import { expect, type Page, test } from '@playwright/test';
import { displayCents } from '../../shared/util/money.ts';
import { ask } from './support/ask.ts';
import { deskForFile, go } from './support/desk.ts';
import { answerOpenDialog } from './support/dialogs.ts';
import { portalFile } from './support/portal-file.ts';

const desk = deskForFile();

async function panel(page: Page, row: number): Promise<void> {
  await expect(page.getByRole('complementary', { name: `Line ${row}` })).toBeVisible();
}

test('a portal file is read, entered, worked line by line and closed by keyboard alone', async () => {
  test.setTimeout(120_000);
  const { page, app } = desk;
  await page.evaluate(() => {
    window.addEventListener('pointerdown', () => document.documentElement.setAttribute('data-touched', ''));
  });
  const { file, matched, doubtful, unmatched } = await portalFile(page, 8);
  await answerOpenDialog(app, file);

  await go(page, '/payments?tab=files');
  await expect(page.getByText('No file yet')).toBeVisible();
  await page.keyboard.press('p');
  await expect(page.getByRole('region', { name: 'What the file holds' })).toContainText(`${matched} lines`);
  await expect(page.getByRole('table', { name: 'What would become of each line' })).toContainText(
    '“Declined”',
  );
  expect((await ask(page, 'reconcile.files', { offset: 0, limit: 10 })).total).toBe(0);
  await page.keyboard.press('ControlOrMeta+Enter');

  // Two doubtful lines, then two that are nobody’s; the keyboard is in the list.
  const rows = [matched + 2, matched + 3, matched + 4, matched + 5];
  await expect(page.getByRole('status').filter({ hasText: 'the ledger has the same' })).toBeVisible();
  await expect(page.getByRole('grid', { name: 'Lines of the file' })).toBeFocused();
  await panel(page, rows[0] ?? 0);
  await expect(page.getByRole('complementary')).toContainText(doubtful[0]?.name ?? '');
  await page.keyboard.press('a');
  await panel(page, rows[1] ?? 0);
  await page.keyboard.press('a');
  await panel(page, rows[2] ?? 0);

  // The file cannot be closed yet.
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByText('2 lines of its file are neither assigned nor left')).toBeVisible();

  await page.keyboard.press('m');
  await page.getByRole('dialog').getByRole('combobox', { name: 'Member' }).waitFor();
  await page.keyboard.type(doubtful[0]?.memberNo ?? '');
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByRole('textbox', { name: 'Amount' })).toBeFocused();
  await page.keyboard.press('Enter');
  await panel(page, rows[3] ?? 0);
  await page.keyboard.press('l');
  await page.getByRole('dialog').getByRole('textbox', { name: 'Reason' }).waitFor();
  await page.keyboard.type('asked the portal');
  await page.keyboard.press('Enter');
  await expect(page.getByText('No line is left to work')).toBeVisible();

  // One was given to the wrong member: taken back, and left too.
  await go(page, '/payments?tab=files');
  await page.getByRole('link', { name: /portal-november/ }).focus();
  await page.keyboard.press('Enter');
  const grid = page.getByRole('grid', { name: 'Lines of the file' });
  await expect(grid).toBeFocused();
  // Every line, since none is left to work.
  await expect(grid.getByRole('row', { name: new RegExp(`^${rows[3]} `) })).toBeVisible();
  for (let n = 0; n <= matched + 1; n++) await page.keyboard.press('ArrowDown');
  await panel(page, rows[2] ?? 0);
  await page.keyboard.press('u');
  await page.getByRole('dialog').getByRole('textbox', { name: 'Reason' }).waitFor();
  await page.keyboard.type('another clinic');
  await page.keyboard.press('Enter');
  await expect(page.getByText('are nobody’s again')).toBeVisible();
  await expect(page.getByRole('button', { name: 'To work 1' })).toBeVisible();
  await page.keyboard.press('l');
  await page.getByRole('dialog').getByRole('textbox', { name: 'Reason' }).waitFor();
  await page.keyboard.type('they will write');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'To work 0' })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByText(/closed on 22 November 2026/)).toBeVisible();

  const { rows: files } = await ask(page, 'reconcile.files', { offset: 0, limit: 10 });
  const left = unmatched.reduce((sum, cents) => sum + cents, 0);
  expect(files).toMatchObject([
    {
      closedOn: '2026-11-22',
      unassignedCents: left,
      tallies: {
        matched: { count: matched },
        doubtful: { count: 2 },
        unmatched: { count: 2 },
        unpaid: { count: 1 },
      },
      states: { open: { count: 0 }, left: { count: 2, cents: left }, assigned: { count: matched + 2 } },
    },
  ]);
  expect(files[0]?.ledgerCents).toBe(files[0]?.enteredCents);

  // The same file again changes nothing.
  await go(page, '/payments?tab=files');
  await expect(page.getByRole('link', { name: /portal-november/ })).toContainText(
    displayCents(files[0]?.enteredCents ?? 0),
  );
  await page.keyboard.press('p');
  await expect(page.getByText('This very file is entered already')).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.hasAttribute('data-touched'))).toBe(false);
});
