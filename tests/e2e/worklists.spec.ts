import { expect, test } from '@playwright/test';
import { ask } from './support/ask.ts';
import { deskForFile, go, screenTitle } from './support/desk.ts';
import { expectNextRow, openFirstRow, panelOf, rowCount, workedName } from './support/worked-row.ts';

// From one office: each specification goes on where the one before it stopped. Nobody touches the mouse.
test.describe.configure({ mode: 'serial' });

const desk = deskForFile();

const panel = panelOf;

test.beforeAll(async () => {
  await desk.page.evaluate(() => {
    window.addEventListener('pointerdown', () => document.documentElement.setAttribute('data-touched', ''));
  });
});

test('SC-CCP-3, PB-CCP-4: a cycle that ends short is worked beside its list: why, a note, snoozed with a reason, found again', async () => {
  const { page } = desk;
  await go(page, '/ccp?list=ending');
  const before = await rowCount(page, 'ending');
  await openFirstRow(page);
  const first = await workedName(page);
  await expect(panel(page)).toContainText('to go by');
  await expect(panel(page).locator('.trail__quote').first()).toBeVisible();
  await page.keyboard.press('n');
  await page.getByRole('dialog', { name: 'Note' }).waitFor();
  await page.keyboard.type('rang on Monday');
  await page.keyboard.press('Enter');
  await expect(panel(page)).toContainText('rang on Monday');
  await page.keyboard.press('s');
  await page.getByRole('dialog', { name: 'Snooze' }).waitFor();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toContainText('Say it in a few words.');
  await page.keyboard.type('certificate is on its way');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByRole('grid')).toBeFocused();
  await expectNextRow(page, first);
  await expect(page.locator('.worklist__bar [role="status"]')).toHaveText(`${before - 1} rows`);

  await go(page, '/ccp?list=ending&show=snoozed');
  await expect(page.locator('.worklist__bar [role="status"]')).toHaveText('1 row');
  await openFirstRow(page);
  await expect(panel(page)).toContainText('Snoozed until 6 December 2026: certificate is on its way');
  await panel(page).getByRole('button', { name: 'Back on the list' }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => rowCount(page, 'ending')).toBe(before);
});

test('SC-CCP-7: from a blocked roll to the member and back to the same row; done takes it off, and can be undone', async () => {
  const { page } = desk;
  await go(page, '/ccp?list=roll-blocked');
  await openFirstRow(page);
  const name = await panel(page).getByRole('heading').first().innerText();
  const place = page.url();
  await panel(page).getByRole('link', { name: 'Open member' }).focus();
  await page.keyboard.press('Enter');
  await expect(screenTitle(page)).toHaveText(name);
  await expect(page.locator('.cycle--blocked').first()).toContainText('keeps it from rolling');
  await page.keyboard.press('Escape');
  await expect(panel(page).getByRole('heading').first()).toHaveText(name);
  expect(page.url()).toBe(place);
  const before = await rowCount(page, 'roll-blocked');
  await page.keyboard.press('d');
  await expect.poll(() => rowCount(page, 'roll-blocked')).toBe(before - 1);
  await page.getByRole('button', { name: 'Undo' }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => rowCount(page, 'roll-blocked')).toBe(before);
});

test('a corrected date shows what it would change before it is saved; a roll that it no longer supports goes on its list and is reopened', async () => {
  const { page } = desk;
  await ask(page, 'office.saveManagers', { names: ['Dana'] });
  const [rosa] = await ask(page, 'members.lookup', { text: 'featherstonehaugh', limit: 1 });
  await go(page, `/members/${rosa?.memberNo}?tab=cycles`);
  const rma = page.locator('section.cycles', { has: page.getByRole('heading', { name: /^RMA/ }) });
  await rma.getByRole('button', { name: 'Correct a date…' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: /^Correct a date/ });
  await dialog.getByLabel('Right date').fill('2019-05-15');
  const preview = dialog.getByRole('region', { name: 'What this would change' });
  await expect(preview).toContainText('certified 15 May 2019 instead of 1 May 2019');
  await expect(preview).toContainText('stays rolled on record');
  await dialog.getByLabel('Reason').focus();
  await page.keyboard.type('certificate says the 15th');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(rma).toContainText('certified 15 May 2019');
  const reopen = rma.getByRole('button', { name: 'Reopen…' });
  const doubtful = await reopen.count();
  expect(doubtful).toBeGreaterThan(0);
  expect(await rowCount(page, 'unsupported')).toBe(doubtful);
  await reopen.first().focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByLabel('Reason').focus();
  await page.keyboard.type('certified on the 15th');
  await page.keyboard.press('Enter');
  await expect(reopen).toHaveCount(doubtful - 1);
  await go(page, `/members/${rosa?.memberNo}?tab=history`);
  await expect(page.getByRole('tabpanel')).toContainText(
    'reopened: certified on the 15th (SC-CCP-7, allowed by Dana)',
  );
});

test('SC-LAPSE-1: a lapse is reversed by what was wrong about it, with a sentence and a reason, and stays in the history', async () => {
  const { page } = desk;
  await go(page, '/lapse?cause=points&sort=-on');
  await openFirstRow(page);
  const name = await workedName(page);
  const memberNo = await panel(page).locator('.work-panel__who .selectable').innerText();
  const before = await rowCount(page, 'lapsed');
  await page.keyboard.press('v');
  const dialog = page.getByRole('dialog', { name: /^Reverse the lapse/ });
  const { rows } = await ask(page, 'worklists.rows', {
    list: 'lapsed',
    filter: { cause: ['points'] },
    sort: { by: 'on', descending: true },
    offset: 0,
    limit: 1,
  });
  await dialog.getByLabel('Signed on').fill(rows[0]?.on ?? '');
  await expect(dialog.getByRole('region', { name: 'What this would change' })).toContainText(
    /instead of lapsed by points/,
  );
  await dialog.getByLabel('Reason').focus();
  await page.keyboard.type('slip found in the scans');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect.poll(() => rowCount(page, 'lapsed')).toBe(before - 1);
  await expect(page.getByText(/Off the list\./)).toBeVisible();
  await expectNextRow(page, name);
  await go(page, `/members/${memberNo}?tab=history`);
  await expect(page.getByRole('tabpanel')).toContainText(
    /lapse by points since .* reversed, .*\(PB-CCP-3, allowed by Dana\)/,
  );
  expect(await page.locator('html').getAttribute('data-touched')).toBeNull();
});
