import { expect, test } from '@playwright/test';
import { cover, PROOF, writeBatch, writePage } from '../services/intake/pages.ts';
import { ask } from './support/ask.ts';
import { deskForFile, go } from './support/desk.ts';
import { answerOpenDialog } from './support/dialogs.ts';
import { openAudits, takeCertificate } from './support/intake-scenes.ts';
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
  // Its words are read first.
  await expect(page.getByRole('img', { name: `Page 1 of certificate ${first.memberNo}.png` })).toBeVisible({
    timeout: 30_000,
  });
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
  const {
    rows: [filed],
  } = await ask(page, 'intake.parts', { state: 'filed', offset: 0, limit: 1 });
  if (filed === undefined || filed.member === null || filed.case === null)
    throw new Error('the batch was filed');
  await go(page, '/intake');
  const queue = page.getByRole('list', { name: 'Documents that wait' });
  await queue.getByRole('button').first().focus();
  await page.keyboard.press('f');
  await expect(page.getByLabel(/^Somebody else/)).toBeFocused();
  await page.keyboard.type('700412');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: /has no open case/ });
  await expect(dialog.getByText('AMT does not accept documents for review and entry unless')).toBeVisible();
  // What came before it is put back meanwhile, and takes its place in the list.
  await ask(page, 'intake.undo', { part: filed.part });
  await expect(page.locator('.intake-queue__row')).toHaveCount(2);
  await dialog.getByRole('button', { name: 'Refuse it and queue a return letter' }).press('Enter');
  await expect(queue.getByRole('listitem')).toHaveText([/^post\.pdf/]);
  const { member, case: to } = filed;
  await ask(page, 'intake.assign', {
    part: filed.part,
    memberNo: member.memberNo,
    case: { kind: to.kind, id: to.id },
    activity: null,
    override: null,
  });
  await expect(page.getByText('Nothing waits')).toBeVisible();
  expect(await ask(page, 'intake.state', undefined)).toMatchObject({
    returnLetters: 1,
    counts: { refused: 1, waiting: 0 },
  });
});

test('a certificate without a code is read: it suggests whose it is, proposes what it shows, and hides a card number', async () => {
  const { page } = desk;
  await go(page, '/intake');
  const { memberNo, name } = await takeCertificate(page);
  const read = page.getByRole('region', { name: 'Read on this page' });
  await read.getByText(/^Read here: /).click({ timeout: 30_000 });
  await expect(
    read.getByText('American Society for Clinical Laboratory Science', { exact: true }),
  ).toBeVisible({
    timeout: 30_000,
  });
  await expect(read.getByText('3 May 2024', { exact: true })).toBeVisible();
  await expect(read.getByText('Something here looks like a card number and is covered.')).toBeVisible();
  await expect(read).not.toContainText('1111');
  await expect(page.getByText(`“${name}” is read on the page`)).toBeVisible();
  await page.keyboard.press('1');
  await expect(page.getByText(`Filed for ${name}`)).toBeVisible();
  const { rows } = await ask(page, 'intake.parts', { state: 'filed', offset: 0, limit: 1 });
  expect(rows[0]?.member?.memberNo).toBe(memberNo);

  const audit = rows[0]?.case?.id ?? 0;
  for (const to of ['notice-sent', 'received', 'in-review'] as const)
    await ask(page, 'audits.step', { audit, to, on: '2026-11-22', note: '' });
  await go(page, `/audits/cases/${audit}`);
  await page.getByRole('combobox', { name: 'Document 1 of 2' }).waitFor();
  await page.keyboard.press('.');
  await expect(page.getByText(`Read on page 1: name ${name}`)).toBeVisible({ timeout: 30_000 });
  await page.keyboard.press('e');
  const claimed = page.getByRole('region', { name: 'Claimed activities' });
  for (const item of ['Name', 'Sponsor', 'Hours'])
    await expect(claimed.getByRole('button', { name: `✓ ${item}` })).toBeVisible();
});
