import { expect, test } from '@playwright/test';
import { addDays } from '../../shared/util/dates.ts';
import { ask } from './support/ask.ts';
import { deskForFile, go } from './support/desk.ts';
import { TODAY } from './support/office.ts';
import {
  activeName,
  expectNextRow,
  panelOf,
  rowCount,
  toFirstRow,
  workedName,
} from './support/worked-row.ts';
import { doubtfulActivity } from './support/worklist-scenes.ts';

// From one office: each specification goes on where the one before it stopped. Nobody touches the mouse, and nobody leaves the list.
test.describe.configure({ mode: 'serial' });

const desk = deskForFile();

test.beforeAll(async () => {
  await desk.page.evaluate(() => {
    window.addEventListener('pointerdown', () => document.documentElement.setAttribute('data-touched', ''));
  });
});

test.afterEach(async () => {
  expect(await desk.page.locator('html').getAttribute('data-touched')).toBeNull();
});

test('the row that the arrow keys come to stands beside the list: its standing in a sentence, its cycle, its fees', async () => {
  const { page } = desk;
  await go(page, '/ccp?list=ending');
  await toFirstRow(page);
  await expect(panelOf(page)).toHaveAttribute('aria-busy', 'false');
  const first = await workedName(page);
  expect(await activeName(page)).toBe(first);
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown']) await page.keyboard.press(key);
  await expectNextRow(page, first);
  await expect(panelOf(page).locator('.work-panel__stands').first()).toContainText(/CCP points? to go by/);
  await expect(panelOf(page).getByRole('group', { name: /^Cycle of/ })).toBeVisible();
  await expect(panelOf(page).locator('.cycle-points__left')).toContainText(/days? left, to/);
  await expect(panelOf(page).getByRole('region', { name: 'Open fees' })).toBeVisible();
});

test('SC-CCP-3: points recorded beside the list of those that ended short take the row off it, and the next one is worked', async () => {
  const { page } = desk;
  await go(page, '/ccp?list=ended-short&sort=-on');
  await toFirstRow(page);
  await expect(panelOf(page)).toHaveAttribute('aria-busy', 'false');
  const { rows } = await ask(page, 'worklists.rows', {
    list: 'ended-short',
    filter: {},
    sort: { by: 'on', descending: true },
    offset: 0,
    limit: 2,
  });
  const [row] = rows;
  if (row === undefined) throw new Error('The sample office has cycles that ended short.');
  await expect(panelOf(page)).toHaveAccessibleName(`Row: ${row.memberName}`);
  const before = await rowCount(page, 'ended-short');
  await page.keyboard.press('p');
  const dialog = page.getByRole('dialog', { name: `Add an activity of ${row.memberName}` });
  const type = async (hours: number, title: string) => {
    await dialog.getByLabel('Title').fill(title);
    await dialog.getByLabel('Completed on').fill(addDays(row.on, -30));
    await dialog.getByLabel('Hours or credits').fill(String(hours));
    await dialog.getByLabel('(a) Helps to do the job better').focus();
    await page.keyboard.press('Space');
    await expect(dialog.getByText(/points? granted/)).toBeVisible();
    await dialog.getByLabel('Title').focus();
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
  };
  await type(1, 'Infection control, an hour');
  await expect(page.getByText(/Still on the list:/)).toBeVisible();
  await expect(page.getByRole('grid')).toBeFocused();
  expect(await workedName(page)).toBe(row.memberName);
  await page.keyboard.press('p');
  await type(200, 'Evening college, a year');
  await expect(page.getByText(/Off the list\./)).toBeVisible();
  await expectNextRow(page, row.memberName);
  expect(await workedName(page)).toBe(rows[1]?.memberName);
  expect(await rowCount(page, 'ended-short')).toBe(before - 1);
  await expect(page).toHaveURL(/#\/ccp\?/);
});

test('PB-CCP-3: an attestation is recorded from the row, with its cycle and day filled in', async () => {
  const { page } = desk;
  await go(page, '/ccp?list=ending');
  await toFirstRow(page);
  await expect(panelOf(page)).toHaveAttribute('aria-busy', 'false');
  const [name, before] = [await workedName(page), await rowCount(page, 'ending')];
  await page.keyboard.press('a');
  const dialog = page.getByRole('dialog', { name: `Attestation of ${name}` });
  await expect(dialog.getByLabel('Signed on')).toHaveValue(TODAY);
  await expect(dialog.getByRole('checkbox', { checked: true })).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByText(/ attested\. Off the list\./)).toBeVisible();
  await expectNextRow(page, name);
  expect(await rowCount(page, 'ending')).toBe(before - 1);

  // Once the cycle has ended, only the slip tells whether it was signed in time.
  await go(page, '/ccp?list=ended-short&sort=-on');
  await toFirstRow(page);
  await expect(panelOf(page)).toHaveAttribute('aria-busy', 'false');
  const late = await workedName(page);
  await page.keyboard.press('a');
  const asked = page.getByRole('dialog', { name: `Attestation of ${late}` });
  await expect(asked.getByLabel('Signed on')).toHaveValue('');
  await page.keyboard.press('Enter');
  await expect(asked).toContainText('Type the day that stands on the slip');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('grid')).toBeFocused();
});

