import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ElectronApplication, expect, test } from '@playwright/test';
import { cover, drawPage, PROOF, writePage } from '../services/intake/pages.ts';
import { ask } from './support/ask.ts';
import { deskForFile, go, screenTitle } from './support/desk.ts';
import { answerOpenDialog } from './support/dialogs.ts';
import { dropFiles } from './support/drop-files.ts';
import { openAudits } from './support/intake-scenes.ts';
import { tempFolder } from './support/office.ts';

const desk = deskForFile();

/** A page as a picture; another grey of the paper makes another one. */
function picture(paper: number): string {
  return drawPage({ ...PROOF, paper }, 'png').toString('base64');
}

async function copyPicture(app: ElectronApplication, png: string): Promise<void> {
  await app.evaluate(async ({ clipboard, ClipboardItem }, bytes) => {
    const picture = new Blob([Buffer.from(bytes, 'base64')], { type: 'image/png' });
    await clipboard.write([new ClipboardItem({ 'image/png': picture })]);
  }, png);
}

test('a scan folder is set, emptied by itself, and told of when it is away and back', async () => {
  const { page, app } = desk;
  const [first] = await openAudits(page);
  const folder = join(tempFolder(), 'scans');
  mkdirSync(folder);
  await go(page, '/settings?tab=intake');
  await answerOpenDialog(app, folder);
  await page.getByRole('button', { name: 'Choose a folder…' }).press('Enter');
  await expect(page.getByLabel('Once a scan is taken in')).toBeVisible();
  writePage(folder, 'scan.png', cover(first?.audit ?? 0));
  await go(page, '/intake?tab=filed');
  await expect(page.getByRole('button', { name: 'scan.png', exact: true })).toBeVisible({
    timeout: 30_000,
  });
  expect(readdirSync(folder)).toEqual(['done']);
  renameSync(folder, `${folder} away`);
  await expect(page.getByText(/cannot be reached since/)).toBeVisible({ timeout: 30_000 });
  renameSync(`${folder} away`, folder);
  await expect(page.getByText(/it is back since/)).toBeVisible({ timeout: 30_000 });
});

test('a picture and a copied file are pasted', async () => {
  const { page, app } = desk;
  await go(page, '/intake');
  await expect(screenTitle(page)).toHaveText('Intake');
  await copyPicture(app, picture(231));
  await page.keyboard.press('Control+V');
  await expect(page.getByText('1 file: 1 waiting in the queue.')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('heading', { name: 'pasted picture.png' })).toBeVisible();
  const file = writePage(tempFolder(), 'copied.png', { ...PROOF, paper: 222 });
  await app.evaluate(async ({ clipboard, ClipboardItem }, path) => {
    await clipboard.write([new ClipboardItem({ 'text/uri-list': `file://${path}` })]);
  }, file);
  await page.keyboard.press('Control+V');
  const queue = page.getByRole('list', { name: 'Documents that wait' });
  await expect(queue.getByText('copied.png')).toBeVisible({ timeout: 30_000 });
});

test('pictures that are pasted while other work is done are all taken in', async () => {
  const { page, app } = desk;
  await go(page, '/intake');
  await expect(screenTitle(page)).toHaveText('Intake');
  const waiting = async () => (await ask(page, 'intake.state', undefined)).counts.waiting;
  const before = await waiting();
  const [one, other] = [picture(212), picture(218)];
  // What the pictures wait behind.
  const folder = tempFolder();
  const files = [206, 208, 210].map((paper) => writePage(folder, `${paper}.png`, { ...PROOF, paper }));
  await ask(page, 'intake.take', { files, channel: 'chosen' });
  const work = page.getByRole('region', { name: 'Long work' }).getByText('Taking in what was pasted');
  await copyPicture(app, one);
  await page.keyboard.press('Control+V');
  await expect(work.first()).toBeVisible();
  await copyPicture(app, other);
  await page.keyboard.press('Control+V');
  await expect.poll(waiting, { timeout: 30_000 }).toBe(before + 5);
});

test('a document of the quarantine is saved, tried again and dismissed with a reason by keys alone', async () => {
  const { page, app } = desk;
  await go(page, '/intake');
  const folder = tempFolder();
  writeFileSync(join(folder, 'broken.pdf'), '%PDF-1.4 and no more');
  await dropFiles(page, [join(folder, 'broken.pdf')]);
  await expect(page.getByText('1 file: 1 in quarantine.')).toBeVisible({ timeout: 30_000 });
  await go(page, '/intake?tab=quarantined');
  await expect(page.getByText('The file is damaged and cannot be shown').first()).toBeVisible();
  const copy = join(folder, 'copy.pdf');
  await app.evaluate(({ dialog }, target) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: target });
  }, copy);
  await page.getByRole('list', { name: 'Documents that wait' }).getByRole('button').focus();
  await page.keyboard.press('s');
  await expect(page.getByText(`Saved: ${copy}`)).toBeVisible();
  expect(readFileSync(copy, 'utf8')).toBe('%PDF-1.4 and no more');
  await page.keyboard.press('t');
  await expect(page.getByText('It still cannot be read.')).toBeVisible({ timeout: 30_000 });
  await page.keyboard.press('d');
  await page.getByLabel('Reason').fill('asked for it again');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Nothing is in quarantine')).toBeVisible();
});
