import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { saveManagers } from '../../electron/services/managers.ts';
import { openOffice } from '../../electron/services/office.ts';
import { oldDocument } from '../services/intake/retention/old-documents.ts';
import { optionsFor } from '../temp-office.ts';
import { ask } from './support/ask.ts';
import { deskForFile, go } from './support/desk.ts';
import { answerSaveDialog } from './support/dialogs.ts';
import { copyOfSampleOffice, tempFolder } from './support/office.ts';
import { refusePapers } from './support/papers-scenes.ts';
import { textOf } from './support/pdf.ts';

const desk = deskForFile(async () => {
  const folder = copyOfSampleOffice();
  const office = await openOffice(optionsFor(folder));
  await saveManagers(office, ['Dana Whitfield']);
  for (const name of ['leaflet', 'receipt', 'flyer', 'poster'])
    await oldDocument(office, name, '2024-05-03', {});
  const { audit, memberId } = office.db.sqlite
    .prepare<[], { audit: number; memberId: number }>(
      `SELECT a.id AS audit, c.member_id AS memberId FROM audit a JOIN certification c ON c.id = a.certification_id
       WHERE a.outcome = 'compliant' ORDER BY a.id LIMIT 1`,
    )
    .get() ?? { audit: 0, memberId: 0 };
  office.db.sqlite
    .prepare("UPDATE audit SET selected_on = '2019-01-15', closed_on = '2019-05-03' WHERE id = ?")
    .run(audit);
  const filed = { state: 'filed', memberId, why: '', case: { kind: 'audit', id: audit } } as const;
  await oldDocument(office, 'certificate', '2019-05-03', filed);
  decided = audit;
  await office.close();
  return folder;
});
let decided = 0;

test('return letters: papers said, prepared, printed, marked as mailed, and shown as she was sent them', async () => {
  const { page } = desk;
  await go(page, '/intake');
  await refusePapers(page);
  await page.getByRole('tab', { name: /^Return letters/ }).press('Enter');
  const table = page.getByRole('table', { name: 'Return letters' });
  await expect(table.locator('tbody tr')).toHaveCount(3);
  await expect(table.getByText(/asked for no mail/)).toBeVisible();
  await table.getByLabel('The papers of hours 2025.png').selectOption('file');
  await page.getByRole('button', { name: 'Prepare the run' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'November 2026 return letters' })).toBeVisible();
  const run = (await ask(page, 'renewals.runs', undefined)).find(({ kind }) => kind === 'return')?.run ?? '';
  await page.getByRole('button', { name: /^Print / }).click();
  await page.getByLabel('Sheets counted').fill('1', { timeout: 30_000 });
  await page.getByRole('button', { name: 'Mark 1 as mailed' }).click();
  await expect(page.getByRole('heading', { name: /mailed on 22 November 2026/ })).toBeVisible();
  const pdf = textOf(join(desk.office, 'runs', run, `${run}.pdf`));
  expect(pdf).toContain('AMT does not accept documents for review and entry unless');
  await go(page, '/intake?tab=returns');
  await page.getByRole('button', { name: /^Mailed/ }).click();
  await expect(table.locator('tbody tr')).toHaveCount(2);
  await table.getByRole('link', { name: 'Show what was sent' }).first().click();
  await expect(page.locator('canvas').first()).toBeVisible({ timeout: 30_000 });
});

test('retention: what is due is held, let go, destroyed by a manager who types how many, and certified', async () => {
  const { page, app } = desk;
  await go(page, '/intake?tab=retention');
  const table = page.getByRole('table', { name: 'Documents whose time is over' });
  await expect(table.locator('tbody tr')).toHaveCount(5);
  await table.getByRole('button', { name: 'Hold… leaflet.pdf' }).press('Enter');
  await page.getByRole('dialog').getByLabel('Reason').fill('Complaint 7');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Its destruction is stopped.')).toBeVisible();
  await page.getByRole('button', { name: /^Stopped/ }).press('Enter');
  await expect(table.getByText(/^Legal hold: Complaint 7/)).toBeVisible();
  await page.getByRole('button', { name: /^Due/ }).press('Enter');
  await table.getByLabel('Choose receipt.pdf').check();
  await page.getByRole('button', { name: 'Destroy 1 chosen…' }).press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('To confirm, type how many: 1').fill('2');
  await expect(dialog.getByRole('button', { name: 'Destroy 1 document' })).toBeDisabled();
  await dialog.getByLabel('To confirm, type how many: 1').fill('1');
  await page.keyboard.press('Enter');
  // Whoever is at the desk may not allow it; it is still the one that was chosen.
  await expect(dialog.getByRole('alert')).toContainText('manager');
  await dialog.getByLabel('Allowed by').selectOption('Dana Whitfield');
  await dialog.getByRole('button', { name: 'Destroy 1 document' }).press('Enter');
  await expect(dialog.getByText(/^1 document destroyed, on the log as destruction 1/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).last().press('Enter');

  await page.getByRole('button', { name: 'Destroy all 3…' }).press('Enter');
  await dialog.getByLabel('Allowed by').selectOption('Dana Whitfield');
  await dialog.getByLabel('To confirm, type how many: 3').fill('3');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText(/^3 documents destroyed, on the log as destruction 2/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).last().press('Enter');

  await page.getByRole('button', { name: /^Destroyed/ }).press('Enter');
  await expect(page.getByRole('table', { name: 'Destruction log' }).getByText('receipt.pdf')).toBeVisible();
  const file = join(tempFolder(), 'destruction-1.pdf');
  await answerSaveDialog(app, file);
  await page.getByRole('button', { name: 'Certificate of destruction 1' }).press('Enter');
  await expect.poll(() => existsSync(file)).toBe(true);
  expect(textOf(file)).toContain('receipt.pdf');
  const log = join(tempFolder(), 'log.csv');
  await answerSaveDialog(app, log);
  await page.getByRole('button', { name: 'Save the log as CSV' }).press('Enter');
  await expect.poll(() => existsSync(log)).toBe(true);
  expect(readFileSync(log, 'utf8')).toContain('retention-years-refused');
  await page.getByRole('tab', { name: /^Dismissed/ }).press('Enter');
  await expect(page.getByRole('button', { name: 'Undo leaflet.pdf' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Undo receipt.pdf' })).toHaveCount(0);
  await page.getByRole('button', { name: 'receipt.pdf', exact: true }).click();
  await expect(
    page.getByRole('dialog').getByText(/^This document was destroyed on 22 November 2026/),
  ).toBeVisible();
  await page.keyboard.press('Escape');
  await go(page, `/audits/cases/${decided}`);
  await expect(page.getByText(/^This document was destroyed on 22 November 2026/)).toBeVisible();
});
