import { expect, type Page, test } from '@playwright/test';
import { ask } from './support/ask.ts';
import { deskForFile, go, screenTitle } from './support/desk.ts';
import { examOnly, lapsedWithout } from './support/recertification-scenes.ts';

const desk = deskForFile();

/** Nobody touches the mouse. */
async function keyboardOnly(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(() => {
    document.documentElement.removeAttribute('data-touched');
    window.addEventListener('pointerdown', () => document.documentElement.setAttribute('data-touched', ''));
  });
  return async () => expect(await page.locator('html').getAttribute('data-touched')).toBeNull();
}

/** Presses a button by the keyboard. */
async function press(page: Page, name: string | RegExp): Promise<void> {
  const button = page.getByRole('button', { name, exact: typeof name === 'string' }).last();
  await button.focus();
  await page.keyboard.press('Enter');
}

/** Opens the next step with S, and takes it. */
async function take(page: Page, step: string): Promise<void> {
  await expect(page.getByRole('button', { name: step, exact: true })).toBeEnabled();
  await page.keyboard.press('s');
  await expect(page.getByRole('dialog', { name: new RegExp(`^${step}: `) })).toBeVisible();
  await press(page, step);
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

async function stands(page: Page, status: string): Promise<void> {
  await expect(page.locator('.recert-status')).toHaveText(status);
}

/** From the member's page: starts an application by a route. */
async function startFrom(page: Page, memberNo: string, code: string, route: string): Promise<number> {
  await go(page, `/members/${memberNo}`);
  await expect(page.getByRole('button', { name: 'Start recertification' }).first()).toBeVisible();
  await press(page, 'Start recertification');
  const dialog = page.getByRole('dialog', { name: 'Start an application' });
  await expect(dialog.getByLabel('Certification sought')).toHaveValue(code);
  await dialog.getByRole('radio', { name: route }).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await stands(page, 'Received');
  return Number(new URL(page.url()).hash.split('/').at(-1));
}

async function answerFelony(page: Page): Promise<void> {
  await page.keyboard.press('f');
  const dialog = page.getByRole('dialog', { name: 'Felony question' });
  await dialog.getByRole('radio', { name: 'No' }).focus();
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
}

/** Takes a cheque for the application’s fee at the deposit desk. */
async function payAtTheDesk(page: Page, memberNo: string, cents: number, reference: string): Promise<void> {
  await go(page, '/payments');
  await expect(page.getByRole('button', { name: 'Open a deposit' })).toBeVisible();
  await page.keyboard.press('n');
  await page.keyboard.type('1');
  await page.keyboard.press('Tab');
  await page.keyboard.type((cents / 100).toFixed(2));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: 'Who' })).toBeFocused();
  await page.keyboard.type(memberNo);
  await page.keyboard.press('Enter');
  await expect(page.getByText(/for the recertification/)).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.type(reference);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Control of the deposit' })).toContainText(
    'Count and total agree',
  );
}

