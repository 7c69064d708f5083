import { expect, type Page, test } from '@playwright/test';
import { ask } from './support/ask.ts';
import { deskForFile, go, screenTitle } from './support/desk.ts';
import { timeKeystrokes } from './support/keystrokes.ts';

const desk = deskForFile();
const ROSA = 'Rosa M. Featherstonehaugh';

async function lookUp(page: Page, text: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k');
  await expect(page.getByRole('combobox', { name: 'Look a member up' })).toBeFocused();
  await page.keyboard.type(text);
}

for (const place of ['/today', '/members', '/members?status=due', '/renewals', '/import', '/settings'])
  test(`Ctrl-K looks a member up from ${place}`, async () => {
    const { page } = desk;
    await go(page, place);
    await expect(screenTitle(page)).toBeVisible();
    await lookUp(page, 'featherstonehaugh');
    // Enter may come before the answer is there.
    await page.keyboard.press('Enter');
    await expect(screenTitle(page)).toHaveText(ROSA);
  });

const WAYS: readonly (readonly [
  string,
  (rosa: { memberNo: string; phone: string; email: string }) => string,
])[] = [
  ['the last name first', () => 'featherstonehaugh rosa'],
  ['part of the name', () => 'featherstoneh'],
  ['a name with a typo', () => 'Fetherstonehaugh'],
  ['the member number', ({ memberNo }) => memberNo],
  ['the phone number, written otherwise', ({ phone }) => `(${phone.slice(0, 3)}) ${phone.slice(4)}`],
  ['the e-mail address', ({ email }) => email.toUpperCase()],
];

for (const [way, textOf] of WAYS)
  test(`a member is found by ${way}`, async () => {
    const { page } = desk;
    const [rosa] = (
      await ask(page, 'members.query', {
        filter: { text: 'featherstonehaugh' },
        sort: { by: 'name', descending: false },
        offset: 0,
        limit: 1,
      })
    ).rows;
    if (rosa === undefined) throw new Error('The sample office has her');
    await go(page, '/today');
    await lookUp(page, textOf(rosa));
    await expect(page.getByRole('option').first()).toContainText(ROSA);
    await page.keyboard.press('Enter');
    await expect(screenTitle(page)).toHaveText(ROSA);
  });

test('the arrow keys choose, Enter opens what is chosen', async () => {
  const { page } = desk;
  await lookUp(page, 'ma');
  const options = page.getByRole('option');
  await expect(options.nth(2)).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  const chosen = page.getByRole('option', { selected: true });
  await expect(chosen).toHaveCount(1);
  await expect(options.nth(1)).toHaveAttribute('aria-selected', 'true');
  const field = page.getByRole('combobox', { name: 'Look a member up' });
  await expect(field).toHaveAttribute('aria-activedescendant', (await chosen.getAttribute('id')) ?? 'none');
  const memberNo = (await chosen.locator('.hit__number').textContent()) ?? '';
  await page.keyboard.press('Enter');
  await expect(page.locator('.member__number')).toHaveText(memberNo);
});

test('where nobody is found it says what to try; Esc clears and leaves', async () => {
  const { page } = desk;
  await lookUp(page, 'qqxxzzqq');
  await expect(page.getByText(/No member has “qqxxzzqq”\. Try part of the last name/)).toBeVisible();
  await page.keyboard.press('Escape');
  const field = page.getByRole('combobox', { name: 'Look a member up' });
  await expect(field).toHaveValue('');
  await page.keyboard.press('Escape');
  await expect(field).not.toBeFocused();
});

test('every keystroke is answered and painted', async () => {
  const { page } = desk;
  await go(page, '/today');
  await lookUp(page, '');
  const times = await timeKeystrokes(page, ['featherstone', 'garcia ma', '847-555', 'johnsen']);
  expect(times.painted).toHaveLength(times.typed);
  console.log(`Keystroke to painted result: p50 ${times.p50} ms, p95 ${times.p95} ms (target 50 ms)`);
});
