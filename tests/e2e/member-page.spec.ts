import { expect, test } from '@playwright/test';
import { ask } from './support/ask.ts';
import { deskForFile, go, screenTitle } from './support/desk.ts';

const desk = deskForFile();
const ROSA = 'Rosa M. Featherstonehaugh';
let memberNo = '';

test.beforeAll(async () => {
  const hits = await ask(desk.page, 'members.lookup', { text: 'featherstonehaugh', limit: 1 });
  memberNo = hits[0]?.memberNo ?? '';
});

test.beforeEach(async () => {
  await go(desk.page, `/members/${memberNo}`);
  await expect(screenTitle(desk.page)).toHaveText(ROSA);
});

test('the first screenful answers the call: status by word and shape, what is owed, when', async () => {
  const { page } = desk;
  const marks = page.locator('.member__about .status');
  await expect(marks).toHaveText(['Past due · RMA', 'Active · MT']);
  await expect(marks.first().locator('svg')).toBeVisible();
  const rma = page.getByRole('region', { name: /^RMA/ });
  await expect(rma.locator('.certification__headline')).toContainText(/Past due since .*\$\d+\.\d\d/);
  await expect(rma.locator('.certification__headline')).toBeInViewport();
  await expect(page.getByRole('list', { name: 'Contact' })).toContainText('847-555-0169');
});

test('the reasons are one press away, with the policy’s own sentence and the value in force', async () => {
  const { page } = desk;
  const why = page.getByRole('button', { name: 'Why? RMA' });
  await expect(why).toHaveAttribute('aria-expanded', 'false');
  await why.click();
  await expect(why).toHaveAttribute('aria-expanded', 'true');
  const trail = page.getByRole('region', { name: 'Why RMA stands where it does' });
  const pastDue = trail.getByRole('listitem').filter({ hasText: 'SC-FEE-1' }).first();
  const { sentences } = await ask(page, 'policy.book', undefined);
  const sentence = sentences.find(({ id }) => id === 'SC-FEE-1')?.text ?? 'no such sentence';
  await expect(pastDue.getByRole('blockquote')).toContainText(`“${sentence}”`);
  await expect(trail.locator('.trail__value').first()).toContainText(/in force on \d+ \w+ \d{4}/);
  await page.keyboard.press('w');
  await expect(trail).toBeHidden();
});

test('fees and cycles are drawn as a timeline that the keyboard reads', async () => {
  const { page } = desk;
  for (const code of ['RMA', 'MT']) {
    const timeline = page.getByRole('group', { name: `Fees and cycles of ${code}` });
    await expect(timeline).toBeVisible();
    const box = await timeline.boundingBox();
    expect(box?.width ?? 0).toBeGreaterThan(600);
    expect(await timeline.getByRole('img').count()).toBeGreaterThan(5);
  }
  const rma = page.getByRole('group', { name: 'Fees and cycles of RMA' });
  const stop = rma.locator('[tabindex="0"]');
  await expect(stop).toHaveCount(1);
  await stop.focus();
  await page.keyboard.press('Home');
  await expect(page.locator('.timeline__words')).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(rma.getByRole('img').nth(1)).toBeFocused();
  await expect(page.locator('.timeline__words')).toHaveText(
    (await rma.getByRole('img').nth(1).getAttribute('aria-label')) ?? '?',
  );
});

const TABS = [
  ['Fees', 'Annual fees'],
  ['Points', 'Activities'],
  ['Addresses', 'Addresses'],
] as const;

for (const [tab, table] of TABS)
  test(`the tab ${tab} shows its records, and the place says so`, async () => {
    const { page } = desk;
    await page.getByRole('tab', { name: tab }).click();
    const rows = page.getByRole('table', { name: table }).getByRole('row');
    await expect.poll(() => rows.count()).toBeGreaterThan(1);
    if (tab !== 'Fees') expect(page.url()).toContain(`tab=${tab.toLowerCase()}`);
    await page.reload();
    await expect(page.getByRole('tab', { name: tab })).toHaveAttribute('aria-selected', 'true');
  });

test('the arrow keys move among the tabs', async () => {
  const { page } = desk;
  await page.getByRole('tab', { name: 'Fees' }).focus();
  await page.keyboard.press('End');
  await expect(page.getByRole('tab', { name: 'History' })).toBeFocused();
  await expect(page.getByRole('tab', { name: 'History' })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Home');
  await expect(page.getByRole('tab', { name: 'Fees' })).toBeFocused();
});

test('a change of contact is saved, the address before stays, and the history says who did it', async () => {
  const { page } = desk;
  const before = await ask(page, 'members.page', { memberNo });
  await page.keyboard.press('e');
  const dialog = page.getByRole('dialog', { name: `Contact of ${ROSA}` });
  await expect(dialog.getByLabel('Phone')).toBeFocused();
  await dialog.getByLabel('E-mail', { exact: true }).fill('nobody at home');
  await dialog.getByLabel('Street').fill('9 W Oak Ave');
  await dialog.getByRole('button', { name: 'Save contact' }).click();
  await expect(dialog.getByLabel('E-mail', { exact: true })).toHaveAttribute('aria-invalid', 'true');
  await dialog.getByLabel('E-mail', { exact: true }).fill('rosa@example.com');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByText('Contact saved.')).toBeVisible();
  const contact = page.getByRole('list', { name: 'Contact' });
  await expect(contact).toContainText('9 W Oak Ave');
  await expect(contact).toContainText('rosa@example.com');

  await page.getByRole('tab', { name: 'Addresses' }).click();
  await expect(page.getByRole('table', { name: 'Addresses' })).toContainText('45-A N Elm St');
  await page.getByRole('tab', { name: 'History' }).click();
  const newest = page.getByRole('table', { name: 'History' }).getByRole('row').nth(1);
  await expect(newest).toContainText('Dana');
  const after = await ask(page, 'members.page', { memberNo });
  expect(after.journal.length).toBe(before.journal.length + 1);
});

test('a number that nobody has is said in a sentence, with the way back', async () => {
  const { page } = desk;
  await go(page, '/members/99999999');
  await expect(page.getByRole('alert')).toContainText('99999999');
  await page.getByRole('button', { name: /^Back/ }).click();
  await expect(screenTitle(page)).toHaveText(ROSA);
});

test('a place that does not exist leads back to Today', async () => {
  const { page } = desk;
  await go(page, '/nowhere');
  await expect(page.getByText('There is no such place in this window.')).toBeVisible();
  await page.getByRole('link', { name: 'Go to Today' }).click();
  await expect(screenTitle(page)).toHaveText('Today');
});
