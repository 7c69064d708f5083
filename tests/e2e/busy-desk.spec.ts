import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { ask } from './support/ask.ts';
import { deskForFile, go, screenTitle } from './support/desk.ts';
import { answerOpenDialog } from './support/dialogs.ts';
import { tempFolder } from './support/office.ts';
import { REFUSED, refuseLater } from './support/refuse-later.ts';
import {
  expectNextRow,
  openFirstRow,
  panelOf,
  rowCount,
  toFirstRow,
  workedName,
} from './support/worked-row.ts';

const desk = deskForFile();

test('keys that are pressed in a filter that is open are not the row’s beside it', async () => {
  const { page } = desk;
  await go(page, '/ccp?list=ending');
  const before = await rowCount(page, 'ending');
  await openFirstRow(page);
  const name = await workedName(page);
  await page.getByRole('button', { name: /^State/ }).press('Enter');
  const choices = page.getByRole('dialog', { name: 'State' });
  await expect(choices.getByRole('checkbox').first()).toBeFocused();
  await page.keyboard.press('d');
  await page.keyboard.press('Escape');
  await expect(choices).toBeHidden();
  await expect(panelOf(page).getByRole('heading').first()).toHaveText(name);
  expect(await rowCount(page, 'ending')).toBe(before);
});

test('a key that is held down marks one row, not those that come after it', async () => {
  const { page } = desk;
  await go(page, '/ccp?list=ending');
  await toFirstRow(page);
  await expect(panelOf(page)).toHaveAttribute('aria-busy', 'false');
  const [name, before] = [await workedName(page), await rowCount(page, 'ending')];
  await page.keyboard.down('d');
  await expectNextRow(page, name);
  // Pressed again while it is down: as a keyboard repeats it.
  await page.keyboard.down('d');
  await page.keyboard.up('d');
  await page.keyboard.press('n');
  await expect(page.getByRole('dialog', { name: 'Note' })).toBeVisible();
  await page.keyboard.press('Escape');
  expect(await rowCount(page, 'ending')).toBe(before - 1);
});

test('a row that could not be marked is told, though the keyboard has gone on to the next one', async () => {
  const { app, page } = desk;
  await go(page, '/ccp?list=roll-blocked');
  await toFirstRow(page);
  await expect(panelOf(page)).toHaveAttribute('aria-busy', 'false');
  const name = await workedName(page);
  const refuse = await refuseLater(app, 'worklists.mark');
  await page.keyboard.press('d');
  await page.keyboard.press('ArrowDown');
  await expect(panelOf(page).getByRole('heading').first()).not.toHaveText(name);
  await expect(panelOf(page)).toHaveAttribute('aria-busy', 'false');
  await refuse();
  await expect(page.locator('.toast--error')).toContainText(REFUSED);
});

test('an activity that could not be entered is told, though somebody has typed on meanwhile', async () => {
  const { app, page } = desk;
  await go(page, '/ccp?tab=enter');
  await page.getByLabel('Whose activity').fill('700412');
  await page.keyboard.press('Enter');
  const form = page.getByRole('form', { name: 'Enter an activity' });
  await expect(form.getByLabel('Title')).toBeFocused();
  await page.keyboard.type('Infection control');
  await form.getByLabel('Completed on').fill('2026-11-20');
  await form.getByLabel('Hours or credits').fill('2');
  await form.getByLabel('(a) Helps to do the job better').check();
  await expect(form.getByText(/points? granted/)).toBeVisible();
  const refuse = await refuseLater(app, 'points.enter');
  await form.getByLabel('Title').press('Enter');
  await page.keyboard.type('s');
  await refuse();
  await expect(form.getByRole('alert')).toContainText(REFUSED);
});

test('Enter pressed twice in a window that is busy opens one deposit', async () => {
  const { page } = desk;
  const opened = async () =>
    (await ask(page, 'payments.deposits', { state: 'open', offset: 0, limit: 1 })).total;
  const before = await opened();
  await go(page, '/payments');
  await expect(page.getByRole('button', { name: 'Open a deposit' })).toBeVisible();
  await page.keyboard.press('n');
  await expect(page.getByRole('textbox', { name: 'How many' })).toBeFocused();
  await page.keyboard.type('2');
  await page.keyboard.press('Tab');
  await page.keyboard.type('100');
  const keyboard = await page.context().newCDPSession(page);
  const enter = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13 };
  // Both wait when the window comes to them.
  await page.evaluate(() => {
    setTimeout(() => {
      const until = performance.now() + 500;
      while (performance.now() < until);
    });
  });
  await Promise.all(
    [0, 1].flatMap(() => [
      keyboard.send('Input.dispatchKeyEvent', { type: 'keyDown', text: '\r', ...enter }),
      keyboard.send('Input.dispatchKeyEvent', { type: 'keyUp', ...enter }),
    ]),
  );
  await expect(page.getByRole('combobox', { name: 'Who' })).toBeFocused();
  expect(await opened()).toBe(before + 1);
});

test('the day of an export is typed digit by digit', async () => {
  const { app, page } = desk;
  const file = join(tempFolder(), 'ncoa.csv');
  const header = 'member_no,new_address1,new_address2,new_city,new_state,new_zip,move_date,return code';
  writeFileSync(file, `${header}\n700412,100 New Elm St,,Springfield,IL,62701,202610,A`);
  await go(page, '/renewals/moves');
  await answerOpenDialog(app, file);
  await page.getByRole('button', { name: 'Choose the answer…' }).press('Enter');
  const day = page.getByLabel('The addresses were exported on');
  await day.focus();
  await page.keyboard.type('11202026', { delay: 120 });
  await expect(day).toHaveValue('2026-11-20');
  await expect(day).toBeFocused();
  await expect(page.getByRole('button', { name: 'Change 1 address' })).toBeVisible();
});

test('the contact is changed from how it is now, not from how the page was seen before', async () => {
  const { page } = desk;
  const memberNo = '700412';
  const seen = await ask(page, 'members.page', { memberNo });
  await go(page, `/members/${memberNo}`);
  await expect(screenTitle(page)).toHaveText(seen.name);
  await go(page, '/today');
  await expect(screenTitle(page)).toHaveText('Today');
  await ask(page, 'members.saveContact', {
    memberNo,
    phone: '312-555-0199',
    email: seen.email,
    mailOk: seen.mailOk,
    emailOk: seen.emailOk,
    address: {
      address1: '1 Elm St',
      address2: '',
      city: 'Springfield',
      state: 'IL',
      zip: '62701',
      country: 'US',
    },
  });
  await go(page, `/members/${memberNo}?contact=open`);
  await expect(page.getByRole('dialog').getByLabel('Phone')).toHaveValue('312-555-0199');
});