test('SC-CCP-7, SC-FEE-1: a payment is taken from the row into a new deposit, the next one into the same', async () => {
  const { page } = desk;
  const open = async () =>
    (await ask(page, 'payments.deposits', { state: 'open', offset: 0, limit: 50 })).rows.filter(
      ({ source }) => source === 'post',
    );
  for (const { deposit } of await open()) await ask(page, 'payments.closeDeposit', { deposit });
  await go(page, '/lapse?list=past-due');
  await toFirstRow(page);
  await expect(panelOf(page)).toHaveAttribute('aria-busy', 'false');
  const before = await rowCount(page, 'past-due');
  const first = await workedName(page);
  const pay = async (name: string, cheque: string) => {
    await page.keyboard.press('t');
    const dialog = page.getByRole('dialog', { name: `Payment of ${name}` });
    await expect(dialog.getByLabel('Amount')).toHaveValue(/^\d+\.00$/);
    await expect(dialog.getByLabel('Amount')).toBeFocused();
    await dialog.getByLabel('Cheque number').focus();
    await page.keyboard.type(cheque);
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await expectNextRow(page, name);
  };
  await pay(first, '4711');
  expect(await rowCount(page, 'past-due')).toBe(before - 1);
  const [deposit] = await open();
  expect(deposit).toMatchObject({ enteredCount: 1, controlCount: 1, differenceCents: 0 });
  await pay(await workedName(page), '4712');
  expect(await open()).toMatchObject([{ deposit: deposit?.deposit, enteredCount: 2 }]);
  expect(await rowCount(page, 'past-due')).toBe(before - 2);
});

test('SC-CCP-6: of two activities that look like one, the one that stays is chosen beside the list; the other has its counter-entry', async () => {
  const { page } = desk;
  await doubtfulActivity(page);
  await go(page, '/ccp?list=duplicates');
  await toFirstRow(page);
  await expect(panelOf(page)).toHaveAttribute('aria-busy', 'false');
  const before = await rowCount(page, 'duplicates');
  const memberNo = await panelOf(page).locator('.work-panel__who .selectable').innerText();
  const withdrawn = async () =>
    (await ask(page, 'points.ofMember', { memberNo })).activities.filter(
      ({ counter }) => counter?.kind === 'withdrawn',
    );
  const earlier = (await withdrawn()).length;
  await page.keyboard.press('x');
  const dialog = page.getByRole('dialog', { name: /^Which one stays/ });
  await expect(dialog.getByRole('radio').first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(dialog.getByRole('radio').nth(1)).toBeChecked();
  const stays = await dialog.getByRole('radio').nth(1).locator('..').locator('strong').innerText();
  await expect(dialog.getByLabel('Why the other is withdrawn')).toHaveValue(
    new RegExp(`^Recorded twice: “${stays}”, .*, stays$`),
  );
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect.poll(() => rowCount(page, 'duplicates')).toBe(before - 1);
  const [last, ...others] = await withdrawn();
  expect(others.length).toBe(earlier);
  expect(last?.counter?.reason).toContain('Recorded twice');
  // It was the only row: nothing is left to work, and the keyboard is on the table.
  expect(before).toBe(1);
  await expect(panelOf(page)).toBeHidden();
  await expect(page.getByRole('grid')).toBeFocused();
});

test('SC-RECERT-1: an application is entered beside the list of the lapsed, and the contact is changed without leaving it', async () => {
  const { page } = desk;
  await go(page, '/lapse?sort=-on');
  await toFirstRow(page);
  await expect(panelOf(page)).toHaveAttribute('aria-busy', 'false');
  const name = await workedName(page);
  await page.keyboard.press('r');
  const dialog = page.getByRole('dialog', { name: 'Start an application' });
  await dialog.getByRole('radio', { name: /CCP/ }).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByText(/^Application \d+ of .* entered\. Still on the list:/)).toBeVisible();
  await expect(panelOf(page).getByRole('link', { name: 'Its application' })).toBeVisible();
  expect(await workedName(page)).toBe(name);
  await page.keyboard.press('e');
  const contact = page.getByRole('dialog', { name: `Contact of ${name}` });
  await contact.getByLabel('E-mail', { exact: true }).focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('new.address@example.com');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Contact saved.')).toBeVisible();
  await expect(page.getByRole('grid')).toBeFocused();
  await expect(page).toHaveURL(/#\/lapse\?/);
});
