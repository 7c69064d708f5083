import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { ask, numberIn } from './support/ask.ts';
import { go, type OpenDesk, openDesk, screenTitle } from './support/desk.ts';
import { answerOpenDialog } from './support/dialogs.ts';
import { copyOfSampleOffice, SAMPLE_MEMBERS, tempFolder, whileOpenedByAnother } from './support/office.ts';

let desk: OpenDesk | null = null;

/** Starts the app on a folder, closed when the specification ends. */
async function start(office: string): Promise<OpenDesk> {
  desk = await openDesk(office);
  return desk;
}

test.afterEach(async () => {
  const complaints = desk?.complaints();
  await desk?.close();
  desk = null;
  expect(complaints, 'what the window’s console complained of').toEqual([]);
});

test('two questions and a sample office is there; what is cancelled leaves nothing', async () => {
  const folder = join(tempFolder(), 'office');
  const { page } = await start(folder);
  await expect(page.getByRole('heading', { name: 'Welcome to Standing' })).toBeVisible();
  await expect(page.getByRole('group', { name: 'How do you want to begin?' })).toBeVisible();
  await expect(page.getByRole('group', { name: 'Where should it be kept?' })).toBeVisible();
  await expect(page.getByRole('radio', { name: /^Look round a sample office/ })).toBeChecked();
  expect(existsSync(folder)).toBe(false);

  const make = page.getByRole('button', { name: 'Make the sample office' });
  await make.click();
  await expect(page.getByRole('main').getByText(/^[\d,]+ of 2,000$/)).toBeVisible();
  await page.getByRole('main').getByRole('button', { name: 'Cancel' }).click();
  await expect(make).toBeVisible();
  await expect.poll(() => existsSync(folder)).toBe(false);

  await make.click();
  await expect(screenTitle(page)).toHaveText('Today', { timeout: 60_000 });
  await expect(page.getByText(/[\d,]+ certifications of 2,000 members/)).toBeVisible();
  await expect(page.getByText('these people are made up')).toBeVisible();
  const lapsed = page.locator('.today-item[href="#/lapse"]');
  expect(numberIn(await lapsed.textContent())).toBeGreaterThan(10);
  expect((await ask(page, 'office.state', undefined)).office?.folder).toBe(folder);
});

test('with one’s own files: an empty office is made, and Import is open', async () => {
  const { app, page } = await start(join(tempFolder(), 'office'));
  await page.getByRole('radio', { name: /^Start with the office’s own files/ }).check();
  const chosen = join(tempFolder(), 'Our office');
  await answerOpenDialog(app, chosen);
  await page.getByRole('button', { name: 'Choose another folder…' }).click();
  await expect(page.getByText(chosen)).toBeVisible();
  await page.getByRole('button', { name: 'Make the office and go on to its files' }).click();
  await expect(screenTitle(page)).toHaveText('Import');
  expect((await ask(page, 'office.state', undefined)).office).toMatchObject({ folder: chosen, members: 0 });
  await go(page, '/today');
  await expect(page.getByRole('link', { name: /No members yet: import the office’s files/ })).toBeVisible();
  await expect(page.getByRole('link', { name: /no name and return address yet/ })).toBeVisible();
  await go(page, '/members');
  await expect(page.getByText('This office has no members yet.')).toBeVisible();
});

test('an office that is there is opened, and a folder without one is refused', async () => {
  const { app, page } = await start(join(tempFolder(), 'office'));
  const open = page.getByRole('button', { name: 'Open an existing office…' });
  await answerOpenDialog(app, tempFolder());
  await open.click();
  await expect(page.getByRole('alert')).toContainText(/no office/i);
  await answerOpenDialog(app, copyOfSampleOffice());
  await open.click();
  await expect(screenTitle(page)).toHaveText('Today');
  await expect(page.getByText(`certifications of ${SAMPLE_MEMBERS} members`)).toBeVisible();
});

test('an office that somebody else has open says who, and opens once it is closed', async () => {
  const folder = copyOfSampleOffice();
  await whileOpenedByAnother(folder, 'Mary at the front desk', async () => {
    const { page } = await start(folder);
    await expect(page.getByRole('alert')).toContainText('already open by Mary at the front desk');
    await expect(page.getByRole('alert')).toContainText('Close it there first');
  });
  const { app, page } = desk ?? (await start(folder));
  await answerOpenDialog(app, folder);
  await page.getByRole('button', { name: 'Open an existing office…' }).click();
  await expect(screenTitle(page)).toHaveText('Today');
});
