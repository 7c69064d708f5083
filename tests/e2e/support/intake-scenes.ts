import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { CERTIFICATE, writeProof } from '../../documents/proof-page.ts';
import { cover, PROOF, writeBatch, writePage } from '../../services/intake/pages.ts';
import { scanned } from '../../services/intake/scanned.ts';
import { ask } from './ask.ts';
import { tempFolder } from './office.ts';
import { scene } from './scene.ts';

/** The audits that are open, the latest first. */
export async function openAudits(page: Page): Promise<readonly { audit: number; memberNo: string }[]> {
  const { rows } = await ask(page, 'audits.cases', { state: 'open', of: null, offset: 0, limit: 2 });
  return rows;
}

/** A morning's scans, taken in once: a batch with a torn cover, a paper without a code, a photo, a file of another kind. */
async function takeScans(page: Page): Promise<void> {
  const { counts } = await ask(page, 'intake.state', undefined);
  if (Object.values(counts).some((count) => count > 0)) return;
  const folder = tempFolder();
  const [first] = await openAudits(page);
  if (first === undefined) throw new Error('the sample has no open audit');
  const torn = { ...cover(first.audit), torn: 0.45 };
  const files = [
    await writeBatch(folder, 'scan-0412.pdf', [cover(first.audit), PROOF, torn, PROOF]),
    writePage(folder, `certificate ${first.memberNo}.png`, PROOF),
    writePage(folder, 'course photo.png', { degrees: 4, paper: 225 }),
    join(folder, 'letter.docx'),
  ];
  writeFileSync(files[3] ?? '', 'PK\u0003\u0004 a word processor’s file');
  await ask(page, 'intake.take', { files, channel: 'dropped' });
  await page.getByText(/^4 files in 5 parts: /).waitFor();
}

/** Chooses the certificate of a member with an open case, scanned askew and without a code; taken in once. */
export async function takeCertificate(
  page: Page,
): Promise<{ readonly memberNo: string; readonly name: string }> {
  const [first] = await openAudits(page);
  if (first === undefined) throw new Error('the sample has no open audit');
  const { name } = await ask(page, 'intake.member', { memberNo: first.memberNo });
  const row = page
    .getByRole('list', { name: 'Documents that wait' })
    .getByRole('button', { name: /^scan-.*150-001/ });
  if ((await row.count()) === 0) {
    const folder = tempFolder();
    const lines = CERTIFICATE.map((line) => (line.startsWith('Jane') ? name : line));
    const files = await scanned(await writeProof(folder, lines), folder, 150, () => ({
      degrees: 2,
      dpi: 150,
      noise: 0.0005,
      skew: 0,
    }));
    await ask(page, 'intake.take', { files: [...files], channel: 'dropped' });
  }
  await row.first().click();
  return { memberNo: first.memberNo, name };
}

/** Opens all pages of the batch with the torn cover, one of them split off and turned; the keyboard does it, once. */
export async function arrangeBatch(page: Page): Promise<void> {
  const rows = page.getByRole('list', { name: 'Documents that wait' });
  await rows
    .getByRole('button', { name: /^scan-0412/ })
    .first()
    .click();
  await page.keyboard.press('v');
  const board = page.getByRole('region', { name: 'All pages of scan-0412.pdf' });
  // A page is drawn when it comes into sight.
  await board.getByRole('button', { name: /^Page 4/ }).scrollIntoViewIfNeeded();
  await board
    .getByRole('button', { name: /^Page 4/ })
    .locator('img')
    .waitFor();
  if ((await board.getByRole('heading', { name: 'Part 3' }).count()) > 0) return;
  await board.getByRole('button', { name: 'Page 3' }).click();
  await page.keyboard.press('s');
  await board.getByRole('heading', { name: 'Part 3' }).waitFor();
  await page.keyboard.press('r');
  await board.getByRole('button', { name: 'Page 3, turned right' }).waitFor();
}

/** Documents that came in. */
export const INTAKE_SCENES = [
  scene('intake-queue', '/intake', async ({ page }) => {
    await takeScans(page);
    await page.getByRole('img', { name: /^Page / }).waitFor();
  }),
  scene('intake-refused', '/intake', async ({ page }) => {
    await takeScans(page);
    await page.getByLabel(/^Somebody else/).fill('700412');
    await page.getByLabel(/^Somebody else/).press('Enter');
    await page.getByRole('dialog').waitFor();
  }),
  scene('intake-words', '/intake', async ({ page }) => {
    await takeScans(page);
    await takeCertificate(page);
    await page.getByRole('img', { name: /^Page 1 of scan-.*150-001/ }).waitFor();
    await page.getByText(/^Read here: /).click();
  }),
  scene('intake-pages', '/intake', async ({ page }) => {
    await takeScans(page);
    await arrangeBatch(page);
  }),
  scene('intake-activity', '/intake', async ({ page }) => {
    await takeScans(page);
    await page
      .getByRole('list', { name: 'Documents that wait' })
      .getByRole('button', { name: /^certificate/ })
      .click();
    await page.getByRole('button', { name: /^To an activity… \(a\)/ }).waitFor();
    await page.keyboard.press('a');
    await page.getByRole('dialog').getByRole('group').waitFor();
  }),
  scene('settings-intake', '/settings?tab=intake', async ({ page }) => {
    await ask(page, 'intake.saveScanFolder', { folder: tempFolder(), leave: false });
    await page.getByLabel('Once a scan is taken in').waitFor();
  }),
  scene('intake-quarantine', '/intake?tab=quarantined', async ({ page }) => {
    await takeScans(page);
    await page.getByRole('button', { name: 'Try again (t)' }).waitFor();
  }),
  scene('intake-filed', '/intake?tab=filed', async ({ page }) => {
    await takeScans(page);
    await page.getByRole('table', { name: 'Documents' }).waitFor();
  }),
  scene('intake-scan-folder-away', '/intake', async ({ page }) => {
    await takeScans(page);
    const folder = tempFolder();
    await ask(page, 'intake.saveScanFolder', { folder, leave: false });
    rmSync(folder, { recursive: true });
    await page.getByText('cannot be reached since').waitFor();
  }),
];
