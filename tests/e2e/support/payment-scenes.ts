import { createHash } from 'node:crypto';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { ask } from './ask.ts';
import { go } from './desk.ts';
import { tempFolder } from './office.ts';
import { portalFile } from './portal-file.ts';
import { type Scene, scene } from './scene.ts';
import { openRosa, paperShown, rowsThere } from './there.ts';

/** The morning's post half entered: one cheque matched and paid over, one nobody's. */
async function openDeposit(page: Page): Promise<void> {
  const { rows } = await ask(page, 'payments.deposits', { state: 'open', offset: 0, limit: 1 });
  if (rows.length > 0) return;
  const { deposit } = await ask(page, 'payments.openDeposit', { controlCount: 60, controlCents: 3_450_00 });
  const cheque = {
    deposit,
    receivedOn: '2026-11-20',
    method: 'cheque',
    payer: '',
    note: '',
    confirmDuplicate: true,
  } as const;
  const part = { memberNo: '700412', code: 'RMA', yearStart: null } as const;
  await ask(page, 'payments.enter', {
    ...cheque,
    amountCents: 250_00,
    reference: '1041',
    parts: [{ ...part, cents: 250_00 }],
  });
  await ask(page, 'payments.enter', {
    ...cheque,
    amountCents: 90_00,
    reference: '2210',
    payer: 'Lakeside Clinic',
    parts: [],
  });
}

/** A portal's file, read and, where it is not yet, entered. @returns its path and deposit */
async function enteredFile(page: Page): Promise<{ readonly file: string; readonly deposit: number }> {
  const { file } = await portalFile(page, 14);
  const files = () => ask(page, 'reconcile.files', { offset: 0, limit: 1 });
  const known = (await files()).rows[0];
  if (known !== undefined) return { file, deposit: known.deposit };
  const { job } = await ask(page, 'reconcile.enter', {
    source: 'portal',
    file,
    mapping: null,
    sha256: createHash('sha256').update(readFileSync(file)).digest('hex'),
    skipRefused: false,
  });
  await expect.poll(async () => (await files()).total, { message: job }).toBe(1);
  return { file, deposit: (await files()).rows[0]?.deposit ?? 0 };
}

/** The morning's post, deposits, payment files, statements and the books. */
export const PAYMENT_SCENES: readonly Scene[] = [
  scene('payments', '/payments', async ({ page }) => {
    await openDeposit(page);
    await page.getByRole('list', { name: 'Deposits' }).waitFor();
  }),
  scene('deposit', '/payments/1', async ({ page }) => {
    await openDeposit(page);
    await page.reload();
    await page.getByRole('combobox', { name: 'Who' }).waitFor();
    // A cheque that looks like one that is there, and the next one half typed.
    await page.keyboard.type('\n90\n2210\n700412\n');
    await page.getByRole('list', { name: 'Not entered' }).waitFor();
    await page.getByText(/^Enters /).waitFor();
  }),
  scene('payments-unmatched', '/payments?tab=unmatched', async ({ page }) => {
    await openDeposit(page);
    await page.getByRole('table', { name: 'Unmatched receipts' }).waitFor();
  }),
  scene('payments-statement', '/payments?tab=statement', async ({ page }) => {
    await openDeposit(page);
    await page.getByRole('combobox', { name: 'Whose statement' }).fill('700412');
    await page.keyboard.press('Enter');
    await page.getByRole('table', { name: /^Statement of / }).waitFor();
  }),
  scene('payments-books', '/payments?tab=books', async ({ page }) => {
    await openDeposit(page);
    await page.getByRole('table', { name: 'Unpaid fees by age' }).waitFor();
    await page.getByRole('table', { name: 'Cash-receipts journal' }).waitFor();
  }),
  scene('deposit-slip', '/payments', async ({ page }) => {
    await openDeposit(page);
    const { rows } = await ask(page, 'payments.deposits', { state: null, offset: 0, limit: 1 });
    await go(page, `/payments/${rows[0]?.deposit}`);
    await page.getByRole('button', { name: 'Deposit slip…' }).click();
    await paperShown(page);
  }),
  scene('member-receipt', '/today', async (desk) => {
    await openDeposit(desk.page);
    await openRosa(desk, '');
    await desk.page
      .getByRole('button', { name: /^Receipt of / })
      .first()
      .click();
    await paperShown(desk.page);
  }),
  scene('payments-credits', '/payments?tab=credits', ({ page }) =>
    page.getByRole('table', { name: 'Credits' }).waitFor(),
  ),
  scene('member-fees', '/members/700412', ({ page }) =>
    page.getByRole('list', { name: 'Billed and paid' }).waitFor(),
  ),
  scene('payments-read', '/payments?tab=files', async ({ page }) => {
    const { file } = await portalFile(page, 14);
    // Not readable, and so never entered: the scene is the same every time.
    appendFileSync(file, '"TX-5000","13/20/2026","700412","Rosa Featherstonehaugh","50.00","Settled"\r\n');
    await go(page, `/payments/read?source=portal&file=${encodeURIComponent(file)}`);
    await page.getByRole('table', { name: 'What would become of each line' }).waitFor();
  }),
  scene('payments-columns', '/payments?tab=files', async ({ page }) => {
    const file = join(tempFolder(), 'lockbox.csv');
    writeFileSync(file, 'Serial,Posted,Net,Remitter,Batch\n1041,20261120,50.00,Rosa Featherstonehaugh,7\n');
    await go(page, `/payments/read?source=lockbox&file=${encodeURIComponent(file)}`);
    await page.getByText('No column of the file is taken for').waitFor();
  }),
  scene('payments-files', '/payments?tab=files', async ({ page }) => {
    await enteredFile(page);
    await page.getByRole('list', { name: 'Payment files' }).waitFor();
  }),
  scene('payments-file', '/payments?tab=files', async ({ page }) => {
    const { deposit } = await enteredFile(page);
    await go(page, `/payments/files/${deposit}`);
    await page.locator('.line-panel__why').waitFor();
  }),
  scene('payments-file-all', '/payments?tab=files', async ({ page }) => {
    const { deposit } = await enteredFile(page);
    await go(page, `/payments/files/${deposit}?show=all`);
    await rowsThere(page);
  }),
  scene('payments-line-leave', '/payments?tab=files', async ({ page }) => {
    const { deposit } = await enteredFile(page);
    await go(page, `/payments/files/${deposit}`);
    await page.locator('.line-panel__why').waitFor();
    await page.keyboard.press('l');
    await page.getByRole('dialog').waitFor();
  }),
];
