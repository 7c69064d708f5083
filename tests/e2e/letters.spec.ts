import { expect, type Page, test } from '@playwright/test';
import { ask } from './support/ask.ts';
import { deskForFile, go } from './support/desk.ts';

const desk = deskForFile();

/** Waits for the preview to show some words. */
async function shows(page: Page, words: string): Promise<void> {
  await expect(page.locator('.sheet-preview figcaption')).toContainText(words);
}

test('a field is completed from its first letters, the preview follows, and the text is saved as a version', async () => {
  const { page } = desk;
  await go(page, '/settings?tab=letters');
  await shows(page, 'Run PREVIEW');
  const closing = page.getByLabel('Closing');
  await closing.press('ControlOrMeta+End');
  await page.keyboard.type(' Your number is {{numb');
  await expect(page.getByRole('listbox', { name: 'Fields' }).getByRole('option')).toHaveText([
    '{{member.number}} the member’s number',
  ]);
  await page.keyboard.press('Enter');
  await page.keyboard.type('.');
  await expect(closing).toHaveValue(/Your number is \{\{member\.number\}\}\.$/);
  const memberNo = await ask(page, 'letters.someone', { letter: 'renewal' });
  await shows(page, `Your number is ${memberNo}.`);
  await page.keyboard.press('ControlOrMeta+s');
  await expect(page.getByText('Saved as version 1.')).toBeVisible();
  const [renewal] = await ask(page, 'letters.list', undefined);
  expect(renewal).toMatchObject({ id: 'renewal', version: 1, savedOn: '2026-11-22', savedBy: 'Dana' });
});

test('a misspelt field is refused at its place and cannot be saved', async () => {
  const { page } = desk;
  await go(page, '/settings?tab=letters&letter=reminder');
  await shows(page, 'Run PREVIEW');
  const greeting = page.getByLabel('Greeting');
  await greeting.fill('Dear {{member.nmae}},');
  await expect(
    page.getByText('There is no field “member.nmae”. Did you mean {{member.name}}?'),
  ).toBeVisible();
  await page.getByLabel('Subject').focus();
  await page.keyboard.press('ControlOrMeta+s');
  await expect(greeting).toBeFocused();
  const chosen = await greeting.evaluate((element) =>
    element instanceof HTMLTextAreaElement
      ? element.value.slice(element.selectionStart, element.selectionEnd)
      : '',
  );
  expect(chosen).toBe('{{member.nmae}}');
  const letters = await ask(page, 'letters.list', undefined);
  expect(letters.find(({ id }) => id === 'reminder')?.version).toBeNull();
});

test('an earlier version is looked at, and made the newest again', async () => {
  const { page } = desk;
  await go(page, '/settings?tab=letters&letter=renewal');
  await page.getByLabel('Greeting').fill('Hello {{member.name}},');
  await page.getByRole('button', { name: 'Save as a new version' }).click();
  await expect(page.getByText('Saved as version 2.')).toBeVisible();
  await page.getByLabel('Version').selectOption('1');
  await expect(page.getByLabel('Greeting')).toHaveValue('Dear {{member.name}},');
  await page.getByRole('button', { name: 'Make it the newest version' }).click();
  await expect(page.getByText('Saved as version 3.')).toBeVisible();
  await expect(page.getByLabel('Greeting')).toHaveValue('Dear {{member.name}},');
});

test('a signature stands under the letter', async () => {
  const { page } = desk;
  await go(page, '/settings?tab=letters&letter=ccp');
  await page.getByRole('button', { name: 'Add a signature…' }).click();
  await page.getByLabel('Name').fill('Dana Whitfield');
  await page.getByLabel('Title').fill('Registrar');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Letters are signed by Dana Whitfield.')).toBeVisible();
  await shows(page, 'Dana Whitfield Registrar');
});

test('the tap test draws each envelope, and the chosen one is used from then on', async () => {
  const { page } = desk;
  await go(page, '/settings?tab=envelopes');
  await expect(page.locator('.tap-drawing')).toBeVisible();
  await page.getByLabel('Envelope', { exact: true }).selectOption('a4-dl');
  await expect(page.getByRole('img', { name: /^A4 in DL/ })).toBeVisible();
  await expect(page.locator('.tap__said')).toContainText('Nothing but the addresses shows');
  await page.getByRole('radio', { name: '#10 single window' }).check();
  await expect(page.getByText('Runs prepared from now on go into #10 single window.')).toBeVisible();
  const { stationery } = await ask(page, 'stationery.view', undefined);
  expect(stationery.envelope).toBe('10-single-window');
});

test('what was measured on the calibration page is kept', async () => {
  const { page } = desk;
  await go(page, '/settings?tab=envelopes');
  await page.getByLabel('A: left edge to the upright line').fill('2.03');
  await page.getByLabel('B: top edge to the level line').fill('two');
  await page.getByRole('button', { name: 'Keep' }).click();
  await expect(page.getByText('Inches from the edge to the line, such as 2.03.')).toBeVisible();
  await page.getByLabel('B: top edge to the level line').fill('1.98');
  await page.getByRole('button', { name: 'Keep' }).click();
  await expect(page.getByText('Now moved 0.030 in left and 0.020 in down.')).toBeVisible();
});
