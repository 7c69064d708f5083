import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { ask } from './support/ask.ts';
import { deskForFile, go, screenTitle } from './support/desk.ts';
import { answerSaveDialog } from './support/dialogs.ts';
import { tempFolder } from './support/office.ts';
import { textOf } from './support/pdf.ts';

const desk = deskForFile();

test('an audit is drawn by keyboard: first who can be drawn, then the draw, repeated and certified', async () => {
  const { page, app } = desk;
  await go(page, '/audits?tab=draws');
  await page.getByRole('list', { name: 'Draws' }).waitFor();
  await page.keyboard.press('n');
  const size = page.getByLabel('How many to draw');
  await size.waitFor();
  await expect(page.getByText(/can be drawn\./)).toBeVisible();
  await size.focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('3');
  await expect(page.getByText(/A draw of 3 catches at least one/)).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.type('lottery of 9 January');
  await page.keyboard.press('Enter');
  await expect(screenTitle(page)).toHaveText('Audit of 2026');
  await expect(page.getByRole('table', { name: 'Audits' }).locator('tbody tr')).toHaveCount(3);

  const made = await ask(page, 'audits.drawn', { year: 2026, draw: 1 });
  expect(made).toMatchObject({ seed: 'lottery of 9 January', algorithm: 'sha256-rank-1' });
  await page.getByRole('button', { name: 'Repeat the draw' }).press('Enter');
  await expect(page.getByText('The draw repeats')).toBeVisible();

  const population = join(tempFolder(), 'population.txt');
  await answerSaveDialog(app, population);
  await page.getByRole('button', { name: 'Save the population' }).press('Enter');
  await expect(page.getByText(`Saved as ${population}.`)).toBeVisible();
  const sha256 = createHash('sha256').update(readFileSync(population)).digest('hex');
  expect(sha256).toBe(made.populationSha256);

  const certificate = join(tempFolder(), 'certificate.pdf');
  await answerSaveDialog(app, certificate);
  await page.getByRole('button', { name: 'Save the certificate' }).press('Enter');
  await expect(page.getByText(`Saved as ${certificate}.`)).toBeVisible();
  const text = textOf(certificate);
  expect(text).toContain('Certificate of the draw for the annual CCP audit of 2026');
  expect(text).toContain(made.populationSha256.slice(0, 32));
  for (const id of made.selected) expect(text).toContain(id);
});

test('the notices of a draw are prepared from its page, and the run says what goes with each letter', async () => {
  const { page } = desk;
  await go(page, '/audits/draws/2026/1');
  await expect(page.getByText('3 audits without a notice.')).toBeVisible();
  await expect(page.getByText('(the days are not confirmed yet)')).toBeVisible();
  await page.getByRole('button', { name: 'Prepare the notices' }).press('Enter');
  await expect(page.getByText(/each followed by its cover sheets: \d+ pages/)).toBeVisible();
  const [run] = (await ask(page, 'audits.notices', { year: 2026, draw: 1 })).runs;
  if (run === undefined) throw new Error('A run told them.');
  await go(page, '/audits/draws/2026/1');
  await expect(page.getByRole('link', { name: `Run ${run.run}` })).toBeVisible();
  await expect(page.getByText('told 3 audits')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Prepare the notices' })).toBeHidden();
});

test('an audit for cause is refused in a sentence, and opened with its reason', async () => {
  const { page } = desk;
  await go(page, '/audits');
  await page.getByRole('grid', { name: 'Audits' }).waitFor();
  await page.keyboard.press('n');
  await expect(page.getByLabel('Member number')).toBeFocused();
  await page.keyboard.type('99999999');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('The provider reported a forged card');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText(
    'There is no member with the number 99999999.',
  );
  await page.getByLabel('Member number').fill('700412');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  const { rows } = await ask(page, 'audits.cases', {
    state: 'open',
    of: 'for-cause',
    offset: 0,
    limit: 500,
  });
  expect(rows).toContainEqual(
    expect.objectContaining({
      memberNo: '700412',
      code: 'RMA',
      forCause: 'The provider reported a forged card',
    }),
  );
});

test('a draw whose button is pressed twice is made once', async () => {
  const { page } = desk;
  const draws = async () =>
    (await ask(page, 'audits.draws', undefined)).filter(({ campaign }) => campaign === '2026').length;
  expect(await draws()).toBe(1);
  await go(page, '/audits?tab=draws');
  await page.getByRole('list', { name: 'Draws' }).waitFor();
  await page.keyboard.press('n');
  await page.getByLabel('Why it is drawn again').fill('a printer’s error');
  // The second press comes before the first is answered.
  await page.getByRole('button', { name: 'Draw', exact: true }).evaluate((button: HTMLElement) => {
    button.click();
    button.click();
  });
  await expect(screenTitle(page)).toHaveText('Audit of 2026, draw 2');
  // Whatever was begun before it is over then.
  await page.getByRole('button', { name: 'Repeat the draw' }).press('Enter');
  await expect(page.getByText('The draw repeats')).toBeVisible();
  expect(await draws()).toBe(2);
});
