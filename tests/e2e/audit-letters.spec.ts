import { expect, test } from '@playwright/test';
import { ask } from './support/ask.ts';
import { drawnCases } from './support/audit-campaign-scenes.ts';
import { heldDecision } from './support/audit-letter-scenes.ts';
import { deskForFile, go, screenTitle } from './support/desk.ts';

const desk = deskForFile();

test('letters wait by kind, go out as a run from the tab, and only then is a decision final; a held one is declared', async () => {
  const { page } = desk;
  const held = await heldDecision(page);
  await go(page, '/audits?tab=letters');
  const kinds = page.getByRole('list', { name: 'Letters by kind' });
  const compliant = kinds.getByRole('listitem').filter({ hasText: 'Audit decision: compliant' });
  await expect(compliant).toContainText('1 letter to prepare');
  const table = page.getByRole('table', { name: 'Letters waiting' });
  await expect(table.getByRole('row').filter({ hasText: held.memberName })).toContainText('■ held');
  await expect(table.getByRole('row').filter({ hasText: held.memberName })).toContainText(
    'Asked for no mail',
  );
  const waiting = (await drawnCases(page)).find(
    ({ state, audit }) => state === 'letter-waiting' && audit !== held.audit,
  );
  const passed = waiting?.audit ?? 0;
  expect(await ask(page, 'audits.case', { audit: passed })).toMatchObject({ outcome: null });

  await compliant.getByRole('button', { name: /^Prepare the run/ }).press('Enter');
  await expect(screenTitle(page)).toContainText('Audit decision: compliant');
  const run = /run=([^&]+)/.exec(page.url())?.[1] ?? '';
  const summary = await ask(page, 'renewals.run', { run });
  expect(summary).toMatchObject({ kind: 'audit-compliant', selected: 1 });
  if (summary?.toPrint === 1) {
    await page.getByRole('button', { name: 'Print 1 notice' }).press('Enter');
    await page.getByLabel('Sheets counted').fill('1');
    await page.getByLabel('Sheets counted').press('Enter');
    await expect(page.getByText('1 notice mailed on 22 November 2026.')).toBeVisible();
    expect(await ask(page, 'audits.case', { audit: passed })).toMatchObject({
      state: 'decided',
      outcome: 'compliant',
    });
    await page.getByRole('button', { name: 'Not mailed after all' }).click();
    await expect(page.getByText('Mailed?')).toBeVisible();
    expect(await ask(page, 'audits.case', { audit: passed })).toMatchObject({
      state: 'letter-waiting',
      outcome: null,
    });
  }

  await go(page, `/audits/cases/${passed}`);
  await page.getByRole('button', { name: 'Withdraw the decision…' }).click();
  await page.getByRole('dialog').getByLabel('Reason').fill('A page was overlooked');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.locator('.screen__about')).toContainText('In review');
  await expect(page.getByRole('region', { name: 'Letters' })).toContainText('A page was overlooked');

  await go(page, `/audits/cases/${held.audit}`);
  await page.getByRole('button', { name: 'Declare it final…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('How the member was told').fill('Certified mail 7021 0950, delivered');
  await dialog.getByLabel('Reason').fill('No address takes post');
  await dialog.getByLabel('Allowed by').selectOption('Ben Okafor');
  await dialog.getByRole('button', { name: 'Declare it final' }).press('Enter');
  await expect(page.getByRole('region', { name: 'Outcome' })).toContainText('Lapsed since');
  await expect(page.getByRole('region', { name: 'Trail' })).toContainText('declared final since');
});
