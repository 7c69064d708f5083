import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { ask, numberIn } from './support/ask.ts';
import { deskForFile, go, screenTitle } from './support/desk.ts';
import { makeUnsweptOffice, tempFolder } from './support/office.ts';

// From an office that was never judged on: each specification goes on where the one before it stopped.
test.describe.configure({ mode: 'serial' });

const desk = deskForFile(async () => {
  const folder = join(tempFolder(), 'office');
  await makeUnsweptOffice(folder, 250);
  return folder;
});

test('standings are brought up to date: first what would change and why, then the change', async () => {
  const { page } = desk;
  await page.getByRole('link', { name: /Standings were never brought up to date/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Bring standings up to date' });
  const make = dialog.getByRole('button', { name: /^Make (this change|these [\d,]+ changes)$/ });
  await expect(make).toBeVisible();
  const counts = await dialog
    .getByRole('tab')
    .evaluateAll((tabs) =>
      tabs.map((tab) => Number((tab.querySelector('.tabs__count')?.textContent ?? '').replaceAll(',', ''))),
    );
  expect(counts.length).toBeGreaterThan(1);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(numberIn(await make.textContent()));
  // Every change has a member, a certification and a reason; the policy's own sentence stands above them.
  await expect(dialog.locator('.sweep__sentences')).toContainText('SC-');
  for (const cell of await dialog.locator('tbody tr').first().getByRole('cell').allInnerTexts())
    expect(cell).not.toBe('');
  // Nothing was written yet.
  expect((await ask(page, 'today.view', undefined)).sweptOn).toBeNull();

  await make.click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('region', { name: 'Long work' })).toContainText(/fees? invoiced/);
  await expect(page.getByText('Standings are up to date as of today.')).toBeVisible();
});

test('a second time there is nothing to do', async () => {
  const { page } = desk;
  await page.getByRole('button', { name: 'Bring standings up to date…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Bring standings up to date' });
  await expect(dialog).toContainText('Everything is up to date.');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('every count leads to a list of as many', async () => {
  const { page } = desk;
  await go(page, '/today');
  const links = page.getByRole('region', { name: 'To watch' }).getByRole('link');
  await expect(links.first()).toBeVisible();
  const places = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  expect(places.length).toBeGreaterThanOrEqual(5);
  for (const place of places) {
    await go(page, '/today');
    const link = page.locator(`.today-item[href="${place}"]`);
    const count = numberIn(await link.textContent());
    await link.click();
    if (place === '#/renewals/addresses') {
      await expect(page.locator('tbody tr')).toHaveCount(count);
      continue;
    }
    if (/^#\/(ccp|lapse)/.test(place)) {
      await expect(screenTitle(page)).toHaveText(place.startsWith('#/ccp') ? 'CCP' : 'Lapse');
      await expect(page.locator('.worklist__bar [role="status"]')).toHaveText(
        `${count} ${count === 1 ? 'row' : 'rows'}`,
      );
      continue;
    }
    await expect(screenTitle(page)).toHaveText('Members');
    await expect(page.locator('.screen__about')).toHaveText(
      `${count} ${count === 1 ? 'member matches' : 'members match'}`,
    );
  }
});

test('certifications that renew next month lead to the month that is to be prepared', async () => {
  const { page } = desk;
  await go(page, '/today');
  const link = page.getByRole('link', { name: /renew in December 2026/ });
  const count = numberIn(await link.textContent());
  await link.click();
  await expect(screenTitle(page)).toHaveText('December 2026 renewals');
  await expect(page.locator('.prepare__count')).toContainText(`${count} certifications`);
});

test('the rail says how many things wait, and what is chosen', async () => {
  const { page } = desk;
  await go(page, '/today');
  const items = await page.locator('.today-item').count();
  const today = page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: /^Today/ });
  await expect(today).toHaveAttribute('aria-current', 'page');
  await expect(today).toContainText(String(items));
});