test('SC-RECERT-1: from lapsed to the badge by CCP, by keyboard alone', async () => {
  test.setTimeout(120_000);
  const { page } = desk;
  const { memberNo, code } = await lapsedWithout(page, 'ccp');
  const untouched = await keyboardOnly(page);
  const application = await startFrom(page, memberNo, code, 'By CCP');
  const { required, fee } = await ask(page, 'recertification.application', { application });

  // The felony question is closed until its readers are named in Settings.
  await page.keyboard.press('f');
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('named people only');
  await page.keyboard.press('Escape');
  await go(page, '/settings?tab=office');
  const { actor } = await ask(page, 'office.state', undefined);
  await page.getByRole('region', { name: 'Felony details' }).getByRole('textbox', { name: 'Name' }).focus();
  await page.keyboard.type(actor ?? '');
  await page.keyboard.press('Enter');
  await expect(page.getByText(`${actor} may now see felony details.`)).toBeVisible();

  await go(page, `/recertification/${application}`);
  await stands(page, 'Received');
  await take(page, 'Tell what is missing');
  await stands(page, 'Incomplete');
  await page.getByRole('link', { name: 'Letter: what is missing' }).focus();
  await page.keyboard.press('Enter');
  await page.locator('.pdf-page figcaption').first().waitFor({ state: 'attached' });
  await go(page, `/recertification/${application}`);
  await stands(page, 'Incomplete');

  await answerFelony(page);
  await page.keyboard.press('a');
  await expect(page.getByLabel('Attestation signed on')).toBeFocused();
  await page.keyboard.type('11202026');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await page.keyboard.press('p');
  await expect(page.getByLabel('Type of competency')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.type('Phlebotomy update');
  await page.keyboard.press('Tab');
  await page.keyboard.type(String(required.points));
  await page.keyboard.press('Tab');
  await page.keyboard.type('05022025');
  await page.keyboard.press('Enter');
  await expect(page.getByText(`listed: ${required.points} of ${required.points} points count`)).toBeVisible();
  await page.keyboard.press('Escape');

  await payAtTheDesk(page, memberNo, fee?.amountCents ?? 0, '7001');
  await go(page, `/recertification/${application}`);
  await take(page, 'Start the review');
  await stands(page, 'Under review');
  await take(page, 'Approve');
  await stands(page, 'Approved');
  await expect(page.getByText(`${code} is recertified from 22 November 2026 on`)).toBeVisible();
  await page.getByRole('link', { name: 'Certificate' }).focus();
  await page.keyboard.press('Enter');
  await page.locator('.pdf-page figcaption').first().waitFor({ state: 'attached' });
  await go(page, `/recertification/${application}`);
  await expect(page.getByText('Asked for on 22 November 2026')).toBeVisible();
  await take(page, 'Badge issued');
  await stands(page, 'Badge');

  const { certifications } = await ask(page, 'members.page', { memberNo });
  const [held] = certifications.filter((one) => one.code === code);
  expect(held).toMatchObject({
    recertifiedOn: '2026-11-22',
    standing: { status: 'active', mustRecertify: false },
  });
  await untouched();
});

test('SC-RECERT-2 and SC-RECERT-3: after ten years by CCP is refused; by exam, failed once, passed, to the badge, by keyboard alone', async () => {
  test.setTimeout(120_000);
  const { page } = desk;
  const [memberNo = '', code = ''] = (await examOnly(page)).split(':');
  const { actor } = await ask(page, 'office.state', undefined);
  await ask(page, 'office.saveFelonyReaders', { names: [actor ?? ''] });
  const untouched = await keyboardOnly(page);

  await go(page, `/recertification?start=${memberNo}:${code}`);
  const dialog = page.getByRole('dialog', { name: 'Start an application' });
  await expect(dialog.getByText(/^Not open: .* lapsed on .* \(SC-RECERT-2\)\.$/)).toBeVisible();
  await expect(dialog.getByRole('radio', { name: 'By CCP' })).toBeDisabled();
  await page.keyboard.press('Escape');

  const application = await startFrom(page, memberNo, code, 'By exam');
  const { fee } = await ask(page, 'recertification.application', { application });
  await answerFelony(page);
  await page.keyboard.press('a');
  await page.keyboard.type('11202026');
  await page.getByLabel('Eligible today by').focus();
  await page.keyboard.type('Graduate of an accredited program');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await payAtTheDesk(page, memberNo, fee?.amountCents ?? 0, '7002');

  await go(page, `/recertification/${application}`);
  await take(page, 'Start the review');
  await take(page, 'Approve');
  await take(page, 'Authorise for the exam');
  for (const result of ['Exam failed', 'Exam passed']) {
    await expect(page.getByRole('button', { name: 'Schedule the exam', exact: true })).toBeEnabled();
    await page.keyboard.press('s');
    await expect(page.getByLabel('Day of the exam')).toBeFocused();
    await page.keyboard.type('11222026');
    await page.keyboard.press('Enter');
    await stands(page, 'Exam scheduled');
    await press(page, result);
    await press(page, result);
    await stands(page, result);
    if (result === 'Exam failed') await take(page, 'Authorise another attempt');
  }
  await take(page, 'Badge issued');
  await stands(page, 'Badge');
  const view = await ask(page, 'recertification.application', { application });
  expect(view.attempts.map(({ outcome }) => outcome)).toEqual(['failed', 'passed']);
  expect(view).toMatchObject({ recertifiedOn: '2026-11-22', lapse: null });
  await untouched();
});

test('on the board a card is dragged, moved with M, and denied with a letter that gives the reason', async () => {
  const { page } = desk;
  const { memberNo, code } = await lapsedWithout(page, 'ccp');
  const { application, memberName } = await ask(page, 'recertification.start', {
    memberNo,
    code,
    route: 'ccp',
    receivedOn: '2026-11-20',
  });
  await go(page, '/recertification');
  const card = page.locator(`[data-application="${application}"]`);
  await expect(card).toBeVisible();
  // Where the checklist is not complete the review cannot begin, and the dialog says what is missing.
  await card.dragTo(page.getByRole('region', { name: 'Under review' }));
  await expect(page.getByRole('dialog')).toContainText('Missing: felony question');
  await page.keyboard.press('Escape');
  await card.dragTo(page.getByRole('region', { name: 'Passed' }));
  await expect(page.getByText('does not come to “Passed”')).toBeVisible();
  await card.dragTo(page.getByRole('region', { name: 'Incomplete' }));
  await press(page, 'Tell what is missing');
  await expect(
    page.getByRole('region', { name: 'Incomplete' }).locator(`[data-application="${application}"]`),
  ).toBeVisible();

  await card.getByRole('link', { name: memberName }).focus();
  await page.keyboard.press('m');
  await press(page, 'Deny');
  await press(page, 'Deny');
  await expect(page.getByText('Say why; the trail keeps it.')).toBeVisible();
  await page.getByLabel('Reason').focus();
  await page.keyboard.type('The proof of the course is of another person.');
  await press(page, 'Deny');
  await expect(card).toHaveCount(0);
  await go(page, `/recertification/${application}`);
  await stands(page, 'Denied');
  await expect(screenTitle(page)).toContainText(memberName);
  await expect(page.getByRole('link', { name: 'Letter: denied' })).toBeVisible();
  await expect(page.getByText('The proof of the course is of another person.')).toBeVisible();
  await go(page, '/recertification?tab=list&state=closed');
  await expect(
    page.getByRole('row').filter({ hasText: memberName }).filter({ hasText: 'Denied' }),
  ).toBeVisible();
});
