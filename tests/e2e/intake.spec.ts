import { expect, test } from '@playwright/test';
import { cover, PROOF, writeBatch, writePage } from '../services/intake/pages.ts';
import { ask } from './support/ask.ts';
import { deskForFile, go } from './support/desk.ts';
import { answerOpenDialog } from './support/dialogs.ts';
import { openAudits } from './support/intake-scenes.ts';
import { tempFolder } from './support/office.ts';

const desk = deskForFile();

test('scans are chosen and file themselves; what has no code is filed by keyboard and put back', async () => {
  const { page, app } = desk;
  const [first] = await openAudits(page);
  if (first === undefined) throw new Error('the sample has no open audit');
  const folder = tempFolder();
  await go(page, '/intake');
  await answerOpenDialog(
    app,
    await writeBatch(folder, 'post.pdf', [cover(first.audit), PROOF]),
    writePage(folder, `certificate ${first.memberNo}.png`, PROOF),
  );
  await page.getByRole('button', { name: 'Choose files…' }).press('Enter');
  await expect(page.getByText('2 files: 1 filed, 1 waiting in the queue.')).toBeVisible({ timeout: 30_000 });

  const queue = page.getByRole('list', { name: 'Documents that wait' });
  await expect(queue.getByRole('listitem')).toHaveCount(1);
  await expect(page.getByRole('img', { name: `Page 1 of certificate ${first.memberNo}.png` })).toBeVisible();
  await expect(page.getByText('the number in the file’s name')).toBeVisible();
  await queue.getByRole('button').focus();
  await page.keyboard.press('1');
  await expect(page.getByText('Nothing waits')).toBeVisible();

  await page.getByRole('tab', { name: /^Filed/ }).press('Enter');
  const filed = page.getByRole('table', { name: 'Documents' }).locator('tbody tr');
  await expect(filed).toHaveCount(2);
  await filed.first().getByRole('button', { name: /^Undo/ }).press('Enter');
  await expect(filed).toHaveCount(1);
  await page.getByRole('tab', { name: /^Queue/ }).press('Enter');
  await expect(page.getByText(/put it back; it was filed to the audit of/)).toBeVisible();
});

test('a member without an open case is refused with the sentence, and a return letter is queued', async () => {
  const { page } = desk;
  await go(page, '/intake');
  await page.getByRole('list', { name: 'Documents that wait' }).getByRole('button').first().focus();
  await page.keyboard.press('f');
  await expect(page.getByLabel(/^Somebody else/)).toBeFocused();
  await page.keyboard.type('700412');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: /has no open case/ });
  await expect(dialog.getByText('AMT does not accept documents for review and entry unless')).toBeVisible();
  await dialog.getByRole('button', { name: 'Refuse it and queue a return letter' }).press('Enter');
  await expect(page.getByText('Nothing waits')).toBeVisible();
  expect(await ask(page, 'intake.state', undefined)).toMatchObject({
    returnLetters: 1,
    counts: { refused: 1, waiting: 0 },
  });
});
